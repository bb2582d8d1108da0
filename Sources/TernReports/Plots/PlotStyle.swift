/// One look for all pictures.
enum PlotStyle {
  /// Colours that differ for the colour-blind, too. Source: M. Okabe and K. Ito, "Color universal
  /// design" (2008).
  static let colors = [
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#666666",
  ]
  private static let dashes = [1, 2, 4, 5, 3]
  private static let points = [7, 5, 9, 11, 13, 6, 4, 8]

  /// The line of curve `index`. Colour, dashes and markers all differ, so that curves can be told
  /// apart when printed grey.
  static func line(_ index: Int) -> String {
    "lw 2 lc rgb '\(colors[index % colors.count])' dt \(dashes[index % dashes.count]) "
      + "pt \(points[index % points.count]) ps 0.8"
  }

  /// The points of series `index`; colour, marker and size all differ.
  static func point(_ index: Int) -> String {
    "pt \(points[index % points.count]) ps \(index == 0 ? 0.8 : 1.4) "
      + "lc rgb '\(colors[index % colors.count])'"
  }

  /// What every panel starts with.
  static let panel = """
    reset
    set style textbox opaque fillcolor rgb '#ffffff' noborder margins 0.4,0.3
    set border 3 lw 1 lc rgb '#444444'
    set tics nomirror textcolor rgb '#222222'
    set grid lw 0.7 lc rgb '#dddddd' dt 1
    set style fill solid 0.85 border
    set key bmargin center horizontal Left reverse samplen 4 spacing 1.15 textcolor rgb '#222222'
    set key height 0.8
    set xlabel offset 0,0.25
    """

  /// A distance of ticks that gives at most `count` intervals: 1, 2 or 5 times a power of ten.
  static func tickStep(_ span: Double, atMost count: Int, whole: Bool = false) -> Double {
    var step = whole ? 1 : 1e-300
    if !whole {
      while step * 10 * Double(count) < span, step < 1e300 { step *= 10 }
    }
    while true {
      for factor in [1.0, 2, 5] where step * factor * Double(count) >= span {
        return step * factor
      }
      if step > 1e300 { return step }
      step *= 10
    }
  }

  /// The range of some numbers with room at both ends; never empty.
  static func range(_ values: some Sequence<Double>, room: Double = 0.04) -> ClosedRange<Double> {
    let finite = values.filter { $0.isFinite && abs($0) < 1e300 }
    guard let low = finite.min(), let high = finite.max() else { return 0...1 }
    let span = high - low
    let floor = max(abs(high), abs(low)) * 1e-6
    let margin = span > floor ? span * room : max(abs(high) * 0.05, 1e-3)
    return low - margin...high + margin
  }
}
