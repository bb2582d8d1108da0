#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The folder of this name with real data, if it is there: in the folder that `TERN_DATA` names, or
/// in `../shared/data` beside the package.
public func realData(_ name: String) -> String? {
  let package = URL(filePath: #filePath).appending(path: "../../..").standardized.path
  let data = ProcessInfo.processInfo.environment["TERN_DATA"] ?? "\(package)/../shared/data"
  let folder = URL(filePath: "\(data)/\(name)").standardized.path
  return FileManager.default.fileExists(atPath: folder) ? folder : nil
}
