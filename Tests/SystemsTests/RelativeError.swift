import Tern

/// max|a − b| / max(|a| + |b|): how far two arrays are apart, as the systems' reports count it.
func relativeError(_ a: [Double], _ b: [Double]) -> Double {
  precondition(a.count == b.count, "\(a.count) and \(b.count) elements have no relative error")
  let distance = zip(a, b).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
  let size = zip(a, b).reduce(0) { max($0, $1.0.magnitude + $1.1.magnitude) }
  return distance / max(size, 1e-10)
}

/// The relative error of each input's gradient against central differences with a step of 1e-5,
/// under an upstream gradient.
func gradientErrors(
  at inputs: [Tensor<Double>], upstream: Tensor<Double>? = nil,
  of function: ([Tensor<Double>]) throws -> Tensor<Double>
) rethrows -> [Double] {
  let (value, pullback) = try valueWithPullback(at: inputs, of: function)
  let upstream = upstream ?? Tensor(ones: value.shape)
  let gradients = pullback(upstream)
  return try inputs.indices.map { index in
    var numeric: [Double] = []
    for place in 0..<inputs[index].count {
      func moved(by distance: Double) throws -> Tensor<Double> {
        var moved = inputs
        moved[index].withUnsafeMutableBufferPointer { $0[place] += distance }
        return try function(moved)
      }
      let step = 1e-5
      let difference = try (moved(by: step) - moved(by: -step)) * upstream
      numeric.append(difference.sum().scalar / (2 * step))
    }
    return relativeError(gradients[index].scalars, numeric)
  }
}
