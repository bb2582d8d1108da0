import Foundation
import Tern
import TernData
import Testing

/// The README's code, compiled and run here, but for its first block (the quickstart) and the
/// excerpt of a `Package.swift`.
@Suite struct ReadmeTests {
  struct Autoencoder: Layer {
    var encoder: Linear<Float>
    var decoder: Linear<Float>

    func callAsFunction(_ input: Tensor<Float>) -> Tensor<Float> {
      decoder(encoder(input).relu())
    }

    mutating func visit<Visitor: StateVisitor<Float>>(_ visitor: inout Visitor) {
      visitor.child("encoder", &encoder)
      visitor.child("decoder", &decoder)
    }
  }

  @Test func modelsOfYourOwnLearn() {
    var rng = Philox(seed: 1)
    var model = Autoencoder(
      encoder: Linear(6, 3, using: &rng), decoder: Linear(3, 6, using: &rng))
    let x = Tensor<Float>(randomNormal: [8, 6], using: &rng)
    var optimizer = Adam<Float>(learningRate: 0.01)
    let before = meanSquaredError(model(x), x).scalar
    for _ in 1...50 {
      let (_, gradients) = valueWithGradient(at: &model) { meanSquaredError($0(x), x) }
      optimizer.update(&model, with: gradients)
    }
    #expect(meanSquaredError(model(x), x).scalar < 0.8 * before)
  }

  @Test func tensorsAndGradients() {
    let x = Tensor<Double>(arange: 0, 12).reshaped(to: [3, 4])
    print(x[.every(-1), 1...2])  // rows backwards, columns 1 and 2
    print((x - x.mean(along: 0)) / 2)
    print(x.matmul(x.transposed()).shape)  // [3, 3]
    #expect(x[.every(-1), 1...2].scalars == [9, 10, 5, 6, 1, 2])

    let slope = gradient(at: x) { x in (x * x * x).sum() }  // 3x²
    let curvature = gradient(at: x) { x in gradient(at: x) { x in (x * x * x).sum() }.sum() }  // 6x
    let cube = differentiable(x) { x in
      x * x * x
    } pullback: { dy, x, _ in
      3 * x * x * dy
    }
    #expect(slope == 3 * x * x)
    #expect(curvature == 6 * x)
    #expect(cube == x * x * x)
  }

  @Test func trainersDoTheRest() throws {
    var rng = Philox(seed: 42)
    let (train, test) = try Iris.load(as: Float.self).split(0.8, shuffledWith: &rng)
    let model = Sequential<Float> {
      Linear(4, 16, using: &rng)
      ReLU()
      Linear(16, 3, using: &rng)
    }
    let optimizer = SGD<Float>(learningRate: 0.05, momentum: 0.9)
    let folder =
      FileManager.default.temporaryDirectory.path + "/tern-\(UInt64.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let modelPath = folder + "/model.safetensors"

    var trainer = Trainer(model, optimizer: optimizer) { softmaxCrossEntropy($0, $1) }
    trainer.epochs = 10
    trainer.schedule = .cosine(0.05, over: 450)
    var progress = ProgressPrinter()
    try trainer.fit(train, validation: test, shuffledWith: &rng) { progress.report($0) }
    try trainer.bestModel.save(to: modelPath)

    var loaded = model
    try loaded.load(from: modelPath)
    #expect(loaded(test.inputs) == trainer.bestModel(test.inputs))
  }

  @Test func everyBlockIsHere() throws {
    let here = URL(filePath: #filePath)
    let root = here.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let compiled = Self.unindented(try String(contentsOf: here, encoding: .utf8))
    let blocks = readme.components(separatedBy: "```swift\n").dropFirst()
      .map { $0.components(separatedBy: "```")[0] }
    #expect(blocks.count == 6)
    for block in blocks.dropFirst() where !block.hasPrefix("// Package.swift") {
      #expect(compiled.contains(Self.unindented(block)), "not compiled here:\n\(block)")
    }
  }

  private static func unindented(_ text: String) -> String {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .joined(separator: "\n")
  }
}
