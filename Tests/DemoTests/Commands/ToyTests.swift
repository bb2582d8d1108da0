import Testing

@Suite struct ToyTests {
  @Test func everyFigureIsAsPublished() throws {
    let outcome = try Program.run("toy", "--json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let report = try outcome.json
    #expect(report["passed"] as? Bool == true)
    let figures = try #require(report["figures"] as? [[String: Any]])
    #expect(figures.count == 12)
    for figure in figures {
      let distance = try #require(figure["distance"] as? Double)
      let tolerance = try #require(figure["tolerance"] as? Double)
      #expect(distance <= tolerance, "\(figure)")
      #expect(tolerance <= 1e-8)
    }
  }

  @Test func figuresStandSideBySide() throws {
    let output = try Program.run("toy").output
    for text in ["1.071696123862817", "0.014497864587765886", "-1.07260209 0.05083871 -0.87253915"]
    {
      #expect(output.contains(text), "no \(text)")
    }
    #expect(output.contains("12 of 12 figures are as published"))
    #expect(!output.contains("DIFFERS"))
    #expect(try Program.run("toy", "more").status == 2)
  }
}
