import Foundation
import Tern
import TernData
import TestSupport
import Testing

@Suite struct MNISTTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: ["-", "."], [false, true])
  func readsEitherNamePlainOrCompressed(separator: String, compressed: Bool) throws {
    try write(separator: separator, compressed: compressed)
    let mnist = try MNIST.load(from: folder.path)
    #expect(mnist.train.inputs.shape == [3, 1, 28, 28])
    #expect(mnist.train.labels == [5, 0, 9])
    #expect(mnist.test.inputs.shape == [2, 1, 28, 28])
    #expect(mnist.test.labels == [1, 2])
    let pixels = mnist.train.inputs.scalars
    #expect(pixels[0] == 0)
    #expect(pixels[1] == Float(1) / 255)
    #expect(pixels[255] == 1)
  }

  @Test func flattensImages() throws {
    try write()
    let flat = try MNIST.load(from: folder.path + "/", flattened: true)
    #expect(flat.train.inputs.shape == [3, 784])
    #expect(flat.train.inputs.scalars == (try MNIST.load(from: folder.path)).train.inputs.scalars)
  }

  @Test func namesAMissingFolderAndWhatToDo() {
    let missing = folder.path + "/missing"
    let error = #expect(throws: DataError.self) { try MNIST.load(from: missing) }
    let text = error?.description ?? ""
    #expect(text.hasPrefix("\(missing): expected a folder with one of train-images-idx3-ubyte, "))
    #expect(text.contains("found no folder. Download the four files of MNIST"))
    #expect(text.contains("'tern fetch mnist --to DIR'"))
  }

  @Test(arguments: [
    "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte",
    "t10k-labels-idx1-ubyte",
  ])
  func namesAMissingFileAndWhatToDo(name: String) throws {
    try write()
    try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
    let error = #expect(throws: DataError.self) { try MNIST.load(from: folder.path) }
    let text = error?.description ?? ""
    #expect(text.hasPrefix("\(folder.path): expected one of \(name), \(name).gz, "))
    #expect(text.contains("found none of them. Download the four files of MNIST"))
  }

  @Test func countsHaveToAgree() throws {
    try write()
    let labels = try folder.write(idx([3], [1, 2, 3]), to: "t10k-labels-idx1-ubyte")
    let images = "\(folder.path)/t10k-images-idx3-ubyte"
    expect(labels, "labels of shape [2], one for each image in \(images)", "[3]")
  }

  @Test func labelsAreDigits() throws {
    try write()
    let labels = try folder.write(idx([2], [3, 10]), to: "t10k-labels-idx1-ubyte")
    expect(labels, "labels from 0 to 9", "10 at index 1")
  }

  @Test(arguments: [[0, 28, 28], [1, 27, 28], [784]])
  func imagesHave28Rows(extents: [Int]) throws {
    try write()
    let zeros = [UInt8](repeating: 0, count: extents.reduce(1, *))
    let images = try folder.write(idx(extents, zeros), to: "train-images-idx3-ubyte")
    expect(images, "images of shape [n, 28, 28]", "\(extents)")
  }

  @Test func filesAreNotMixedUp() throws {
    try write()
    let labels = try folder.write(
      idx([3, 28, 28], [UInt8](repeating: 0, count: 3 * 784)), to: "train-labels-idx1-ubyte")
    let images = "\(folder.path)/train-images-idx3-ubyte"
    expect(labels, "labels of shape [3], one for each image in \(images)", "[3, 28, 28]")
  }

  private func expect(_ path: String, _ expected: String, _ found: String) {
    #expect(throws: DataError.malformed(path: path, expected: expected, found: found)) {
      try MNIST.load(from: folder.path)
    }
  }

  /// Three images to train with, whose pixels count from 0, and two to test with.
  private func write(separator: String = "-", compressed: Bool = false) throws {
    for (part, labels) in [("train", [5, 0, 9]), ("t10k", [1, 2])] as [(String, [UInt8])] {
      let pixels = (0..<labels.count * 784).map { UInt8(truncatingIfNeeded: $0) }
      let files = [
        ("images\(separator)idx3", idx([labels.count, 28, 28], pixels)),
        ("labels\(separator)idx1", idx([labels.count], labels)),
      ]
      for (name, bytes) in files {
        try folder.write(
          compressed ? gzip(bytes) : bytes, to: "\(part)-\(name)-ubyte\(compressed ? ".gz" : "")")
      }
    }
  }
}
