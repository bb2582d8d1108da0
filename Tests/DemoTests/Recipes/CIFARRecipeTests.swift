import Foundation
import Tern
import TernData
import TestSupport
import Testing

@Suite struct CIFARRecipeTests {
  /// CIFAR-10 in its binary form with black images only, labelled 0: files without contents, which
  /// take no place on the disk.
  private func blackImages() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in (1...5).map({ "data_batch_\($0).bin" }) + ["test_batch.bin"] {
      let file = try FileHandle(forWritingTo: URL(filePath: try folder.write("", to: name)))
      try file.truncate(atOffset: 10_000 * 3073)
      try file.close()
    }
    return folder
  }

  @Test(arguments: ["cifar-mlp", "cifar-two-layer", "cifar-solver", "overfit", "momentum"])
  func itsDataHaveToBeThere(recipe: String) throws {
    let nowhere = try Program.run("train", recipe)
    #expect(nowhere.status == 2)
    #expect(nowhere.errors.contains("\(recipe) needs --data DIR"), "\(nowhere.errors)")
    let folder = try TemporaryFolder()
    let empty = try Program.run("train", recipe, "--data", folder.path, in: folder.path)
    #expect(empty.status == 1)
    #expect(empty.errors.contains("cifar-10-python.tar.gz"), "\(empty.errors)")
    #expect(empty.errors.contains(folder.path))
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/runs"))
  }

  @Test func splitsAreThoseOfTheReports() throws {
    let data = try blackImages()
    let out = try TemporaryFolder()
    let result = try trained(
      ["cifar-solver", "--data", data.path, "--hidden", "2", "--epochs", "1"], out: out)
    // 49,000 images in batches of 200; all of a kind, and the mean image leaves nothing of them.
    #expect(result["steps"] as? Int == 245)
    #expect(result["validation_accuracy"] as? Double == 1)
    let line = try parsedJSON(try out.read("metrics.jsonl"))
    #expect(line["training_sample"] != nil)
    #expect(try #require(line["losses"] as? [Double]).count == 245)
    let third = try TemporaryFolder()
    let tenth = try trained(
      ["cifar-mlp", "--data", data.path, "--hidden", "2,3", "--iterations", "1"], out: third)
    #expect(tenth["test_accuracy"] as? Double == 1)
    #expect(
      try parsedJSON(try third.read("run.json"))["model"] as? String
        == "Sequential(Linear(3072, 2), ReLU, Linear(2, 3), ReLU, Linear(3, 10))")
  }

  @Test func bestModelIsThereForNumPy() throws {
    let data = try blackImages()
    let out = try TemporaryFolder()
    _ = try trained(
      [
        "cifar-mlp", "--data", data.path, "--hidden", "3,2", "--activation", "prelu",
        "--iterations", "2",
      ], out: out)
    let arrays = try NPZ.read(from: "\(out.path)/best_model.npz")
    #expect(arrays.names == ["W1", "b1", "1.slope", "W2", "b2", "3.slope", "W3", "b3"])
    let saved = try Safetensors.read(from: "\(out.path)/model.safetensors")
    for (name, key) in [("W1", "0.weight"), ("b2", "2.bias"), ("W3", "4.weight")] {
      #expect(try arrays.tensor(name, as: Float.self) == (try saved.tensor(key, as: Float.self)))
    }
  }

  @Test func momentumIsARunOfTwo() throws {
    let data = try blackImages()
    let out = try TemporaryFolder()
    let result = try trained(
      ["momentum", "--data", data.path, "--layers", "3", "--epochs", "1", "--batch-size", "1000"],
      out: out)
    let parts = try #require(result["parts"] as? [[String: Any]])
    #expect(parts.compactMap { $0["part"] as? String } == ["sgd", "momentum"])
    #expect(parts.compactMap { $0["steps"] as? Int } == [4, 4])
    let settings = try ["sgd", "momentum"].map {
      try #require(
        try parsedJSON(try out.read("\($0)/run.json"))["settings"] as? [String: Any])
    }
    #expect(settings.compactMap { $0["momentum"] as? Double } == [0, 0.9])
    #expect(settings.compactMap { $0["hidden"] as? [Int] } == [[100, 100], [100, 100]])
    // Both begin with the same weights and the same batch.
    let first = try ["sgd", "momentum"].map { name in
      let line = try #require(try out.read("\(name)/metrics.jsonl").split(separator: "\n").first)
      return try #require(try parsedJSON(String(line))["losses"] as? [Double])[0]
    }
    #expect(first[0] == first[1])
  }

  @Test(arguments: [
    (["overfit", "--layers", "4"], "--layers 3 or 5, not 4"),
    (["momentum", "--momentum", "0"], "needs another one"),
    (["cifar-mlp", "--activation", "relu,tanh,relu"], "one for each of the 2, not 3"),
    (["cifar-mlp", "--layers", "3"], "you can set --hidden, --activation, --weight-scale"),
  ])
  func whatItDoesNotTakeIsRefused(arguments: [String], message: String) throws {
    let outcome = try Program.run(["train"] + arguments + ["--data", "nowhere"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }
}

/// A short training, and its last line as JSON.
func trained(_ arguments: [String], out: TemporaryFolder) throws -> [String: Any] {
  let outcome = try Program.run(
    ["train"] + arguments + ["--no-report", "--quiet", "--json", "--out", out.path])
  #expect(outcome.status == 0, "\(outcome.errors)")
  return try outcome.json
}
