import Tern
import TestSupport
import Testing

@Suite struct ResidualTests {
  private let input: Tensor<Double> = seeded([5, 3])

  @Test func addsItsBranch() {
    var rng = Philox(seed: 1)
    let residual = Residual<Double> {
      Linear(3, 3, using: &rng)
      Tanh()
    }
    #expect(residual(input) == input + residual.branch(input))
    var training = residual
    #expect(training.training(input) == residual(input))
  }

  @Test func trainingMovesItsBranch() {
    var rng = Philox(seed: 1)
    var residual = Residual<Double> { Dropout(rate: 0.5, using: &rng) }
    var branch = residual.branch
    #expect(residual.training(input) == input + branch.training(input))
    #expect(residual.training(input) == input + branch.training(input))
  }

  @Test func theBranchMustKeepTheShape() throws {
    var rng = Philox(seed: 1)
    let wide = Residual(Sequential<Double> { Linear(3, 4, using: &rng) })
    #expect(
      throws: ShapeError(
        layer: "Residual", found: [2, 3],
        expected: "a branch that keeps the shape (it makes [2, 4])")
    ) { try wide.outputShape(for: [2, 3]) }
    let error = #expect(throws: ShapeError.self) { try wide.outputShape(for: [2, 5]) }
    #expect(error?.path == "branch.0")
    let square = Residual(Sequential<Double> { Linear(3, 3, using: &rng) })
    #expect(try square.outputShape(for: [2, 3]) == [2, 3])
  }

  @Test func aWrongBranchTraps() async {
    expectMessage(
      "Residual: the branch made shape [2, 12] of an input of shape [2, 3, 4]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        let wide = Residual(Sequential<Double> { Flatten() })
        _ = wide(Tensor(zeros: [2, 3, 4]))
      })
  }
}
