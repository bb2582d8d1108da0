import Tern

/// Reads and writes `.npz` files: tensors under names, as `numpy.savez` saves them.
///
/// ```swift
/// try NPZ.write([("W1", AnyTensor(weight)), ("b1", AnyTensor(bias))], to: "best_model.npz")
/// let weight = try NPZ.read(from: "best_model.npz").tensor("W1", as: Float.self)
/// ```
///
/// A file is a zip archive with an `.npy` file for each tensor, see ``NPY`` for its types. Members
/// may be stored or deflated, and larger than 4 GiB (zip64). See
/// <https://numpy.org/doc/stable/reference/generated/numpy.savez.html>.
public enum NPZ {
  /// Writes tensors, each under a name of its own, in the order given. `numpy.load` reads the file.
  ///
  /// The same tensors give the same bytes. A file that is there already is replaced at once when
  /// the new one is complete; if that fails, or the program is stopped, it stays as it was.
  ///
  /// - Parameters:
  ///   - tensors: The tensors. No two may have the same name; a name has at most 65,000 bytes of
  ///     UTF-8, none of them 0.
  ///   - compressed: Whether to deflate them, as `numpy.savez_compressed` does.
  ///   - path: The file.
  /// - Throws: ``FormatError/unwritable(path:reason:)`` or ``FormatError/notAFile(path:)``.
  public static func write(
    _ tensors: [(name: String, tensor: AnyTensor)], compressed: Bool = false, to path: String
  ) throws(FormatError) {
    var names: Set<String> = []
    for (name, _) in tensors {
      precondition(
        names.insert(name).inserted,
        "NPZ.write: the name \(name.debugDescription) is taken already")
      precondition(
        name.utf8.count <= 65_000 && !name.utf8.contains(0),
        "NPZ.write: a name has at most 65000 bytes, none of them 0, not "
          + name.prefix(80).debugDescription)
    }
    try AtomicFile.replace(path) { file throws(FormatError) in
      let archive = ZipWriter(to: file, path: path, compressed: compressed)
      for (name, tensor) in tensors {
        let header = NPY.header(of: tensor)
        try tensor.withUnsafeBytes { bytes throws(FormatError) in
          try archive.beginMember(name + suffix, byteCount: header.count + bytes.count)
          try archive.append(header)
          try archive.append(bytes)
        }
      }
      try archive.finish()
    }
  }

  /// Reads all tensors of a file. Whatever it contains, reading succeeds or throws.
  ///
  /// What a file claims is checked before memory is taken or anything is inflated for it: the header
  /// of each array (at most 1 MiB) against the length of its member, and the lengths of all members
  /// together against what the archive can hold, which is 1,032 times its own length when deflated,
  /// and against the machine's memory. A member that inflates beyond its length is not read further.
  ///
  /// - Throws: ``FormatError``, also if the file is damaged, two tensors have the same name, or
  ///   anything in it is no array of numbers or truth values, such as an array of Python objects.
  public static func read(from path: String) throws(FormatError) -> NPZFile {
    var tensors: [(name: String, tensor: AnyTensor)] = []
    var names: Set<String> = []
    var claimed = 0
    let archive = try asFormatError { () throws(DataError) in try ArchiveReader(zip: path) }
    while let member = try asFormatError({ () throws(DataError) in try archive.next() }) {
      guard member.isFile, member.name.hasSuffix(suffix) else {
        throw .malformed(
          path: path, expected: "files called NAME.npy only", found: quoted(member.name))
      }
      let name = String(member.name.dropLast(suffix.count))
      guard names.insert(name).inserted else {
        throw .malformed(
          path: path, expected: "each tensor once", found: "a second \(quoted(name))")
      }
      let reader = try NPZMember(
        member, of: archive, path: "\(path): tensor \(quoted(name))", claimedBefore: claimed)
      claimed += reader.remaining
      tensors.append((name, try NPY.read(reader)))
      try reader.finish()
    }
    return NPZFile(path: path, tensors: tensors)
  }

  /// What follows a tensor's name in that of its member.
  private static let suffix = ".npy"

  /// Calls `body`, whose errors are those of an archive.
  static func asFormatError<R>(
    _ body: () throws(DataError) -> R
  ) throws(FormatError) -> R {
    do { return try body() } catch { throw FormatError(error) }
  }
}

extension FormatError {
  /// What is wrong with an archive of tensors.
  fileprivate init(_ error: DataError) {
    self =
      switch error {
      case .missingFile(let path): .missingFile(path: path)
      case .notAFile(let path): .notAFile(path: path)
      case .unreadable(let path, let reason): .unreadable(path: path, reason: reason)
      case .malformed(let path, let expected, let found):
        .malformed(path: path, expected: expected, found: found)
      case .corrupt(let path, let reason):
        .malformed(path: path, expected: "an undamaged zip archive", found: reason)
      case .truncated(let path), .tooLarge(let path, _, _), .missingDataset(let path, _, _, _):
        .malformed(path: path, expected: "an undamaged zip archive", found: "a part of one")
      }
  }
}
