import Tern

/// The images of one of the six files.
struct CIFAR10Batch {
  /// 3,072 bytes an image: 1,024 red ones, row by row, then green, then blue.
  let pixels: ArraySlice<UInt8>
  /// The class of each image, 0 to 9.
  let labels: [Int32]

  /// Bytes of an image.
  static let imageSize = 3 * 32 * 32

  /// Reads a file of the binary form: for each image its label in a byte, then its pixels.
  init(binary bytes: [UInt8], path: String, count: Int) throws(DataError) {
    let size = 1 + Self.imageSize
    guard bytes.count == count * size else {
      throw .malformed(
        path: path, expected: "\(count * size) bytes for \(count) images of \(size)",
        found: "\(bytes.count)")
    }
    let starts = stride(from: 0, to: bytes.count, by: size)
    var pixels: [UInt8] = []
    pixels.reserveCapacity(count * Self.imageSize)
    for start in starts { pixels += bytes[start + 1..<start + size] }
    try self.init(pixels[...], starts.map { Int(bytes[$0]) }, path, count)
  }

  /// Reads a file of the Python form: a pickled dictionary with `data`, an array of shape
  /// `[count, 3072]`, and `labels`, a list.
  init(pickle bytes: [UInt8], path: String, count: Int) throws(DataError) {
    let pickle = try PickleReader.read(bytes, path: path)
    guard let data = pickle.array(pickle["data"]) else {
      throw .malformed(
        path: path, expected: "a dictionary with an array of bytes as data", found: "none")
    }
    guard data.extents == [count, Self.imageSize] else {
      throw .malformed(
        path: path, expected: "data of shape [\(count), \(Self.imageSize)]",
        found: "\(data.extents)")
    }
    guard let labels = pickle.integers(pickle["labels"]) else {
      throw .malformed(
        path: path, expected: "a dictionary with a list of numbers as labels", found: "none")
    }
    try self.init(data.bytes, labels, path, count)
  }

  private init(
    _ pixels: ArraySlice<UInt8>, _ labels: [Int], _ path: String, _ count: Int
  ) throws(DataError) {
    guard labels.count == count else {
      throw .malformed(path: path, expected: "\(count) labels", found: "\(labels.count)")
    }
    if let index = labels.firstIndex(where: { !(0...9 ~= $0) }) {
      throw .malformed(
        path: path, expected: "labels from 0 to 9", found: "\(labels[index]) at index \(index)")
    }
    self.pixels = pixels
    self.labels = labels.map(Int32.init)
  }

  /// The images of some files, one after another.
  static func images(of batches: [CIFAR10Batch], flattened: Bool) -> Tensor<UInt8> {
    let count = batches.reduce(0) { $0 + $1.labels.count }
    let shape: Shape = flattened ? [count, imageSize] : [count, 3, 32, 32]
    return Tensor(uninitialized: shape) { images in
      var start = 0
      for batch in batches {
        batch.pixels.withUnsafeBufferPointer { pixels in
          guard let address = pixels.baseAddress else { return }
          (images + start).update(from: address, count: pixels.count)
          start += pixels.count
        }
      }
    }
  }
}
