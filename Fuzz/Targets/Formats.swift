@testable import TernFormats
import Tern

extension FuzzTarget {
  /// Files of tensors.
  static let formats: [FuzzTarget] = [
    FuzzTarget("npy") { bytes in check(try NPY.read(bytes, path: "a.npy")) },

    FuzzTarget("safetensors") { bytes in
      let file = try Safetensors.read(bytes, path: "a.safetensors")
      for name in file.names { if let tensor = file[name] { check(tensor) } }
      keep("\(file.metadata)")
    },

    FuzzTarget("json") { bytes in keep("\(try JSONParser.value(of: bytes))") },

    // A model's own names, then PyTorch's, which are matched in two ways.
    FuzzTarget("model") { bytes in
      try withFile(bytes) { path in
        var rng = Philox(seed: 1)
        var model = Sequential<Float> {
          Linear(2, 2, using: &rng)
          BatchNorm(2)
        }
        var failure: (any Error)?
        for load in [false, true] {
          do {
            if load { try model.load(fromPyTorch: path) } else { try model.load(from: path) }
          } catch {
            failure = error
          }
        }
        if let failure { throw failure }
      }
    },
  ]

  /// Looks at every element, so that the address sanitizer does.
  private static func check(_ tensor: AnyTensor) {
    let sum = tensor.withUnsafeBytes { $0.reduce(0) { $0 &+ Int($1) } }
    precondition(
      tensor.withUnsafeBytes { $0.count } == tensor.shape.elementCount
        * tensor.scalarType.byteCount && sum >= 0)
  }
}
