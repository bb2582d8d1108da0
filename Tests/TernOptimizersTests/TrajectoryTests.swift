import TestSupport
import Tern
import Testing

/// Twenty steps of each optimizer beside PyTorch's.
struct TrajectoryTests {
  @Test func oracleHasEveryOptimizer() {
    #expect(OptimizerOracle.losses.keys.sorted() == oracleNames)
  }

  @Test(arguments: oracleNames) func trainsAsPyTorch(name: String) throws {
    var optimizer = try #require(oracleOptimizers(Double.self)[name])
    var model = TinyNetwork<Double>()
    let losses = train(&model, &optimizer)
    expectClose(
      losses, try #require(OptimizerOracle.losses[name]), relative: 1e-10, absolute: 0)
    expectClose(
      model.numbers, try #require(OptimizerOracle.parameters[name]), relative: 1e-10, absolute: 0)
  }

  @Test(arguments: oracleNames) func trainsAlikeInSinglePrecision(name: String) throws {
    var optimizer = try #require(oracleOptimizers(Float.self)[name])
    var model = TinyNetwork<Float>()
    let losses = train(&model, &optimizer).map(Double.init)
    expectClose(
      losses, try #require(OptimizerOracle.losses[name]), relative: 1e-4, absolute: 0)
    expectClose(
      model.numbers.map(Double.init), try #require(OptimizerOracle.parameters[name]),
      relative: 1e-3, absolute: 1e-4)
  }

  private func train<S>(_ model: inout TinyNetwork<S>, _ optimizer: inout any Optimizer<S>) -> [S] {
    (0..<20).map { _ in
      let (loss, gradients) = model.lossWithGradients()
      optimizer.update(&model, with: gradients)
      return loss
    }
  }
}
