import Tern

extension Report.Section {
  /// How often each class was taken for each, as a picture, with the share found of each class.
  ///
  /// - Parameters:
  ///   - counts: Element (i, j) is for examples of class i that were taken for class j.
  ///   - classNames: The names of the classes; their numbers if there are none.
  ///   - examples: What was tested, such as "test examples".
  public static func confusionMatrix(
    _ counts: Tensor<Int32>, classNames: [String]? = nil, of examples: String = "test examples"
  ) -> Report.Section {
    let chart = ConfusionChart(
      title: "confusion matrix, \(examples)", counts: counts, classNames: classNames)
    let classes = chart.classNames.count
    let scalars = counts.scalars.map { Int($0) }
    let right = (0..<classes).reduce(0) { $0 + scalars[$1 * classes + $1] }
    let total = scalars.reduce(0, +)
    let rows = chart.classNames.enumerated().map { index, name in
      let row = scalars[index * classes..<(index + 1) * classes].reduce(0, +)
      let column = (0..<classes).reduce(0) { $0 + scalars[$1 * classes + index] }
      let found = scalars[index * classes + index]
      return [name, "\(row)", percent(found, of: row), percent(found, of: column)]
    }
    let size = min(max(90 + 52 * classes, 380), 900)
    return Report.Section(
      title: "Confusion matrix",
      blocks: [
        .picture(
          Picture(
            name: "confusion",
            alternative: "confusion matrix of \(classes) classes: \(right) of \(total) \(examples) "
              + "are on the diagonal, which is right",
            content: .figure(Figure(chart, width: size + 110, height: size)))),
        .table(
          Report.Table(
            caption: "Each class of the \(examples)",
            header: ["class", "examples", "found (recall)", "right when said (precision)"],
            rows: rows)),
      ])
  }

  private static func percent(_ part: Int, of whole: Int) -> String {
    if whole == 0 { return "–" }
    let tenths = Int((1000 * Double(part) / Double(whole)).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }

  /// The weights of the first layer as images.
  ///
  /// - Parameter images: `[count, 1 or 3, height, width]`, as ``weightImages(of:imageShape:)`` makes
  ///   them.
  public static func firstLayer<Scalar: FloatingScalar>(
    _ images: Tensor<Scalar>, limit: Int = 256
  ) -> Report.Section {
    let count = images.shape[0]
    let shown = count > limit ? images[0..<limit] : images
    let columns = Int(Double(shown.shape[0]).squareRoot().rounded(.up))
    let width = columns * (images.shape[3] + 1) + 1
    let magnification = min(max(760 / width, 1), 16)
    let isSmall = max(images.shape[2], images.shape[3]) < 12
    let grid =
      isSmall
      ? kernels(shown, magnification: magnification)
      : Bitmap(grid: shown, columns: columns, magnification: magnification)
    let which = count > limit ? "the first \(limit) of \(count)" : "all \(count)"
    return Report.Section(
      title: "First layer",
      blocks: [
        .picture(
          Picture(
            name: "first-layer",
            alternative: "the weights of the first layer as \(shown.shape[0]) small images",
            caption:
              "What the first layer looks for: \(which) weight images, each from its smallest "
              + "weight (black) to its greatest (white).",
            content: .bitmap(grid)))
      ])
  }

  /// Images of few pixels, each in a frame: without it, a white pixel at an edge looks like paper.
  private static func kernels<Scalar: FloatingScalar>(
    _ images: Tensor<Scalar>, magnification: Int
  ) -> Bitmap {
    let framed = (0..<images.shape[0]).map { index in
      Bitmap(grid: images[index..<index + 1], border: 0, magnification: magnification)
        .framed(width: 2, shade: 96)
    }
    return Bitmap(sideBySide: framed, border: 8)
      ?? Bitmap(grid: images, magnification: magnification)
  }

  /// A histogram of each parameter, those of a layer side by side.
  ///
  /// - Returns: Nil if there are no parameters.
  public static func histograms<Scalar: FloatingScalar>(
    of parameters: [NamedParameter<Scalar>]
  ) -> Report.Section? {
    if parameters.isEmpty { return nil }
    let charts = parameters.map { parameter in
      let color = parameter.role == .weight ? 0 : parameter.role == .bias ? 1 : 2
      return HistogramChart(
        title: "\(parameter.name) \(parameter.tensor.shape)",
        histogram: Histogram(of: parameter.tensor), color: color)
    }
    let rows = parameters.map { parameter in
      let finite = parameter.tensor.finiteElements
      let count = Double(max(finite.count, 1))
      let mean = finite.reduce(0, +) / count
      let variance = finite.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
      return [
        parameter.name, "\(parameter.tensor.shape)", shortened(mean),
        shortened(variance.squareRoot()), finite.min().map { shortened($0) } ?? "–",
        finite.max().map { shortened($0) } ?? "–", "\(parameter.tensor.count - finite.count)",
      ]
    }
    return Report.Section(
      title: "Weights and biases",
      blocks: [
        .picture(
          Picture(
            name: "parameters", alternative: "histograms of \(parameters.count) parameters",
            content: .figure(
              Figure(
                title: "weights and biases of each layer", charts: charts, columns: 2,
                chartWidth: 400, chartHeight: 230)))),
        .table(
          Report.Table(
            caption: "Population figures of the finite elements",
            header: [
              "parameter", "shape", "mean", "deviation", "smallest", "greatest", "not finite",
            ], rows: rows)),
      ])
  }
}
