import Tern
import TernTensors
import TestSupport
import Testing

/// What holds for every optimizer.
struct OptimizerTests {
  /// The addresses of all parameters and of all that the optimizer remembers.
  private func addresses(
    _ model: TinyNetwork<Double>, _ optimizer: any Optimizer<Double>
  ) -> [UnsafeMutableRawPointer] {
    model.parameters.map(\.tensor.erased.storage.address)
      + optimizer.memory.tensors.joined().map(\.erased.storage.address)
  }

  @Test(arguments: oracleNames) func updatesInPlace(name: String) throws {
    var optimizer = try #require(oracleOptimizers(Double.self)[name])
    var model = TinyNetwork<Double>()
    // Parameters first: so their addresses are compared over the first update, too.
    let parameters = addresses(model, SGD(learningRate: 0))
    optimizer.update(&model, with: model.lossWithGradients().gradients)
    let all = addresses(model, optimizer)
    #expect(Array(all.prefix(parameters.count)) == parameters)
    for _ in 0..<3 { optimizer.update(&model, with: model.lossWithGradients().gradients) }
    #expect(addresses(model, optimizer) == all)
  }

  @Test(arguments: oracleNames) func leavesGradientsAlone(name: String) throws {
    var optimizer = try #require(oracleOptimizers(Double.self)[name])
    var model = TinyNetwork<Double>()
    let gradients = model.lossWithGradients().gradients
    let before = gradients.tensors.map(\.scalars)
    optimizer.update(&model, with: gradients)
    #expect(gradients.tensors.map(\.scalars) == before)
  }

  @Test(arguments: oracleNames) func copyContinuesOnItsOwn(name: String) throws {
    var optimizer = try #require(oracleOptimizers(Double.self)[name])
    var model = TinyNetwork<Double>()
    for _ in 0..<3 { optimizer.update(&model, with: model.lossWithGradients().gradients) }
    var (copy, twin) = (optimizer, model)
    // The copy's different path must not be felt by the original.
    for _ in 0..<5 {
      let gradients = twin.lossWithGradients().gradients
      copy.learningRate *= 2
      copy.update(&twin, with: gradients)
    }
    for _ in 0..<17 { optimizer.update(&model, with: model.lossWithGradients().gradients) }
    var (whole, other) = (try #require(oracleOptimizers(Double.self)[name]), TinyNetwork<Double>())
    for _ in 0..<20 { whole.update(&other, with: other.lossWithGradients().gradients) }
    #expect(model.numbers == other.numbers)
    #expect(twin.numbers != other.numbers)
  }

  @Test func snapshotOfAModelKeepsItsNumbers() {
    var model = TinyNetwork<Double>()
    var optimizer = SGD<Double>(learningRate: 0.1)
    let gradients = model.lossWithGradients().gradients
    let snapshot = model
    optimizer.update(&model, with: gradients)
    #expect(snapshot.numbers == TinyNetwork<Double>().numbers)
    #expect(model.numbers != snapshot.numbers)
  }

  @Test func countsSteps() {
    var model = TinyNetwork<Double>()
    var optimizer = Adam<Double>()
    #expect(optimizer.memory.stepCount == 0)
    model.train(with: &optimizer, steps: 3)
    #expect(optimizer.memory.stepCount == 3)
    #expect(
      optimizer.memory.parameterNames
        == ["first.weight", "first.bias", "second.weight", "second.bias"])
  }

  @Test func learningRateMayChangeBetweenSteps() {
    var model = TinyNetwork<Double>()
    var optimizer: any Optimizer<Double> = SGD(learningRate: 0.1)
    optimizer.learningRate = 0
    optimizer.update(&model, with: model.lossWithGradients().gradients)
    #expect(model.numbers == TinyNetwork<Double>().numbers)
  }

  @Test func optimizerOfOnesOwnNeedsOnlyAStep() {
    var model = TinyNetwork<Double>()
    let before = model.numbers
    let gradients = model.lossWithGradients().gradients
    var optimizer = SignDescent<Double>(learningRate: 0.5)
    optimizer.update(&model, with: gradients)
    let signs = gradients.tensors.flatMap { $0.sign().scalars }
    #expect(model.numbers == zip(before, signs).map { $0 - 0.5 * $1 })
    #expect(optimizer.state.map(\.name) == ["learningRate", "step"])
  }

  @Test func keepsNoGraphOfGradientsThatHaveOne() {
    var model = TinyNetwork<Double>()
    var optimizer = RMSProp<Double>(momentum: 0.9, centered: true)
    var gradients = model.lossWithGradients().gradients
    _ = gradient(at: Tensor<Double>(2)) { factor in
      for index in gradients.tensors.indices {
        gradients.tensors[index] = gradients.tensors[index] * factor
      }
      optimizer.update(&model, with: gradients)
      return factor
    }
    #expect(model.parameters.allSatisfy { $0.tensor.erased.node == nil })
    #expect(optimizer.memory.tensors.joined().allSatisfy { $0.erased.node == nil })
  }

  // Memory statistics belong to the whole process, so this needs one of its own.
  @Test func asksTheSystemForNothingAfterTheSecondStep() async {
    await #expect(processExitsWith: .success) {
      for name in oracleNames {
        var optimizer = try #require(oracleOptimizers(Float.self)[name])
        var model = TinyNetwork<Float>()
        for _ in 0..<2 { optimizer.update(&model, with: model.lossWithGradients().gradients) }
        let before = Runtime.memory.requestedFromSystem
        for _ in 0..<10 { optimizer.update(&model, with: model.lossWithGradients().gradients) }
        #expect(Runtime.memory.requestedFromSystem == before)
      }
    }
  }

  /// A model of two layers that shares its names with no part of `TinyNetwork`'s.
  private struct OneLayer: Layer {
    var only = Linear<Double>(weight: Tensor(ones: [3, 2]), bias: Tensor(zeros: [2]))

    func callAsFunction(_ x: Tensor<Double>) -> Tensor<Double> { only(x) }

    mutating func visit<Visitor: StateVisitor<Double>>(_ visitor: inout Visitor) {
      visitor.child("only", &only)
    }

    mutating func gradients() -> Gradients<Double> {
      valueWithGradient(at: &self) { model in model(Tensor(ones: [1, 3])).sum() }.gradients
    }
  }

  @Test func trapsOnGradientsOfAnotherModel() async {
    expectMessage(
      "update: parameter only.weight has shape [3, 4], its gradient has [3, 2]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        var (model, other) = (TinyNetwork<Double>(), OneLayer())
        var optimizer = SGD<Double>(learningRate: 0.1)
        optimizer.update(&model, with: other.gradients())
      })
  }

  @Test func trapsOnGradientsForMoreThanTheModel() async {
    expectMessage(
      #"update: the model has 2 parameters, but there are gradients for ["first.weight","#,
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        var (model, other) = (TinyNetwork<Double>(), OneLayer())
        other.only = model.first
        var optimizer = SGD<Double>(learningRate: 0.1)
        optimizer.update(&other, with: model.lossWithGradients().gradients)
      })
  }

  @Test func trapsOnASecondModel() async {
    expectMessage(
      #"update: gradients for ["only.weight", "only.bias"], but the optimizer has the"#,
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        var (model, other) = (TinyNetwork<Double>(), OneLayer())
        var optimizer = SGD<Double>(learningRate: 0.1, momentum: 0.9)
        optimizer.update(&model, with: model.lossWithGradients().gradients)
        optimizer.update(&other, with: other.gradients())
      })
  }
}
