/// Why data cannot be made into a ``Dataset`` or divided into parts.
public enum DatasetError: Error, Hashable, Sendable {
  /// There are no examples.
  case empty
  /// There is not one label for each input: the shapes of both.
  case countsDiffer(inputs: [Int], labels: [Int])
  /// A part would have no examples: the bounds between the parts, and the number of examples.
  case emptyPart(bounds: [Int], count: Int)
  /// These shares of the data are not all above 0, or do not add up to 1.
  case invalidFractions([Double])
  /// A label is none of the classes that a model tells apart: the label, its place, and how many
  /// classes there are.
  case labelOutOfRange(label: Int, index: Int, classes: Int)
}

extension DatasetError: CustomStringConvertible {
  /// One sentence with what was expected and what was found.
  public var description: String {
    switch self {
    case .empty:
      "a data set: expected at least one example, found none"
    case .countsDiffer(let inputs, let labels):
      "a data set: expected a label for each input along the first axis, found inputs of shape "
        + "\(inputs) and labels of shape \(labels)"
    case .emptyPart(let bounds, let count):
      "a split of \(count) examples: expected an example in each part, found bounds at "
        + bounds.map(String.init).joined(separator: ", ")
    case .labelOutOfRange(let label, let index, let classes):
      "labels: expected classes from 0 to \(classes - 1), found \(label) at index \(index)"
    case .invalidFractions(let fractions):
      "a split: expected fractions above 0 that add up to 1, found \(fractions)"
    }
  }
}
