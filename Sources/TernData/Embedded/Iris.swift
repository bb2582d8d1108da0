import Tern

/// Fisher's measurements of 150 irises: 50 flowers of each of three species.
///
/// The data come with the library and can be used at once:
///
/// ```swift
/// let (train, test) = try Iris.load().split(0.8, shuffledWith: &rng)
/// ```
///
/// Source: R. A. Fisher (1936), "The use of multiple measurements in taxonomic problems", in the UCI
/// Machine Learning Repository, doi:10.24432/C56C76, under the Creative Commons licence CC BY 4.0.
/// Two flowers, at index 34 and 37, have the values of Fisher's paper, `4.9, 3.1, 1.5, 0.2` and
/// `4.9, 3.6, 1.4, 0.1`, as in R and scikit-learn; UCI's own file has known errors there.
public enum Iris {
  /// The four measurements of a flower, in centimetres.
  public static let featureNames = ["sepal length", "sepal width", "petal length", "petal width"]
  /// The species in the order of their labels, 0, 1 and 2.
  public static let classNames = ["setosa", "versicolor", "virginica"]

  /// All flowers, `[150, 4]`, in centimetres, sorted by species: shuffle them before a split.
  public static func load<Scalar: FloatingScalar>(
    as scalar: Scalar.Type = Float.self
  ) -> Dataset<Scalar> {
    let measurements = flowers.measurements.map { Scalar(double: $0) }
    return Dataset(
      checkedInputs: Tensor(measurements, shape: [flowers.labels.count, featureNames.count]),
      labels: Tensor(flowers.labels))
  }

  /// The four measurements of each flower in centimetres, one flower after another, and its label.
  private static let flowers: (measurements: [Double], labels: [Int32]) = {
    var measurements: [Double] = []
    var labels: [Int32] = []
    for line in "\(text)".split(separator: "\n") {
      let fields = line.split(separator: ",")
      measurements += fields.dropLast().compactMap { Double($0) }
      labels += fields.suffix(1).compactMap { Int32($0) }
    }
    return (measurements, labels)
  }()
}
