"""Writes Tests/CTernKernelsTests/ElementaryOracle.swift: elementary functions (mpmath,
40 digits, rounded to double).

    python kernels.py > ../CTernKernelsTests/ElementaryOracle.swift
"""

import math
import random
import struct

import mpmath as mp

mp.mp.dps = 40

LIMITS = {  # at ±∞, where mpmath has none; NaN where absent
    "exp": (0, math.inf), "expm1": (-1, math.inf), "log": (math.nan, math.inf),
    "log1p": (math.nan, math.inf), "tanh": (-1, 1), "sigmoid": (0, 1), "erf": (-1, 1),
    "softplus": (0, math.inf), "sin": (math.nan, math.nan), "cos": (math.nan, math.nan),
}


def softplus(x):
    return mp.log1p(mp.exp(x)) if x < 50 else x + mp.log1p(mp.exp(-x))


FUNCTIONS = {
    "exp": mp.exp, "expm1": mp.expm1, "log": mp.log, "log1p": mp.log1p, "tanh": mp.tanh,
    "sigmoid": lambda x: 1 / (1 + mp.exp(-x)), "erf": mp.erf, "softplus": softplus,
    "sin": mp.sin, "cos": mp.cos,
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


def value(name, x):
    if math.isnan(x):
        return math.nan
    if math.isinf(x):
        return LIMITS[name][x > 0]
    if x == 0 and name in ("expm1", "log1p", "tanh", "erf", "sin"):
        return x
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


def swift(x):
    if math.isnan(x):
        return ".nan"
    if math.isinf(x):
        return ".infinity" if x > 0 else "-.infinity"
    if 0 < abs(x) < 2.3e-308:  # literals of subnormal numbers bring warnings
        return f"Double(bitPattern: {struct.unpack('<Q', struct.pack('<d', x))[0]:#x})"
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


print("// Written by Tests/Oracles/kernels.py (mpmath, 40 digits, rounded to double).\n")
print("/// Elementary functions at chosen and random points.")
print("enum ElementaryOracle {")
print("  typealias Row2 = (x: Double, value: Double)")
print("  typealias Row3 = (x: Double, y: Double, value: Double)\n")
points = POINTS + [math.inf, -math.inf, math.nan]
tables = [table(name, [(x, value(name, x)) for x in points]) for name in FUNCTIONS]
tables.append(table("pow", [(x, y, power(x, y)) for x, y in POWERS]))
print("\n".join(tables) + "}")
