import TestSupport
import Testing

/// Recipes with the real images, if they are there.
@Suite(
  .enabled(
    if: realData("cifar10") != nil, "set TERN_DATA to a folder that has CIFAR-10 in it as cifar10"),
  .unpackingCIFAR10)
struct RealCIFARRecipeTests {
  @Test(arguments: ["3", "5"])
  func fiftyRealImagesAreLearnedByHeart(layers: String) throws {
    let out = try TemporaryFolder()
    let outcome = try Program.run(
      "train", "overfit", "--no-report", "--data", try #require(UnpackedCIFAR10.folder), "--layers",
      layers,
      "--json",
      "--out", out.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("\n(Iteration 1 / 40) loss: "))
    #expect(outcome.output.contains("\n(Epoch 20 / 20) train acc: 1.000000; val_acc: 1.000000"))
    #expect(try outcome.json["train_accuracy"] as? Double == 1)
    #expect(try Program.run("evaluate", out.path, "--json").json["test_accuracy"] as? Double == 1)
  }

  /// The published run with settings that are too careful: 0.28 to 0.29.
  @Test func badSettingsHardlyLearn() throws {
    let out = try TemporaryFolder()
    let result = try trained(
      [
        "cifar-two-layer", "--data", try #require(UnpackedCIFAR10.folder), "--iterations", "1000",
        "--learning-rate", "1e-4", "--schedule", "constant", "--decay", "0.95", "--l2", "0",
      ], out: out)
    #expect((0.27...0.30).contains(try #require(result["validation_accuracy"] as? Double)))
    let line = try #require(try out.read("metrics.jsonl").split(separator: "\n").first)
    let losses = try #require(try parsedJSON(String(line))["losses"] as? [Double])
    #expect(abs(losses[0] - 2.3027) < 5e-4)
  }
}
