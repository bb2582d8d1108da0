import Tern
import TernData

/// The ways in which recipes divide CIFAR-10 and scale its pixels.
enum CIFARSplits {
  /// All training images but a tenth, drawn at random, and pixels from −1 to 1.
  static func tenth(
    from folder: String?, for recipe: String, using rng: inout Philox
  ) throws -> Splits {
    let images = try load(from: folder, for: recipe, pixels: -1...1)
    let (train, validation) = try images.train.split(0.9, shuffledWith: &rng)
    return Splits(train: train, validation: validation, test: images.test)
  }

  /// The first 49,000 training images, the next 1,000 to validate, and the first 1,000 test images.
  /// Pixels are from 0 to 255 before the mean image of the 49,000 is subtracted.
  static func centred(from folder: String?, for recipe: String) throws -> Splits {
    let images = try load(from: folder, for: recipe, pixels: 0...255)
    let (train, rest) = try images.train.split(at: 49_000)
    let (validation, test) = (try first(1000, of: rest), try first(1000, of: images.test))
    let mean = meanInput(of: train)
    return Splits(
      train: train.mapInputs { $0 - mean }, validation: validation.mapInputs { $0 - mean },
      test: test.mapInputs { $0 - mean })
  }

  /// The first examples.
  static func first(_ count: Int, of data: Dataset<Float>) throws -> Dataset<Float> {
    count < data.count ? try data.split(at: count).0 : data
  }

  private static func load(
    from folder: String?, for recipe: String, pixels: ClosedRange<Float>
  ) throws -> CIFAR10 {
    guard let folder else {
      throw UsageError(
        "\(recipe) needs --data DIR, the folder with cifar-10-python.tar.gz or what is in it")
    }
    return try CIFAR10.load(from: folder, flattened: true, pixels: pixels)
  }

  private static func meanInput(of data: Dataset<Float>) -> Tensor<Float> {
    var sum = Tensor<Float>(zeros: Shape(data.inputShape.dropFirst()))
    for batch in data.batches(of: 1000) { sum += batch.inputs.sum(along: 0) / 1000 }
    return sum * (1000 / Float(data.count))
  }
}
