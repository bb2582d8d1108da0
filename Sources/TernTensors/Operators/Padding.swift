/// What a tensor is padded with: NumPy's modes of `pad`.
public enum PaddingMode<Scalar: TensorScalar>: Sendable, Hashable {
  /// One number.
  case constant(Scalar)
  /// The element at the edge.
  case edge
  /// The elements from the edge inwards, without the edge itself: `c b | a b c | b a`.
  case reflect
  /// The elements from the edge inwards, with the edge itself: `b a | a b c | c b`.
  case symmetric
  /// The elements from the other edge inwards: `b c | a b c | a b`.
  case wrap

  /// 0, or false.
  public static var zeros: PaddingMode { .constant(Scalar.zeroValue) }

  /// Where on an axis an element is that stands at `position`, which is outside.
  fileprivate func source(of position: Int, extent: Int) -> Int {
    func modulo(_ period: Int) -> Int { (position % period + period) % period }
    switch self {
    case .constant: return position
    case .edge: return Swift.min(Swift.max(position, 0), extent - 1)
    case .wrap: return modulo(extent)
    case .symmetric:
      let place = modulo(2 * extent)
      return place < extent ? place : 2 * extent - 1 - place
    case .reflect:
      if extent == 1 { return 0 }
      let place = modulo(2 * extent - 2)
      return place < extent ? place : 2 * extent - 2 - place
    }
  }
}

extension Tensor {
  /// The tensor with elements added before and after each axis. Differentiable.
  ///
  /// - Parameters:
  ///   - amounts: How many, for each axis.
  ///   - mode: What is added, by default zeros. All but constants need elements to repeat.
  public func padded(
    _ amounts: [(before: Int, after: Int)], with mode: PaddingMode<Scalar> = .zeros
  ) -> Tensor {
    precondition(
      amounts.count == rank && amounts.allSatisfy { $0.before >= 0 && $0.after >= 0 },
      "padded needs amounts of 0 or more for each axis of shape \(shape), got \(amounts)")
    if amounts.allSatisfy({ $0.before + $0.after == 0 }) { return self }
    let extents = zip(shape, amounts).map { $0 + $1.before + $1.after }
    let inside = zip(shape, amounts).map { extent, amount in
      TensorIndex.slice(from: amount.before, to: amount.before + extent)
    }
    if case .constant(let value) = mode {
      return differentiable(self, keeping: []) { x in
        x.padding(amounts, to: Shape(extents), value)
      } pullback: { dy, _, _ in
        dy[indices: inside]
      }
    }
    precondition(
      zip(shape, amounts).allSatisfy { $0 > 0 || $1.before + $1.after == 0 },
      "padded: shape \(shape) has no elements to repeat along an axis")
    // Where the elements of each axis come from.
    let sources = zip(shape, amounts).map { extent, amount in
      (-amount.before..<extent + amount.after).map { mode.source(of: $0, extent: extent) }
    }
    return differentiable(self, keeping: []) { x in
      x.repeating(amounts, sources, to: Shape(extents))
    } pullback: { dy, x, _ in
      sources.enumerated().reversed().reduce(dy) { dy, next in
        let (axis, source) = next
        return source.count == x.shape[axis]
          ? dy
          : dy.scattered(
            to: Tensor<Int32>(source.map { Int32($0) }), along: axis,
            of: dy.shape.replacing(axis, with: x.shape[axis]))
      }
    }
  }

  /// The tensor with as many elements added on both sides of every axis.
  public func padded(_ amount: Int, with mode: PaddingMode<Scalar> = .zeros) -> Tensor {
    padded(Array(repeating: (amount, amount), count: rank), with: mode)
  }

  /// A copy inside a larger array, of which the rest is not initialised.
  private func writeInside(
    _ amounts: [(before: Int, after: Int)], of shape: Shape, at y: UnsafeMutablePointer<Scalar>
  ) {
    let strides = shape.strides
    let offset = zip(strides, amounts).reduce(0) { $0 + $1.0 * $1.1.before }
    copy(to: y + offset, strides: strides)
  }

  /// With a constant: each border is written once, those of the outer axes at their full width.
  private func padding(
    _ amounts: [(before: Int, after: Int)], to padded: Shape, _ value: Scalar
  ) -> Tensor {
    let strides = padded.strides
    return Tensor(uninitialized: padded) { y in
      writeInside(amounts, of: padded, at: y)
      // The inside of the axes before this one, where it is their border's turn.
      var (offset, outer) = (0, [Int]())
      for axis in shape.indices {
        for (start, extent) in [
          (0, amounts[axis].before), (amounts[axis].before + shape[axis], amounts[axis].after),
        ] where extent > 0 {
          let border = Shape(outer + [extent] + padded[(axis + 1)...])
          Tensor(full: border, value)
            .copy(to: y + offset + start * strides[axis], strides: strides)
        }
        offset += amounts[axis].before * strides[axis]
        outer.append(shape[axis])
      }
    }
  }

  /// With elements of each axis, one after the other: what is not written yet is copied, too, and
  /// written with a later axis.
  private func repeating(
    _ amounts: [(before: Int, after: Int)], _ sources: [[Int]], to padded: Shape
  ) -> Tensor {
    Tensor(uninitialized: padded) { y in
      writeInside(amounts, of: padded, at: y)
      for axis in shape.indices {
        let before = amounts[axis].before
        let outside = Array(0..<before) + Array(before + shape[axis]..<padded[axis])
        let inner = padded.elementCount(axis + 1..<rank)
        for row in 0..<padded.elementCount(0..<axis) {
          let base = y + row * padded[axis] * inner
          for place in outside {
            (base + place * inner)
              .update(from: base + (before + sources[axis][place]) * inner, count: inner)
          }
        }
      }
    }
  }
}
