import CTernKernels
import Testing

@Suite struct PatchesTests {
  private static let layouts = [
    layout(height: 1, width: 1, kernel: (1, 1)),
    layout(height: 5, width: 19, kernel: (3, 3)),
    layout(height: 7, width: 6, kernel: (3, 2), padding: (1, 2)),
    layout(height: 9, width: 40, kernel: (2, 5), stride: (1, 2)),
    layout(height: 8, width: 23, kernel: (3, 3), stride: (2, 3), padding: (2, 1)),
    layout(
      height: 11, width: 12, kernel: (3, 2), stride: (3, 1), dilation: (2, 3), padding: (1, 3)),
    layout(height: 2, width: 3, kernel: (2, 2), stride: (2, 4), padding: (4, 5)),
    layout(height: 3, width: 4, kernel: (2, 2), stride: (2, 1), padding: (4, 5)),
    layout(height: 8, width: 8, kernel: (3, 3), padding: (1, 1)),
    layout(
      height: 10, width: 33, kernel: (5, 2), stride: (3, 1), dilation: (1, 4), padding: (2, 0)),
    layout(height: 70, width: 68, kernel: (3, 3), padding: (1, 1)),
  ]

  private static func layout(
    height: Int, width: Int, kernel: (Int, Int), stride: (Int, Int) = (1, 1),
    dilation: (Int, Int) = (1, 1), padding: (Int, Int) = (0, 0)
  ) -> TernPatchLayout {
    let span = (kernel.1 - 1) * dilation.1 + 1
    return TernPatchLayout(
      height: height, width: width, output_width: (width + 2 * padding.1 - span) / stride.1 + 1,
      kernel_height: kernel.0, kernel_width: kernel.1, stride_height: stride.0,
      stride_width: stride.1, dilation_height: dilation.0, dilation_width: dilation.1,
      pad_top: padding.0, pad_left: padding.1)
  }

  /// The pixel that each place of the patches of `channels` shows; nil outside the image.
  private static func pixels(
    _ layout: TernPatchLayout, channels: Int, rows: Range<Int>
  ) -> [[Int?]] {
    var result: [[Int?]] = []
    for channel in 0..<channels {
      for u in 0..<layout.kernel_height {
        for v in 0..<layout.kernel_width {
          var line: [Int?] = []
          for r in rows {
            for j in 0..<layout.output_width {
              let row = r * layout.stride_height + u * layout.dilation_height - layout.pad_top
              let column = j * layout.stride_width + v * layout.dilation_width - layout.pad_left
              let isInside = 0..<layout.height ~= row && 0..<layout.width ~= column
              line.append(
                isInside ? (channel * layout.height + row) * layout.width + column : nil)
            }
          }
          result.append(line)
        }
      }
    }
    return result
  }

  private static func allRows(_ layout: TernPatchLayout) -> Int {
    let span = (layout.kernel_height - 1) * layout.dilation_height + 1
    return (layout.height + 2 * layout.pad_top - span) / layout.stride_height + 1
  }

  private func expectPatches<R: Real>(of _: R.Type, _ tier: TernTier, _ layout: TernPatchLayout) {
    let kernels = R.kernels(tier)
    let channels = 2
    let x = (0..<channels * layout.height * layout.width).map { R($0 + 1) }
    let all = 0..<Self.allRows(layout)
    for rows in [all, all.dropFirst(all.count / 2), all.dropLast(all.count / 2)] {
      let places = rows.count * layout.output_width
      let expected = Self.pixels(layout, channels: channels, rows: rows)
      let stride = places + 3
      var patches = [R](repeating: .nan, count: expected.count * stride)
      withUnsafePointer(to: layout) {
        kernels.gatherPatches($0, channels, rows.lowerBound, rows.count, x, &patches, stride)
      }
      for (line, pixels) in expected.enumerated() {
        let start = line * stride
        let expected = pixels.map { pixel -> R in if let pixel { x[pixel] } else { 0 } }
        #expect(
          Array(patches[start..<start + places]) == expected,
          "line \(line) of rows \(rows)")
        #expect(patches[start + places..<start + stride].allSatisfy { $0.isNaN })
      }
    }
  }

  private func expectSums<R: Real>(of _: R.Type, _ tier: TernTier, _ layout: TernPatchLayout) {
    let channels = 2
    let rows = Self.allRows(layout)
    let pixels = Self.pixels(layout, channels: channels, rows: 0..<rows)
    let stride = rows * layout.output_width + 2
    // Small integers: sums are exact in any order.
    let y = (0..<pixels.count * stride).map { R($0 * 7 % 31) }
    var expected = [R](repeating: 0, count: channels * layout.height * layout.width)
    for (line, pixels) in pixels.enumerated() {
      for (place, pixel) in pixels.enumerated() {
        if let pixel { expected[pixel] += y[line * stride + place] }
      }
    }
    var x = [R](repeating: .nan, count: expected.count)
    withUnsafePointer(to: layout) {
      R.kernels(tier).scatterPatches($0, channels, rows, y, stride, &x)
    }
    #expect(x == expected)
  }

  @Test(arguments: availableTiers) func gatheredPatchesShowTheImage(tier: TernTier) {
    for layout in Self.layouts {
      expectPatches(of: Float.self, tier, layout)
      expectPatches(of: Double.self, tier, layout)
    }
  }

  @Test(arguments: availableTiers) func scatteredPatchesAreSummedWhereTheyOverlap(tier: TernTier) {
    for layout in Self.layouts {
      expectSums(of: Float.self, tier, layout)
      expectSums(of: Double.self, tier, layout)
    }
  }
}
