import Foundation
import TestSupport
import Testing

@Suite struct FetchTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let names = [
    "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz",
    "t10k-labels-idx1-ubyte.gz",
  ]
  private static let checksums = [
    "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
    "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
    "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
    "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
  ]

  /// The real files of MNIST, if they are there.
  private static let mnist = realData("mnist").flatMap { folder in
    FileManager.default.fileExists(atPath: "\(folder)/\(names[0])") ? folder : nil
  }

  private func fetch(_ name: String, _ mirror: String, to folder: String) throws -> Outcome {
    try Program.run("fetch", name, "--to", folder, "--mirror", mirror)
  }

  @Test(.enabled(if: mnist != nil, "set TERN_DATA to a folder that has MNIST in it as mnist"))
  func downloadsMNISTOnce() throws {
    let originals = try #require(Self.mnist)
    let files = try Self.names.map { name in
      (name, [UInt8](try Data(contentsOf: URL(filePath: "\(originals)/\(name)"))))
    }
    let server = try LocalServer(Dictionary(uniqueKeysWithValues: files))
    let target = folder.path + "/new/mnist"
    let outcome = try fetch("mnist", server.url, to: target)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty)
    for (name, bytes) in files {
      #expect(outcome.output.contains("\(target)/\(name) downloaded from \(server.url)/\(name)\n"))
      #expect(try folder.data("new/mnist/\(name)") == bytes)
    }
    #expect(server.requests == Self.names.map { .init($0) })

    let second = try fetch("mnist", server.url, to: target)
    #expect(second.status == 0)
    for name in Self.names {
      #expect(
        second.output.contains("\(target)/\(name) is there already, and its checksum is right"))
    }
    #expect(server.requests.count == 4)
  }

  @Test func saysWhichFilesToPutWhere() throws {
    let server = try LocalServer([Self.names[0]: [1, 2, 3]])
    let outcome = try fetch("mnist", server.url, to: folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    for (name, checksum) in zip(Self.names, Self.checksums) {
      #expect(outcome.errors.contains("cannot download \(folder.path)/\(name)\n"))
      #expect(outcome.errors.contains(" bytes, SHA-256 \(checksum)\n"))
    }
    #expect(
      outcome.errors.contains("\(server.url)/\(Self.names[0]): expected 9912422 bytes, found 3"))
    #expect(
      outcome.errors.contains(
        "\(server.url)/\(Self.names[1]): The requested URL returned error: 404"))
    #expect(try folder.names.isEmpty)
  }

  @Test func namesTheFileOfCIFAR10() throws {
    let outcome = try fetch("cifar10", "http://127.0.0.1:1", to: folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("http://127.0.0.1:1/cifar-10-python.tar.gz: Failed to connect"))
    #expect(
      outcome.errors.contains(
        "170498071 bytes, "
          + "SHA-256 6d958be074577803d12ecdefd02955f39262c83c16fe9348329d7fe0b5c001ce"))
  }

  @Test func anotherFileIsLeftAlone() throws {
    try folder.write("mine", to: "cifar-10-python.tar.gz")
    let outcome = try fetch("cifar10", "http://127.0.0.1:1", to: folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("if not, move the file away to download it"))
    #expect(
      outcome.errors.contains(
        "If it has the same contents, packed in another way, it can be read as it is"))
    #expect(try folder.read("cifar-10-python.tar.gz") == "mine")
  }
}
