import Tern
import Testing

struct PrintingTests {
  @Test(arguments: printingOracle.indices) func printsAsNumPyDoes(row: Int) {
    let expected = printingOracle[row]
    let shape = Shape(expected.shape)
    let bits = (0..<shape.elementCount).map { expected.bits[$0 % expected.bits.count] }
    let text =
      switch expected.scalarType {
      case "float32":
        "\(Tensor(bits.map { Float(bitPattern: UInt32($0)) }, shape: shape))"
      case "float64": "\(Tensor(bits.map { Double(bitPattern: $0) }, shape: shape))"
      case "int32": "\(Tensor(bits.map { Int32(truncatingIfNeeded: $0) }, shape: shape))"
      case "int64": "\(Tensor(bits.map { Int64(bitPattern: $0) }, shape: shape))"
      case "uint8": "\(Tensor(bits.map { UInt8($0) }, shape: shape))"
      default: "\(Tensor(bits.map { $0 != 0 }, shape: shape))"
      }
    #expect(text == expected.text, "\(expected.scalarType) \(expected.shape)")
  }

  @Test func debugDescriptionNamesShapeAndType() {
    let matrix: Tensor<Float> = [[1, 2.5], [-3, 4]]
    #expect(
      matrix.debugDescription == """
        Tensor([[ 1. ,  2.5],
                [-3. ,  4. ]], shape: [2, 2], scalarType: float32)
        """)
    #expect(
      Tensor<Int32>(7).debugDescription == "Tensor(7, shape: [], scalarType: int32)")
    #expect(
      Tensor<Bool>(zeros: [0, 3]).debugDescription
        == "Tensor([], shape: [0, 3], scalarType: bool)")
  }

  @Test func viewsPrintTheirOwnElements() {
    let matrix: Tensor<Double> = [[1, 2], [3, 4], [5, 6]]
    #expect("\(matrix[1...])" == "[[3. 4.]\n [5. 6.]]")
  }
}
