import Tern
import TestSupport
import Testing

// Values are compared with NumPy's in ProductsOracleTests.

struct EinsumTests {
  @Test(
    arguments: [
      ("ii->i", [[3, 3]]), ("ij->j", [[2, 3]]), ("iij,jk", [[2, 2, 3], [3, 2]]),
      ("ij,jk->ki", [[2, 3], [3, 2]]), ("ij,kj->ik", [[2, 3], [2, 3]]),
      ("bij,bjk->bik", [[2, 2, 3], [2, 3, 1]]), ("ij,ij->ij", [[2, 1], [1, 3]]),
      ("...i,i...->...", [[2, 3], [3, 2]]), ("i,j,k->kj", [[2], [2], [3]]),
      ("ij,jk,kl->il", [[2, 3], [3, 2], [2, 2]]), ("ij,ij->i", [[2, 3], [2, 3]]),
      ("ij,jk", [[0, 2], [2, 3]]),
    ] as [(String, [Shape])])
  func gradients(equation: String, shapes: [Shape]) {
    expectGradients(shapes: shapes) { operands in .einsum(equation, operands) }
  }

  @Test func anOrderIsFoundWithinEightAxes() {
    // From left to right, the first product would have ten axes.
    let shape: Shape = [2, 1, 2, 1, 2]
    let (x, y): (Tensor<Double>, Tensor<Double>) = (seeded(shape), seeded(shape, seed: 1))
    let expected = (x * x).sum() * (y * y).sum()
    expectClose(.einsum("abcde,fghij,abcde,fghij->", x, y, x, y), expected)
    let seven: Tensor = .einsum(
      "abcde,fghij,abcde,fghij,k,k,->", x, y, x, y, Tensor([2.0]), Tensor([3.0]), Tensor(0.5))
    expectClose(seven, expected * 3)
  }

  @Test func manyFactors() {
    let matrices = (0..<12).map { seeded([3, 3], seed: UInt64($0)) as Tensor<Double> }
    let letters = Array("abcdefghijklm").map(String.init)
    let terms = (0..<12).map { letters[$0] + letters[$0 + 1] }.joined(separator: ",")
    let expected = matrices.dropFirst().reduce(matrices[0]) { $0.matmul($1) }
    expectClose(.einsum(terms + "->am", matrices), expected, relative: 1e-12, absolute: 1e-9)
  }
}
