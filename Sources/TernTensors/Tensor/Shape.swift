/// The extents of a tensor, outermost axis first: `[]` is a single number, `[2, 3]` a matrix.
///
/// A shape has at most eight axes of less than 2³¹ each, so that it needs no memory of its own and
/// is copied like a number.
public struct Shape: Sendable {
  /// The extents; 1 where there is no axis.
  private var extents = Extents()
  private var axisCount: UInt8

  /// Eight extents of 32 bits, two to a word. Not a vector: its alignment would make every object
  /// that holds a shape an aligned allocation, which takes five times the instructions.
  private struct Extents: Hashable, Sendable {
    private var first = Self.ones
    private var second = Self.ones
    private var third = Self.ones
    private var fourth = Self.ones

    private static var ones: UInt64 { 1 << 32 | 1 }

    subscript(axis: Int) -> Int32 {
      get {
        let word =
          axis < 4 ? (axis < 2 ? first : second) : (axis < 6 ? third : fourth)
        return Int32(truncatingIfNeeded: word >> (axis & 1 == 0 ? 0 : 32))
      }
      set {
        let shift: UInt64 = axis & 1 == 0 ? 0 : 32
        func replace(in word: inout UInt64) {
          word = word & ~(0xFFFF_FFFF << shift) | UInt64(UInt32(bitPattern: newValue)) << shift
        }
        switch axis {
        case 0, 1: replace(in: &first)
        case 2, 3: replace(in: &second)
        case 4, 5: replace(in: &third)
        default: replace(in: &fourth)
        }
      }
    }
  }

  /// The most axes that a shape can have.
  public static let maximumRank = 8

  /// The greatest extent that an axis can have, 2³¹ − 1.
  public static let maximumExtent = Int(Int32.max)

  /// The shape with these extents, each 0 or more.
  public init(_ extents: some Collection<Int>) {
    precondition(
      extents.count <= Self.maximumRank,
      "a shape has at most \(Self.maximumRank) axes, got \(Array(extents))")
    axisCount = UInt8(extents.count)
    for (axis, extent) in extents.enumerated() { self.extents[axis] = Self.checked(extent) }
  }

  /// A shape of one axis.
  init(_ extent: Int) {
    axisCount = 1
    extents[0] = Self.checked(extent)
  }

  /// A shape of two axes.
  init(_ rows: Int, _ columns: Int) {
    axisCount = 2
    extents[0] = Self.checked(rows)
    extents[1] = Self.checked(columns)
  }

  /// The shape of rank 0.
  init() { axisCount = 0 }

  /// Adds an axis at the end.
  mutating func append(_ extent: Int) {
    precondition(
      count < Self.maximumRank, "a shape has at most \(Self.maximumRank) axes, \(self) is full")
    axisCount += 1
    extents[count - 1] = Self.checked(extent)
  }

  private static func checked(_ extent: Int) -> Int32 {
    precondition(
      extent >= 0 && extent <= maximumExtent, "an extent is from 0 to 2³¹ − 1, got \(extent)")
    return Int32(truncatingIfNeeded: extent)
  }

  /// The number of axes.
  public var count: Int { Int(axisCount) }

  /// The number of axes.
  public var rank: Int { count }

  /// The number of elements: the product of the extents, 1 for rank 0.
  public var elementCount: Int {
    var product = 1
    for axis in 0..<count {
      let (next, isTooLarge) = product.multipliedReportingOverflow(by: Int(extents[axis]))
      if isTooLarge { tooLarge() }
      product = next
    }
    return product
  }

  /// The number of bytes of as many elements of a type.
  func byteCount(of type: ScalarType) -> Int {
    let (bytes, isTooLarge) = elementCount.multipliedReportingOverflow(by: type.byteCount)
    if isTooLarge { tooLarge() }
    return bytes
  }

  /// Stops with words, in release, too: sizes may come from a user's data.
  @inline(never)
  private func tooLarge() -> Never {
    fatalError("no memory for a tensor of shape \(self): it has more than 2^63 bytes")
  }
}

extension Shape: RandomAccessCollection, MutableCollection {
  /// 0.
  public var startIndex: Int { 0 }
  /// The rank.
  public var endIndex: Int { count }

  /// The extent of an axis, counted from 0.
  public subscript(axis: Int) -> Int {
    get {
      precondition(axis >= 0 && axis < count, "axis \(axis) is out of range for shape \(self)")
      return Int(extents[axis])
    }
    set {
      precondition(axis >= 0 && axis < count, "axis \(axis) is out of range for shape \(self)")
      extents[axis] = Self.checked(newValue)
    }
  }
}

extension Shape: Hashable {}

extension Shape: ExpressibleByArrayLiteral, CustomStringConvertible, Codable {
  /// The shape with these extents.
  public init(arrayLiteral extents: Int...) { self.init(extents) }

  /// The extents as an array is printed: `[2, 3]`.
  public var description: String { Array(self).description }

  /// Decodes an array of extents, each 0 or more.
  public init(from decoder: any Decoder) throws {
    let extents = try [Int](from: decoder)
    guard extents.count <= Self.maximumRank, extents.allSatisfy({ (0...Self.maximumExtent) ~= $0 })
    else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "\(extents) is no shape"))
    }
    self.init(extents)
  }

  /// Encodes an array of extents.
  public func encode(to encoder: any Encoder) throws { try Array(self).encode(to: encoder) }
}

extension Shape {
  /// Elements between neighbours along each axis of a contiguous row-major array.
  package var strides: [Int] {
    var strides = [Int](repeating: 1, count: count)
    for axis in stride(from: count - 2, through: 0, by: -1) {
      strides[axis] = strides[axis + 1] * self[axis + 1]
    }
    return strides
  }

  /// Counts an axis from 0, negative ones from the end; traps if there is no such axis.
  package func axis(_ axis: Int, of operation: StaticString) -> Int {
    let positive = axis < 0 ? axis + count : axis
    precondition(
      positive >= 0 && positive < count,
      "\(operation): axis \(axis) is out of range for shape \(self) of rank \(count)")
    return positive
  }

  /// The axes counted from 0 in ascending order; all if `axes` is nil. Traps on repetitions.
  package func axes(_ axes: [Int]?, of operation: StaticString) -> [Int] {
    guard let axes else { return Array(0..<count) }
    if axes.count == 1 { return [axis(axes[0], of: operation)] }
    let sorted = axes.map { axis($0, of: operation) }.sorted()
    for (a, b) in zip(sorted, sorted.dropFirst()) {
      precondition(a != b, "\(operation): axis \(a) is named twice in \(axes)")
    }
    return sorted
  }

  /// The product of the extents in a range of axes.
  package func elementCount(_ axes: Range<Int>) -> Int {
    var product = 1
    for axis in axes { product *= self[axis] }
    return product
  }

  /// The shape after a reduction over ascending axes.
  package func reduced(along axes: [Int], keepingAxes: Bool) -> Shape {
    var result = Shape()
    var next = 0
    for axis in 0..<count {
      let isGone = next < axes.count && axes[next] == axis
      if isGone { next += 1 }
      if !isGone { result.append(self[axis]) } else if keepingAxes { result.append(1) }
    }
    return result
  }

  /// The first `length` axes.
  func prefix(_ length: Int) -> Shape {
    var result = Shape()
    for axis in 0..<length { result.append(self[axis]) }
    return result
  }

  /// The shape without an axis.
  package func removing(_ axis: Int) -> Shape {
    reduced(along: [axis], keepingAxes: false)
  }

  /// The shape with an axis of this extent before `axis`.
  package func inserting(_ extent: Int, at axis: Int) -> Shape {
    var result = Shape()
    for i in 0..<axis { result.append(self[i]) }
    result.append(extent)
    for i in axis..<count { result.append(self[i]) }
    return result
  }

  /// The shape with another extent along an axis.
  package func replacing(_ axis: Int, with extent: Int) -> Shape {
    var shape = self
    shape[axis] = extent
    return shape
  }

  /// The shape with other axes in the place of one.
  func replacing(_ axis: Int, with axes: Shape) -> Shape {
    var result = prefix(axis)
    for extent in axes { result.append(extent) }
    for extent in self[(axis + 1)...] { result.append(extent) }
    return result
  }

  /// The shape that two operands of these shapes have together, by NumPy's rule: axes are matched
  /// from the last; extents are equal, or one of them is 1. Nil if they do not fit.
  public func broadcast(with other: Shape) -> Shape? {
    if self == other { return self }
    var result = count >= other.count ? self : other
    let shorter = count >= other.count ? other : self
    let offset = result.count - shorter.count
    for axis in 0..<shorter.count {
      let (a, b) = (result[axis + offset], shorter[axis])
      guard a == b || a == 1 || b == 1 else { return nil }
      if a == 1 { result[axis + offset] = b }
    }
    return result
  }
}

/// A shape that a layer or a model cannot take: where, what it got and what it needs.
public struct ShapeError: Error, Hashable, CustomStringConvertible {
  /// The path of the layer inside the model, such as `1.weight`; empty at the top.
  public var path: String
  /// What the layer is, such as `Linear(784, 512)`.
  public var layer: String
  /// The shape that it was given.
  public var found: Shape
  /// What it needs, in words, such as `[…, 784]`.
  public var expected: String

  /// An error of a layer that was given `found` where it needs `expected`.
  public init(path: String = "", layer: String, found: Shape, expected: String) {
    self.path = path
    self.layer = layer
    self.found = found
    self.expected = expected
  }

  /// One sentence with the path, both shapes and the layer.
  public var description: String {
    "\(path.isEmpty ? "" : "\(path): ")\(layer) got an input of shape \(found), needs \(expected)"
  }
}
