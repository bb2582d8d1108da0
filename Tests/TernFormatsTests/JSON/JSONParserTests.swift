import Tern
import Testing

/// JSON as the headers of `.safetensors` files show it, through their metadata.
@Suite struct JSONParserTests {
  private static func metadata(_ json: String) throws(FormatError) -> [String: String] {
    let text = Array(#"{"__metadata__":\#(json)}"#.utf8)
    let length = withUnsafeBytes(of: UInt64(text.count).littleEndian, Array.init)
    return try Safetensors.read(length + text, path: "f").metadata
  }

  @Test(arguments: [
    (#"{ "a" : "b" , "c":"d" }"#, ["a": "b", "c": "d"]),
    (#"{"a":"\"\\\/\b\f\n\r\t"}"#, ["a": "\"\\/\u{8}\u{C}\n\r\t"]),
    (#"{"\u0041\u00e9":"\ud83d\uDE00é😀"}"#, ["Aé": "😀é😀"]),
    ("{}", [:]),
  ])
  func strings(json: String, expected: [String: String]) throws {
    #expect(try Self.metadata(json) == expected)
  }

  @Test(arguments: [
    #"{"a":"\x"}"#, #"{"a":"\ud83d"}"#, #"{"a":"\ud83dx"}"#, #"{"a":"\ud83d\u0041"}"#,
    #"{"a":"\ude00"}"#, #"{"a":"\u12"}"#, #"{"a":"\u12g4"}"#, "{\"a\":\"\n\"}", #"{"a""b"}"#,
    #"{"a":"b",}"#, #"{"a":"b" "c":"d"}"#, #"{a:"b"}"#, #"{"a":"b"#, #"{"a":"#, #"{"a":"b\"#,
    #"{"a":"b","a":"c"}"#, "{\"a\":01}", "{\"a\":-}", "{\"a\":1.}", "{\"a\":1e}", "{\"a\":tru}",
    "{\"a\":[1,]}", "{\"a\":[1 2]}", "{\"a\":nul", "",
  ])
  func whatIsNotJSONIsRefused(json: String) {
    let error = #expect(throws: FormatError.self) { try Self.metadata(json) }
    #expect(error?.description.contains(" of the header, found ") == true)
  }

  @Test(arguments: [
    "{\"a\":1}", "{\"a\":-1.5e+3}", "{\"a\":123456789012345678901234567890}", "{\"a\":true}",
    "{\"a\":false}", "{\"a\":null}", "{\"a\":[]}", "{\"a\":[1,[2],{}]}", "{\"a\":{\"b\":{}}}",
  ])
  func otherValuesAreJSONButNotText(json: String) {
    #expect(
      throws: FormatError.malformed(
        path: "f", expected: "text as the metadata of \"a\"", found: "another value")
    ) { try Self.metadata(json) }
  }

  @Test func moreValuesThanTheLimitAreRefused() {
    let zeros = String(repeating: "0,", count: 1 << 22)
    let error = #expect(throws: FormatError.self) { try Self.metadata("{\"a\":[\(zeros)0]}") }
    #expect(error?.description.contains("expected JSON of at most 4194304 values at byte") == true)
  }

  @Test func textMustBeUTF8() {
    let text = Array(#"{""#.utf8) + [0xC3, 0x28] + Array(#"":1}"#.utf8)
    #expect(
      throws: FormatError.malformed(
        path: "f", expected: "text in UTF-8 at byte 1 of the header", found: "other bytes")
    ) { try Safetensors.read([UInt8(text.count), 0, 0, 0, 0, 0, 0, 0] + text, path: "f") }
  }

  @Test(arguments: ["[", "{\"a\":"])
  func deepNestingIsRefused(opening: String) {
    let error = #expect(throws: FormatError.self) {
      try Self.metadata(String(repeating: opening, count: 100_000))
    }
    #expect(error?.description.contains("JSON nested at most 64 deep") == true)
  }
}
