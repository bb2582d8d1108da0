import TernKernels

// Pooling of images `[batch, channels, height, width]`. The derivatives are linear: those of max
// pooling move elements to and from where the greatest were, that of an average is its adjoint.

extension Tensor where Scalar: FloatingScalar {
  /// The greatest element of each window; NaN if any is. The gradient goes to the first of equals.
  ///
  /// The output's height is ⌊(height + 2 · padding − dilation · (kernel − 1) − 1) / stride⌋ + 1, its
  /// width likewise. Padding never wins.
  ///
  /// - Parameters:
  ///   - kernel: Rows and columns of a window.
  ///   - stride: From one window to the next; the kernel's size if nil.
  ///   - padding: Rows and columns added on each side, at most half of the kernel.
  ///   - dilation: From one element of a window to the next.
  ///   - ceilMode: Whether a last window that is only partly inside counts: ⌈⌉ for ⌊⌋ above.
  @specialized(where Scalar == Float)
  public func maxPool2D(
    _ kernel: Size2D, stride: Size2D? = nil, padding: Size2D = 0, dilation: Size2D = 1,
    ceilMode: Bool = false
  ) -> Tensor {
    let windows = Windows2D(
      kernel: kernel, stride: stride, padding: padding, dilation: dilation, ceilMode: ceilMode)
    return maxPooled(windows.planes(over: shape, of: "maxPool2D"))
  }

  /// The mean of each window.
  ///
  /// The output's shape is that of ``maxPool2D(_:stride:padding:dilation:ceilMode:)``.
  ///
  /// - Parameters:
  ///   - kernel: Rows and columns of a window.
  ///   - stride: From one window to the next; the kernel's size if nil.
  ///   - padding: Rows and columns of zeros added on each side, at most half of the kernel.
  ///   - ceilMode: Whether a last window that is only partly inside counts.
  ///   - countIncludesPadding: Whether the mean is over the zeros of the padding, too.
  @specialized(where Scalar == Float)
  public func averagePool2D(
    _ kernel: Size2D, stride: Size2D? = nil, padding: Size2D = 0, ceilMode: Bool = false,
    countIncludesPadding: Bool = true
  ) -> Tensor {
    let windows = Windows2D(
      kernel: kernel, stride: stride, padding: padding, ceilMode: ceilMode,
      countsPadding: countIncludesPadding)
    return averagePooled(windows.planes(over: shape, of: "averagePool2D"))
  }

  /// The mean of each of as many windows as the output shall have elements.
  ///
  /// Window i of n covers the rows from ⌊i · height / n⌋ to ⌈(i + 1) · height / n⌉.
  public func adaptiveAveragePool2D(to size: Size2D) -> Tensor {
    averagePooled(size.planes(over: shape, of: "adaptiveAveragePool2D"))
  }

  /// The greatest element of each of as many windows as the output shall have elements: those of
  /// ``adaptiveAveragePool2D(to:)``.
  public func adaptiveMaxPool2D(to size: Size2D) -> Tensor {
    maxPooled(size.planes(over: shape, of: "adaptiveMaxPool2D"))
  }
}

// MARK: - The greatest elements

/// Which element of its window each output of max pooling is.
private struct MaxPoolChoice: Sendable {
  let planes: PoolPlanes
  let inputShape: Shape
  let outputShape: Shape
  /// For squares of 2 × 2 the place in the window, counted by rows.
  var places: Tensor<UInt8>?
  /// For other windows the index in the image.
  var indices: Tensor<Int32>?
}

extension Tensor where Scalar: FloatingScalar {
  @specialized(where Scalar == Float)
  fileprivate func maxPooled(_ planes: PoolPlanes) -> Tensor {
    let output = planes.outputShape(for: shape)
    // Where the greatest elements were matters only to gradients.
    guard erased.node != nil else {
      return Tensor(uninitialized: output) { y in
        planes.split { planes, first in
          let (x, y) = (pointer + first * planes.inputs, y + first * planes.outputs)
          if planes.areSquares {
            Scalar.Kernels.maxPoolSquares(planes, x, y, places: nil)
          } else {
            Scalar.Kernels.maxPool(planes, x, y, indices: nil)
          }
        }
      }
    }
    var choice = MaxPoolChoice(planes: planes, inputShape: shape, outputShape: output)
    let y = Tensor(uninitialized: output) { y in
      if planes.areSquares {
        choice.places = Tensor<UInt8>(uninitialized: output) { places in
          planes.split { planes, first in
            let out = first * planes.outputs
            Scalar.Kernels.maxPoolSquares(
              planes, pointer + first * planes.inputs, y + out, places: places + out)
          }
        }
      } else {
        choice.indices = Tensor<Int32>(uninitialized: output) { indices in
          planes.split { planes, first in
            let out = first * planes.outputs
            Scalar.Kernels.maxPool(
              planes, pointer + first * planes.inputs, y + out, indices: indices + out)
          }
        }
      }
    }
    return y.recording(erased, []) { [choice] dy, context in
      context.give(Tensor(dy).scattered(choice), to: 0)
    }
  }

  /// Each element at the place of its window's choice, the sum where windows overlap; 0 elsewhere.
  @specialized(where Scalar == Float)
  private func scattered(_ choice: MaxPoolChoice) -> Tensor {
    differentiable(self, keeping: []) { y in
      Tensor(uninitialized: choice.inputShape) { x in
        choice.planes.split { planes, first in
          let out = first * planes.outputs
          let (y, x) = (y.pointer + out, x + first * planes.inputs)
          if let places = choice.places {
            Scalar.Kernels.scatterSquares(planes, places: places.pointer + out, y, x)
          } else if let indices = choice.indices {
            Scalar.Kernels.scatterPlanes(planes, indices: indices.pointer + out, y, x)
          }
        }
      }
    } pullback: { dx, _, _ in
      dx.gathered(choice)
    }
  }

  /// The element of each window's choice.
  private func gathered(_ choice: MaxPoolChoice) -> Tensor {
    differentiable(self, keeping: []) { x in
      Tensor(uninitialized: choice.outputShape) { y in
        choice.planes.split { planes, first in
          let out = first * planes.outputs
          let (x, y) = (x.pointer + first * planes.inputs, y + out)
          if let places = choice.places {
            Scalar.Kernels.gatherSquares(planes, places: places.pointer + out, x, y)
          } else if let indices = choice.indices {
            Scalar.Kernels.gatherPlanes(planes, indices: indices.pointer + out, x, y)
          }
        }
      }
    } pullback: { dy, _, _ in
      dy.scattered(choice)
    }
  }
}

// MARK: - Averages

extension Tensor where Scalar: FloatingScalar {
  @specialized(where Scalar == Float)
  fileprivate func averagePooled(_ planes: PoolPlanes) -> Tensor {
    differentiable(self, keeping: []) { x in
      Tensor(uninitialized: planes.outputShape(for: x.shape)) { y in
        planes.split { planes, first in
          Scalar.Kernels.averagePool(
            planes, x.pointer + first * planes.inputs, y + first * planes.outputs)
        }
      }
    } pullback: { dy, _, _ in
      dy.averageSpread(planes)
    }
  }

  /// The adjoint of `averagePooled`.
  @specialized(where Scalar == Float)
  private func averageSpread(_ planes: PoolPlanes) -> Tensor {
    differentiable(self, keeping: []) { dy in
      Tensor(uninitialized: planes.inputShape(for: dy.shape)) { dx in
        planes.split { planes, first in
          let (dy, dx) = (dy.pointer + first * planes.outputs, dx + first * planes.inputs)
          if planes.areSquares {
            Scalar.Kernels.scatterSquares(planes, places: nil, dy, dx)
          } else {
            Scalar.Kernels.averagePoolGradient(planes, dy, dx)
          }
        }
      }
    } pullback: { ddx, _, _ in
      ddx.averagePooled(planes)
    }
  }
}

// MARK: - Windows

extension PoolPlanes {
  fileprivate func outputShape(for input: Shape) -> Shape {
    [input[0], input[1], rows.output, columns.output]
  }

  fileprivate func inputShape(for output: Shape) -> Shape {
    [output[0], output[1], rows.input, columns.input]
  }

  /// Calls `body` on the pool with parts of the images and the number of the first of each part.
  fileprivate func split(_ body: (PoolPlanes, _ first: Int) -> Void) {
    let grain = areSquares ? Grain.arithmetic : Grain.elementary
    ThreadPool.shared.split(count, grain: Swift.max(1, grain / Swift.max(1, inputs))) { range in
      body(PoolPlanes(count: range.count, rows: rows, columns: columns), range.lowerBound)
    }
  }
}
