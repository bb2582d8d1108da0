import TestSupport
import Testing

@Suite struct GraphTests {
  @Test func theDeviationsAreDrawn() throws {
    let outcome = try Program.run("graph")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("digraph {\n") && outcome.output.hasSuffix("}\n"))
    for label in [
      "x1\\nvalue -1\\ngradient -0.5", "x2\\nvalue 3\\ngradient 0.5", "sqrt\\nvalue 2\\n",
      "x1\\nvalue -1\\ngradient -0.70710678", "x2\\nvalue 3\\ngradient 0.70710678",
      "sqrt\\nvalue 2.8284271\\n",
    ] {
      #expect(outcome.output.contains(label), "no \(label)")
    }
  }

  @Test func aFileTakesTheText() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/deviation.gv"
    #expect(try Program.run("graph", "--out", path).output.contains(path))
    #expect(try folder.read("deviation.gv") == Program.run("graph").output)
    #expect(try Program.run("graph", "--out", "\(folder.path)/none/x.gv").status == 1)
    #expect(try Program.run("graph", "left").status == 2)
  }
}
