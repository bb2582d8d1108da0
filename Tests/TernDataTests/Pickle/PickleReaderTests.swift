import Tern
import TernData
import Testing

@Suite struct PickleReaderTests {
  private func read(_ bytes: [UInt8]) throws(DataError) -> Pickle {
    try PickleReader.read(bytes, path: "p")
  }

  @Test(arguments: pickleFiles) func seesWhatPythonSees(file: PickleFile) throws {
    let expected = file.text.split(separator: "\n").joined()
    #expect(try read(file.bytes).text == expected)
  }

  @Test(arguments: ["array3", "array4", "python2"]) func giveArraysAndLabels(name: String) throws {
    let file = try #require(pickleFiles.first { $0.name == name })
    let pickle = try read(file.bytes)
    let array = try #require(pickle.array(pickle["data"]))
    #expect(array.extents == [2, 3])
    #expect(Array(array.bytes) == [0, 1, 2, 3, 4, 5])
    #expect(pickle.integers(pickle["labels"]) == [6, 9])
    #expect(pickle.array(pickle["labels"]) == nil)
    #expect(pickle.integers(pickle["data"]) == nil)
    #expect(pickle["nothing"] == nil)
  }

  /// What the message names: where, and what was found there.
  private static let refused = [
    "set": "found EMPTY_SET at byte 11",
    "complex":
      "expected a name that NumPy's arrays are made with for STACK_GLOBAL at byte 32, "
      + "found \"builtins complex\"",
    "floats": "expected elements of type u1 for REDUCE at byte 113, found \"f4\"",
    "fortran": "expected the last axis to vary fastest for BUILD at byte 154, found the first",
    "objects": "expected elements of type u1 for REDUCE at byte 113, found \"O8\"",
    "large": "expected a number of at most 8 bytes for LONG1 at byte 11, found 9",
    "path": "found \"pathlib PurePosixPath\"",
  ]

  @Test(arguments: refusedPickleFiles) func refusesTheRest(file: PickleFile) throws {
    let words = try #require(Self.refused[file.name])
    let error = #expect(throws: DataError.self) { try read(file.bytes) }
    let text = error?.description ?? ""
    #expect(text.hasPrefix("p: expected "))
    #expect(text.contains(words), "\(text)")
  }

  /// Programs that nobody may run, or that are none.
  private static let programs: [(String, String)] = [
    ("", "expected a pickle that ends with STOP, found its end"),
    ("N", "expected a pickle that ends with STOP, found its end"),
    (
      "cos\nsystem\n(S'ls'\ntR.",
      "expected a name that NumPy's arrays are made with for GLOBAL at byte 0, found \"os system\""
    ),
    ("cnumpy\n_reconstruct\n.", "found \"numpy _reconstruct\""),
    ("(S'ls'\nios\nsystem\n.", "found INST at byte 7"),
    ("Pid\n.", "found PERSID at byte 0"),
    ("~.", "found no instruction of a pickle, 126 at byte 0"),
    (".", "expected a value for STOP at byte 0, found none"),
    ("(.", "expected a value for STOP at byte 1, found none"),
    ("NN.x", "expected nothing after it for STOP at byte 2, found 1 bytes"),
    ("t.", "expected a mark for TUPLE at byte 0, found none"),
    ("N(a.", "expected a value for APPEND at byte 2, found none"),
    ("NNa.", "expected a list for APPEND at byte 2, found another value"),
    ("](Ne(NNNu.", "expected keys and values for SETITEMS at byte 8, found 3 of both"),
    ("]NNs.", "expected a dictionary for SETITEM at byte 3, found another value"),
    ("N\u{85}\u{86}.", "expected 2 values for TUPLE2 at byte 2, found 1"),
    ("g3\n.", "expected a value noted before for GET at byte 0, found none"),
    ("gx\n.", "expected a number of at most 64 bits for GET at byte 0, found \"x\""),
    ("I1", "expected a line for INT at byte 0, found no end of one"),
    ("I9223372036854775808\n.", "found \"9223372036854775808\""),
    ("F1x\n.", "expected a number for FLOAT at byte 0, found \"1x\""),
    ("S'a\n.", "expected a text in quotation marks for STRING at byte 0, found another"),
    ("S'\\q'\n.", "expected one of \\\\ \\' \\\" \\n \\r \\t \\x for STRING at byte 0"),
    (
      "S'\\x4'\n.", "expected 2 hexadecimal digits of a character for STRING at byte 0, found \"4\""
    ),
    ("V\\ud800\n.", "expected 4 hexadecimal digits of a character for UNICODE at byte 0"),
    (
      "T\u{ff}\u{ff}\u{ff}\u{ff}.",
      "expected a length of 0 or more for BINSTRING at byte 0, found -1"
    ),
    (
      "X\u{ff}\u{ff}\u{ff}\u{ff}.",
      "expected 4294967295 bytes for BINUNICODE at byte 0, found only 1"
    ),
    (
      "\u{8e}\u{ff}\u{ff}\u{ff}\u{ff}\u{ff}\u{ff}\u{ff}\u{ff}.",
      "expected 18446744073709551615 bytes for BINBYTES8 at byte 0, found only 1"
    ),
    ("\u{80}\u{05}N.", "expected protocol 0 to 4 for PROTO at byte 0, found 5"),
    ("NNR.", "expected an array or the type of its elements for REDUCE at byte 2"),
    ("N)b.", "expected an array for BUILD at byte 2, found another value"),
    ("])b.", "expected an array for BUILD at byte 2, found a list"),
  ]

  @Test(arguments: programs) func refusesPrograms(program: String, words: String) {
    // One byte a character.
    let bytes = program.unicodeScalars.map { UInt8($0.value) }
    let error = #expect(throws: DataError.self) { try read(bytes) }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  private static let array =
    "cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(I0\ntS'b'\ntR"
  private static let type = "cnumpy\ndtype\n(S'u1'\nI0\nI1\ntR"

  /// States of an array that do not fit together.
  private static let states: [(String, String)] = [
    ("(I1\n(I2\nt\(type)I00\nS'abc'\nt", "as many bytes as shape [2] has elements"),
    ("(I1\n(I-1\nI-3\nt\(type)I00\nS'abc'\nt", "as many bytes as shape [-1, -3] has elements"),
    (
      "(I1\n(I4294967296\nI4294967296\nt\(type)I00\nS''\nt",
      "as many bytes as shape [4294967296, 4294967296] has elements"
    ),
    ("(I1\n(I3\nt\(type)I01\nS'abc'\nt", "the last axis to vary fastest"),
    ("(I1\n(I3\nt\(type)NS'abc'\nt", "the last axis to vary fastest"),
    ("(I1\n(I3\ntNI00\nS'abc'\nt", "version, extents, type, order and elements"),
    ("(I1\n(Nt\(type)I00\nS'abc'\nt", "version, extents, type, order and elements"),
    ("(I1\n(I3\nt\(type)I00\nNt", "version, extents, type, order and elements"),
    ("N", "version, extents, type, order and elements"),
  ]

  @Test(arguments: states) func arraysHaveToFit(state: String, words: String) {
    let error = #expect(throws: DataError.self) { try read(Array("\(Self.array)\(state)b.".utf8)) }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test func anArrayWithoutElementsIsNone() throws {
    let pickle = try read(Array("\(Self.array).".utf8))
    #expect(pickle.array(pickle.root) == nil)
  }

  @Test func depthIsNoDanger() throws {
    let depth = 400_000
    let lists = [UInt8](repeating: UInt8(ascii: "]"), count: depth)
    let appends = [UInt8](repeating: UInt8(ascii: "a"), count: depth - 1)
    let pickle = try read(lists + appends + [UInt8(ascii: ".")])
    #expect(pickle.objects.count == depth)
    #expect(pickle.integers(pickle.root) == nil)
  }

  @Test func aListMayContainItself() throws {
    let pickle = try read(Array("]p0\ng0\na.".utf8))
    #expect(pickle.objects[0].items.count == 1)
    #expect(pickle.integers(pickle.root) == nil)
    #expect(pickle.texts(pickle.root) == nil)
  }

  @Test func theLastOfEqualKeysCounts() throws {
    let pickle = try read(Array("}(S'a'\n(I1\nlS'a'\n(I2\nlu.".utf8))
    #expect(pickle.integers(pickle["a"]) == [2])
  }

  @Test(arguments: ["N", "(", "]", "Np0\n"]) func smallInstructionsFillNoMemory(word: String) {
    let count = PickleReader.largestCount
    let bytes =
      [UInt8](repeating: 0, count: 0) + Array(String(repeating: word, count: count + 1).utf8)
    let error = #expect(throws: DataError.self) { try read(bytes) }
    #expect(error?.description.contains("at most \(count) values") == true)
  }
}
