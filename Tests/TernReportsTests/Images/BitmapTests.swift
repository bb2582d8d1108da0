import TernReports
import Testing

@Suite struct BitmapTests {
  @Test(arguments: [(1, 1, 1), (7, 3, 1), (1, 17, 3), (33, 20, 3)])
  func survivesItsFile(width: Int, height: Int, channels: Int) throws {
    let samples = (0..<width * height * channels).map { UInt8(truncatingIfNeeded: $0 * 37 + 11) }
    let bitmap = Bitmap(width: width, height: height, channels: channels, samples: samples)
    let file = try bitmap.png()
    #expect(file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    #expect(try decoded(file) == bitmap)
  }

  @Test func moreRowsThanLibpngTakes() {
    let bitmap = Bitmap(
      width: 1, height: 1_000_001, channels: 1,
      samples: [UInt8](repeating: 0, count: 1_000_001))
    #expect {
      try bitmap.png()
    } throws: { error in
      "\(error)".hasPrefix("libpng: ") && "\(error)".count > "libpng: ".count
    }
  }

  @Test func pixelsBecomeSquares() {
    let bitmap = Bitmap(width: 2, height: 1, channels: 3, samples: [1, 2, 3, 4, 5, 6])
    let larger = bitmap.magnified(by: 2)
    #expect((larger.width, larger.height) == (4, 2))
    let row: [UInt8] = [1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6]
    #expect(larger.samples == row + row)
  }
}
