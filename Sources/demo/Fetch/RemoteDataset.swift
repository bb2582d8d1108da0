import TernDownloads

/// A data set that `tern fetch` downloads.
struct RemoteDataset {
  let name: String
  let summary: String
  let files: [RemoteFile]

  static let all = [mnist, cifar10]

  /// The data set of this name.
  ///
  /// - Throws: `UsageError` with the nearest name if there is none.
  static func named(_ name: String) throws -> RemoteDataset {
    guard let dataset = all.first(where: { $0.name == name }) else {
      throw UsageError(unknown: "data set", name, among: all.map(\.name))
    }
    return dataset
  }

  /// The files of Y. LeCun, C. Cortes and C. J. C. Burges, whose own server is gone.
  private static let mnist = RemoteDataset(
    name: "mnist", summary: "70,000 handwritten digits in four files, 12 MB",
    files: [
      file(
        "train-images-idx3-ubyte.gz", 9_912_422,
        "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609", mnistMirrors),
      file(
        "train-labels-idx1-ubyte.gz", 28_881,
        "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c", mnistMirrors),
      file(
        "t10k-images-idx3-ubyte.gz", 1_648_877,
        "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6", mnistMirrors),
      file(
        "t10k-labels-idx1-ubyte.gz", 4_542,
        "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6", mnistMirrors),
    ])

  private static let mnistMirrors = [
    "https://ossci-datasets.s3.amazonaws.com/mnist",
    "https://storage.googleapis.com/cvdf-datasets/mnist",
  ]

  /// The file of A. Krizhevsky.
  private static let cifar10 = RemoteDataset(
    name: "cifar10", summary: "60,000 colour images of ten classes in one file, 170 MB",
    files: [
      file(
        "cifar-10-python.tar.gz", 170_498_071,
        "6d958be074577803d12ecdefd02955f39262c83c16fe9348329d7fe0b5c001ce",
        ["https://www.cs.toronto.edu/~kriz"])
    ])

  private static func file(
    _ name: String, _ byteCount: Int, _ checksum: String, _ mirrors: [String]
  ) -> RemoteFile {
    RemoteFile(name: name, byteCount: byteCount, checksum: checksum, mirrors: mirrors)
  }
}
