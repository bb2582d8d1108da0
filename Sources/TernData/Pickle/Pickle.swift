/// What a pickle holds: values, some of which are objects that others refer to by their place.
///
/// References are places and not pointers, so that neither depth nor a list that contains itself
/// can lead anywhere endless.
package struct Pickle {
  /// Lists, tuples, dictionaries and arrays, in the order in which they were made.
  package var objects: [Object] = []
  /// The value of the whole file.
  package var root = Value.none

  package enum Value {
    case none
    case bool(Bool)
    case int(Int)
    case float(Double)
    /// A text or bytes, which Python 2 does not tell apart; a part of the file wherever possible.
    case text(ArraySlice<UInt8>)
    /// The place of an object.
    case object(Int)
    /// One of NumPy's names, which stands for itself and is never looked up.
    case global(Global)
  }

  package struct Object {
    package var kind: Kind
    /// The elements; those of a dictionary are keys and values in turn, those of an array extents.
    package var items: [Value] = []
    /// The elements of an array, once they are known.
    package var bytes: ArraySlice<UInt8>?
  }

  package enum Kind {
    case list
    case tuple
    case dictionary
    /// An array of bytes.
    case array
    /// The description of an array's elements, which are bytes.
    case elementType
  }

  package enum Global: String {
    case reconstruct = "_reconstruct"
    case array = "ndarray"
    case elementType = "dtype"

    /// The name in a module, if it is one that arrays are made with.
    init?(module: String, name: String) {
      guard let global = Self(rawValue: name) else { return nil }
      let modules =
        global == .reconstruct
        ? ["numpy.core.multiarray", "numpy._core.multiarray"] : ["numpy"]
      guard modules.contains(module) else { return nil }
      self = global
    }
  }

  /// The object that a value refers to, if it is of this kind.
  func object(_ value: Value?, _ kind: Kind) -> Object? {
    guard case .object(let place) = value, objects[place].kind == kind else { return nil }
    return objects[place]
  }

  /// What the file's dictionary has under a key; the last one counts.
  package subscript(key: String) -> Value? {
    guard let items = object(root, .dictionary)?.items else { return nil }
    let place = stride(from: 0, to: items.count, by: 2).reversed().first { index in
      if case .text(let text) = items[index] { text.elementsEqual(key.utf8) } else { false }
    }
    return place.map { items[$0 + 1] }
  }

  /// The elements of a list or tuple of numbers without fractions.
  package func integers(_ value: Value?) -> [Int]? {
    guard let items = (object(value, .list) ?? object(value, .tuple))?.items else { return nil }
    let integers = items.compactMap { item in
      if case .int(let integer) = item { integer } else { Int?.none }
    }
    return integers.count == items.count ? integers : nil
  }

  /// The elements of a list of texts.
  package func texts(_ value: Value?) -> [String]? {
    guard let items = object(value, .list)?.items else { return nil }
    let texts = items.compactMap { item in
      if case .text(let text) = item { String(decoding: text, as: UTF8.self) } else { String?.none }
    }
    return texts.count == items.count ? texts : nil
  }

  /// The extents and elements of an array of bytes.
  package func array(_ value: Value?) -> (extents: [Int], bytes: ArraySlice<UInt8>)? {
    guard let array = object(value, .array), let bytes = array.bytes else { return nil }
    let extents = array.items.map { item in if case .int(let extent) = item { extent } else { 0 } }
    return (extents, bytes)
  }
}
