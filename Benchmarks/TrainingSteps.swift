import Tern

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whole training steps: forward, loss, backward, update; the loss is read every step.
let trainingBenchmarks = Workload.all.map { workload in
  Benchmark("training/\(workload.name)") { stopwatch in
    var check = TrainingStep(workload, learningRate: 0.01)
    let losses = (0..<20).map { _ in check.run() }

    var step = TrainingStep(workload)
    step.run()
    let requested = Runtime.memory.requestedFromSystem
    for _ in 2...20 { step.run() }
    let growth = Runtime.memory.requestedFromSystem - requested
    let time = stopwatch.time { step.run() }
    precondition(step.total.isFinite, "the steps diverged")
    var measurement = Measurement(
      "training/\(workload.name)", seconds: time,
      ["bytes asked of the system after the first step": Double(growth)])
    measurement.losses = losses
    return measurement
  }
}

/// A network that trains on one batch.
struct TrainingStep {
  var model: Sequential<Float>
  var optimizer: SGD<Float>
  let inputs: Tensor<Float>
  let labels: Tensor<Int32>
  /// The sum of all losses.
  private(set) var total: Float = 0

  /// A step so slow, if nothing else is asked for, that no unit dies out: a gradient that is zero
  /// for ever makes subnormal velocities.
  init(_ workload: Workload, learningRate: Float = 1e-6) {
    model = workload.model()
    (inputs, labels) = workload.data()
    optimizer = SGD(learningRate: learningRate, momentum: 0.9)
  }

  /// Returns the loss.
  @discardableResult
  mutating func run() -> Float {
    let (loss, gradients) = valueWithGradient(at: &model) { [inputs, labels] model in
      softmaxCrossEntropy(model.training(inputs), labels)
    }
    optimizer.update(&model, with: gradients)
    total += loss.scalar
    return loss.scalar
  }
}

/// Trains a workload for 50 steps and says when the first has ended.
func runFirstSteps(of name: String) throws(UsageError) {
  guard let workload = Workload.all.first(where: { $0.name == name }) else {
    throw UsageError(
      "no workload '\(name)'; there are " + Workload.all.map(\.name).joined(separator: ", "))
  }
  var step = TrainingStep(workload)
  print("loss of the first step: \(step.run())")
  fflush(nil)
  for _ in 2...50 { step.run() }
  print("loss of the last step: \(step.run())")
}
