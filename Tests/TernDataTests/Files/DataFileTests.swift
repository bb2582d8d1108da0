import TestSupport
import Testing
import TernData

@Suite struct DataFileTests {
  private let folder: TemporaryFolder
  private let contents = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [0, 1, 7, 17, 1023, 65_535, 65_536, 200_000])
  func readsPlainAndCompressed(count: Int) throws {
    let bytes = Array(contents[..<count])
    let plain = try folder.write(bytes, to: "plain")
    let compressed = try folder.write(gzip(bytes), to: "compressed.gz")
    #expect(try DataFile.contents(of: plain, limit: count) == bytes)
    #expect(try DataFile.contents(of: compressed, limit: count) == bytes)
  }

  /// Written by Python: `gzip.compress(b"abc" * 60, 9, mtime=0)`.
  @Test func readsWhatPythonCompressed() throws {
    let bytes: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x4B, 0x4C, 0x4A, 0x4E,
      0x1C, 0x6A, 0x08, 0x00, 0x64, 0x35, 0x35, 0x21, 0xB4, 0x00, 0x00, 0x00,
    ]
    let path = try folder.write(bytes, to: "letters")
    let letters = [[UInt8]](repeating: Array("abc".utf8), count: 60).flatMap(\.self)
    #expect(try DataFile.contents(of: path, limit: 1000) == letters)
  }

  @Test func readsInPieces() throws {
    let file = try DataFile(opening: try folder.write([1, 2, 3, 4, 5], to: "plain"))
    #expect(try file.read(2) == [1, 2])
    #expect(try file.read(0) == [])
    #expect(try file.read(9) == [3, 4, 5])
    #expect(try file.read(1) == [])
  }

  @Test func refusesMoreThanTheLimit() throws {
    let path = try folder.write(gzip([UInt8](repeating: 0, count: 5000)), to: "zeros.gz")
    expect(.tooLarge(path: path, found: "more", limit: 4999)) {
      try DataFile.contents(of: path, limit: 4999)
    }
    // A file with a hole is as long as it says, without taking any space.
    let long = try folder.writeHole(byteCount: 1 << 40, to: "hole")
    expect(.tooLarge(path: long, found: "\(1 << 40)", limit: 1 << 28)) {
      try DataFile.contents(of: long, limit: 1 << 28)
    }
  }

  @Test func namesWhatIsNoFile() {
    let missing = folder.path + "/missing"
    expect(.missingFile(path: missing)) { try DataFile(opening: missing).read(1) }
    expect(.notAFile(path: folder.path)) { try DataFile(opening: folder.path).read(1) }
    expect(.notAFile(path: "/dev/null")) { try DataFile(opening: "/dev/null").read(1) }
  }

  @Test func passesOnTheReasonOfTheSystem() throws {
    let path = try folder.write([], to: "plain") + "/inside"
    expect(.unreadable(path: path, reason: "Not a directory")) {
      try DataFile(opening: path).read(1)
    }
  }

  @Test(arguments: [2, 5, 10, 12, 100, 1000, 200_038 - 8, 200_038 - 1])
  func noticesThatCompressedDataIsCutShort(length: Int) throws {
    let path = try folder.write(Array(gzip(contents)[..<length]), to: "short.gz")
    expect(.truncated(path: path)) { try DataFile.contents(of: path, limit: 1 << 20) }
  }

  @Test(arguments: [
    (3, "its gzip header is invalid"),
    (1000, "its checksum does not match its contents"),
    (200_038 - 5, "its checksum does not match its contents"),
    (200_038 - 4, "expected 200001 bytes inside, found 200000"),
  ])
  func noticesDamage(position: Int, reason: String) throws {
    var bytes = gzip(contents)
    bytes[position] ^= position == 3 ? 0xFF : 1
    let path = try folder.write(bytes, to: "damaged.gz")
    expect(.corrupt(path: path, reason: reason)) { try DataFile.contents(of: path, limit: 1 << 20) }
  }

  @Test func noticesDamagedBlocks() throws {
    var bytes = gzip(contents)
    bytes[10] = 7  // no block has this type
    let path = try folder.write(bytes, to: "damaged.gz")
    let error = #expect(throws: DataError.self) { try DataFile.contents(of: path, limit: 1 << 20) }
    #expect(error?.description.hasPrefix("\(path): the compressed data is damaged: ") == true)
  }

  @Test func refusesWhatFollowsCompressedData() throws {
    let bytes = gzip([1, 2, 3])
    let path = try folder.write(bytes + Array("more".utf8), to: "trailing.gz")
    let reason = "expected \(bytes.count) stored bytes, found \(bytes.count + 4)"
    expect(.corrupt(path: path, reason: reason)) { try DataFile.contents(of: path, limit: 100) }
  }

  @Test func refusesSeveralPartsWhoseChecksumsItCannotCheck() throws {
    let path = try folder.write(gzip([1, 2, 3]) + gzip([4, 5]), to: "parts.gz")
    expect(.corrupt(path: path, reason: "expected 2 bytes inside, found 5")) {
      try DataFile.contents(of: path, limit: 100)
    }
  }

  private func expect<Result>(
    _ error: DataError, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> Result
  ) {
    #expect(throws: error, sourceLocation: sourceLocation) { try body() }
  }
}
