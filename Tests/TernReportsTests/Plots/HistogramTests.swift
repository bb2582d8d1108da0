import Tern
import TernReports
import Testing

@Suite struct HistogramTests {
  /// As `numpy.histogram` counts: the last bin includes its upper bound.
  @Test func elementsAreCounted() {
    let histogram = Histogram(of: Tensor<Double>([0, 0.5, 1, 1.5, 2, 3, 4]), bins: 4)
    #expect(histogram.counts == [2, 2, 1, 2])
    #expect((histogram.low, histogram.high, histogram.notFinite) == (0, 4, 0))
    #expect((0...4).map(histogram.bound) == [0, 1, 2, 3, 4])
  }

  @Test func whatIsNotFiniteIsCountedApart() {
    let histogram = Histogram(of: Tensor<Float>([.nan, 1, .infinity, 3, -.infinity]), bins: 2)
    #expect(histogram.counts == [1, 1])
    #expect(histogram.notFinite == 3)
  }

  @Test(arguments: [[], [.nan], [7, 7, 7], [0], [1e300, 1e300], [-1.7e308, 1.7e308]])
  func everyRangeCanBeDivided(elements: [Double]) {
    let histogram = Histogram(of: Tensor<Double>(elements), bins: 5)
    #expect(histogram.low < histogram.high)
    #expect(histogram.low.isFinite && histogram.high.isFinite)
    #expect(histogram.counts.reduce(0, +) + histogram.notFinite == elements.count)
    #expect(elements != [7, 7, 7] || histogram.counts == [0, 0, 3, 0, 0])
  }
}
