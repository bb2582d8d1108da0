// Without all of Foundation, whose operators would make type checking slow in every test.
#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A new folder that is removed with its contents when the test ends.
public final class TemporaryFolder: Sendable {
  /// Where it is.
  public let path: String

  /// Makes the folder.
  public init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The names of everything in the folder, in alphabetical order.
  public var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  /// The paths, within the folder, of everything in it and below, in alphabetical order.
  public var files: [String] {
    get throws { try FileManager.default.subpathsOfDirectory(atPath: path).sorted() }
  }

  /// Writes a file of zeros that takes no space, and returns its path.
  @discardableResult
  public func writeHole(byteCount: Int, to name: String) throws -> String {
    let file = try write([] as [UInt8], to: name)
    guard truncate(file, off_t(byteCount)) == 0 else { throw CocoaError(.fileWriteUnknown) }
    return file
  }

  /// Writes a file and returns its path.
  @discardableResult
  public func write(_ bytes: some Collection<UInt8>, to name: String) throws -> String {
    let file = "\(path)/\(name)"
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }

  /// Writes a file and returns its path.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    try write(text.utf8, to: name)
  }

  /// The contents of a file.
  public func data(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: "\(path)/\(name)")))
  }

  /// The contents of a file as text.
  public func read(_ name: String) throws -> String {
    String(decoding: try data(name), as: UTF8.self)
  }
}
