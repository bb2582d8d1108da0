extension Tensor: CustomStringConvertible {
  /// The elements as NumPy prints an array: at most eight digits after the point, columns aligned,
  /// lines of 75 characters, and only three elements at each end of an axis where there are more
  /// than 1000 in all.
  public var description: String { text(separator: " ", indent: 1) }
}

extension Tensor: CustomDebugStringConvertible {
  /// The elements with commas between them, the shape and the type of the elements.
  public var debugDescription: String {
    let opening = "Tensor("
    return opening + text(separator: ", ", indent: opening.utf8.count + 1)
      + ", shape: \(shape), scalarType: \(Scalar.scalarType))"
  }
}

extension Tensor {
  /// - Parameters:
  ///   - separator: What stands between elements.
  ///   - indent: The column in which the rows of elements begin.
  private func text(separator: String, indent: Int) -> String {
    switch Scalar.scalarType {
    case .float32: Tensor<Float>(erased).numbers(separator, indent)
    case .float64: Tensor<Double>(erased).numbers(separator, indent)
    case .int32: Tensor<Int32>(erased).integers(separator, indent)
    case .int64: Tensor<Int64>(erased).integers(separator, indent)
    case .uint8: Tensor<UInt8>(erased).integers(separator, indent)
    case .bool: Tensor<Bool>(erased).truthValues(separator, indent)
    }
  }

  private func layOut(
    _ separator: String, _ indent: Int, lone: (Scalar) -> String,
    format: ([Scalar]) -> ElementFormat<Scalar>
  ) -> String {
    if rank == 0 { return lone(scalar) }
    if isEmpty { return "[]" }
    return withUnsafeBufferPointer { elements in
      let places = ArrayLayout.visiblePlaces(of: shape)
      let format = format(places.map { elements[$0] })
      let layout = ArrayLayout(shape: shape, separator: separator) { format.text(elements[$0]) }
      return layout.text(indent: String(repeating: " ", count: indent))
    }
  }
}

extension Tensor where Scalar: FloatingScalar {
  fileprivate func numbers(_ separator: String, _ indent: Int) -> String {
    layOut(separator, indent, lone: { loneNumber($0) }) { ElementFormat(numbers: $0) }
  }
}

extension Tensor where Scalar: FixedWidthInteger {
  fileprivate func integers(_ separator: String, _ indent: Int) -> String {
    layOut(separator, indent, lone: { String($0) }) { ElementFormat(integers: $0) }
  }
}

extension Tensor<Bool> {
  fileprivate func truthValues(_ separator: String, _ indent: Int) -> String {
    layOut(separator, indent, lone: { $0 ? "True" : "False" }) { ElementFormat(truthValues: $0) }
  }
}

/// Brackets, lines and what is left out.
private struct ArrayLayout {
  private static let lineWidth = 75
  /// How many elements are printed in full.
  private static let threshold = 1000
  /// How many are printed at each end of an axis otherwise.
  private static let edge = 3

  let shape: Shape
  let strides: [Int]
  let separator: String
  let word: (Int) -> String

  init(shape: Shape, separator: String, word: @escaping (Int) -> String) {
    self.shape = shape
    strides = shape.strides
    self.separator = separator
    self.word = word
  }

  /// The positions along an axis that are printed, and where those left out would stand.
  private static func visible(_ shape: Shape, _ axis: Int) -> (positions: [Int], gap: Int?) {
    let extent = shape[axis]
    guard shape.elementCount > threshold && extent > 2 * edge else {
      return (Array(0..<extent), nil)
    }
    return (Array(0..<edge) + Array(extent - edge..<extent), edge)
  }

  /// The elements that are printed.
  static func visiblePlaces(of shape: Shape) -> [Int] {
    zip(shape.indices, shape.strides).reduce([0]) { places, next in
      let (axis, stride) = next
      let positions = visible(shape, axis).positions
      return places.flatMap { place in positions.map { place + $0 * stride } }
    }
  }

  func text(indent: String) -> String {
    text(axis: 0, offset: 0, indent: indent, width: Self.lineWidth)
  }

  /// One bracket and what is in it. `width` leaves room for the brackets that close behind it.
  private func text(axis: Int, offset: Int, indent: String, width: Int) -> String {
    let (positions, gap) = Self.visible(shape, axis)
    let inner = positions.map { position -> String in
      let offset = offset + position * strides[axis]
      return axis == shape.rank - 1
        ? word(offset)
        : text(axis: axis + 1, offset: offset, indent: indent + " ", width: width - 1)
    }
    var words = inner
    if let gap { words.insert("...", at: gap) }
    if axis == shape.rank - 1 { return "[" + lines(words, indent: indent, width: width - 1) + "]" }
    let comma = trimmed(separator)
    let newLines = String(repeating: "\n", count: shape.rank - 1 - axis)
    return "[" + words.joined(separator: comma + newLines + indent) + "]"
  }

  /// Words on lines; no line but one of a single word is longer than the width.
  private func lines(_ words: [String], indent: String, width: Int) -> String {
    var (text, line) = ("", indent)
    for (place, word) in words.enumerated() {
      if line.utf8.count + word.utf8.count > width && line.utf8.count > indent.utf8.count {
        text += trimmed(line) + "\n"
        line = indent
      }
      line += word
      if place < words.count - 1 { line += separator }
    }
    // The bracket has taken the place of the first line's last space.
    return String((text + line).dropFirst(indent.utf8.count))
  }

  private func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
