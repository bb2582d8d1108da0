import Foundation
import Tern
import TernData
import TestSupport
import Testing

@Suite struct CIFAR10Tests {
  private let folder: TemporaryFolder
  private static let count = 3

  init() throws { folder = try TemporaryFolder() }

  private static let pickled = CIFAR10Forms.pickled(count: count)
  private static let binary = CIFAR10Forms.binary(count: count)

  private func load(
    _ path: String, flattened: Bool = true, pixels: ClosedRange<Float> = 0...255
  ) throws(DataError) -> CIFAR10 {
    try CIFAR10.load(from: path, flattened: flattened, pixels: pixels, batchSize: Self.count)
  }

  /// Writes files into a new folder of this name and returns its path.
  private func write(
    _ files: [(name: String, contents: [UInt8])], in name: String = "files"
  ) throws -> String {
    let path = "\(folder.path)/\(name)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for file in files { try folder.write(file.contents, to: "\(name)/\(file.name)") }
    return path
  }

  /// Expects the images that ``CIFAR10Forms`` makes.
  private func expectAll(_ cifar: CIFAR10, sourceLocation: SourceLocation = #_sourceLocation) {
    let labels = (0..<6).map { CIFAR10Forms.labels($0, count: Self.count).map { Int32($0) } }
    let pixels = (0..<6).map { CIFAR10Forms.pixels($0, count: Self.count).map { Float($0) } }
    #expect(
      cifar.train.labels.scalars == labels[..<5].flatMap(\.self), sourceLocation: sourceLocation)
    #expect(cifar.test.labels.scalars == labels[5], sourceLocation: sourceLocation)
    #expect(
      cifar.train.inputs.scalars == pixels[..<5].flatMap(\.self), sourceLocation: sourceLocation)
    #expect(cifar.test.inputs.scalars == pixels[5], sourceLocation: sourceLocation)
    #expect(cifar.classNames == CIFAR10Forms.classNames, sourceLocation: sourceLocation)
  }

  @Test(arguments: [("cifar-10-batches-py", pickled), ("cifar-10-batches-bin", binary)])
  func readsFolders(name: String, files: [(name: String, contents: [UInt8])]) throws {
    let path = try write(files, in: name)
    expectAll(try load(path))
    expectAll(try load(path + "/"))
    expectAll(try load(folder.path))
  }

  @Test(arguments: [("cifar-10-python.tar.gz", pickled), ("cifar-10-binary.tar.gz", binary)])
  func readsArchives(name: String, files: [(name: String, contents: [UInt8])]) throws {
    // In another order, in a folder, and with a file that means nothing.
    let members = files.reversed().map { ("somewhere/\($0.name)", $0.contents) }
    let bytes = tar(members + [("somewhere/readme.html", [1, 2, 3])])
    expectAll(try load(try folder.write(gzip(bytes), to: name)))
    expectAll(try load(folder.path))
    expectAll(try load(try folder.write(bytes, to: "plain")))
  }

  @Test func shapesAndRanges() throws {
    let path = try write(Self.pickled)
    let cifar = try load(path, flattened: false, pixels: -1...1)
    #expect(cifar.train.inputs.shape == [15, 3, 32, 32])
    #expect(cifar.test.inputs.shape == [3, 3, 32, 32])
    #expect(cifar.test.inputs.scalars[0] == Float(5) / 127.5 - 1)
    #expect(cifar.test.inputs.scalars[250] == 1)
    #expect(cifar.test.inputs.scalars[251] == -1)
    let unit = try load(path, pixels: 0...1)
    #expect(unit.train.inputs.shape == [15, 3072])
    #expect(unit.test.inputs.scalars[0] == Float(5) / 255)
  }

  @Test func classesHaveTheirUsualNames() throws {
    let cifar = try load(try write(Array(Self.pickled.dropLast())))
    #expect(
      cifar.classNames == [
        "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck",
      ])
  }

  @Test func namesWhatIsMissing() throws {
    let nothing = folder.path + "/nothing"
    let error = #expect(throws: DataError.self) { try load(nothing) }
    #expect(error?.description.hasPrefix("\(nothing): expected a folder with one of ") == true)
    let empty = #expect(throws: DataError.self) { try load(folder.path) }
    #expect(empty?.description.contains("cifar-10-python.tar.gz") == true)
    #expect(empty?.description.contains("found none of them. Download") == true)
    #expect(empty?.description.contains("'tern fetch cifar10 --to DIR'") == true)
  }

  @Test(arguments: CIFAR10Forms.batchNames) func namesAMissingBatch(name: String) throws {
    for (suffix, files) in [("", Self.pickled), (".bin", Self.binary)] {
      let rest = files.filter { $0.name != name + suffix }
      let path = try write(rest, in: "without\(suffix)")
      expect(.missingFile(path: "\(path)/\(name)\(suffix)")) { try load(path) }
      let archive = try folder.write(tar(rest), to: "a.tar")
      expect(.malformed(path: archive, expected: "a file \(name) in it", found: "none")) {
        try load(archive)
      }
    }
  }

  @Test func aBatchOccursOnce() throws {
    let archive = try folder.write(tar(Self.pickled + Self.binary), to: "a.tar")
    expect(.malformed(path: archive, expected: "one file data_batch_1", found: "a second")) {
      try load(archive)
    }
  }

  private typealias Forms = CIFAR10Forms

  /// Contents of a batch, what was expected, and what was found.
  private static let wrong: [(String, [UInt8], String, String)] = [
    (
      "data_batch_2", Forms.pickle(Forms.pixels(0, count: 3), [1, 10, 3]), "labels from 0 to 9",
      "10 at index 1"
    ),
    ("data_batch_3", Forms.pickle(Forms.pixels(0, count: 3), [1, 2]), "3 labels", "2"),
    (
      "data_batch_4", Forms.pickle(Forms.pixels(0, count: 2), [1, 2]), "data of shape [3, 3072]",
      "[2, 3072]"
    ),
    (
      "data_batch_5", Forms.pickle(Forms.pixels(0, count: 3), [1, 2, 3], width: 1024),
      "data of shape [3, 3072]", "[9, 1024]"
    ),
    ("test_batch", Array("}.".utf8), "a dictionary with an array of bytes as data", "none"),
    ("test_batch", Array("K\u{01}.".utf8), "a dictionary with an array of bytes as data", "none"),
    ("batches.meta", Array("}.".utf8), "the names of 10 classes", "0"),
    ("test_batch", [], "a pickle that ends with STOP", "its end"),
  ]

  @Test(arguments: wrong)
  func checksBatches(name: String, contents: [UInt8], expected: String, found: String) throws {
    let path = try write(Self.pickled)
    let file = try folder.write(contents, to: "files/\(name)")
    expect(.malformed(path: file, expected: expected, found: found)) { try load(path) }
  }

  @Test func checksTheBinaryForm() throws {
    let path = try write(Self.binary)
    let whole = try #require(Self.binary.first).contents
    let short = try folder.write(whole.dropLast(), to: "files/data_batch_1.bin")
    expect(.malformed(path: short, expected: "9219 bytes for 3 images of 3073", found: "9218")) {
      try load(path)
    }
    let label = try folder.write([10] + whole.dropFirst(), to: "files/data_batch_1.bin")
    expect(.malformed(path: label, expected: "labels from 0 to 9", found: "10 at index 0")) {
      try load(path)
    }
  }

  @Test func noticesADamagedArchive() throws {
    let bytes = gzip(tar(Self.pickled))
    var changed = bytes
    changed[30_000] ^= 1
    let damaged = try folder.write(changed, to: "damaged.tar.gz")
    expect(.corrupt(path: damaged, reason: "its checksum does not match its contents")) {
      try load(damaged)
    }
    let short = try folder.write(Array(bytes[..<40_000]), to: "short.tar.gz")
    expect(.truncated(path: short)) { try load(short) }
    let other = try folder.write(Array("no archive".utf8), to: "other.tar.gz")
    #expect(throws: DataError.self) { try load(other) }
  }

  private func expect<Result>(
    _ error: DataError, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> Result
  ) {
    #expect(throws: error, sourceLocation: sourceLocation) { try body() }
  }
}
