import Tern

/// 70,000 handwritten digits of 28×28 pixels, the usual first test of a network.
///
/// ```swift
/// let mnist = try MNIST.load(from: "data/mnist")
/// for batch in mnist.train.batches(of: 64, shuffledWith: &rng) { … }
/// ```
///
/// The four files are not part of the library. Fashion-MNIST, Kuzushiji-MNIST and others come in
/// the same form and load as well.
///
/// Source: Y. LeCun, C. Cortes and C. J. C. Burges, "The MNIST database of handwritten digits";
/// Y. LeCun, L. Bottou, Y. Bengio and P. Haffner (1998), "Gradient-based learning applied to
/// document recognition", Proceedings of the IEEE 86.
public struct MNIST: Sendable {
  /// The examples to train with, 60,000 in the original.
  public let train: Dataset<Float>
  /// The examples to test with, 10,000 in the original.
  public let test: Dataset<Float>

  /// Reads the four files from a folder, whether compressed (`.gz`) or not, and whether they are
  /// named like `train-images-idx3-ubyte` or like `train-images.idx3-ubyte`.
  ///
  /// Pixels stay bytes in memory and become numbers when they are read, or a batch of them is: from 0
  /// (paper) to 1 (ink), or those of another range such as `-1...1` or `0...255`. Images have the
  /// shape `[count, 1, 28, 28]`, or `[count, 784]` if `flattened`; labels are 0 to 9.
  ///
  /// - Throws: ``DataError``, when a file is missing, damaged, not in the IDX format, or does not
  ///   fit its companion.
  public static func load(
    from folder: String, flattened: Bool = false, pixels range: ClosedRange<Float> = 0...1
  ) throws(DataError) -> MNIST {
    let files = MNISTFiles(folder: folder)
    return MNIST(
      train: dataset(try files.read(part: "train"), flattened, range),
      test: dataset(try files.read(part: "t10k"), flattened, range))
  }

  private static func dataset(
    _ part: (images: IDXFile<UInt8>, labels: IDXFile<UInt8>), _ flattened: Bool,
    _ range: ClosedRange<Float>
  ) -> Dataset<Float> {
    let count = part.labels.extents[0]
    let images = Tensor(part.images.scalars, shape: flattened ? [count, 784] : [count, 1, 28, 28])
    let labels = Tensor(part.labels.scalars).asType(Int32.self)
    return Dataset(checkedBytes: images, labels: labels, convert: pixels(in: range))
  }
}
