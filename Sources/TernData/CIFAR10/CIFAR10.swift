import Tern

/// 60,000 colour images of 32×32 pixels, in ten classes from airplane to truck.
///
/// ```swift
/// let cifar = try CIFAR10.load(from: "data/cifar10", flattened: true, pixels: -1...1)
/// for batch in cifar.train.batches(of: 64, shuffledWith: &rng) { … }
/// ```
///
/// The files are not part of the library; `tern fetch cifar10` downloads them.
///
/// Source: A. Krizhevsky (2009), "Learning multiple layers of features from tiny images", University
/// of Toronto, <https://www.cs.toronto.edu/~kriz/cifar.html>.
public struct CIFAR10: Sendable {
  /// The 50,000 examples to train with: the five training batches in their order.
  public let train: Dataset<Float>
  /// The 10,000 examples to test with.
  public let test: Dataset<Float>
  /// The name of each class, 0 to 9.
  public let classNames: [String]

  /// The names of the classes in the original, 0 to 9, which need no files.
  public static let usualClassNames = [
    "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck",
  ]

  /// Reads all images, wherever they are:
  ///
  /// - from `cifar-10-python.tar.gz` or `cifar-10-binary.tar.gz`, under any name;
  /// - from the unpacked folder, `cifar-10-batches-py` or `cifar-10-batches-bin`;
  /// - from a folder that holds one of these four.
  ///
  /// Python's files are pickles, which are read without being run: what is anything else than numbers,
  /// texts, lists, dictionaries and arrays of bytes is refused.
  ///
  /// A file has at most 128 MiB and an archive unpacks to at most 2 GiB. Nothing is written anywhere:
  /// of the names in an archive only the last parts count, and links are passed over.
  ///
  /// Images have the shape `[count, 3, 32, 32]` (red, green, blue), or `[count, 3072]` if
  /// `flattened`. Pixels stay bytes in memory and become numbers of the range `pixels`, such as
  /// `0...1`, `-1...1` or `0...255`, when they are read or a batch of them is.
  ///
  /// - Throws: ``DataError``, when a file is missing, damaged, or not what it should be.
  public static func load(
    from path: String, flattened: Bool = false, pixels range: ClosedRange<Float> = 0...1
  ) throws(DataError) -> CIFAR10 {
    try load(from: path, flattened: flattened, pixels: range, batchSize: 10_000)
  }

  /// The same with another number of images in each file.
  package static func load(
    from path: String, flattened: Bool, pixels range: ClosedRange<Float>, batchSize: Int
  ) throws(DataError) -> CIFAR10 {
    let files = try CIFAR10Files(at: path, batchSize: batchSize)
    func dataset(_ batches: [CIFAR10Batch]) -> Dataset<Float> {
      Dataset(
        checkedBytes: CIFAR10Batch.images(of: batches, flattened: flattened),
        labels: Tensor(batches.flatMap(\.labels)), convert: pixels(in: range))
    }
    return CIFAR10(
      train: dataset(try files.train), test: dataset([try files.test]), classNames: files.classNames
    )
  }
}
