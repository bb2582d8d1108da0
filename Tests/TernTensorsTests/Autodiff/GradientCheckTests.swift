import Tern
import TestSupport
import Testing

struct GradientCheckTests {
  private let x: Tensor<Double> = seeded([3, 4])

  @Test func smoothFunctionsAgreeFarBelowTheTolerance() {
    let report = checkGradients(at: x) { x in x.exp() * x.sin() + x.tanh() }
    #expect(report.maximumRelativeError < 1e-9)
    #expect(checkSecondDerivatives(at: x) { $0.exp() * $0.sin() }.maximumRelativeError < 1e-9)
  }

  /// x² with a derivative that is wrong in one element.
  private func wrongSquare(_ x: Tensor<Double>) -> Tensor<Double> {
    differentiable(x) { x in
      x.squared()
    } pullback: { dy, x, _ in
      var factors = x * 2
      factors[1, 2] = factors[1, 2] * 1.5
      return dy * factors
    }
  }

  @Test func aWrongDerivativeIsFoundAndNamed() throws {
    let report = checkGradients(at: [x, x], names: ["right", "wrong"]) { inputs in
      inputs[0].squared() + wrongSquare(inputs[1])
    }
    let worst = try #require(report.worst)
    #expect(worst.name == "wrong" && worst.index == [1, 2])
    #expect(abs(worst.analytic / worst.numeric - 1.5) < 1e-9)
    #expect(abs(worst.relativeError - 0.2) < 1e-9)
    #expect(!report.passes(tolerance: 1e-6))
    for part in ["wrong[1, 2]", "\(worst.analytic)", "\(worst.numeric)"] {
      #expect(report.description.contains(part))
    }
    #expect(report.entries.map(\.name) == ["right", "wrong"])
    #expect(report.entries[0].relativeError < 1e-9)
  }

  @Test func aMissingSecondDerivativeIsFound() {
    // The gradient is right, but constant to the next one.
    func cube(_ x: Tensor<Double>) -> Tensor<Double> {
      differentiable(x) { x in
        x * x * x
      } pullback: { dy, x, _ in
        dy * (x * x * 3).detached()
      }
    }
    #expect(checkGradients(at: x, of: cube).passes())
    #expect(!checkSecondDerivatives(at: x, of: cube).passes())
  }

  @Test func gradientsThatAreNotNumbersFail() {
    #expect(checkGradients(at: x) { x in x.log() }.maximumRelativeError == .infinity)
  }

  @Test func noElementsAreNoFailure() {
    let report = checkGradients(at: Tensor(zeros: [0, 3])) { $0.exp() }
    #expect(report.passes(tolerance: 0) && report.worst == nil && !report.description.isEmpty)
  }

  @Test func someEntriesAreDrawnOfManyParameters() {
    nonisolated(unsafe) var calls = 0
    let report = checkGradients(at: x, maximumEntries: 2) { x in
      calls += 1
      return x.exp()
    }
    #expect(calls == 1 + 2 * 4)
    #expect(report.passes())
  }
}
