import TernTensors

extension Tensor where Scalar: FloatingScalar {
  /// Ones below diagonal `diagonal` (0 is the main one, which is left out), zeros elsewhere.
  static func lowerTriangle(_ rows: Int, _ columns: Int, diagonal: Int = 1) -> Tensor {
    Tensor(uninitialized: [rows, columns]) { ones in
      for row in 0..<rows {
        let count = Swift.min(columns, Swift.max(0, row + diagonal))
        (ones + row * columns).update(repeating: 1, count: count)
        (ones + row * columns + count).update(repeating: 0, count: columns - count)
      }
    }
  }

  /// Ones on and above the main diagonal, or only above it, zeros elsewhere.
  static func upperTriangle(_ rows: Int, _ columns: Int, strictly: Bool = false) -> Tensor {
    1 - lowerTriangle(rows, columns, diagonal: strictly ? 1 : 0)
  }
}
