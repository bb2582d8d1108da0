"""Writes Tests/CTernKernelsTests/ElementaryOracle.swift: elementary functions (mpmath,
40 digits, rounded to double), and remainders (NumPy).

    python kernels.py > ../CTernKernelsTests/ElementaryOracle.swift
"""

import math
import random
import struct

import mpmath as mp
import numpy as np

mp.mp.dps = 40

LIMITS = {  # at ±∞, where mpmath has none; NaN where absent
    "exp": (0, math.inf), "expm1": (-1, math.inf), "log": (math.nan, math.inf),
    "log1p": (math.nan, math.inf), "tanh": (-1, 1), "sigmoid": (0, 1), "erf": (-1, 1),
    "softplus": (0, math.inf), "sin": (math.nan, math.nan), "cos": (math.nan, math.nan),
    "tan": (math.nan, math.nan), "asin": (math.nan, math.nan), "acos": (math.nan, math.nan),
    "atan": (-math.pi / 2, math.pi / 2), "sinh": (-math.inf, math.inf), "cosh": (math.inf, math.inf),
    "asinh": (-math.inf, math.inf), "acosh": (math.nan, math.inf), "atanh": (math.nan, math.nan),
    "exp2": (0, math.inf), "log2": (math.nan, math.inf), "log10": (math.nan, math.inf),
    "cbrt": (-math.inf, math.inf),
}


def softplus(x):
    return mp.log1p(mp.exp(x)) if x < 50 else x + mp.log1p(mp.exp(-x))


FUNCTIONS = {
    "exp": mp.exp, "expm1": mp.expm1, "log": mp.log, "log1p": mp.log1p, "tanh": mp.tanh,
    "sigmoid": lambda x: 1 / (1 + mp.exp(-x)), "erf": mp.erf, "softplus": softplus,
    "sin": mp.sin, "cos": mp.cos, "tan": mp.tan, "asin": mp.asin, "acos": mp.acos, "atan": mp.atan,
    "sinh": mp.sinh, "cosh": mp.cosh, "asinh": mp.asinh, "acosh": mp.acosh, "atanh": mp.atanh,
    "exp2": lambda x: mp.mpf(2) ** x, "log2": lambda x: mp.log(x, 2), "log10": mp.log10,
    "cbrt": lambda x: mp.sign(x) * mp.cbrt(abs(x)),
}
# The arguments that have a value.
DOMAINS = {
    "asin": lambda x: abs(x) <= 1, "acos": lambda x: abs(x) <= 1, "atanh": lambda x: abs(x) <= 1,
    "acosh": lambda x: x >= 1, "log2": lambda x: x >= 0, "log10": lambda x: x >= 0,
}

# Representable in both precisions, but for the last lines.
POINTS = [0.0, -0.0, 2.0**-149, -(2.0**-149), 2.0**-126, 2.0**-60, -(2.0**-60), 2.0**-26, -(2.0**-26)]
POINTS += [s * p for p in (0.0078125, 0.125, 0.3125, 0.34375, 0.359375, 0.5, 0.625, 0.6875, 0.703125,
                           0.71875, 0.8125, 0.984375, 1.0, 1.015625, 1.40625, 1.421875, 2.0, 2.75,
                           3.9375, 5.5, 8.5, 9.25, 17.0, 19.5, 30.0, 60.0, 86.5, 88.625, 88.75, 89.0,
                           100.0, 103.5, 104.0, 700.5, 709.5, 710.0, 744.5, 746.0, 1e6) for s in (1, -1)]
POINTS += [3.0e38, 1e300, -1e300, 5e-324, 1e-310, 0.1, -0.7, 1.1, -1.3, 1 + 2.0**-52, 1 - 2.0**-53]
generator = random.Random(1)
POINTS += [round(generator.uniform(-12, 12) * 2**12) / 2**12 for _ in range(24)]

POWERS = [(x, y) for x in (0.0, -0.0, 1.0, -1.0, 0.5, -2.0, 3.0, 1e-40, math.inf, -math.inf, math.nan)
          for y in (0.0, -0.0, 1.0, 2.0, 3.0, -1.0, -3.0, 0.5, -2.5, 1e10, math.inf, -math.inf, math.nan)]
POWERS += [(generator.randrange(1, 4000) / 256, generator.randrange(-4000, 4000) / 256) for _ in range(24)]
POWERS += [(-generator.randrange(1, 4000) / 256, float(generator.randrange(-30, 30))) for _ in range(10)]

# From sin on: near multiples of π / 2, huge, and near the ends of domains.
MORE_POINTS = POINTS + [s * p for p in (
    1.5703125, 3.140625, 11.0, 22.0, 33.0, 355.0, 710.0, 103993.0, 2.0**20, 1647099.0, 1647100.0,
    2.0**24, 2.0**60, 2.0**100, 0.9998779296875, 0.999999940395355224609375, 1 - 2.0**-52,
    1.00006103515625, 1 + 2.0**-20, 1e22, 2.0**1023,
) for s in (1, -1)]
MORE_POINTS += [10.0**n for n in range(1, 23, 3)] + [n**3 / 64 for n in range(1, 12, 2)]
MORE_POINTS += [generator.uniform(-1, 1) for _ in range(12)]
MORE_POINTS += [round(generator.uniform(-1, 1) * 2**20) / 2**20 for _ in range(24)]

SPECIAL = (0.0, -0.0, 1.0, -1.0, 0.75, -2.5, 3.0, math.inf, -math.inf, math.nan)
PAIRS = [(x, y) for x in SPECIAL for y in SPECIAL]
PAIRS += [(generator.randrange(-4000, 4000) / 256, generator.randrange(-4000, 4000) / 256)
          for _ in range(40)]
EXTREME_PAIRS = [(s * x * scale, y * scale) for scale in (2.0**125, 2.0**-140, 2.0**1022, 2.0**-1070)
                 for x, y in ((1.5, 2.0), (3.0, 1.0), (1.0, 3.0), (1.25, 1.25), (0.0, 1.0))
                 for s in (1, -1)]
EXTREME_PAIRS += [(1.0, 2.0**100), (2.0**100, -1.0), (1.0, 1e300), (1e300, 1e-300)]


def value(name, x):
    if math.isnan(x):
        return math.nan
    if math.isinf(x):
        return LIMITS[name][x > 0]
    if x == 0 and name in ("expm1", "log1p", "tanh", "erf", "sin", "tan", "asin", "atan", "sinh",
                           "asinh", "atanh", "cbrt"):
        return x
    if name in DOMAINS and not DOMAINS[name](x):
        return math.nan
    if name in ("log2", "log10") and x == 0:
        return -math.inf
    if name == "atanh" and abs(x) == 1:
        return math.copysign(math.inf, x)
    if name in ("sinh", "cosh") and abs(x) > 800:
        return math.copysign(math.inf, x) if name == "sinh" else math.inf
    if name == "exp2" and abs(x) > 2000:
        return math.inf if x > 0 else 0.0
    if name == "log" and x <= 0 or name == "log1p" and x <= -1:
        return -math.inf if x == (0 if name == "log" else -1) else math.nan
    if name == "exp" and x > 800 or name == "expm1" and x > 800:
        return math.inf
    return float(FUNCTIONS[name](mp.mpf(x)))


def power(x, y):
    """math.pow for the special cases of the C standard, mpmath for the digits."""
    try:
        approximate = math.pow(x, y)
    except OverflowError:
        return math.inf if x > 0 or y % 2 == 0 else -math.inf
    except ValueError:
        if x != 0:
            return math.nan
        return math.copysign(math.inf, x) if y % 2 == 1 else math.inf
    special = any(not math.isfinite(v) or v == 0 for v in (x, y, approximate))
    return approximate if special else float(mp.power(mp.mpf(x), mp.mpf(y)))


def pair(name, x, y):
    """The special cases by Python and NumPy, the digits by mpmath."""
    if name in ("remainder", "floor_divide"):
        with np.errstate(all="ignore"):
            return float(getattr(np, name)(np.float64(x), np.float64(y)))
    with np.errstate(invalid="ignore"):
        special = {"hypot": math.hypot, "atan2": math.atan2, "logaddexp": np.logaddexp}[name](x, y)
    if x == 0 or y == 0 or not all(map(math.isfinite, (x, y, special))):
        return float(special)
    x, y = mp.mpf(x), mp.mpf(y)
    if name == "hypot":
        return float(mp.sqrt(x * x + y * y))
    return float(mp.atan2(x, y) if name == "atan2" else mp.log(mp.exp(x) + mp.exp(y)))


def swift(x):
    if math.isnan(x):
        return ".nan"
    if math.isinf(x):
        return ".infinity" if x > 0 else "-.infinity"
    if 0 < abs(x) < 2.3e-308:  # literals of subnormal numbers bring warnings
        return f"Double(bitPattern: {struct.unpack('<Q', struct.pack('<d', x))[0]:#x})"
    if abs(x) > 1e200 and len(repr(x)) > 12:  # Swift rounds decimal literals twice
        return x.hex()
    return repr(x)


def table(name, rows):
    lines, line = [], ""
    for row in rows:
        item = "(" + ", ".join(swift(v) for v in row) + "), "
        if len(line) + len(item) > 96:
            lines.append(line.rstrip())
            line = ""
        line += item
    lines.append(line.rstrip())
    body = "\n".join("    " + l for l in lines)
    return f"  static let {name}: [Row{len(rows[0])}] = [\n{body}\n  ]\n"


print("// Written by Tests/Oracles/kernels.py (mpmath, 40 digits, rounded to double; NumPy).\n")
print("/// Elementary functions at chosen and random points.")
print("enum ElementaryOracle {")
print("  typealias Row2 = (x: Double, value: Double)")
print("  typealias Row3 = (x: Double, y: Double, value: Double)\n")
LIMIT_POINTS = [math.inf, -math.inf, math.nan]
names = list(FUNCTIONS)
points = {name: POINTS if names.index(name) < names.index("sin") else MORE_POINTS for name in names}
tables = [table(name, [(x, value(name, x)) for x in points[name] + LIMIT_POINTS]) for name in names]
for name, swift_name, pairs in [
    ("hypot", "hypot", PAIRS + EXTREME_PAIRS), ("atan2", "atan2", PAIRS + EXTREME_PAIRS),
    ("logaddexp", "logAddExp", PAIRS), ("remainder", "remainder", PAIRS),
    ("floor_divide", "floorDivide", PAIRS),
]:
    tables.append(table(swift_name, [(x, y, pair(name, x, y)) for x, y in pairs]))
tables.append(table("pow", [(x, y, power(x, y)) for x, y in POWERS]))
print("\n".join(tables) + "}")
