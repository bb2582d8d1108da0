import Foundation
import TernDownloads
import TestSupport
import Testing

@Suite struct DownloaderTests {
  private let folder: TemporaryFolder
  private var downloader: Downloader { Downloader(folder: folder.path) }

  init() throws { folder = try TemporaryFolder() }

  /// Large enough for several blocks.
  private static let contents = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }
  /// By Python's `hashlib.sha256(bytes(i * i // 7 & 255 for i in range(300_000)))`.
  private static let checksum = "7f350c62e360b82a9a488576882567364fc526a2a8757653fb19abe74562ea3d"
  private static let files = ["a.gz": contents]

  private func file(_ mirrors: String...) -> RemoteFile {
    RemoteFile(
      name: "a.gz", byteCount: Self.contents.count, checksum: Self.checksum, mirrors: mirrors)
  }

  private var path: String { folder.path + "/a.gz" }

  /// Expects the whole file, and nothing else in the folder.
  private func expectWhole(sourceLocation: SourceLocation = #_sourceLocation) throws {
    #expect(try folder.data("a.gz") == Self.contents, sourceLocation: sourceLocation)
    #expect(try folder.names == ["a.gz"], sourceLocation: sourceLocation)
  }

  @Test func downloadsOnceAndTellsHowFarItIs() throws {
    let server = try LocalServer(Self.files)
    var counts: [Int] = []
    let outcome = try downloader.fetch(file(server.url)) { counts.append($0) }
    #expect(outcome == .downloaded(url: server.url + "/a.gz"))
    #expect(counts == counts.sorted() && counts.last == Self.contents.count && counts.count > 1)
    try expectWhole()
    #expect(try downloader.fetch(file(server.url + "/")) == .alreadyThere)
    #expect(server.requests == [.init("a.gz")])
  }

  @Test func followsRedirections() throws {
    let server = try LocalServer(Self.files)
    let first = try LocalServer(Self.files, .redirecting(to: server.url))
    try downloader.fetch(file(first.url))
    try expectWhole()
  }

  @Test(arguments: [1, 100_000, 299_999]) func goesOnWhereItWasInterrupted(count: Int) throws {
    try folder.write(Array(Self.contents[..<count]), to: "a.gz.part")
    let server = try LocalServer(Self.files)
    try downloader.fetch(file(server.url))
    try expectWhole()
    #expect(server.requests == [.init("a.gz", from: count)])
  }

  @Test func needsNoServerForACompletePart() throws {
    try folder.write(Self.contents, to: "a.gz.part")
    let server = try LocalServer([:])
    try downloader.fetch(file(server.url))
    try expectWhole()
    #expect(server.requests.isEmpty)
  }

  @Test func beginsAgainWhereAServerSendsNoParts() throws {
    try folder.write(Array(Self.contents[..<5000]), to: "a.gz.part")
    let server = try LocalServer(Self.files, .withoutRanges)
    try downloader.fetch(file(server.url))
    try expectWhole()
    #expect(server.requests == [.init("a.gz", from: 5000), .init("a.gz")])
  }

  /// Shorter than the file, as long, longer.
  @Test(arguments: [10, 300_000, 300_001]) func beginsAgainAfterAWrongPart(count: Int) throws {
    try folder.write([UInt8](repeating: 7, count: count), to: "a.gz.part")
    let server = try LocalServer(Self.files)
    try downloader.fetch(file(server.url))
    try expectWhole()
    #expect(server.requests.last == .init("a.gz"))
  }

  @Test func aConnectionThatIsCutIsTakenUpAgain() throws {
    let server = try LocalServer(Self.files, .cuttingOff(after: 130_000))
    try downloader.fetch(file(server.url))
    try expectWhole()
    #expect(
      server.requests == [
        .init("a.gz"), .init("a.gz", from: 130_000), .init("a.gz", from: 260_000),
      ])
  }

  @Test func whatHasComeIsKeptAndTheNextMirrorGoesOn() throws {
    let cutting = try LocalServer(Self.files, .cuttingOff(after: 1000))
    let error = #expect(throws: DownloadError.self) { try downloader.fetch(file(cutting.url)) }
    #expect(error?.description.contains("\(cutting.url)/a.gz: ") == true)
    #expect(cutting.requests.count == 5)
    #expect(try folder.data("a.gz.part") == Array(Self.contents[..<5000]))
    #expect(try folder.names == ["a.gz.part"])
    let sound = try LocalServer(Self.files)
    let outcome = try downloader.fetch(file(cutting.url, sound.url))
    #expect(outcome == .downloaded(url: sound.url + "/a.gz"))
    #expect(sound.requests == [.init("a.gz", from: 10_000)])
    try expectWhole()
  }

  @Test func aMirrorThatHasNothingIsPassedOver() throws {
    let empty = try LocalServer([:])
    let failing = try LocalServer(Self.files, .failing(status: 503))
    let sound = try LocalServer(Self.files)
    try downloader.fetch(file(empty.url, failing.url, "http://127.0.0.1:1", sound.url))
    try expectWhole()
    #expect(empty.requests.count == 1)
    #expect(failing.requests.count == 1)
  }

  /// Another file of the same length, a shorter one, a longer one.
  @Test(arguments: [
    ([UInt8](repeating: 7, count: 300_000), "expected SHA-256 \(checksum), found "),
    ([1, 2, 3], "expected 300000 bytes, found 3"),
    (contents + [1], "expected 300000 bytes, found more"),
  ])
  func aWrongFileIsRefusedAndTheNextMirrorTried(wrong: [UInt8], reason: String) throws {
    let server = try LocalServer(["a.gz": wrong])
    let error = #expect(throws: DownloadError.self) { try downloader.fetch(file(server.url)) }
    guard case .unavailable(let attempts, path, 300_000, Self.checksum) = error else {
      Issue.record("\(error?.description ?? "no error")")
      return
    }
    #expect(attempts.map(\.url) == [server.url + "/a.gz"])
    #expect(attempts.first?.reason.hasPrefix(reason) == true, "\(attempts)")
    #expect(try folder.names == [])
    let sound = try LocalServer(Self.files)
    try downloader.fetch(file(server.url, sound.url))
    try expectWhole()
  }

  @Test func saysWhatToDoWhereNothingCanBeReached() throws {
    let error = #expect(throws: DownloadError.self) {
      try downloader.fetch(file("http://127.0.0.1:1/x", "http://nowhere.invalid"))
    }
    let text = error?.description ?? ""
    #expect(
      text.hasPrefix("cannot download \(path)\n  http://127.0.0.1:1/x/a.gz: Failed to connect"))
    #expect(text.contains("\n  http://nowhere.invalid/a.gz: "))
    #expect(
      text.hasSuffix(
        "\n  Put the file there yourself: 300000 bytes, SHA-256 \(Self.checksum)"))
    #expect(try folder.names == [])
  }

  @Test func anotherFileIsLeftAlone() throws {
    try folder.write([1, 2, 3], to: "a.gz")
    let server = try LocalServer(Self.files)
    let found = "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81"
    #expect(
      throws: DownloadError.otherFile(path: path, expected: Self.checksum, found: found)
    ) { try downloader.fetch(file(server.url)) }
    #expect(try folder.data("a.gz") == [1, 2, 3])
    #expect(server.requests.isEmpty)
  }

  private struct Stop: Error {}

  @Test func theUserMayStop() throws {
    let server = try LocalServer(Self.files)
    #expect(throws: Stop.self) {
      try downloader.fetch(file(server.url)) { count in if count > 50_000 { throw Stop() } }
    }
    let count = try folder.data("a.gz.part").count
    #expect(50_000 < count && count < 300_000)
    try downloader.fetch(file(server.url))
    try expectWhole()
    #expect(server.requests == [.init("a.gz"), .init("a.gz", from: count)])
  }

  @Test func aFolderThatIsNotThereIsNamed() throws {
    let server = try LocalServer(Self.files)
    let missing = folder.path + "/missing"
    #expect(
      throws: DownloadError.unwritable(
        path: missing + "/a.gz.part", reason: "No such file or directory")
    ) { try Downloader(folder: missing).fetch(file(server.url)) }
  }
}
