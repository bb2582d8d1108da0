import CTernKernels
import Testing

@Test(arguments: [1, 4, 8, 12, 40, 100]) func gatherTakesRowsByIndex(bytes: Int) {
  let source = (0..<6 * bytes).map { UInt8(truncatingIfNeeded: $0) }
  let index: [Int32] = [5, 0, 0, 3, 5, 2, 1]
  var result = [UInt8](repeating: 0, count: index.count * bytes)
  tern_gather(index.count, bytes, index, source, &result)
  #expect(result == index.flatMap { source[Int($0) * bytes..<(Int($0) + 1) * bytes] })
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
    tern_select(MemoryLayout<T>.size, size, condition, x, y, &z)
    #expect(z == (0..<size).map { condition[$0] ? x[$0] : y[$0] } + [7])
  }
  check(UInt8.self)
  check(UInt32.self)
  check(UInt64.self)
}

@Test func nothingIsDoneWithNoElements() {
  tern_fill(4, 0, [0 as Int32], nil)
  tern_gather(0, 4, nil, nil, nil)
  tern_select(4, 0, nil, nil, nil, nil)
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
