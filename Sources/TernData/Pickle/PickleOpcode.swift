/// The instructions of a pickle that ``PickleReader`` follows: those of protocols 0 to 4 that build
/// numbers, texts, lists, tuples and dictionaries, and the two by which arrays are made.
///
/// Source: Python's `Lib/pickletools.py`.
enum PickleOpcode: UInt8 {
  // Numbers
  case none = 0x4E  // N
  case newTrue = 0x88
  case newFalse = 0x89
  case int = 0x49  // I
  case binInt = 0x4A  // J
  case binInt1 = 0x4B  // K
  case binInt2 = 0x4D  // M
  case long = 0x4C  // L
  case long1 = 0x8A
  case long4 = 0x8B
  case float = 0x46  // F
  case binFloat = 0x47  // G

  // Texts and bytes
  case string = 0x53  // S
  case binString = 0x54  // T
  case shortBinString = 0x55  // U
  case unicode = 0x56  // V
  case binUnicode = 0x58  // X
  case shortBinUnicode = 0x8C
  case binUnicode8 = 0x8D
  case binBytes = 0x42  // B
  case shortBinBytes = 0x43  // C
  case binBytes8 = 0x8E

  // Collections
  case mark = 0x28  // (
  case emptyList = 0x5D  // ]
  case list = 0x6C  // l
  case append = 0x61  // a
  case appends = 0x65  // e
  case emptyTuple = 0x29  // )
  case tuple = 0x74  // t
  case tuple1 = 0x85
  case tuple2 = 0x86
  case tuple3 = 0x87
  case emptyDictionary = 0x7D  // }
  case dictionary = 0x64  // d
  case setItem = 0x73  // s
  case setItems = 0x75  // u

  // The stack and the memo
  case pop = 0x30  // 0
  case popMark = 0x31  // 1
  case duplicate = 0x32  // 2
  case put = 0x70  // p
  case binPut = 0x71  // q
  case longBinPut = 0x72  // r
  case memoize = 0x94
  case get = 0x67  // g
  case binGet = 0x68  // h
  case longBinGet = 0x6A  // j

  // Arrays
  case global = 0x63  // c
  case stackGlobal = 0x93
  case reduce = 0x52  // R
  case build = 0x62  // b

  // The file
  case proto = 0x80
  case frame = 0x95
  case stop = 0x2E  // .

  /// What Python calls the instructions that are refused.
  static let refused: [UInt8: String] = [
    0x50: "PERSID", 0x51: "BINPERSID", 0x69: "INST", 0x6F: "OBJ", 0x81: "NEWOBJ", 0x82: "EXT1",
    0x83: "EXT2", 0x84: "EXT4", 0x8F: "EMPTY_SET", 0x90: "ADDITEMS", 0x91: "FROZENSET",
    0x92: "NEWOBJ_EX", 0x96: "BYTEARRAY8", 0x97: "NEXT_BUFFER", 0x98: "READONLY_BUFFER",
  ]

  /// What Python calls the instruction.
  var name: String {
    switch self {
    case .none: "NONE"
    case .newTrue: "NEWTRUE"
    case .newFalse: "NEWFALSE"
    case .int: "INT"
    case .binInt: "BININT"
    case .binInt1: "BININT1"
    case .binInt2: "BININT2"
    case .long: "LONG"
    case .long1: "LONG1"
    case .long4: "LONG4"
    case .float: "FLOAT"
    case .binFloat: "BINFLOAT"
    case .string: "STRING"
    case .binString: "BINSTRING"
    case .shortBinString: "SHORT_BINSTRING"
    case .unicode: "UNICODE"
    case .binUnicode: "BINUNICODE"
    case .shortBinUnicode: "SHORT_BINUNICODE"
    case .binUnicode8: "BINUNICODE8"
    case .binBytes: "BINBYTES"
    case .shortBinBytes: "SHORT_BINBYTES"
    case .binBytes8: "BINBYTES8"
    case .mark: "MARK"
    case .emptyList: "EMPTY_LIST"
    case .list: "LIST"
    case .append: "APPEND"
    case .appends: "APPENDS"
    case .emptyTuple: "EMPTY_TUPLE"
    case .tuple: "TUPLE"
    case .tuple1: "TUPLE1"
    case .tuple2: "TUPLE2"
    case .tuple3: "TUPLE3"
    case .emptyDictionary: "EMPTY_DICT"
    case .dictionary: "DICT"
    case .setItem: "SETITEM"
    case .setItems: "SETITEMS"
    case .pop: "POP"
    case .popMark: "POP_MARK"
    case .duplicate: "DUP"
    case .put: "PUT"
    case .binPut: "BINPUT"
    case .longBinPut: "LONG_BINPUT"
    case .memoize: "MEMOIZE"
    case .get: "GET"
    case .binGet: "BINGET"
    case .longBinGet: "LONG_BINGET"
    case .global: "GLOBAL"
    case .stackGlobal: "STACK_GLOBAL"
    case .reduce: "REDUCE"
    case .build: "BUILD"
    case .proto: "PROTO"
    case .frame: "FRAME"
    case .stop: "STOP"
    }
  }
}
