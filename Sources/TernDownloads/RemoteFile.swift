/// A file that several servers have, told by its checksum.
public struct RemoteFile: Hashable, Sendable {
  /// What it is called, on the servers and here.
  public var name: String
  /// How many bytes it has.
  public var byteCount: Int
  /// Its SHA-256, 64 hexadecimal digits.
  public var checksum: String
  /// The addresses of the folders that have it, in the order in which they are tried.
  public var mirrors: [String]

  /// A file of this name, length and checksum in these folders.
  public init(name: String, byteCount: Int, checksum: String, mirrors: [String]) {
    self.name = name
    self.byteCount = byteCount
    self.checksum = checksum
    self.mirrors = mirrors
  }

  /// Its address in a folder.
  func url(in mirror: String) -> String {
    mirror.hasSuffix("/") ? mirror + name : "\(mirror)/\(name)"
  }
}
