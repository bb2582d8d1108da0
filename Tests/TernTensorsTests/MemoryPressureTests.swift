import Tern
import Testing

/// A tensor that no machine has memory for stops the program at once, with words, in release, too.
@Suite struct MemoryPressureTests {
  private func words(_ result: ExitTest.Result?) throws -> String {
    String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
  }

  @Test func ofAPetabyte() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor<Float>(zeros: [1 << 24, 1 << 24])
    }
    let text = try words(result)
    #expect(text.contains("no memory for a tensor of 1125899906842624 bytes"), "\(text)")
  }

  @Test func ofMoreBytesThanAnIntegerCounts() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor<Double>(zeros: [1 << 30, 1 << 30, 2])
    }
    let text = try words(result)
    #expect(text.contains("no memory for a tensor"), "\(text)")
  }
}
