import TernLayers
import Testing

@Suite struct ParameterNamesTests {
  /// A network of two layers, of which the second has a layer of its own.
  static var walked: ParameterNames {
    var names = ParameterNames()
    names.enter("first")
    names.addParameter("weight")
    names.addParameter("bias")
    names.leave()
    names.addParameter("scale")
    names.enter("second")
    names.enter("0")
    names.addParameter("weight")
    names.leave()
    names.leave()
    return names
  }

  @Test func fullNamesHaveThePath() {
    #expect(Self.walked.full == ["first.weight", "first.bias", "scale", "second.0.weight"])
    #expect(Self.walked.count == 4)
    #expect(ParameterNames().full.isEmpty)
  }

  @Test func namesFromAFileEqualThoseOfAWalk() {
    #expect(Self.walked == Self.walked)
    #expect(
      Self.walked == ParameterNames(["first.weight", "first.bias", "scale", "second.0.weight"]))
    #expect(
      Self.walked != ParameterNames(["first.weight", "first.bias", "scale", "second.1.weight"]))
    #expect(Self.walked != ParameterNames(["first.weight"]))
  }
}
