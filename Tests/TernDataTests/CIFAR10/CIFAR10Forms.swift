/// Small files in the forms of CIFAR-10. Image i of a batch is full of bytes that begin with the
/// batch's number and count on.
enum CIFAR10Forms {
  static let batchNames = (1...5).map { "data_batch_\($0)" } + ["test_batch"]
  static let classNames = (0..<10).map { "class \($0)" }

  /// The pixels of a batch, 3,072 an image.
  static func pixels(_ batch: Int, count: Int) -> [UInt8] {
    (0..<count * 3072).map { UInt8(truncatingIfNeeded: batch + $0) }
  }

  /// The labels of a batch.
  static func labels(_ batch: Int, count: Int) -> [UInt8] {
    (0..<count).map { UInt8((batch + 3 * $0) % 10) }
  }

  /// The files of the folder `cifar-10-batches-py`, as Python 2 pickles them.
  static func pickled(count: Int) -> [(name: String, contents: [UInt8])] {
    let batches = batchNames.enumerated().map { index, name in
      (name, pickle(pixels(index, count: count), labels(index, count: count)))
    }
    let names = classNames.map { "U\u{07}\($0)" }.joined()
    return batches + [("batches.meta", Array("}U\u{0B}label_names](\(names)es.".utf8))]
  }

  /// A batch.
  static func pickle(_ pixels: [UInt8], _ labels: [UInt8], width: Int = 3072) -> [UInt8] {
    let count = withUnsafeBytes(of: Int32(pixels.count).littleEndian, Array.init)
    let array =
      "cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(K\u{00}tU\u{01}btR(K\u{01}"
    let type = "cnumpy\ndtype\n(U\u{02}u1K\u{00}K\u{01}tR(K\u{03}U\u{01}|NNNI-1\nI-1\nK\u{00}tb"
    let dictionary = Array("}(U\u{06}labels](".utf8) + labels.flatMap { [UInt8(ascii: "K"), $0] }
    let data =
      "eU\u{04}data\(array)(I\(pixels.count / width)\nI\(width)\nt\(type)I00\nT"
    return dictionary + Array(data.utf8) + count + pixels + Array("tbu.".utf8)
  }

  /// The files of the folder `cifar-10-batches-bin`.
  static func binary(count: Int) -> [(name: String, contents: [UInt8])] {
    let batches = batchNames.enumerated().map { index, name in
      let (pixels, labels) = (pixels(index, count: count), labels(index, count: count))
      let records = labels.indices.flatMap { [labels[$0]] + pixels[$0 * 3072..<($0 + 1) * 3072] }
      return (name + ".bin", records)
    }
    let names = classNames.map { $0 + "\n" }.joined() + "\n"
    return batches + [("batches.meta.txt", Array(names.utf8))]
  }
}
