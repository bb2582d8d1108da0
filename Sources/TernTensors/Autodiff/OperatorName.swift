/// What an operator is called, in one word of memory: every node of a graph has one.
struct OperatorName: @unchecked Sendable {
  /// UTF-8 that ends with a zero and stays for ever.
  private let start: UnsafePointer<UInt8>

  /// A name of the program's text, such as `#function` gives it.
  @inline(__always)
  init(_ name: StaticString) {
    // All literals but those of a single Unicode scalar have a pointer.
    start = name.hasPointerRepresentation ? name.utf8Start : ("operator" as StaticString).utf8Start
  }

  /// The name without its arguments: `sum(along:keepingAxes:)` is `sum`.
  var text: String {
    let name = String(cString: start)
    let base = name.prefix { $0 != "(" }
    return base.isEmpty ? name : String(base)
  }
}
