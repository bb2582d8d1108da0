import CTernKernels
import Testing

private let extremes: [Double] = [
  -.infinity, -.greatestFiniteMagnitude, -1e30, -1, -.leastNonzeroMagnitude, -0.0, 0,
  .leastNonzeroMagnitude, 1e-300, 1, 3, .greatestFiniteMagnitude, .infinity, .nan,
]

@Test(arguments: [false, true]) func keysAreInTheOrderOfNumbers(descending: Bool) {
  func check<R: BinaryFloatingPoint & BitwiseCopyable, K: FixedWidthInteger & BitwiseCopyable>(
    _ type: Int, _: R.Type, _: K.Type
  ) {
    let numbers = extremes.map { R($0) }
    var keys = [K](repeating: 0, count: numbers.count)
    tern_keys(Int32(type), descending, numbers.count, numbers, &keys)
    // Numbers that are equal after rounding have equal keys; no others have.
    for i in 1..<numbers.count {
      let isSame = numbers[i].sign == numbers[i - 1].sign && numbers[i] == numbers[i - 1]
      let (before, after) = descending ? (keys[i], keys[i - 1]) : (keys[i - 1], keys[i])
      #expect(isSame ? before == after : before < after)
    }
    var back = [R](repeating: 0, count: numbers.count)
    tern_elements_of_keys(Int32(type), descending, numbers.count, keys, &back)
    #expect(
      zip(back, numbers).allSatisfy { ($0.isNaN && $1.isNaN) || ($0 == $1 && $0.sign == $1.sign) })
  }
  check(TERN_F32, Float.self, Int32.self)
  check(TERN_F64, Double.self, Int64.self)
}

@Test(arguments: [false, true]) func pairsMergeZerosAndCountTheirPlaces(descending: Bool) {
  let numbers: [Float] = [1, -0.0, 0, -.nan, .nan, -1]
  var pairs = [Int64](repeating: 0, count: numbers.count)
  tern_key_pairs(Int32(TERN_F32), descending, numbers.count, 10, numbers, &pairs)
  let keys = pairs.map { $0 >> 32 }
  #expect(keys[1] == keys[2] && keys[3] == keys[4])
  #expect(descending ? keys[5] > keys[1] : keys[5] < keys[1])
  var places = [Int32](repeating: 0, count: numbers.count)
  tern_pair_indices(numbers.count, pairs, &places)
  #expect(places == [10, 11, 12, 13, 14, 15])

  var wide = [Int64](repeating: 0, count: numbers.count)
  tern_wide_keys(Int32(TERN_F64), descending, numbers.count, numbers.map(Double.init), &wide)
  #expect(wide[1] == wide[2] && wide[3] == wide[4] && (wide[5] < wide[1]) != descending)
}

@Test(arguments: [0, 7, 40]) func prefixesKeepTheOrder(shift: Int32) {
  let low: Int64 = .min + 5
  let keys = (0..<20).map { low &+ Int64($0 * $0) << Int64(shift) }
  var pairs = [Int64](repeating: 0, count: keys.count)
  tern_prefix_pairs(keys.count, 3, keys, low, shift, &pairs)
  #expect(pairs == pairs.sorted())
  let prefixes = pairs.map { $0 >> 32 }
  #expect(prefixes.map { $0 - prefixes[0] } == (0..<20).map { (k: Int64) in k * k })
  var (least, greatest): (Int64, Int64) = (0, 0)
  tern_key_range(keys.count, keys, &least, &greatest)
  #expect(least == keys.min() && greatest == keys.max())
}

@Test(arguments: sizes, [false, true]) func bytesAreSortedByCounting(size: Int, descending: Bool) {
  let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 * 37 + $0 * $0) }
  var sorted = [UInt8](repeating: 9, count: size + 1)
  tern_sort_bytes(descending, size, bytes, &sorted)
  #expect(sorted == (descending ? bytes.sorted(by: >) : bytes.sorted()) + [9])
}
