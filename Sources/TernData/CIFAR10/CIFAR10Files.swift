/// The files of CIFAR-10, read from an archive or a folder, in Python's form or the binary one.
struct CIFAR10Files {
  /// The archive or folder that they are in.
  private let place: String
  private let batchSize: Int
  private var batches: [String: CIFAR10Batch] = [:]
  /// The names of the classes, those that are usual unless a file says otherwise.
  private(set) var classNames = CIFAR10.usualClassNames

  private static let trainNames = (1...5).map { "data_batch_\($0)" }
  private static let testName = "test_batch"
  private static let batchNames = trainNames + [testName]
  private static let classesNames = ["batches.meta", "batches.meta.txt"]
  /// What follows the name of a file of the binary form.
  private static let binarySuffix = ".bin"
  private static let folders = ["cifar-10-batches-py", "cifar-10-batches-bin"]
  private static let archives = ["cifar-10-python.tar.gz", "cifar-10-binary.tar.gz"]
  /// The most bytes of a file. Python's have 31 million, or four times that in its first protocol.
  private static let largestByteCount = 1 << 27

  /// Reads the files in the archive or folder at a path, or in one that is in this folder.
  init(at path: String, batchSize: Int) throws(DataError) {
    place = try Self.place(at: path)
    self.batchSize = batchSize
    if DataFile.isFolder(at: place) { try readFolder() } else { try readArchive() }
  }

  /// The five training batches in their order.
  var train: [CIFAR10Batch] {
    get throws(DataError) { try Self.trainNames.map { name throws(DataError) in try batch(name) } }
  }

  /// The test batch.
  var test: CIFAR10Batch { get throws(DataError) { try batch(Self.testName) } }

  private func batch(_ name: String) throws(DataError) -> CIFAR10Batch {
    guard let batch = batches[name] else {
      throw .malformed(path: place, expected: "a file \(name) in it", found: "none")
    }
    return batch
  }

  private mutating func readFolder() throws(DataError) {
    let isPlain = Self.batchNames.contains { DataFile.exists(at: "\(place)/\($0)") }
    let batches = Self.batchNames.map { $0 + (isPlain ? "" : Self.binarySuffix) }
    let classes = Self.classesNames.filter { DataFile.exists(at: "\(place)/\($0)") }
    for name in batches + classes {
      let path = "\(place)/\(name)"
      try read(name, DataFile.contents(of: path, limit: Self.largestByteCount), path)
    }
  }

  private mutating func readArchive() throws(DataError) {
    let archive = try ArchiveReader(tar: place)
    let wanted = Set(
      Self.batchNames + Self.batchNames.map { $0 + Self.binarySuffix } + Self.classesNames)
    while let member = try archive.next() {
      let name = member.name.split(separator: "/").last.map(String.init) ?? ""
      guard member.isFile, wanted.contains(name) else { continue }
      try read(name, archive.contents(limit: Self.largestByteCount), "\(place)/\(name)")
    }
  }

  /// Takes in a file of this name; messages call it by its path.
  private mutating func read(
    _ name: String, _ bytes: [UInt8], _ path: String
  ) throws(DataError) {
    if Self.classesNames.contains(name) {
      classNames = try Self.classNames(bytes, path, isText: name.hasSuffix(".txt"))
      return
    }
    let isBinary = name.hasSuffix(Self.binarySuffix)
    let batch =
      isBinary
      ? try CIFAR10Batch(binary: bytes, path: path, count: batchSize)
      : try CIFAR10Batch(pickle: bytes, path: path, count: batchSize)
    let stem = isBinary ? String(name.dropLast(Self.binarySuffix.count)) : name
    guard batches.updateValue(batch, forKey: stem) == nil else {
      throw .malformed(path: place, expected: "one file \(stem)", found: "a second")
    }
  }

  private static func classNames(
    _ bytes: [UInt8], _ path: String, isText: Bool
  ) throws(DataError) -> [String] {
    var names: [String] = []
    if isText {
      names = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        .map(String.init)
    } else {
      let pickle = try PickleReader.read(bytes, path: path)
      names = pickle.texts(pickle["label_names"]) ?? []
    }
    guard names.count == 10 else {
      throw .malformed(path: path, expected: "the names of 10 classes", found: "\(names.count)")
    }
    return names
  }

  /// The archive or the folder with batches that a path means.
  private static func place(at path: String) throws(DataError) -> String {
    if DataFile.exists(at: path), !DataFile.isFolder(at: path) { return path }
    func inside(_ name: String) -> String { path.hasSuffix("/") ? path + name : "\(path)/\(name)" }
    func hasBatches(_ folder: String) -> Bool {
      batchNames.contains { name in
        ["", binarySuffix].contains { DataFile.exists(at: "\(folder)/\(name)\($0)") }
      }
    }
    let candidates = [path] + folders.map(inside)
    if let folder = candidates.first(where: hasBatches) { return folder }
    let files = archives.map(inside)
    if let archive = files.first(where: { DataFile.exists(at: $0) }) { return archive }
    throw .missingDataset(
      folder: path, folderExists: DataFile.isFolder(at: path), lookedFor: archives + folders,
      advice: Self.advice)
  }

  private static let advice =
    "Download cifar-10-python.tar.gz into it from https://www.cs.toronto.edu/~kriz/cifar.html, for "
    + "example with 'tern fetch cifar10 --to DIR', or name the file itself."
}
