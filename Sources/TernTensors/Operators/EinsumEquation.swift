/// What tells one axis from others in a product of tensors.
enum AxisLabel: Hashable, Sendable {
  /// A letter of an equation.
  case letter(Character)
  /// One of the axes that `...` stands for, counted from the last.
  case ellipsis(Int)
}

/// An equation of Einstein's summation, applied to the shapes of its operands.
struct EinsumEquation: Sendable {
  /// The labels of each operand's axes.
  let inputs: [[AxisLabel]]
  /// The labels of the result's axes.
  let output: [AxisLabel]
  /// The extent of each label.
  let extents: [AxisLabel: Int]

  /// Traps if the equation is none, or does not fit the shapes.
  init(_ equation: String, shapes: [Shape]) {
    func fail(_ reason: String) -> Never {
      preconditionFailure("einsum \"\(equation)\" of shapes \(shapes): \(reason)")
    }
    let sides = Self.sides(of: equation.filter { $0 != " " })
    let terms = sides.inputs.split(separator: ",", omittingEmptySubsequences: false)
    if terms.count != shapes.count || terms.isEmpty {
      fail("there are \(terms.count) terms for \(shapes.count) operands")
    }

    func isLabel(_ character: Character) -> Bool { character.isASCII && character.isLetter }

    /// The labels of a term whose `...` stands for so many axes; nil if it is no term.
    func labels(_ term: Substring, ellipsis count: Int) -> [AxisLabel]? {
      guard let dots = term.firstIndex(of: ".") else {
        return term.allSatisfy(isLabel) ? term.map { .letter($0) } : nil
      }
      let (before, after) = (term[..<dots], term[dots...].dropFirst(3))
      guard term[dots...].hasPrefix("..."), (before + after).allSatisfy(isLabel) else {
        return nil
      }
      return before.map { .letter($0) } + (0..<count).reversed().map { .ellipsis($0) }
        + after.map { .letter($0) }
    }

    var (inputs, extents) = ([[AxisLabel]](), [AxisLabel: Int]())
    var ellipsis = 0
    for (term, shape) in zip(terms, shapes) {
      let letters = term.count { $0 != "." }
      let count = term.contains(".") ? shape.rank - letters : 0
      guard count >= 0, let axes = labels(term, ellipsis: count) else {
        fail("\"\(term)\" does not describe shape \(shape)")
      }
      if axes.count != shape.rank { fail("\"\(term)\" has not the rank of shape \(shape)") }
      for (axis, label) in axes.enumerated() {
        let extent = shape[axis]
        if let first = axes.firstIndex(of: label), shape[first] != extent {
          fail("the axes of a diagonal in \"\(term)\" have extents \(shape[first]) and \(extent)")
        }
        let known = extents[label] ?? 1
        if known != 1 && extent != 1 && known != extent {
          fail("axes with the same label have extents \(known) and \(extent)")
        }
        extents[label] = known == 1 ? extent : known
      }
      ellipsis = max(ellipsis, count)
      inputs.append(axes)
    }

    if let term = sides.output {
      guard let axes = labels(term, ellipsis: ellipsis), Set(axes).count == axes.count,
        axes.allSatisfy({ extents[$0] != nil })
      else {
        fail("the output \"\(term)\" is not made of different labels of the operands")
      }
      output = axes
    } else {
      var occurrences: [Character: Int] = [:]
      for letter in sides.inputs where letter.isLetter { occurrences[letter, default: 0] += 1 }
      let once = occurrences.filter { $0.value == 1 }.keys.sorted()
      output = (0..<ellipsis).reversed().map { .ellipsis($0) } + once.map { .letter($0) }
    }
    (self.inputs, self.extents) = (inputs, extents)
  }

  /// What is before the arrow, and what is after it, if there is one.
  private static func sides(of equation: String) -> (inputs: Substring, output: Substring?) {
    guard let dash = equation.firstIndex(of: "-"), equation[dash...].hasPrefix("->") else {
      return (equation[...], nil)
    }
    return (equation[..<dash], equation[dash...].dropFirst(2))
  }
}
