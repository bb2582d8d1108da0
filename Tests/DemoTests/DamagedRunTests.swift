// Debug builds let tests see what is internal, and so does `Scripts/test`.
#if DEBUG || DEMO_IS_TESTABLE
  import Testing
  import TestSupport

  @testable import demo

  /// Whatever is wrong with the files of a run, they are read or refused.
  @Suite struct DamagedRunTests {
    private static let run = Array(
      #"{"model":"m","parameters":3,"recipe":"iris","settings":{"batch_size":1,"epochs":1,"hidden":[8],"l2":0,"learning_rate":0.1}}"#
        .utf8)

    private static let epoch = Array(
      #"{"epoch":1,"is_best":true,"learning_rate":0.1,"losses":[0.5],"seconds":1,"steps":1,"training":{"loss":0.5,"metrics":{}}}"#
        .utf8)

    private static func description(_ bytes: [UInt8]) throws -> RunFolder.Description {
      try RunFolder.decoded(bytes, from: "run.json")
    }

    @Test func everyTruncationAndFlippedBitOfADescription() {
      let refused = refusals(ofEveryTruncationAndFlippedBitIn: Self.run) { bytes in
        _ = try Self.description(bytes).settings.problem
      }
      #expect(refused.truncated == Self.run.count)
      #expect(refused.flipped > 0)
    }

    @Test func everyTruncationAndFlippedBitOfMetrics() throws {
      let description = try Self.description(Self.run)
      #expect(
        RunRecord(RunFolder(path: "r"), description, metrics: Self.epoch).notes.isEmpty)
      let refused = refusals(ofEveryTruncationAndFlippedBitIn: Self.epoch) { bytes in
        let record = RunRecord(RunFolder(path: "r"), description, metrics: bytes)
        if let note = record.notes.first { throw Failure(note) }
      }
      #expect(refused.truncated == Self.epoch.count - 1)
      #expect(refused.flipped > 0)
    }

    @Test func metricsOfMoreThan256MiBAreNotRead() throws {
      let description = try Self.description(Self.run)
      let folder = try TemporaryFolder()
      let run = RunFolder(path: folder.path)
      #expect(RunRecord(run, description).notes.isEmpty)
      try folder.writeHole(byteCount: 1 << 28 + 1, to: "metrics.jsonl")
      #expect(
        RunRecord(run, description).notes == [
          "metrics.jsonl could not be read, or has more than 256 MiB"
        ])
      try folder.write(Self.epoch, to: "metrics.jsonl")
      #expect(RunRecord(run, description).epochs.count == 1)
    }

    @Test func descriptionsOfMoreThan16MiBAreNotRead() throws {
      let folder = try TemporaryFolder()
      let text = Self.run + [UInt8](repeating: UInt8(ascii: " "), count: 1 << 24 - Self.run.count)
      #expect(TextFile.contents(of: try folder.write(text, to: "run.json"))?.count == 1 << 24)
      #expect(TextFile.contents(of: try folder.write(text + [10], to: "run.json")) == nil)
    }

    /// A hundred layers of the greatest width have 100 GB of weights, four times.
    @Test func weightsBeyondTheMemoryAreRefused() throws {
      var settings = try Self.description(Self.run).settings
      #expect(settings.problem == nil)
      settings.hidden = Array(repeating: Settings.widest, count: 100)
      #expect(settings.problem?.hasPrefix("the weights of hidden layers, [16384, ") == true)
    }

    /// Products of them overflow, and their trainings end never.
    @Test(arguments: [0, 1_000_001, Int.max, Int.min])
    func countsOutOfRangeAreRefused(count: Int) throws {
      let settings = try Self.description(Self.run).settings
      for place in [\Settings.epochs, \.batchSize] {
        var settings = settings
        settings[keyPath: place] = count
        #expect(settings.problem?.hasPrefix("epochs, iterations") == true)
      }
      var iterations = settings
      iterations.iterations = count
      #expect(iterations.problem?.hasPrefix("epochs, iterations") == true)
    }

    /// What is no file, and might have no end.
    @Test func devicesAreNoFiles() {
      #expect(TextFile.contents(of: "/dev/zero") == nil)
    }
  }
#endif
