/// A published figure beside Tern's.
struct Figure: Codable {
  let name: String
  let published: String
  let found: String
  /// How far the two are apart.
  let distance: Double
  /// How far they may be: the digits that were published, or what rounding can do.
  let tolerance: Double

  /// NaN agrees with nothing.
  var agrees: Bool { distance <= tolerance }

  /// A number that was published with all its digits.
  init(_ name: String, published: Double, found: Double, tolerance: Double) {
    self.name = name
    self.published = "\(published)"
    self.found = "\(found)"
    self.tolerance = tolerance
    distance = abs(found - published)
  }

  /// Numbers that were published to eight digits after the point.
  init(_ name: String, published: [Double], found: [Double]) {
    func text(_ numbers: [Double]) -> String {
      numbers.map { "\(($0 * 1e8).rounded() / 1e8)" }.joined(separator: " ")
    }
    self.name = name
    self.published = text(published)
    self.found = text(found)
    tolerance = 5e-9
    distance = zip(published, found).map { abs($0 - $1) }.max() ?? .infinity
  }

  /// An error of which a bound was published.
  init(_ name: String, atMost bound: Double, found: Double) {
    self.name = name
    published = "below \(scientific(bound))"
    self.found = scientific(found)
    distance = found
    tolerance = bound
  }
}
