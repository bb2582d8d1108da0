import Tern
import TernData
import Testing

/// Whatever the bytes are, reading succeeds or throws.
@Suite struct PickleDamageTests {
  /// Whether bytes are read; what they hold is looked at, too.
  private func isRead(_ bytes: [UInt8]) -> Bool {
    do throws(DataError) {
      let pickle = try PickleReader.read(bytes, path: "p")
      for value in [pickle.root, pickle["data"], pickle["labels"]] {
        if let array = pickle.array(value) {
          #expect(array.bytes.count == array.extents.reduce(1, *))
        }
        _ = pickle.integers(value)
        _ = pickle.texts(value)
      }
      return true
    } catch {
      #expect(error.description.hasPrefix("p: expected "))
      return false
    }
  }

  @Test(arguments: pickleFiles) func everyTruncationIsRefused(file: PickleFile) {
    let bytes = file.bytes
    #expect(bytes.indices.allSatisfy { !isRead(Array(bytes[..<$0])) })
  }

  @Test(arguments: pickleFiles) func changedBytesAreReadOrRefused(file: PickleFile) {
    var rng = Philox(seed: 17)
    var readCount = 0
    let rounds = 2000
    for _ in 0..<rounds {
      var bytes = file.bytes
      for _ in 0...Int.random(in: 0..<4, using: &rng) {
        let place = Int.random(in: 0..<bytes.count, using: &rng)
        let other = Int.random(in: 0..<bytes.count, using: &rng)
        switch Int.random(in: 0..<5, using: &rng) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &rng)
        case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &rng)
        case 2: bytes[place] = Self.codes.randomElement(using: &rng) ?? 0
        case 3: bytes.insert(contentsOf: bytes[min(place, other)...max(place, other)], at: other)
        default: if bytes.count > 1 { bytes.remove(at: place) }
        }
      }
      if isRead(bytes) { readCount += 1 }
    }
    #expect(readCount < rounds)
  }

  /// Programs of instructions drawn at random, most of which fail at once, but not all.
  @Test func randomProgramsAreReadOrRefused() {
    var rng = Philox(seed: 18)
    var readCount = 0
    for _ in 0..<50_000 {
      let count = Int.random(in: 1..<40, using: &rng)
      let codes = (0..<count).map { _ in Self.codes.randomElement(using: &rng) ?? 0 }
      if isRead(codes + [UInt8(ascii: ".")]) { readCount += 1 }
    }
    #expect(readCount > 0)
  }

  /// The instructions that take nothing from the file, and a few others.
  private static let codes: [UInt8] =
    Array("N(]lae)t}dsu012cRbJKMqhjU.".utf8) + [0x85, 0x86, 0x87, 0x88, 0x89, 0x93, 0x94, 0x80]
}
