/// The four files of MNIST in a folder, under either of their usual names, compressed or not.
struct MNISTFiles {
  /// The folder as the caller named it.
  let folder: String

  /// The images and labels of one part, `train` or `t10k`, checked against each other.
  func read(part: String) throws(DataError) -> (images: IDXFile<UInt8>, labels: IDXFile<UInt8>) {
    let images = try IDXFile<UInt8>(reading: try path(of: "\(part)-images", rank: 3))
    let labels = try IDXFile<UInt8>(reading: try path(of: "\(part)-labels", rank: 1))
    try check(images, labels)
    return (images, labels)
  }

  private func check(
    _ images: IDXFile<UInt8>, _ labels: IDXFile<UInt8>
  ) throws(DataError) {
    let extents = images.extents
    guard extents.count == 3, extents[0] > 0, extents[1...] == [28, 28] else {
      throw .malformed(
        path: images.path, expected: "images of shape [n, 28, 28]", found: "\(extents)")
    }
    guard labels.extents == [extents[0]] else {
      throw .malformed(
        path: labels.path,
        expected: "labels of shape [\(extents[0])], one for each image in \(images.path)",
        found: "\(labels.extents)")
    }
    if let index = labels.scalars.firstIndex(where: { $0 > 9 }) {
      throw .malformed(
        path: labels.path, expected: "labels from 0 to 9",
        found: "\(labels.scalars[index]) at index \(index)")
    }
  }

  /// Where a file is, whichever way it is spelled.
  private func path(of name: String, rank: Int) throws(DataError) -> String {
    let names = ["-", "."].map { "\(name)\($0)idx\(rank)-ubyte" }.flatMap { [$0, $0 + ".gz"] }
    let separator = folder.isEmpty || folder.hasSuffix("/") ? "" : "/"
    for name in names where DataFile.exists(at: folder + separator + name) {
      return folder + separator + name
    }
    throw .missingDataset(
      folder: folder, folderExists: DataFile.exists(at: folder), lookedFor: names,
      advice: Self.advice)
  }

  private static let advice =
    "Download the four files of MNIST into it from https://ossci-datasets.s3.amazonaws.com/mnist/, "
    + "for example with 'tern fetch mnist --to DIR', or name the folder that holds them."
}
