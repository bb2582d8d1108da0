import Tern
import TernReports
import Testing

@Suite struct SectionTests {
  private func tables(_ section: Report.Section) -> [Report.Table] {
    section.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  private func texts(_ section: Report.Section) -> [String] {
    section.blocks.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  private func pictures(_ section: Report.Section?) -> [Picture] {
    section?.blocks.compactMap { if case .picture(let picture) = $0 { picture } else { nil } }
      ?? []
  }

  @Test func curvesThatAreNotThereAreLeftOut() {
    let curve = Curve(name: "training", values: [1, 0.25])
    #expect(Report.Section.learningCurves(of: "r", losses: [], accuracies: []) == nil)
    #expect(Report.Section.comparison(charts: [("loss", "loss", [])]) == nil)
    let section = Report.Section.learningCurves(of: "r", losses: [curve], accuracies: [])
    #expect(pictures(section).map(\.name) == ["loss"])
    #expect(pictures(section)[0].alternative.contains("training ends at 0.25"))
  }

  @Test func severalQuantitiesAreInOnePictureToo() {
    let curves = [Curve(name: "relu", values: [1, 0.25]), Curve(name: "tanh", values: [1, 0.5])]
    let one = Report.Section.comparison(charts: [("test loss", "loss", curves)])
    #expect(pictures(one).map(\.name) == ["comparison-test loss"])
    let two = Report.Section.comparison(
      of: "iris", charts: [("test loss", "loss", curves), ("test accuracy", "accuracy", curves)])
    let all = pictures(two)
    #expect(all.map(\.name) == ["comparison", "comparison-test loss", "comparison-test accuracy"])
    guard case .figure(let figure) = all[0].content else {
      Issue.record("no figure")
      return
    }
    #expect(
      figure.charts.compactMap { ($0 as? CurveChart)?.title } == [
        "iris: test loss", "iris: test accuracy",
      ])
  }

  /// Weights at an edge that are white differ from the paper: a frame is between them.
  @Test func smallKernelsAreFramed() throws {
    let kernels = Tensor<Float>([0, 1, 2, 3, 3, 2, 1, 0], shape: [2, 1, 2, 2])
    let picture = try #require(pictures(Report.Section.firstLayer(kernels)).first)
    guard case .bitmap(let grid) = picture.content else {
      Issue.record("no bitmap")
      return
    }
    // Two of 2·16 pixels, each with 2 more at both sides, and 8 around and between.
    #expect((grid.width, grid.height) == (3 * 8 + 2 * 36, 2 * 8 + 36))
    let row = grid.samples[(8 + 2) * grid.width..<(8 + 3) * grid.width]
    let expected: [(UInt8, Int)] = [
      (255, 8), (96, 2), (0, 16), (85, 16), (96, 2), (255, 8), (96, 2), (255, 16), (170, 16),
      (96, 2), (255, 8),
    ]
    #expect(Array(row) == expected.flatMap { Array(repeating: $0.0, count: $0.1) })
  }

  @Test func classesAreCountedByRowAndColumn() {
    let section = Report.Section.confusionMatrix(
      [[6, 2], [0, 0]], classNames: ["a", "b"], of: "validation examples")
    #expect(
      tables(section)[0].rows == [["a", "8", "75.0 %", "100.0 %"], ["b", "0", "–", "0.0 %"]])
    #expect(pictures(section)[0].alternative.contains("6 of 8 validation examples"))
  }

  @Test func wrongExamplesThatAreNoImagesAreATable() {
    let inputs = Tensor<Float>(arange: 0, 8).reshaped(to: [4, 2])
    let section = Report.Section.wrongPredictions(
      inputs: inputs, labels: [0, 1, 2, 0], predictions: [0, 0, 1, 0], featureNames: ["length"])
    #expect(texts(section) == ["2 of 4 test examples are predicted wrong."])
    #expect(
      tables(section)[0].header == ["example", "true class", "predicted", "length", "input 2"])
    #expect(
      tables(section)[0].rows == [["2", "1", "0", "2.0", "3.0"], ["3", "2", "1", "4.0", "5.0"]])
  }

  @Test func theSampleOfWrongExamplesIsSpreadOverAll() throws {
    let inputs = Tensor<Float>(arange: 0, 40).reshaped(to: [10, 4])
    let section = Report.Section.wrongPredictions(
      inputs: inputs, labels: Tensor(zeros: [10]), predictions: Tensor(ones: [10]),
      classNames: ["cat", "dog"], imageShape: [1, 2, 2], limit: 2)
    #expect(texts(section) == ["10 of 10 test examples are predicted wrong; here are 2 of them."])
    guard case .gallery(let gallery) = section.blocks[1] else {
      Issue.record("no gallery")
      return
    }
    #expect(gallery.items.map(\.caption) == ["cat, taken for dog", "cat, taken for dog"])
  }

  @Test func allRightIsSaid() {
    let section = Report.Section.wrongPredictions(
      inputs: Tensor<Float>(zeros: [2, 1]), labels: [1, 0], predictions: [1, 0])
    #expect(texts(section) == ["All 2 test examples are predicted right."])
  }

  @Test func parametersAreMeasured() throws {
    let parameters = [
      NamedParameter<Float>(name: "w", tensor: Tensor([[1, 3], [.nan, 5]]), role: .weight),
      NamedParameter<Float>(name: "b", tensor: [], role: .bias),
    ]
    let section = try #require(Report.Section.histograms(of: parameters))
    #expect(
      tables(section)[0].rows == [
        ["w", "[2, 2]", "3.0", "1.633", "1.0", "5.0", "1"],
        ["b", "[0]", "0.0", "0.0", "–", "–", "0"],
      ])
    #expect(Report.Section.histograms(of: [NamedParameter<Float>]()) == nil)
  }

  /// A search of two settings.
  private func results(
    _ names: [String], _ trials: [(values: [SearchValue], outcome: TrialResult.Outcome)]
  ) -> SearchResults {
    SearchResults(
      trials.enumerated().map { index, trial in
        TrialResult(
          Trial(number: index + 1, names: names, values: trial.values), trial.outcome, seconds: 1)
      })
  }

  /// The grid of D, cut to two settings: the best of each, alone and around the best.
  @Test func searchesEndWithTheirTables() throws {
    let section = try #require(
      Report.Section.search(
        results(
          ["hidden", "η"],
          [
            ([512, 0.1], .diverged(step: 31, loss: .nan)),
            ([64, 0.1], .finished(TrialScore(0.9, figures: ["test": 0.88]))),
            ([64, 0.01], .finished(TrialScore(0.98, loss: 0.2))),
            ([512, 0.01], .finished(TrialScore(0.98, loss: 0.1))),
            ([64, 0.005], .finished(TrialScore(.nan))),
          ]), scoreName: "accuracy"))
    let tables = tables(section)
    #expect(tables[0].rows == [["64", "0.98", "0.98"], ["512", "0.98", "0.98"]])
    // 0.005 has not been tried with 512 hidden units.
    #expect(
      tables[1].rows == [
        ["0.005", "diverged", "–"], ["0.01", "0.98", "0.98"], ["0.1", "0.9", "diverged"],
      ])
    #expect(tables[2].header == ["rank", "hidden", "η", "accuracy", "test"])
    #expect(tables[2].rows[0] == ["1", "512", "0.01", "0.98", "–"])
    #expect(tables[2].rows[2] == ["3", "64", "0.1", "0.9", "0.88"])
    #expect(
      tables[2].rows.contains { $0.dropFirst() == ["512", "0.1", "diverged at step 31", "–"] })
    #expect(
      texts(section) == [
        "5 trials have ended, 2 of them diverged; the best has accuracy 0.98 with hidden 512, η 0.01."
      ])
    #expect(Report.Section.search(SearchResults([])) == nil)
  }

  /// Of a setting that was drawn every trial is a point; a table of single trials would say nothing.
  @Test func drawnSettingsAreShownPointByPoint() throws {
    let trials: [(values: [SearchValue], outcome: TrialResult.Outcome)] = [
      ([.number(1.0 / 3), "relu"], .finished(TrialScore(0.1))),
      ([.number(2.0 / 3), "tanh"], .finished(TrialScore(0.2))),
      ([1, "tanh"], .diverged(step: 1, loss: .nan)),
    ]
    let section = try #require(
      Report.Section.search(results(["η", "activation"], trials), drawn: ["η"]))
    guard case .figure(let figure) = try #require(pictures(section).first).content else {
      Issue.record("no figure")
      return
    }
    let scatter = try #require(figure.charts.first as? ScatterChart)
    #expect(scatter.series[0].points.map(\.y) == [0.1, 0.2])
    #expect(scatter.series[1].points.map(\.x) == [Double(2) / 3])
    #expect(scatter.missing?.x == [1])
    let tables = tables(section)
    #expect(
      tables.map(\.header.first) == ["activation", "rank"], "a table for each list, and that of all"
    )
    #expect(tables[0].header.count == 2, "no other trial has the best's drawn number")
    #expect(tables[1].rows[0].prefix(3) == ["1", "0.6666667", "tanh"])
    #expect(tables[1].rows[2][1] == "1")
  }

  @Test(arguments: [
    ([0.001, 0.1] as [SearchValue], "η (logarithmic)"), ([0.5, 0.9], "η"), ([0, 0.1, 10], "η"),
    ([1, "a"], "η"),
  ])
  func logarithmsAreForNumbersFarApart(values: [SearchValue], label: String) throws {
    let section = Report.Section.search(
      results(["η"], values.map { ([$0], .finished(TrialScore(0.5))) }))
    guard case .figure(let figure)? = pictures(section).first?.content else {
      Issue.record("no figure")
      return
    }
    let chart = try #require(figure.charts.first as? CategoryChart)
    #expect(chart.xLabel == label)
    #expect(figure.script(for: .svg).contains("set logscale x") == (label != "η"))
  }
}
