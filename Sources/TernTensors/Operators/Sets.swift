// The different elements of a tensor, and what else is known of them.

/// The different elements of a tensor in ascending order, and where they are.
public struct UniqueElements<Scalar: TensorScalar>: Sendable {
  /// The different elements in ascending order; NaN once, at the end.
  public let values: Tensor<Scalar>
  /// The first place of each in the flattened tensor.
  public let indices: Tensor<Int32>
  /// For each element of the tensor, in its shape, the place of its value among `values`.
  public let inverse: Tensor<Int32>
  /// How often each occurs.
  public let counts: Tensor<Int32>
}

extension Tensor {
  /// The different elements in ascending order; NaN once, at the end.
  public func unique() -> Tensor {
    let sorted = detached().flattened().sorted()
    return sorted[sorted.beginsRun()]
  }

  /// The different elements in ascending order, and how often each occurs.
  public func uniqueCounts() -> (values: Tensor, counts: Tensor<Int32>) {
    let sorted = detached().flattened().sorted()
    let starts = sorted.beginsRun().truePlaces()
    return (sorted.taking(starts), starts.distances(to: count))
  }

  /// The different elements in ascending order, their first places, how often each occurs, and
  /// which of them each element is.
  public func uniqueElements() -> UniqueElements<Scalar> {
    let flat = detached().flattened()
    let order = flat.argsort()
    let sorted = flat.taking(order)
    let starts = sorted.beginsRun().truePlaces()
    let inverse = Tensor<Int32>(uninitialized: shape) { inverse in
      for run in 0..<starts.count {
        let end = run + 1 < starts.count ? Int(starts.pointer[run + 1]) : count
        for place in Int(starts.pointer[run])..<end {
          inverse[Int(order.pointer[place])] = Int32(run)
        }
      }
    }
    return UniqueElements(
      values: sorted.taking(starts), indices: order.taking(starts), inverse: inverse,
      counts: starts.distances(to: count))
  }

  /// Which elements are among those of another tensor. NaN is among none.
  public func isIn(_ others: Tensor) -> Tensor<Bool> {
    if others.isEmpty { return Tensor<Bool>(zeros: shape) }
    let sorted = others.detached().flattened().sorted()
    let places = sorted.searchSorted(detached())
    // The place after the last stands for what is greater than all.
    let last = Int32(sorted.count - 1)
    return sorted.taking(Tensor<Int32>.where(places .> last, last, places)) .== self
  }

  /// Which elements of a sorted vector differ from the one before them.
  private func beginsRun() -> Tensor<Bool> {
    if isEmpty { return Tensor<Bool>(zeros: shape) }
    let (before, after) = (self[..<(-1)], self[1...])
    // After NaN, which is unequal to itself, there is only NaN.
    let differs = (before .!= after) .& (before .== before)
    return .concatenated([Tensor<Bool>(ones: [1]), differs])
  }
}

extension Tensor<Int32> {
  /// How far each of these places is from the next one, the last one from the end.
  fileprivate func distances(to end: Int) -> Tensor<Int32> {
    Tensor(uninitialized: shape) { distances in
      for i in 0..<count {
        distances[i] = (i + 1 < count ? pointer[i + 1] : Int32(end)) - pointer[i]
      }
    }
  }
}
