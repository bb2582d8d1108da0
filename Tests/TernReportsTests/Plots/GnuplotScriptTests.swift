import TernReports
import Testing

@Suite struct GnuplotScriptTests {
  @Test(arguments: [
    ("loss", "'loss'"), ("it's", "'it''s'"), ("'; system(\"rm\") #", "'''; system(\"rm\") #'"),
    ("a\nb\u{0}c\td", "'a b c d'"), ("`date` $x @y \\n", "'`date` $x @y \\n'"), ("", "''"),
    ("line\u{2028}separator", "'line separator'"),
  ])
  func textsStayTexts(text: String, literal: String) {
    #expect(GnuplotScript.quoted(text) == literal)
  }

  @Test func longTextsLoseTheirMiddle() {
    #expect(GnuplotScript.quoted("0123456789", limit: 6) == "'012…89'")
    #expect(GnuplotScript.quoted("012345", limit: 6) == "'012345'")
  }

  @Test func numbersThatAreNoneInterruptADataBlock() {
    var script = GnuplotScript()
    #expect(script.data([[1, 0.5], [2, .nan], [], [3, -.infinity], [4, 1e-20]]) == "$data0")
    #expect(script.data([]) == "$data1")
    #expect(
      script.text == """
        $data0 << EOD
        1.0 0.5



        4.0 1e-20
        EOD
        $data1 << EOD
        EOD

        """)
  }
}
