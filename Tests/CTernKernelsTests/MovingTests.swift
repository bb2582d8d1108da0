import CTernKernels
import Testing

@Test(arguments: [1, 4, 8, 12, 40, 100]) func gatherTakesRowsByIndex(bytes: Int) {
  let source = (0..<6 * bytes).map { UInt8(truncatingIfNeeded: $0) }
  let index: [Int32] = [5, 0, 0, 3, 5, 2, 1]
  var result = [UInt8](repeating: 0, count: index.count * bytes)
  tern_gather(index.count, bytes, index, source, &result)
  let expected = index.flatMap { row -> ArraySlice<UInt8> in
    source[(Int(row) * bytes)...].prefix(bytes)
  }
  #expect(result == expected)
}

@Test(arguments: [1, 4, 8, 12, 40]) func scatterPutsRowsAtIndicesAndTheLastOneStays(bytes: Int) {
  let source = (0..<4 * bytes).map { UInt8(truncatingIfNeeded: $0) }
  let index: [Int32] = [5, 0, 3, 0]
  var result = [UInt8](repeating: 200, count: 6 * bytes)
  tern_scatter(index.count, bytes, index, source, &result)
  for row in 0..<6 {
    var expected = [UInt8](repeating: 200, count: bytes)
    if let last = index.lastIndex(of: Int32(row)) {
      expected = Array(source[(last * bytes)...].prefix(bytes))
    }
    #expect(Array(result[(row * bytes)...].prefix(bytes)) == expected)
  }
}

@Test(arguments: sizes + [40_000]) func compressKeepsWhatAConditionLetsPass(size: Int) {
  let condition = (0..<size).map { $0 % 3 == 1 || $0 % 7 == 0 }
  let places = condition.indices.filter { condition[$0] }
  #expect(tern_count_true(size, condition) == places.count)
  var found = [Int32](repeating: -1, count: places.count + 1)
  tern_true_places(size, condition, 100, places.count, &found)
  #expect(found == places.map { Int32($0) + 100 } + [-1])
  func check<T: FixedWidthInteger>(_: T.Type) {
    let x = (0..<size).map { T(truncatingIfNeeded: $0 * 1_000_003) }
    var y = [T](repeating: 7, count: places.count + 1)
    tern_compress(MemoryLayout<T>.size, size, condition, x, places.count, &y)
    #expect(y == places.map { x[$0] } + [7])
  }
  check(UInt8.self)
  check(UInt32.self)
  check(UInt64.self)
}

@Test(arguments: [1, 7, 17, 1023]) func indicesHaveARange(size: Int) {
  let indices = (0..<size).map { place -> Int32 in Int32(place * 37 % 101) - 50 }
  var (least, greatest): (Int32, Int32) = (0, 0)
  tern_index_range(size, indices, &least, &greatest)
  #expect(least == indices.min() && greatest == indices.max())
}

@Test(arguments: sizes) func fillRepeatsOneElement(size: Int) {
  func check<T: FixedWidthInteger>(_ value: T) {
    var result = [T](repeating: 0, count: size + 1)
    withUnsafePointer(to: value) { tern_fill(MemoryLayout<T>.size, size, $0, &result) }
    #expect(result == [T](repeating: value, count: size) + [0])
  }
  check(UInt8(200))
  check(UInt32(3_000_000_001))
  check(UInt64(0x0123_4567_89AB_CDEF))
}

@Test(arguments: sizes) func selectTakesAnyElementType(size: Int) {
  func check<T: FixedWidthInteger>(_: T.Type) {
    let x = (0..<size).map { T(truncatingIfNeeded: $0) }
    let y = x.map { ~$0 }
    let condition = (0..<size).map { $0 % 3 == 0 }
    var z = [T](repeating: 7, count: size + 1)
    for (xStep, yStep) in [(1, 1), (1, 0), (0, 1), (0, 0)] {
      tern_select(MemoryLayout<T>.size, size, condition, x, xStep, y, yStep, &z)
      #expect(
        z == (0..<size).map { condition[$0] ? x[$0 * xStep] : y[$0 * yStep] } + [7])
    }
  }
  check(UInt8.self)
  check(UInt32.self)
  check(UInt64.self)
}

@Test func nothingIsDoneWithNoElements() {
  tern_fill(4, 0, [0 as Int32], nil)
  tern_gather(0, 4, nil, nil, nil)
  tern_select(4, 0, nil, nil, 1, nil, 0, nil)
  tern_scatter(0, 4, nil, nil, nil)
  tern_compress(4, 0, nil, nil, 0, nil)
  tern_true_places(0, nil, 0, 0, nil)
  #expect(tern_count_true(0, nil) == 0)
  tern_convert(Int32(TERN_F32), Int32(TERN_F64), 0, nil, nil)
  tern_transpose(4, 0, 5, nil, nil)
  for tier in availableTiers {
    let kernels = Float.kernels(tier)
    kernels.unary(Int32(TERN_EXP), 0, nil, 0, 0, nil)
    kernels.binary(Int32(TERN_ADD), 0, 0, nil, 0, 1, nil, 0, 1, nil)
    kernels.compare(Int32(TERN_LESS), 0, 4, nil, 4, 1, nil, 0, 1, nil)
    kernels.select(0, nil, nil, nil, nil)
    kernels.reduce(Int32(TERN_SUM), 0, 4, 1, nil, nil)
    kernels.argReduce(Int32(TERN_MAX), 0, 4, 1, nil, nil)
    kernels.softmax(0, 4, nil, nil)
    kernels.crossEntropyGradient(0, 4, nil, nil, nil, 0, nil)
    kernels.sgd(0, nil, nil, nil, 0, 0, 0, false)
    kernels.scatterAdd(0, 4, nil, nil, nil)
    #expect(kernels.dot(0, nil, nil) == 0)
  }
}
