// Only debug builds let tests see what is internal.
#if DEBUG
  import TestSupport
  import Testing

  @testable import TernDownloads

  @Suite struct PartialFileTests {
    @Test func aFileHasOneDownloadAtATime() throws {
      let folder = try TemporaryFolder()
      let target = folder.path + "/a.gz"
      let first = try PartialFile(of: target)
      #expect(
        throws: DownloadError.unwritable(
          path: first.path, reason: "another program is downloading it")
      ) { try PartialFile(of: target) }
    }

    @Test func aClosedFileIsFreeWhileProcessesStart() async throws {
      let folder = try TemporaryFolder()
      let refused = try await refusalsWhileProcessesStart(attempts: 20_000) {
        _ = try PartialFile(of: folder.path + "/a.gz")
      }
      #expect(refused == 0)
    }
  }
#endif
