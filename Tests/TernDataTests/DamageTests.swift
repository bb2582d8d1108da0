// Only debug builds let tests see what is internal.
#if DEBUG
  import Tern
  import TestSupport
  import Testing

  @testable import TernData

  /// Whatever is wrong with a file of data, it is read or refused.
  @Suite struct DamageTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let array = idx([2, 3], [1, 2, 3, 4, 5, 6])

    private func refused(
      _ file: [UInt8], _ read: (String) throws -> Void
    ) -> (truncated: Int, flipped: Int) {
      refusals(ofEveryTruncationAndFlippedBitIn: file) { bytes in
        try read(try folder.write(bytes, to: "damaged"))
      }
    }

    @Test(arguments: [array, gzip(array)]) func everyTruncationAndFlippedBitOfIDX(file: [UInt8]) {
      let refused = refused(file) { _ = try IDXFile<UInt8>(reading: $0) }
      #expect(refused.truncated == file.count)
      #expect(refused.flipped > 0)
    }

    @Test func everyTruncationAndFlippedBitOfGzip() {
      let file = gzip([1, 2, 3])
      let refused = refused(file) { _ = try DataFile.contents(of: $0, limit: 1 << 20) }
      // Nothing and one byte are files that are not compressed.
      #expect(refused.truncated == file.count - 2)
      #expect(refused.flipped > 8 * 10)
    }

    @Test(arguments: [false, true]) func everyTruncationAndFlippedBitOfTar(isCompressed: Bool) {
      let plain = Array(tar([("test_batch.bin", [1, 2, 3])]).prefix(512 + 3))
      let refused = refused(isCompressed ? gzip(plain) : plain) { path in
        let archive = try ArchiveReader(tar: path)
        while try archive.next() != nil { _ = try archive.contents(limit: 100) }
      }
      #expect(refused.truncated > 0)
      #expect(refused.flipped > 0)
    }

    /// Whether its bytes are asked for or passed over.
    @Test(arguments: [false, true]) func aTarArchiveUnpacksToNoMoreThanTheLimit(isRead: Bool) throws
    {
      let limit = 1 << 20
      let archive = tar([("zeros", [UInt8](repeating: 0, count: limit)), ("last", [1])])
      let path = try folder.write(gzip(archive), to: "bomb.tar.gz")
      #expect(throws: DataError.tooLarge(path: path, found: "more", limit: limit)) {
        let reader = try ArchiveReader(tar: path, limit: limit)
        while try reader.next() != nil { if isRead { _ = try reader.contents(limit: limit) } }
      }
      let reader = try ArchiveReader(tar: path, limit: archive.count)
      #expect(try reader.next()?.name == "zeros")
      #expect(try reader.next()?.name == "last")
      #expect(try reader.next() == nil)
    }

    @Test func everyTruncationAndFlippedBitOfNPZ() throws {
      let file = try #require(npzFiles["tiny"])
      let refused = refused(file) { _ = try NPZ.read(from: $0) }
      #expect(refused.truncated == file.count)
      #expect(refused.flipped > 0)
    }

    @Test(arguments: [0, 1]) func everyTruncationAndFlippedBitOfCSV(compressed: Int) {
      let plain = Array("a,\"b, \"\"c\"\"\"\r\n-1.5e3,x\r\n0.25,\"y\nz\"\r\n".utf8)
      let refused = refused(compressed == 1 ? gzip(plain) : plain) { path in
        let table = try CSVFile(reading: path)
        _ = try table.tensor(of: "a")
        _ = try table.classes(of: "b, \"c\"")
      }
      #expect(refused.truncated > 0)
      #expect(refused.flipped > 0)
    }

    @Test(arguments: pickleFiles) func everyFlippedBitOfAPickle(file: PickleFile) {
      let refused = refusals(ofEveryTruncationAndFlippedBitIn: file.bytes) {
        _ = try PickleReader.read($0, path: "p")
      }
      #expect(refused.truncated == file.bytes.count)
      #expect(refused.flipped > 0)
    }

    /// All bits of a label, and some lengths.
    @Test func labelsAndLengthsOfCIFAR10sBinaryForm() throws {
      let file = [7] + [UInt8](repeating: 9, count: CIFAR10Batch.imageSize)
      for label in UInt8.min ... .max {
        let isRead =
          (try? CIFAR10Batch(binary: [label] + file.dropFirst(), path: "b", count: 1)) != nil
        #expect(isRead == (label < 10))
      }
      for count in [0, 1, 3072, 3074] {
        let bytes = Array((file + file).prefix(count))
        #expect(throws: DataError.self) { try CIFAR10Batch(binary: bytes, path: "b", count: 1) }
      }
    }

    /// A link to another member is none of the files, and leads nowhere.
    @Test(arguments: ["1", "2"]) func linksInArchivesArePassedOver(kind: String) throws {
      var archive = tar([("../../test_batch", [])])
      archive[156] = Array(kind.utf8)[0]
      archive.replaceSubrange(157..<157 + 11, with: "/etc/passwd".utf8)
      archive.replaceSubrange(148..<156, with: [UInt8](repeating: 0x20, count: 8))
      let sum = String(archive[..<512].reduce(0) { $0 + Int($1) }, radix: 8)
      archive.replaceSubrange(148..<156, with: "0\(sum)\0 ".utf8)
      let path = try folder.write(archive, to: "links.tar")
      let reader = try ArchiveReader(tar: path)
      #expect(try reader.next()?.isFile == false)
      #expect(
        throws: DataError.malformed(
          path: path, expected: "a file data_batch_1 in it", found: "none")
      ) { try CIFAR10.load(from: path, flattened: true, pixels: 0...1, batchSize: 1) }
    }
  }
#endif
