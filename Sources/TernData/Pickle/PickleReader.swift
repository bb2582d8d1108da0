/// Reads a pickle, as Python 2 wrote CIFAR-10, without running it.
///
/// A pickle is a program for a machine with a stack. This one builds numbers, texts, lists, tuples,
/// dictionaries and NumPy's arrays of bytes. It calls nothing: the three names that arrays need are
/// told by their spelling, and every other name or instruction is refused. Whatever the bytes are,
/// reading succeeds or throws, in time and memory that are proportional to their number.
package struct PickleReader {
  /// What messages call the file.
  let path: String
  let bytes: [UInt8]
  var position = 0
  /// The instruction that is being followed, and where it is.
  private var opcode = PickleOpcode.stop
  private var offset = 0

  private var pickle = Pickle()
  private var stack: [Pickle.Value] = []
  /// How high the stack was at each mark.
  private var marks: [Int] = []
  private var memo: [Int: Pickle.Value] = [:]
  private var madeCount = 0

  /// The most values that a file may make, which keeps small instructions from filling the memory.
  package static let largestCount = 1_000_000

  /// Reads the bytes of a file.
  ///
  /// - Throws: ``DataError/malformed(path:expected:found:)``, which names the instruction and its
  ///   place, if anything is not as it should be.
  package static func read(_ bytes: [UInt8], path: String) throws(DataError) -> Pickle {
    var reader = PickleReader(path: path, bytes: bytes)
    while try reader.step() {}
    return reader.pickle
  }

  private init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Follows one instruction; false at the last.
  private mutating func step() throws(DataError) -> Bool {
    offset = position
    guard position < bytes.count else {
      throw .malformed(path: path, expected: "a pickle that ends with STOP", found: "its end")
    }
    let code = bytes[position]
    position += 1
    guard let opcode = PickleOpcode(rawValue: code) else {
      let name = PickleOpcode.refused[code] ?? "no instruction of a pickle, \(code)"
      throw .malformed(
        path: path,
        expected: "a pickle of numbers, texts, lists, tuples, dictionaries and arrays of bytes",
        found: "\(name) at byte \(offset)")
    }
    self.opcode = opcode
    switch opcode {
    case .none: try push(.none)
    case .newTrue: try push(.bool(true))
    case .newFalse: try push(.bool(false))
    case .int, .binInt, .binInt1, .binInt2, .long, .long1, .long4, .float, .binFloat:
      try push(number(opcode))
    case .string, .binString, .shortBinString, .unicode, .binUnicode, .shortBinUnicode,
      .binUnicode8, .binBytes, .shortBinBytes, .binBytes8:
      try push(.text(text(opcode)))
    case .mark:
      try count()
      marks.append(stack.count)
    case .emptyList: try make(.list, [])
    case .list: try make(.list, popToMark())
    case .append: try append([pop()], to: .list)
    case .appends: try append(popToMark(), to: .list)
    case .emptyTuple: try make(.tuple, [])
    case .tuple: try make(.tuple, popToMark())
    case .tuple1: try make(.tuple, pop(1))
    case .tuple2: try make(.tuple, pop(2))
    case .tuple3: try make(.tuple, pop(3))
    case .emptyDictionary: try make(.dictionary, [])
    case .dictionary: try make(.dictionary, pairs(popToMark()))
    case .setItem: try append(pop(2), to: .dictionary)
    case .setItems: try append(pairs(popToMark()), to: .dictionary)
    case .pop:
      if stack.count > marks.last ?? 0 { stack.removeLast() } else { _ = try popToMark() }
    case .popMark: _ = try popToMark()
    case .duplicate: try push(top())
    case .put, .binPut, .longBinPut: try remember(at: place(opcode))
    case .memoize: try remember(at: memo.count)
    case .get, .binGet, .longBinGet: try recall(place(opcode))
    case .global:
      let (module, name) = (try line(), try line())
      try pushGlobal(module, name)
    case .stackGlobal:
      let names = try pop(2)
      guard case .text(let module) = names[0], case .text(let name) = names[1] else {
        throw failure("two texts", "other values")
      }
      try pushGlobal(module, name)
    case .reduce: try reduce()
    case .build: try build()
    case .proto:
      let version = try unsigned(1)
      guard version <= 4 else { throw failure("protocol 0 to 4", "\(version)") }
    case .frame: _ = try taken(unsigned(8), advancing: false)
    case .stop:
      pickle.root = try pop()
      guard position == bytes.count else {
        throw failure("nothing after it", "\(bytes.count - position) bytes")
      }
      return false
    }
    return true
  }

  /// What is wrong with the instruction that is being followed.
  func failure(_ expected: String, _ found: String) -> DataError {
    .malformed(
      path: path, expected: "\(expected) for \(opcode.name) at byte \(offset)", found: found)
  }

  // MARK: - The stack and the memo

  private mutating func count() throws(DataError) {
    madeCount += 1
    guard madeCount <= Self.largestCount else {
      throw failure("at most \(Self.largestCount) values", "more")
    }
  }

  private mutating func push(_ value: Pickle.Value) throws(DataError) {
    try count()
    stack.append(value)
  }

  /// The values above the last mark are those that an instruction may take.
  private func top() throws(DataError) -> Pickle.Value {
    guard let value = stack.last, stack.count > marks.last ?? 0 else {
      throw failure("a value", "none")
    }
    return value
  }

  private mutating func pop() throws(DataError) -> Pickle.Value {
    let value = try top()
    stack.removeLast()
    return value
  }

  private mutating func pop(_ count: Int) throws(DataError) -> [Pickle.Value] {
    guard stack.count - (marks.last ?? 0) >= count else {
      throw failure("\(count) values", "\(stack.count - (marks.last ?? 0))")
    }
    defer { stack.removeLast(count) }
    return Array(stack.suffix(count))
  }

  private mutating func popToMark() throws(DataError) -> [Pickle.Value] {
    guard let mark = marks.popLast() else { throw failure("a mark", "none") }
    defer { stack.removeLast(stack.count - mark) }
    return Array(stack[mark...])
  }

  private mutating func remember(at place: Int) throws(DataError) {
    try count()
    memo[place] = try top()
  }

  private mutating func recall(_ place: Int) throws(DataError) {
    guard let value = memo[place] else { throw failure("a value noted before", "none") }
    try push(value)
  }

  // MARK: - Objects

  private mutating func make(_ kind: Pickle.Kind, _ items: [Pickle.Value]) throws(DataError) {
    try push(.object(pickle.objects.count))
    pickle.objects.append(Pickle.Object(kind: kind, items: items))
  }

  /// Adds elements to the object that is on top of the stack.
  private mutating func append(
    _ items: [Pickle.Value], to kind: Pickle.Kind
  ) throws(DataError) {
    guard case .object(let place) = try top(), pickle.objects[place].kind == kind else {
      throw failure("a \(kind)", "another value")
    }
    pickle.objects[place].items += items
  }

  private func pairs(_ items: [Pickle.Value]) throws(DataError) -> [Pickle.Value] {
    guard items.count % 2 == 0 else { throw failure("keys and values", "\(items.count) of both") }
    return items
  }

  private mutating func pushGlobal(
    _ module: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>
  ) throws(DataError) {
    let (module, name) = (
      String(decoding: module, as: UTF8.self), String(decoding: name, as: UTF8.self)
    )
    guard let global = Pickle.Global(module: module, name: name) else {
      throw failure(
        "a name that NumPy's arrays are made with", "\(module) \(name)".prefix(80).debugDescription)
    }
    try push(.global(global))
  }

  /// An array before its elements are known, or the type of those.
  private mutating func reduce() throws(DataError) {
    let operands = try pop(2)
    let arguments = pickle.object(operands[1], .tuple)?.items ?? []
    switch (operands[0], arguments.first) {
    case (.global(.reconstruct), .global(.array)):
      try make(.array, [])
    case (.global(.elementType), .text(let name)):
      guard ["u1", "|u1", "B", "uint8"].contains(where: { name.elementsEqual($0.utf8) }) else {
        let name = String(decoding: name.prefix(20), as: UTF8.self)
        throw failure("elements of type u1", name.debugDescription)
      }
      try make(.elementType, [])
    default: throw failure("an array or the type of its elements", "another call")
    }
  }

  /// Completes an array: version, extents, type, whether the first axis varies fastest, elements.
  private mutating func build() throws(DataError) {
    let state = pickle.object(try pop(), .tuple)?.items ?? []
    guard case .object(let place) = try top() else { throw failure("an array", "another value") }
    switch pickle.objects[place].kind {
    case .elementType:
      // Byte order, size and alignment say nothing new; the rest is for elements of several parts.
      return
    case .array:
      guard state.count == 5, let extents = pickle.integers(state[1]),
        pickle.object(state[2], .elementType) != nil, case .text(let elements) = state[4]
      else { throw failure("version, extents, type, order and elements of an array", "others") }
      guard isFalse(state[3]) else { throw failure("the last axis to vary fastest", "the first") }
      guard Self.count(extents) == elements.count else {
        throw failure("as many bytes as shape \(extents) has elements", "\(elements.count)")
      }
      pickle.objects[place].items = extents.map { .int($0) }
      pickle.objects[place].bytes = elements
    default: throw failure("an array", "a \(pickle.objects[place].kind)")
    }
  }

  private func isFalse(_ value: Pickle.Value) -> Bool {
    switch value {
    case .bool(let value): !value
    case .int(let value): value == 0
    default: false
    }
  }

  /// The number of elements; nil if there can be no such array.
  private static func count(_ extents: [Int]) -> Int? {
    var count = 1
    for extent in extents {
      let (product, overflow) = count.multipliedReportingOverflow(by: extent)
      if extent < 0 || overflow { return nil }
      count = product
    }
    return count
  }
}
