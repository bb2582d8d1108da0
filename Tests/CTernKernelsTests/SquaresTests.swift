import CTernKernels
import Testing

/// Heights and widths: of rows that fill parts of vectors, whole ones and several, and odd ones.
private let sides = [
  (2, 2), (3, 3), (4, 4), (8, 8), (2, 16), (6, 8), (5, 8), (7, 17), (24, 24), (4, 33), (1, 5),
  (4, 70),
]

/// Numbers with ties and some NaNs.
private func inputs<R: Real>(_ count: Int) -> [R] {
  var x: [R] = wholeNumbers(count)
  for i in stride(from: 3, to: count, by: 7) { x[i] = .nan }
  return x
}

@Test(arguments: availableTiers, sides)
func squaresAgreeWithNaiveLoops(tier: TernTier, sides: (height: Int, width: Int)) {
  let (height, width) = sides
  func check<R: Real>(_: R.Type, planes: Int) {
    let kernels = R.kernels(tier)
    let x: [R] = inputs(planes * height * width)
    // The indices in x of each window's elements.
    let windows = (0..<planes).flatMap { plane in
      (0..<height / 2).flatMap { row in
        (0..<width / 2).map { column in
          let first = (plane * height + 2 * row) * width + 2 * column
          return [first, first + 1, first + width, first + width + 1]
        }
      }
    }
    let places = windows.map { window -> UInt8 in
      (1..<4).reduce(0) { best, k in
        let (value, greatest) = (x[window[k]], x[window[Int(best)]])
        return value > greatest || value.isNaN ? UInt8(k) : best
      }
    }
    let values = zip(windows, places).map { x[$0[Int($1)]] }

    var (y, untraced) = (
      [R](repeating: 9, count: windows.count), [R](repeating: 9, count: windows.count)
    )
    var found = [UInt8](repeating: 9, count: windows.count)
    kernels.maxPool2x2(planes, height, width, x, &y, &found)
    kernels.maxPool2x2(planes, height, width, x, &untraced, nil)
    #expect(identical(y, values))
    #expect(identical(untraced, values))
    #expect(found == places)

    var gathered = [R](repeating: 9, count: windows.count)
    kernels.gather2x2(planes, height, width, places, x, &gathered)
    #expect(identical(gathered, values))

    let dy: [R] = numbers(windows.count, seed: 2)
    var dx = [R](repeating: .nan, count: x.count)
    kernels.scatter2x2(planes, height, width, places, dy, &dx)
    var expected = [R](repeating: 0, count: x.count)
    for (window, (place, dy)) in zip(windows, zip(places, dy)) { expected[window[Int(place)]] = dy }
    #expect(dx == expected)

    kernels.scatter2x2(planes, height, width, nil, dy, &dx)
    for (window, dy) in zip(windows, dy) { for i in window { expected[i] = dy / 4 } }
    #expect(dx == expected)
  }
  for planes in [0, 1, 3] {
    check(Float.self, planes: planes)
    check(Double.self, planes: planes)
  }
}
