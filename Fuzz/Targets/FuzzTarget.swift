/// A reader that is fed arbitrary bytes. Whatever they are, it returns or throws.
struct FuzzTarget: Sendable {
  let name: String
  let read: @Sendable ([UInt8]) throws -> Void

  init(_ name: String, _ read: @escaping @Sendable ([UInt8]) throws -> Void) {
    self.name = name
    self.read = read
  }

  static let all = formats + datasets + runs
}

/// Takes a text that nothing else needs, so that making it is not left out.
@inline(never) func keep(_ text: String) { precondition(!text.isEmpty) }
