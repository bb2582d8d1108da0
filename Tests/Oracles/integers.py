"""Writes Tests/TernTensorsTests/Operators/IntegersOracle.swift: NumPy's arithmetic of integers, at
the ends of their ranges, too.

    python3 Tests/Oracles/integers.py      # numpy 2.4
"""

from pathlib import Path

import numpy as np

OUTPUT = Path(__file__).parents[1] / "TernTensorsTests/Operators/IntegersOracle.swift"
PAIRS = ["add", "subtract", "multiply", "floor_divide", "remainder", "minimum", "maximum",
         "bitwise_and", "bitwise_or", "bitwise_xor", "left_shift", "right_shift"]
SINGLE = ["negative", "abs", "sign", "invert"]


def numbers(kind):
    info = np.iinfo(kind)
    small = [0, 1, 2, 3, 5, 7, 8, 31, 32, 63, 64, 100]
    if info.min < 0:
        small += [-1, -2, -3, -7, -64]
    return np.array([info.min, info.min + 1, info.max - 1, info.max] + small, kind)


def line(kind, name, values):
    return f"    {kind} {name} " + " ".join(map(str, values.ravel().tolist()))


lines = []
with np.errstate(all="ignore"):
    for kind in ("int32", "int64", "uint8"):
        x = numbers(kind)
        lines.append(line(kind, "numbers", x))
        lines += [line(kind, name, getattr(np, name)(x[:, None], x)) for name in PAIRS]
        lines += [line(kind, name, getattr(np, name)(x)) for name in SINGLE]
        exponents = x[(x >= 0) & (x <= 100)]
        lines.append(line(kind, "power", np.power(x[:, None], exponents)))
        lines.append(line(kind, "sum", x.sum(dtype=np.int64)))
        lines.append(line(kind, "product", x[x != 0].prod(dtype=np.int64)))
        lines.append(line(kind, "argmax", x.argmax()))
        lines.append(line(kind, "argmin", x.argmin()))

OUTPUT.write_text(
    """// Written by Tests/Oracles/integers.py: NumPy's arithmetic of some numbers of each type, of all
// pairs of them row by row; powers are those whose exponent is one of them from 0 to 100.

enum IntegersOracle {
  // swift-format-ignore
  static let text = \"\"\"
""" + "\n".join(lines) + '\n    """\n}\n')
