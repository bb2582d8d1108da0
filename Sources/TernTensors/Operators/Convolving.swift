import TernKernels

// The convolution of vectors: (x ∗ v)[i] = Σ x[i − k] · v[k].

/// Which places of a convolution of vectors are wanted.
public enum ConvolutionMode: Sendable, Hashable, CaseIterable {
  /// All where the vectors overlap: n + m − 1 places.
  case full
  /// As many as the longer vector has, in the middle.
  case same
  /// Those where the shorter vector is wholly inside the longer one.
  case valid
}

extension Tensor where Scalar: FloatingScalar {
  /// The convolution of two vectors, NumPy's `convolve`. Differentiable.
  ///
  /// Blocks of the longer vector are the channels of a convolution by matrices of the shorter one's
  /// elements, so that n · m multiplications are those of matrix products. There are zeros among
  /// them, which would make NaN of infinity: where an element is not finite, the sum is taken place
  /// by place, more slowly, and NaN is where NumPy has it.
  ///
  /// - Parameters:
  ///   - other: A vector; neither is empty.
  ///   - mode: Which places are wanted.
  public func convolve(_ other: Tensor, mode: ConvolutionMode = .full) -> Tensor {
    precondition(
      rank == 1 && other.rank == 1 && count > 0 && other.count > 0,
      "convolve needs two vectors with elements, got shapes \(shape) and \(other.shape)")
    if count < other.count { return other.convolve(self, mode: mode) }
    let (n, m) = (count, other.count)
    let places =
      switch mode {
      case .full: 0..<n + m - 1
      case .same: (m - 1) / 2..<(m - 1) / 2 + n
      case .valid: m - 1..<n
      }
    let isFinite =
      Finiteness<Scalar.Kernels>.holds(count: n, pointer)
      && Finiteness<Scalar.Kernels>.holds(count: m, other.pointer)
    guard isFinite else { return convolvedDirectly(other, places) }
    return convolvedBlocks(other)[places]
  }

  /// Some places of the convolution, also outside of it, where it is 0: the sums of just those
  /// products that belong to them.
  ///
  /// Its derivatives are of its kind: dx[i] = Σ dy[i + k − first] · v[k] are places of the convolution
  /// of dy with v turned round, and those of v are of that with x.
  private func convolvedDirectly(_ other: Tensor, _ places: Range<Int>) -> Tensor {
    let (n, m, first) = (count, other.count, places.lowerBound)
    return differentiable(self, other, keeping: .inputs, named: "convolve") { x, v in
      let turned = v.reversed()
      return Tensor(uninitialized: [places.count]) { y in x.sumProducts(turned, places, y) }
    } pullback: { dy, _, v, _ in
      dy.convolvedDirectly(v.reversed(), m - 1 - first..<n + m - 1 - first)
    } _: { dy, x, _, _ in
      dy.convolvedDirectly(x.reversed(), n - 1 - first..<n + m - 1 - first)
    }
  }

  /// Writes some places of the convolution with a vector that is given from its end.
  private func sumProducts(
    _ turned: Tensor, _ places: Range<Int>, _ y: UnsafeMutablePointer<Scalar>
  ) {
    let (n, m) = (count, turned.count)
    ThreadPool.shared.split(places.count, grain: Swift.max(1, Grain.arithmetic / m)) { range in
      for i in range {
        // Elements of this vector that the place sees.
        let place = places.lowerBound + i
        let (first, end) = (Swift.max(0, place - m + 1), Swift.min(n, place + 1))
        y[i] =
          first < end
          ? Scalar.Kernels.dot(
            count: end - first, pointer + first, turned.pointer + (m - 1 - place + first)) : 0
      }
    }
  }

  /// The full convolution with a vector that is not longer.
  private func convolvedBlocks(_ other: Tensor) -> Tensor {
    let (m, length) = (other.count, count + other.count - 1)
    let block = Self.convolutionBlock(m)
    // y[t] = Σ W[k] · x[t − k] for blocks x[t], y[t], with W[k][i, j] = v[k · block + i − j].
    let kernel = (m - 1 + block - 1) / block + 1
    let blocks = (length + block - 1) / block
    let signal = padded([((kernel - 1) * block, blocks * block - count)])
      .reshaped(to: [blocks + kernel - 1, block]).transposed()
      .reshaped(to: Shape([1, block, 1, blocks + kernel - 1]))
    // What is turned round here makes the correlation of conv2D a convolution.
    let places = Tensor<Int32>(shape: Shape([block, block, 1, kernel])) { index in
      Int32((kernel - 1 - index[3]) * block + index[0] - index[1] + block - 1)
    }
    let weight = other.padded([(block - 1, kernel * block - m)]).taking(places)
    return signal.conv2D(weight).reshaped(to: [block, blocks]).transposed().flattened()[..<length]
  }

  /// Elements of a block: products of matrices want many, and multiply zeros where there are more
  /// than elements of the kernel.
  private static func convolutionBlock(_ m: Int) -> Int {
    m < 4 ? 1 : m < 16 ? 4 : m < 64 ? 16 : 32
  }
}
