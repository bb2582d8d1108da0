/// The full names of a model's parameters, put together where somebody asks for them.
///
/// Every training step walks the model; joining strings would take longer than a small layer's
/// arithmetic. So a walk only notes what it meets, and two of the same model are compared as such.
@usableFromInline
package struct ParameterNames: Sendable, Equatable {
  /// A layer, or a parameter of it, and how many layers are around.
  private struct Step: Hashable {
    let depth: Int32
    let isParameter: Bool
    let name: String
  }

  private var steps: [Step] = []
  private var depth: Int32 = 0
  /// The number of parameters.
  @usableFromInline package private(set) var count = 0

  /// No names yet.
  @usableFromInline package init() { steps.reserveCapacity(16) }

  /// Names that are whole already.
  package init(_ names: [String]) {
    steps.reserveCapacity(names.count)
    for name in names { addParameter(name) }
  }

  /// Parameters from here on are in a layer of this name.
  package mutating func enter(_ name: String) {
    steps.append(Step(depth: depth, isParameter: false, name: name))
    depth += 1
  }

  /// The layer that was entered last has ended.
  package mutating func leave() { depth -= 1 }

  /// A parameter of the current layer.
  package mutating func addParameter(_ name: String) {
    steps.append(Step(depth: depth, isParameter: true, name: name))
    count += 1
  }

  /// The full names, such as `2.weight`, in the order of the walk.
  @usableFromInline package var full: [String] {
    var path: [String] = []
    var names: [String] = []
    for step in steps {
      path.removeSubrange(Int(step.depth)...)
      path.append(step.name)
      if step.isParameter { names.append(path.joined(separator: ".")) }
    }
    return names
  }

  /// Whether the full names are the same.
  @usableFromInline
  package static func == (a: ParameterNames, b: ParameterNames) -> Bool {
    a.count == b.count && (a.steps == b.steps || a.full == b.full)
  }
}
