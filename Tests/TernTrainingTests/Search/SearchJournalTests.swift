// Only debug builds let tests see what is internal.
#if DEBUG
  import TestSupport
  import Testing

  @testable import TernTraining

  @Suite struct SearchJournalTests {
    private static let line =
      #"{"figures":{"test":0.97},"score":0.98,"seconds":3.1,"trial":1,"values":{"x":1}}"#
    private static let trials = [Trial(number: 1, names: ["x"], values: [1])]

    @Test func everyTruncationAndFlippedBit() throws {
      let folder = try TemporaryFolder()
      let refused = refusals(ofEveryTruncationAndFlippedBitIn: Array((Self.line + "\n").utf8)) {
        _ = try SearchJournal(try folder.write($0, to: "search.jsonl"), trials: Self.trials)
      }
      // A line that was cut is what the end of a program leaves.
      #expect(refused.truncated == 0)
      #expect(refused.flipped > 0)
    }

    @Test func aClosedJournalIsFreeWhileProcessesStart() async throws {
      let folder = try TemporaryFolder()
      let path = try folder.write(Array((Self.line + "\n").utf8), to: "search.jsonl")
      let refused = try await refusalsWhileProcessesStart(attempts: 20_000) {
        _ = try SearchJournal(path, trials: Self.trials)
      }
      #expect(refused == 0)
    }

    /// A file that has no end of a line is cut if it is a journal, and left alone otherwise.
    @Test(arguments: ["precious", "{\"recipe\":\"iris\"}"])
    func aFileThatIsNoJournalStaysAsItIs(text: String) throws {
      let folder = try TemporaryFolder()
      let path = try folder.write(text, to: "other")
      #expect(throws: SearchError.self) { try SearchJournal(path, trials: Self.trials) }
      #expect(try folder.read("other") == text)
    }

    @Test func aFileOfMoreThan256MiBIsRefused() throws {
      let folder = try TemporaryFolder()
      let path = try folder.writeHole(byteCount: 1 << 28 + 1, to: "search.jsonl")
      #expect(
        throws: SearchError.unusableJournal(
          path: path, reason: "expected at most 268435456 bytes, found 268435457")
      ) { try SearchJournal(path, trials: Self.trials) }
    }

    @Test func whatIsNoFileIsRefused() {
      #expect(
        throws: SearchError.unusableJournal(path: "/dev/null", reason: "it is a pipe or a device")
      ) { try SearchJournal("/dev/null", trials: Self.trials) }
    }
  }
#endif
