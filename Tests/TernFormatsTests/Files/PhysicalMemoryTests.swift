import Foundation
import Tern
import TestSupport
import Testing

@Suite struct PhysicalMemoryTests {
  private static let extents = [Int(Int32.max), 4096]
  private static let byteCount = extents[0] * extents[1]

  private static let npy: [UInt8] = {
    let text = "{'descr': '|u1', 'fortran_order': False, 'shape': (\(extents[0]), \(extents[1]))}"
    return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(text.utf8.count), 0] + Array(text.utf8)
  }()

  private static let safetensors: [UInt8] = {
    let text = "{\"a\":{\"dtype\":\"U8\",\"shape\":\(extents),\"data_offsets\":[0,\(byteCount)]}}"
    return [UInt8(text.utf8.count)] + [UInt8](repeating: 0, count: 7) + Array(text.utf8)
  }()

  /// A file of 8 TiB that takes no space: all of it but the header is a hole.
  @Test(arguments: [npy, safetensors]) func filesBeyondTheMemoryAreRefused(header: [UInt8]) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(header, to: "holes")
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.truncate(atOffset: UInt64(header.count + Self.byteCount))
    try file.close()
    let error = #expect(throws: FormatError.self) {
      if header == Self.npy {
        _ = try NPY.read(from: path)
      } else {
        _ = try Safetensors.read(from: path)
      }
    }
    let text = try #require(error?.description)
    #expect(text.hasPrefix("\(path): expected at most "))
    #expect(text.hasSuffix(" bytes, the memory of this machine, found \(Self.byteCount)"))
  }

  /// Halves need three times the memory that they take in the file, where there are only holes.
  @Test func memoryIsThatOfTheElementsThatAreMade() throws {
    let folder = try TemporaryFolder()
    let rows = Int(ProcessInfo.processInfo.physicalMemory / 2 / 2048)
    let text = "{'descr': '<f2', 'fortran_order': False, 'shape': (\(rows), 1024)}"
    let header =
      [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(text.utf8.count), 0] + Array(text.utf8)
    let path = try folder.write(header, to: "halves")
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.truncate(atOffset: UInt64(header.count + 2048 * rows))
    try file.close()
    let error = #expect(throws: FormatError.self) { try NPY.read(from: path) }
    #expect(error?.description.hasSuffix("found \(6 * 1024 * rows)") == true)
  }
}
