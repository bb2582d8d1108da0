"""Writes Tests/TernLinearAlgebraTests/LinearAlgebraOracle.swift: what NumPy and SciPy say of some
matrices.

    python3 Tests/Oracles/linear_algebra.py      # NumPy 2.4, SciPy 1.17
"""

from pathlib import Path

import numpy as np
import scipy
import scipy.linalg

OUTPUT = Path(__file__).parents[1] / "TernLinearAlgebraTests/LinearAlgebraOracle.swift"


def scattered(shape, seed):
    """Numbers from −2 to 2 in steps of 1/252, as below in Swift."""
    places = np.arange(np.prod(shape, dtype=int)) + seed
    return ((places**3 * 7919 % 1009 - 504) / 252).reshape(shape)


def numbers(array, indent):
    """Rows of Swift literals that read back exactly."""
    words = [repr(x) for x in np.asarray(array, float).flatten().tolist()]
    lines, line = [], ""
    for word in words:
        if len(indent) + 2 + len(line) + len(word) + 2 > 98:
            lines.append(line.rstrip())
            line = ""
        line += word + ", "
    lines.append(line.rstrip())
    return "[\n" + "".join(f"{indent}  {line}\n" for line in lines) + indent + "]"


def constant(name, array):
    array = np.asarray(array)
    return f"""  static let {name} = Tensor<Double>(
    {numbers(array, "    ")}, shape: {list(array.shape)})
"""


a, b = scattered((5, 5), 1), scattered((5, 2), 2)
batch, rights = scattered((2, 3, 3), 3), scattered((3, 2), 4)
positive = a @ a.T + np.eye(5)
tall, wide = scattered((6, 4), 5), scattered((3, 5), 6)
deficient = scattered((6, 2), 7) @ scattered((2, 4), 8)
permutation, lower, upper = scipy.linalg.lu(a, p_indices=True)
sign, logarithm = np.linalg.slogdet(batch)
solution, _, rank, values = np.linalg.lstsq(deficient, scattered((6, 2), 9), rcond=None)
residuals = ((deficient @ solution - scattered((6, 2), 9)) ** 2).sum(0)
pivoted_q, pivoted_r, order = scipy.linalg.qr(tall, mode="economic", pivoting=True)

constants = {
    "solution": np.linalg.solve(a, b),
    "transposedSolution": np.linalg.solve(a.T, b),
    "batchSolution": np.linalg.solve(batch, rights),
    "inverse": np.linalg.inv(a),
    "determinant": np.linalg.det(a),
    "batchDeterminants": np.linalg.det(batch),
    "sign": sign,
    "logarithm": logarithm,
    "lower": lower,
    "upper": upper,
    "permutation": np.argsort(permutation),
    "choleskyFactor": np.linalg.cholesky(positive),
    "lowerSolution": scipy.linalg.solve_triangular(a, b, lower=True),
    "upperSolution": scipy.linalg.solve_triangular(a, b, lower=False),
    "transposedLowerSolution": scipy.linalg.solve_triangular(a, b, lower=True, trans="T"),
    "unitUpperSolution": scipy.linalg.solve_triangular(a, b, lower=False, unit_diagonal=True),
    "tallQ": np.linalg.qr(tall).Q,
    "tallR": np.linalg.qr(tall).R,
    "wideQ": np.linalg.qr(wide).Q,
    "wideR": np.linalg.qr(wide).R,
    "completeQ": np.linalg.qr(tall, mode="complete").Q,
    "completeR": np.linalg.qr(tall, mode="complete").R,
    "pivotedQ": pivoted_q,
    "pivotedR": pivoted_r,
    "columnOrder": order,
    "leastSquares": solution,
    "rank": rank,
    "singularValues": values,
    "residuals": residuals,
}

text = f"""// Written by Tests/Oracles/linear_algebra.py from NumPy {np.__version__} and SciPy {scipy.__version__}.

import Tern

/// What NumPy and SciPy say of matrices of scattered numbers.
enum LinearAlgebraOracle {{
  /// Numbers from −2 to 2 in steps of 1/252, as the script has them.
  static func scattered(_ shape: Shape, seed: Int) -> Tensor<Double> {{
    let places = seed..<seed + shape.elementCount
    return Tensor(
      places.map {{ Double($0 * $0 * $0 * 7919 % 1009 - 504) / 252 }}, shape: shape)
  }}

  static let matrix = scattered([5, 5], seed: 1)
  static let rightSides = scattered([5, 2], seed: 2)
  static let batch = scattered([2, 3, 3], seed: 3)
  static let batchRightSides = scattered([3, 2], seed: 4)
  /// The matrix times its transpose, and 1.
  static let positive = matrix.matmul(matrix, transposingOther: true) + Tensor(identity: 5)
  static let tall = scattered([6, 4], seed: 5)
  static let wide = scattered([3, 5], seed: 6)
  /// Of rank 2.
  static let deficient = scattered([6, 2], seed: 7).matmul(scattered([2, 4], seed: 8))
  static let deficientRightSides = scattered([6, 2], seed: 9)

{"".join(constant(name, value) for name, value in constants.items())}}}
"""
OUTPUT.write_text(text)
