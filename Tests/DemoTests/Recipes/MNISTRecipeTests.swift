import Foundation
import TestSupport
import Testing

@Suite struct MNISTRecipeTests {
  /// The real files, if they are there.
  static let folder = realData("mnist")

  /// An IDX file of unsigned bytes that are all 0.
  private func idx(_ extents: [UInt32], missing: Int = 0) -> Data {
    var data = Data([0, 0, 8, UInt8(extents.count)])
    for extent in extents { withUnsafeBytes(of: extent.bigEndian) { data.append(contentsOf: $0) } }
    return data + Data(count: Int(extents.reduce(1, *)) - missing)
  }

  /// Trains with a folder of data, and expects a failure with these words.
  private func expectFailure(
    data: String, _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let out = try TemporaryFolder()
    let outcome = try Program.run(
      "train", "mnist-mlp", "--no-report", "--data", data, "--epochs", "1", "--out",
      "\(out.path)/run")
    #expect(outcome.status == 1, sourceLocation: sourceLocation)
    for word in words {
      #expect(
        outcome.errors.contains(word), "\(word) is not in: \(outcome.errors)",
        sourceLocation: sourceLocation)
    }
    // No empty run is left behind.
    #expect(
      !FileManager.default.fileExists(atPath: "\(out.path)/run"), sourceLocation: sourceLocation)
  }

  @Test func aMissingFolder() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/nowhere"
    try expectFailure(data: path, path, "expected a folder", "found no folder")
    try expectFailure(data: folder.path, folder.path, "expected one of", "found none of them")
  }

  @Test func aTruncatedFile() throws {
    let folder = try TemporaryFolder()
    for (part, count) in [("train", 60), ("t10k", 10)] as [(String, UInt32)] {
      try folder.write(idx([count, 28, 28]), to: "\(part)-images-idx3-ubyte")
      try folder.write(idx([count]), to: "\(part)-labels-idx1-ubyte")
    }
    let images = try folder.write(
      idx([10, 28, 28], missing: 5), to: "t10k-images-idx3-ubyte")
    try expectFailure(data: folder.path, images, "expected", "found")
    let header = try folder.write(Data([0, 0, 8]), to: "t10k-images-idx3-ubyte")
    try expectFailure(data: folder.path, header, "expected", "found")
  }

  @Test func labelsThatDoNotMatch() throws {
    let folder = try TemporaryFolder()
    try folder.write(idx([60, 28, 28]), to: "train-images-idx3-ubyte")
    let labels = try folder.write(idx([59]), to: "train-labels-idx1-ubyte")
    try expectFailure(data: folder.path, labels, "expected labels of shape [60]", "found [59]")
  }

  @Test(.enabled(if: folder != nil, "set TERN_DATA to a folder that has MNIST in it as mnist"))
  func oneEpochOfTheRealDigits() throws {
    let out = try TemporaryFolder()
    let outcome = try Program.run(
      "train", "mnist-mlp", "--no-report", "--data", try #require(Self.folder), "--epochs", "1",
      "--quiet",
      "--json", "--out", out.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let accuracy = try #require(outcome.json["test_accuracy"] as? Double)
    #expect(accuracy > 0.95)
    let evaluation = try Program.run("evaluate", out.path, "--json").json
    #expect(evaluation["test_accuracy"] as? Double == accuracy)
  }

  @Test func convolutionsLearnFromAllTrainingExamples() throws {
    let folder = try TemporaryFolder()
    for (part, count) in [("train", 130), ("t10k", 3)] as [(String, UInt32)] {
      try folder.write(idx([count, 28, 28]), to: "\(part)-images-idx3-ubyte")
      try folder.write(idx([count]), to: "\(part)-labels-idx1-ubyte")
    }
    let out = try TemporaryFolder()
    let outcome = try Program.run(
      "train", "mnist-cnn", "--no-report", "--data", folder.path, "--epochs", "2", "--quiet",
      "--json", "--out",
      out.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let result = try outcome.json
    // Two epochs of three batches; every image is blank and labelled 0.
    #expect(result["steps"] as? Int == 6)
    #expect(result["validation_accuracy"] == nil)
    #expect(result["test_accuracy"] as? Double == 1)
  }
}
