"""Writes Tests/TernLinearAlgebraTests/SpectralOracle.swift: norms, spectra and functions of matrices
as NumPy and SciPy have them in double precision, for matrices that the script draws.

    python Tests/Oracles/spectral.py      # numpy 2.4, scipy 1.17
"""

import textwrap
from pathlib import Path

import numpy as np
import scipy.linalg

OUTPUT = Path(__file__).parents[1] / "TernLinearAlgebraTests/SpectralOracle.swift"

random = np.random.RandomState(5)


# Multiples of 1/64: exact in single precision, too.
def draws(*shape, scale=1.0):
    return np.round(random.randn(*shape) * scale * 64) / 64


square, tall, wide, pair = draws(4, 4), draws(5, 3), draws(3, 5), draws(2, 3, 3)
symmetric = draws(4, 4)
symmetric = symmetric + symmetric.T
deficient = draws(4, 2) @ draws(2, 3)
# A spiral and two real values: pairs that are complex between others that are not.
rotating = np.array([[2.0, 1.0, 0.0, 0.5, 0.0], [0.0, 1.0, -2.0, 0.25, 1.0],
                     [0.0, 2.0, 1.0, 0.0, -0.5], [0.0, 0.0, 0.0, -1.0, 3.0],
                     [0.0, 0.0, 0.0, -3.0, -1.0]])
# Its norm is 10⁶, its exponential harmless: what scaling by the norm spoils.
nonnormal = np.array([[1.0, 1e6], [0.0, -1.0]])
vectors = draws(2, 3, 4)

INPUTS = {"square": square, "tall": tall, "wide": wide, "pair": pair, "symmetric": symmetric,
          "deficient": deficient, "rotating": rotating, "nonnormal": nonnormal, "vectors": vectors}

ORDERS = {"frobenius": "fro", "nuclear": "nuc", "two": 2, "minusTwo": -2, "one": 1, "minusOne": -1,
          "infinity": np.inf, "minusInfinity": -np.inf}
VECTOR_ORDERS = {"2": 2, "1": 1, "0": 0, ".infinity": np.inf, "-.infinity": -np.inf, "3": 3,
                 "0.5": 0.5, "-1": -1, "-2.5": -2.5}


def numbers(values):
    return ", ".join(repr(float(v)) for v in np.asarray(values).ravel())


def wrapped(text, indent):
    return textwrap.fill(text + ",", 98, initial_indent=indent, subsequent_indent=indent,
                         break_on_hyphens=False)


def tensor(name, values):
    values = np.asarray(values)
    return (f"  static let {name} = Tensor<Double>(\n    [\n" + wrapped(numbers(values), "      ")
            + f"\n    ], shape: {list(values.shape)})\n")


lines = ["// Written by Tests/Oracles/spectral.py: NumPy's and SciPy's results in double precision.",
         "", "import Tern", "", "/// Matrices, and what is known of them.", "enum SpectralOracle {"]
for name, values in INPUTS.items():
    lines.append(tensor(name, values))

lines.append("  /// Singular values, pseudo-inverses and every norm.")
lines.append("  static let rectangles: [Rectangle] = [")
for name in ("square", "tall", "wide", "pair", "deficient"):
    a = INPUTS[name]
    norms = {order: np.linalg.norm(a, value, axis=(-2, -1)) for order, value in ORDERS.items()}
    lines.append(f"    Rectangle(\n      matrix: {name},\n      singularValues: [\n"
                 + wrapped(numbers(np.linalg.svd(a, compute_uv=False)), " " * 8)
                 + "\n      ],\n      pseudoInverse: [\n"
                 + wrapped(numbers(np.linalg.pinv(a, rcond=1e-13)), " " * 8)
                 + "\n      ],\n      norms: [")
    for order, norm in norms.items():
        lines.append(f"        .{order}: [{numbers(norm)}],")
    lines.append("      ]),")
lines.append("  ]\n\n  /// A matrix with its singular values, pseudo-inverse and norms.")
lines.append("  struct Rectangle: Sendable {\n    let matrix: Tensor<Double>\n"
             "    let singularValues: [Double]\n    let pseudoInverse: [Double]\n"
             "    let norms: [MatrixNorm: [Double]]\n  }\n")

lines.append("  /// Condition numbers of `square` and of both of `pair`.")
lines.append("  static let conditionNumbers: [(order: MatrixNorm, square: Double, pair: [Double])] = [")
for order, value in ORDERS.items():
    lines.append(f"    (\n      .{order}, {float(np.linalg.cond(square, value))!r},\n"
                 f"      [{numbers(np.linalg.cond(pair, value))}]\n    ),")
lines.append("  ]\n")

lines.append("  /// Norms of all elements of `vectors`, and of its vectors along axis 1.")
lines.append("  static let vectorNorms: [(order: Double, all: Double, along: [Double])] = [")
for order, value in VECTOR_ORDERS.items():
    along = np.linalg.vector_norm(vectors, axis=1, ord=value)
    lines.append(f"    (\n      {order}, {float(np.linalg.vector_norm(vectors, ord=value))!r},\n"
                 f"      [\n{wrapped(numbers(along), ' ' * 8)}\n      ]\n    ),")
lines.append("  ]\n")

lines.append(tensor("eigenvaluesOfSymmetric", np.linalg.eigvalsh(symmetric)))
for name, a in {"Square": square, "Rotating": rotating}.items():
    w = np.linalg.eigvals(a)
    w = w[np.lexsort((w.imag, w.real))]
    lines.append(f"  /// In ascending order of the real, then of the imaginary part.\n"
                 + tensor(f"realPartsOf{name}", w.real))
    lines.append(tensor(f"imaginaryPartsOf{name}", w.imag))

lines.append("  /// Powers of `square`.")
lines.append("  static let powers: [(exponent: Int, power: [Double])] = [")
for exponent in (-3, -1, 0, 1, 2, 5, 12):
    lines.append(f"    (\n      {exponent},\n      [\n"
                 + wrapped(numbers(np.linalg.matrix_power(square, exponent)), " " * 8)
                 + "\n      ]\n    ),")
lines.append("  ]\n")

lines.append("  /// Exponentials of multiples of `square`, for every degree of the approximants.")
lines.append("  static let exponentials: [(factor: Double, exponential: [Double])] = [")
for factor in (0.0, 2.0**-12, 2.0**-6, 0.125, 0.5, 1.0, 2.0, 16.0):
    lines.append(f"    (\n      {factor!r},\n      [\n"
                 + wrapped(numbers(scipy.linalg.expm(factor * square)), " " * 8)
                 + "\n      ]\n    ),")
lines.append("  ]\n")
lines.append(tensor("exponentialOfPair", scipy.linalg.expm(pair)))
lines.append(tensor("exponentialOfNonnormal", scipy.linalg.expm(nonnormal)))

lines.append("  /// Traces of `tall` along diagonals.")
lines.append("  static let traces: [(diagonal: Int, trace: Double)] = [")
for k in range(-6, 5):
    lines.append(f"    ({k}, {float(np.trace(tall, k))!r}),")
lines.append("  ]\n")
lines.append(tensor("traceOfPair", np.linalg.trace(pair)))
lines.append(tensor("crossOfPair", np.linalg.cross(pair, tall[:3])))
lines.append(tensor("crossAlongAxis0", np.linalg.cross(tall[:3], deficient[:3], axis=0)))
OUTPUT.write_text("\n".join(lines).rstrip() + "\n}\n")
