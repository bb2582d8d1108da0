import Tern

/// How often each class was taken for each: a table of counts, shaded by the share of the true class.
public struct ConfusionChart: Chart {
  /// The title.
  public var title: String
  /// The counts: element (i, j) is for examples of class i that were taken for class j.
  public var counts: Tensor<Int32>
  /// The names of the classes.
  public var classNames: [String]

  /// A chart of a confusion matrix, `[classes, classes]`; the names are numbers if there are none.
  public init(
    title: String = "confusion matrix", counts: Tensor<Int32>, classNames: [String]? = nil
  ) {
    let shape = counts.shape
    precondition(
      shape.rank == 2 && shape[0] == shape[1] && shape[0] >= 1,
      "a confusion matrix is square, got \(shape)")
    let names = classNames ?? (0..<shape[0]).map { "\($0)" }
    precondition(
      names.count == shape[0], "\(names.count) names do not fit \(shape[0]) classes")
    self.title = title
    self.counts = counts
    self.classNames = names
  }

  /// More classes than this would leave no room for numbers in the cells.
  private static let mostNumbers = 20

  /// Adds the commands that draw the table.
  public func draw(in script: inout GnuplotScript) {
    let classes = classNames.count
    let scalars = counts.scalars
    script.add("set title \(GnuplotScript.quoted(title)) font ',15'")
    script.add("set xlabel 'predicted class'")
    script.add("set ylabel 'true class'")
    script.add("set xrange [-0.5:\(Double(classes) - 0.5)]")
    script.add("set yrange [\(Double(classes) - 0.5):-0.5]")
    // Of many classes only some are named.
    let interval = (classes + 24) / 25
    let tics = classNames.enumerated().filter { $0.offset % interval == 0 }.map {
      "\(GnuplotScript.quoted($0.element, limit: 16)) \($0.offset)"
    }.joined(separator: ", ")
    let isWide = classNames.contains { $0.count > 3 } && classes > 4
    script.add("set xtics (\(tics)) scale 0\(isWide ? " rotate by -40" : "")")
    script.add("set ytics (\(tics)) scale 0")
    script.add("unset grid")
    script.add("set style fill solid 1 noborder")
    script.add("set border 15 lw 1 lc rgb '#444444'")
    script.add("set palette defined (0 '#ffffff', 0.25 '#c6dbef', 0.6 '#4292c6', 1 '#08306b')")
    script.add("set cbrange [0:1]")
    script.add("set cblabel 'share of the true class'")
    var cells: [[Double]] = []
    var labels: [[Double]] = []
    for row in 0..<classes {
      let counts = scalars[row * classes..<(row + 1) * classes].map(Double.init)
      let total = counts.reduce(0, +)
      for (column, count) in counts.enumerated() {
        let share = total > 0 ? count / total : 0
        let (x, y) = (Double(column), Double(row))
        cells.append([x, y, x - 0.5, x + 0.5, y - 0.5, y + 0.5, share])
        labels.append([x, y, count, share > 0.5 ? 0xFFFFFF : 0x222222])
      }
    }
    let shades = script.data(cells)
    var plot =
      "plot \(shades) using 1:2:3:4:5:6:7 with boxxyerror fs solid 1 noborder lc palette notitle"
    if classes <= Self.mostNumbers {
      let numbers = script.data(labels)
      plot +=
        ", \(numbers) using 1:2:(sprintf('%.0f', $3)):4 with labels tc rgb variable "
        + "font ',11' notitle"
    }
    script.add(plot)
  }
}
