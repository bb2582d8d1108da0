import Tern
import TernData
import TestSupport
import Testing

@Suite struct RealCIFAR10Tests {
  static let folder = realData("cifar10")

  /// For each batch its first labels and the CRC-32 of its pixels, by Tests/Oracles/pickles.py.
  private static let figures: [([Int32], UInt32)] = [
    ([6, 9, 9, 4, 1], 0x4342_FEC4), ([1, 6, 6, 8, 8], 0x0C5E_15E1), ([8, 5, 0, 6, 9], 0x8ADC_2A6C),
    ([0, 6, 0, 2, 7], 0xD6D4_59C5), ([1, 8, 5, 1, 5], 0xD2CB_8C11),
  ]

  @Test(.enabled(if: folder != nil, "set TERN_DATA to a folder that has CIFAR-10 in it as cifar10"))
  func hasTheFiguresOfTheOriginal() throws {
    let cifar = try CIFAR10.load(
      from: try #require(Self.folder), flattened: true, pixels: 0...255)
    #expect(cifar.train.inputShape == [50_000, 3072])
    #expect(cifar.test.inputShape == [10_000, 3072])
    #expect(cifar.classNames == CIFAR10.usualClassNames)
    for (batch, (labels, pixels)) in zip(cifar.train.batches(of: 10_000), Self.figures) {
      #expect(batch.labels[0..<5].scalars == labels)
      #expect(checksum(batch.inputs.asType(UInt8.self)) == pixels)
    }
    #expect(cifar.test.labels[0..<5] == [3, 8, 8, 0, 6])
    #expect(checksum(cifar.test.inputs.asType(UInt8.self)) == 0x6E87_78C0)
    let counts = [cifar.train, cifar.test].map { data in
      data.labels.scalars.reduce(into: [Int](repeating: 0, count: 10)) { $0[Int($1)] += 1 }
    }
    #expect(counts.map { Set($0) } == [[5000], [1000]])
  }
}
