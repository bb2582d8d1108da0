import Foundation
import Tern
import TestSupport
import Testing

@Suite struct AtomicFileTests {
  private let tensor = Tensor<Float>([1, 2])

  @Test func replacesAFileAndLeavesNothingElse() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.npy"
    try NPY.write(Tensor<Float>([3]), to: path)
    try NPY.write(tensor, to: path)
    #expect(try NPY.read(from: path, as: Float.self) == tensor)
    #expect(try folder.names == ["a.npy"])
  }

  @Test func keepsPermissions() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.npy"
    try NPY.write(tensor, to: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try NPY.write(tensor, to: path)
    let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect((permissions as? NSNumber)?.intValue == 0o640)
  }

  @Test func keepsSymbolicLinks() throws {
    let folder = try TemporaryFolder()
    let (path, link) = ("\(folder.path)/a.npy", "\(folder.path)/link.npy")
    try NPY.write(Tensor<Float>([3]), to: path)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "a.npy")
    try NPY.write(tensor, to: link)
    #expect(try NPY.read(from: path, as: Float.self) == tensor)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "a.npy")
  }

  @Test func aMissingFolderIsAnError() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/missing/a.npy"
    let error = #expect(throws: FormatError.self) { try NPY.write(tensor, to: path) }
    #expect(error == .unwritable(path: path, reason: "No such file or directory"))
    #expect(error?.description == "\(path): cannot be written: No such file or directory")
  }

  @Test func aFileIsNoFolder() throws {
    let folder = try TemporaryFolder()
    let file = "\(folder.path)/file"
    try NPY.write(tensor, to: file)
    let path = "\(file)/a.safetensors"
    #expect(throws: FormatError.unwritable(path: path, reason: "Not a directory")) {
      try Safetensors.write([], to: path)
    }
  }

  @Test func aFolderIsNotReplaced() throws {
    let folder = try TemporaryFolder()
    #expect(throws: FormatError.notAFile(path: folder.path)) {
      try NPY.write(tensor, to: folder.path)
    }
    #expect(throws: FormatError.notAFile(path: folder.path)) {
      try Safetensors.write([], to: folder.path)
    }
    #expect(try folder.names == [])
  }

  @Test func aDeviceIsNotReplaced() {
    #expect(throws: FormatError.notAFile(path: "/dev/null")) {
      try NPY.write(tensor, to: "/dev/null")
    }
  }

  /// The name is too long for the last step only.
  @Test func failureAtTheEndLeavesNothing() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/\(String(repeating: "a", count: 256))"
    #expect(throws: FormatError.unwritable(path: path, reason: "File name too long")) {
      try NPY.write(tensor, to: path)
    }
    #expect(try folder.names == [])
  }

  @Test func theOldFileSurvivesAFailedWrite() async throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.npy"
    try NPY.write(tensor, to: path)
    await #expect(processExitsWith: .success) { [path = path as String] in
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 1 << 20, rlim_max: 1 << 20)
      #expect(setrlimit(largestFileSize, &limit) == 0)
      #expect(throws: FormatError.unwritable(path: path, reason: "File too large")) {
        try NPY.write(Tensor<Float>(zeros: [1 << 19]), to: path)
      }
    }
    #expect(try NPY.read(from: path, as: Float.self) == tensor)
    #expect(try folder.names == ["a.npy"])
  }

  /// The superuser may write and read anything.
  @Test(.enabled(if: geteuid() != 0)) func permissionsAreRespected() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.npy"
    try NPY.write(tensor, to: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: path)
    #expect(throws: FormatError.unwritable(path: path, reason: "Permission denied")) {
      try NPY.write(tensor, to: path)
    }
    #expect(throws: FormatError.unreadable(path: path, reason: "Permission denied")) {
      try NPY.read(from: path)
    }
  }
}

#if canImport(Glibc)
  private let largestFileSize = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
#else
  private let largestFileSize = RLIMIT_FSIZE
#endif
