import Foundation
import Tern
import TernReports
import Testing

/// A page with everything that a page can have, and texts that would break one that does not escape.
enum Pages {
  static let hostile = "</title><script>alert(1)</script>\" onerror='x' & ümlaut \u{0}\u{7}"

  static var everything: Report {
    let images = Tensor<Float>(arange: 0, 2 * 3 * 8 * 8).reshaped(to: [2, 3, 8, 8])
    let parameters = [
      NamedParameter<Float>(name: hostile, tensor: images, role: .weight),
      NamedParameter<Float>(name: "0.bias", tensor: Tensor([0, 1, .nan]), role: .bias),
    ]
    let curve = Curve(name: hostile, values: [2, 1, 0.5])
    let sections: [Report.Section?] = [
      Report.Section(
        title: hostile,
        blocks: [
          .text(hostile), .listing("a  b\n\(hostile)"),
          .table(
            Report.Table(caption: hostile, header: [hostile, "b"], rows: [[hostile, hostile]])),
        ]),
      .learningCurves(
        of: hostile, losses: [curve], accuracies: [curve], stepLosses: [3, 2, 1], bestEpoch: 2),
      .comparison(charts: [(hostile, hostile, [curve, Curve(name: "b", values: [1, 2])])]),
      .confusionMatrix([[3, 1], [0, 4]], classNames: [hostile, "b"]),
      .firstLayer(images), .histograms(of: parameters),
      .wrongPredictions(
        inputs: images, labels: [0, 1], predictions: [1, 0], classNames: [hostile, "b"],
        imageShape: [3, 8, 8]),
      .search(searchResults, drawn: ["drawn"]),
    ]
    return Report(title: hostile, subtitle: hostile, sections: sections.compactMap(\.self))
  }

  /// Trials of a word, numbers of several sizes, and a drawn number.
  private static var searchResults: SearchResults {
    let values: [[SearchValue]] = [["64", 0.001, 0.25], [.text(hostile), 0.1, 0.000123456789]]
    return SearchResults(
      values.enumerated().map { index, values in
        TrialResult(
          Trial(number: index + 1, names: [hostile, "η", "drawn"], values: values),
          index == 0
            ? .finished(TrialScore(0.5, figures: [hostile: 0.4])) : .diverged(step: 3, loss: .nan),
          seconds: 1)
      })
  }
}

/// The names of a page's tags that are not closed, or closed in another order.
func unbalancedTags(_ page: String) -> [String] {
  let void: Set<Substring> = ["meta", "img", "!DOCTYPE"]
  var open: [Substring] = []
  var wrong: [String] = []
  for tag in page.split(separator: "<").dropFirst() {
    let name = tag.prefix { !" >\n".contains($0) }
    if name.hasPrefix("/") {
      if open.popLast() != name.dropFirst() { wrong.append(String(name)) }
    } else if !void.contains(name) {
      open.append(name)
    }
  }
  return wrong + open.map(String.init)
}
