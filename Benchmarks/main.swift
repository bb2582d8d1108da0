import COpenBLAS
import Glibc
import Tern
import TernKernels

func median(_ n: Int, _ body: () -> Void) -> Double {
  func cpu() -> Double { var t = timespec(); clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t); return Double(t.tv_sec) + 1e-9 * Double(t.tv_nsec) }
  var times: [Double] = []
  for _ in 0..<n { let t = cpu(); body(); times.append(cpu() - t) }
  return times.sorted()[n / 2]
}
struct MLP: Layer {
  var a: Linear<Float>
  var b: Linear<Float>
  func callAsFunction(_ x: Tensor<Float>) -> Tensor<Float> { b(a(x).relu()) }
  mutating func visit<V: StateVisitor<Float>>(_ v: inout V) { v.child("a", &a); v.child("b", &b) }
}
struct Sgd: StateVisitor {
  var path: [String] = []
  let g: Gradients<Float>
  var i = 0
  init(_ g: Gradients<Float>) { self.g = g }
  mutating func parameter(_ name: String, _ t: inout Tensor<Float>, role: ParameterRole) {
    let n = t.count
    t.withUnsafeMutableBufferPointer { w in
      g.tensors[i].withUnsafeBufferPointer { FloatKernels.sgd(count: n, w.baseAddress!, $0.baseAddress!, velocity: nil, rate: 0.01, momentum: 0, decay: 0, nesterov: false) }
    }
    i += 1
  }
}
func run(_ i: Int, _ h: Int, _ o: Int, _ n: Int, steps: Int) {
  var rng = Philox(seed: 1)
  var model = MLP(
    a: Linear(weight: Tensor(randomNormal: [i, h], standardDeviation: 0.05, using: &rng), bias: Tensor(zeros: [h])),
    b: Linear(weight: Tensor(randomNormal: [h, o], standardDeviation: 0.05, using: &rng), bias: Tensor(zeros: [o])))
  let x = Tensor<Float>(randomNormal: [n, i], using: &rng)
  let y = Tensor<Int32>((0..<n).map { Int32($0 % o) })
  var requested = 0
  func step() -> Float {
    let (loss, g) = valueWithGradient(at: &model) { m in
      m.training(x).crossEntropy(labels: y).mean()
    }
    var s = Sgd(g)
    model.visit(&s)
    return loss.scalar
  }
  let first = step(); _ = step()
  requested = Runtime.memory.requestedFromSystem
  let t = median(9) { for _ in 0..<steps { _ = step() } } / Double(steps)
  print("\(i)-\(h)-\(o) batch \(n): \(t * 1e6) us/step, loss \(first) -> \(step()), grew \(Runtime.memory.requestedFromSystem - requested)")
}
run(4, 40, 3, 5, steps: CommandLine.arguments.count > 1 ? 20000 : 2000)
if CommandLine.arguments.count > 1 { exit(0) }
run(784, 512, 10, 64, steps: 100)
for (m, n, k) in [(64, 512, 784), (1024, 1024, 1024), (6400, 64, 576), (784, 512, 64)] {
  var rng = Philox(seed: 1)
  let a = Tensor<Float>(randomNormal: [m, k], using: &rng), b = Tensor<Float>(randomNormal: [k, n], using: &rng)
  _ = a.matmul(b)
  let t = median(15) { for _ in 0..<4 { _ = a.matmul(b) } } / 4
  print(m, n, k, t * 1e6, 2 * Double(m * n * k) / t * 1e-9, "GF")
}

