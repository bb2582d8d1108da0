import Tern
import TestSupport
import Testing

@Suite struct FileReaderTests {
  @Test func aMissingFileIsAnError() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a"
    #expect(throws: FormatError.missingFile(path: path)) { try NPY.read(from: path) }
    #expect(throws: FormatError.missingFile(path: path)) { try Safetensors.read(from: path) }
  }

  @Test(arguments: ["/", "/dev/null"])
  func foldersAndDevicesAreNotFiles(path: String) {
    #expect(throws: FormatError.notAFile(path: path)) { try NPY.read(from: path) }
    #expect(throws: FormatError.notAFile(path: path)) { try Safetensors.read(from: path) }
  }

  @Test func theSystemsReasonIsGiven() throws {
    let folder = try TemporaryFolder()
    let file = "\(folder.path)/file"
    try NPY.write(Tensor<Float>([1]), to: file)
    #expect(throws: FormatError.unreadable(path: "\(file)/a", reason: "Not a directory")) {
      try NPY.read(from: "\(file)/a")
    }
  }
}
