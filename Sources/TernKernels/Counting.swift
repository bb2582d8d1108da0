import CTernKernels

/// Counting elements in bins; types are the raw values of `ScalarType`.
package enum Counting {
  /// The bin of each element, −1 for those outside; there are `bins` + 1 equally spaced edges of the
  /// elements' type.
  package static func binPlaces(
    type: Int32, count: Int, _ x: UnsafeRawPointer, bins: Int, edges: UnsafeRawPointer,
    _ places: UnsafeMutablePointer<Int32>
  ) {
    tern_bin_places(type, count, x, bins, edges, places)
  }

  /// Adds to each count how often its place occurs; negative places are not counted.
  package static func count(
    count: Int, _ places: UnsafePointer<Int32>, _ counts: UnsafeMutablePointer<Int64>
  ) {
    tern_count_bins(count, places, counts)
  }
}
