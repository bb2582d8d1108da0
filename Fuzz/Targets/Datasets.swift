@testable import TernData
import Tern

extension FuzzTarget {
  /// Files of data sets and archives.
  static let datasets: [FuzzTarget] = [
    // A zip archive; or, after an odd byte, a member of a sound one, which no checksum protects.
    FuzzTarget("npz") { bytes in
      let isMember = bytes.first.map { $0 % 2 == 1 } ?? false
      let archive = isMember ? zip(of: Array(bytes.dropFirst()), name: "a.npy") : bytes
      let file = try withFile(archive) { try NPZ.read(from: $0) }
      for name in file.names { keep("\(file[name]?.shape ?? [])") }
    },

    FuzzTarget("idx") { bytes in
      try withFile(bytes) { path in
        let limit = 1 << 20
        switch bytes.dropFirst(2).first {
        case 0x0C: keep("\(try IDXFile<Int32>(reading: path, limit: limit).tensor.shape)")
        case 0x0D: keep("\(try IDXFile<Float>(reading: path, limit: limit).tensor.shape)")
        case 0x0E: keep("\(try IDXFile<Double>(reading: path, limit: limit).tensor.shape)")
        default: keep("\(try IDXFile<UInt8>(reading: path, limit: limit).tensor.shape)")
        }
      }
    },

    // The first byte chooses the separator, and whether there are names.
    FuzzTarget("csv") { bytes in
      let choice = Int(bytes.first ?? 0)
      try withFile(Array(bytes.dropFirst())) { path in
        let table = try CSVFile(
          reading: path, separator: [",", ";", "\t", " "][choice % 4],
          hasHeader: choice / 4 % 2 == 1,
          limit: 1 << 20)
        var failure: (any Error)?
        for name in Set(table.columnNames).prefix(8) {
          do {
            let (texts, labels) = (try table.texts(of: name), try table.classes(of: name).labels)
            precondition(texts.count == table.rowCount && labels.shape == [table.rowCount])
            keep("\(try table.tensor(of: name, as: Int32.self, missing: "0").sum())")
            keep("\(try table.tensor(of: name, as: Double.self, missing: "nan").sum())")
            keep("\(try table.tensor(of: [name, name], as: Float.self).shape)")
          } catch {
            failure = error
          }
        }
        if let failure { throw failure }
      }
    },

    FuzzTarget("gzip") { bytes in
      let contents = try withFile(bytes) { try DataFile.contents(of: $0, limit: 1 << 20) }
      precondition(contents.count <= 1 << 20)
    },

    // Checksums of members are set right, so that more than the first test of a header is reached.
    FuzzTarget("tar") { bytes in
      let archive = repaired(bytes)
      try withFile(archive) { path in
        let archive = try ArchiveReader(tar: path)
        while let member = try archive.next() {
          keep("\(member)")
          if member.isFile { _ = try archive.contents(limit: 1 << 20) }
        }
        _ = try CIFAR10.load(from: path, flattened: false, pixels: 0...1, batchSize: 1)
      }
    },

    FuzzTarget("cifar-binary") { bytes in
      let count = Int(bytes.first ?? 0) % 4
      let batch = try CIFAR10Batch(binary: Array(bytes.dropFirst()), path: "a.bin", count: count)
      keep("\(CIFAR10Batch.images(of: [batch], flattened: true).shape) \(batch.labels)")
    },

    FuzzTarget("pickle") { bytes in
      let pickle = try PickleReader.read(bytes, path: "a.pickle")
      for value in [pickle.root, pickle["data"], pickle["labels"], pickle["label_names"]] {
        _ = pickle.integers(value)
        _ = pickle.texts(value)
        if let array = pickle.array(value) {
          precondition(array.bytes.count == array.extents.reduce(1, *))
        }
      }
      let batch = try CIFAR10Batch(pickle: bytes, path: "a.pickle", count: 1)
      keep("\(batch.labels)")
    },
  ]

  /// The archive with the checksum that each block with the mark of a member's header should have.
  private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for start in stride(from: 0, to: bytes.count - 511, by: 512)
    where bytes[start + 257..<start + 262].elementsEqual("ustar".utf8) {
      bytes.replaceSubrange(start + 148..<start + 156, with: [UInt8](repeating: 0x20, count: 8))
      let sum = bytes[start..<start + 512].reduce(0) { $0 + Int($1) }
      let digits = String(sum, radix: 8)
      let text = String(repeating: "0", count: 6 - digits.count) + digits + "\0 "
      bytes.replaceSubrange(start + 148..<start + 156, with: text.utf8)
    }
    return bytes
  }

  /// A zip archive of one file, which is stored as it is.
  private static func zip(of contents: [UInt8], name: String) -> [UInt8] {
    var checksum = CRC32()
    contents.withUnsafeBytes { checksum.update($0) }
    func number(_ value: some FixedWidthInteger) -> [UInt8] {
      withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
    let size = number(UInt32(contents.count))
    let fields: [UInt8] =
      number(UInt16(20)) + number(UInt16(0)) + number(UInt16(0)) + number(UInt32(0))
      + number(checksum.value) + size + size + number(UInt16(name.utf8.count)) + number(UInt16(0))
    let local = Array("PK\u{3}\u{4}".utf8) + fields + Array(name.utf8) + contents
    let central: [UInt8] =
      Array("PK\u{1}\u{2}".utf8) + number(UInt16(20)) + fields + number(UInt16(0))
      + number(UInt16(0)) + number(UInt16(0)) + number(UInt32(0)) + number(UInt32(0))
      + Array(name.utf8)
    return local + central + Array("PK\u{5}\u{6}".utf8) + number(UInt32(0)) + number(UInt16(1))
      + number(UInt16(1)) + number(UInt32(central.count)) + number(UInt32(local.count))
      + number(UInt16(0))
  }
}
