"""Writes Tests/TernTensorsTests/Operators/ReductionsOracle.swift: what NumPy's scans and statistics give.

    python3 Tests/Oracles/reductions.py      # numpy 2.4
"""

import warnings
from pathlib import Path

import numpy as np

warnings.simplefilter("ignore")
OUTPUT = Path(__file__).parents[1] / "TernTensorsTests/Operators/ReductionsOracle.swift"
SHAPES = [(1,), (7,), (17,), (2, 3), (4, 1), (2, 3, 4), (3, 2, 1, 3), (2, 1, 3, 1, 2)]
METHODS = ["linear", "lower", "higher", "midpoint", "nearest"]


def numbers(shape, kind="plain"):
    """Halves from −3 to 3, in no order, and what else the kind says."""
    x = (np.arange(np.prod(shape, dtype=int)) * 5 % 13 / 2 - 3).reshape(shape)
    if kind == "nan":
        x.flat[2 :: 7] = np.nan
    if kind == "infinite":
        x.flat[1 :: 4] = np.inf
        x.flat[3 :: 8] = -np.inf
    return x


CASES = []


def add(call, shape, value, kind="plain"):
    CASES.append((call, shape, kind, np.asarray(value)))


for shape in SHAPES + [(0,), (0, 3), (3, 0, 2)]:
    for axis in range(-1, len(shape)):
        for kind in ("plain", "nan", "infinite"):
            x = numbers(shape, kind)
            add(f"cumsum {axis}", shape, np.cumsum(x, axis), kind)
            add(f"cumprod {axis}", shape, np.cumprod(x, axis), kind)
            add(f"diff {axis} 1", shape, np.diff(x, 1, axis), kind)
            if shape[axis] > 0:
                add(f"var {axis}", shape, np.var(x, axis), kind)
                add(f"median {axis}", shape, np.median(x, axis), kind)
                add(f"argmax {axis}", shape, np.argmax(x, axis), kind)
        add(f"cumsumInitial {axis}", shape, np.cumulative_sum(numbers(shape), axis=axis, include_initial=True))
        add(f"cumprodInitial {axis}", shape, np.cumulative_prod(numbers(shape), axis=axis, include_initial=True))
        for n in (0, 2, 5):
            add(f"diff {axis} {n}", shape, np.diff(numbers(shape), min(n, shape[axis]) if shape[axis] else 0, axis))
        add(f"all {axis}", shape, np.all(numbers(shape) > -2, axis))
        add(f"any {axis}", shape, np.any(numbers(shape) > 2, axis))
        add(f"count {axis}", shape, np.count_nonzero(numbers(shape) > 0, axis))
        for ddof in (1, 2):
            if shape[axis] > 0:
                add(f"varCorrected {axis} {ddof}", shape, np.var(numbers(shape), axis, ddof=ddof))
for shape in SHAPES:
    add("flatArgmax", shape, np.argmax(numbers(shape)))
    add("flatArgmin", shape, np.argmin(numbers(shape)))
    add("medianOfAll", shape, np.median(numbers(shape)))
    for method in METHODS:
        for axis in range(len(shape)):
            for kind in ("plain", "nan"):
                add(f"quantile {method} {axis}", shape,
                    np.quantile(numbers(shape, kind), [0, 0.2, 0.5, 0.7, 1], axis, method=method), kind)
    if len(shape) > 2:
        for call, function in [("all", np.all), ("any", np.any), ("count", np.count_nonzero)]:
            add(f"{call} 0 2", shape, function(numbers(shape) > 0.5, axis=(0, 2)))
        add("var 0 2", shape, np.var(numbers(shape), axis=(0, 2)))
        add("median 0 2", shape, np.median(numbers(shape), axis=(0, 2)))
    if len(shape) <= 2:
        add("cov 1", shape, np.cov(numbers(shape)))
        add("cov 0", shape, np.cov(numbers(shape), ddof=0))
        add("corrcoef", shape, np.corrcoef(numbers(shape)))
    for kind, limits in [("plain", None), ("plain", (-1, 2)), ("nan", (-3, 1)), ("infinite", (-2, 2))]:
        x = numbers(shape, kind)
        for bins in (1, 4, 10):
            counts, edges = np.histogram(x, bins, limits)
            bounds = "" if limits is None else f" {limits[0]} {limits[1]}"
            add(f"histogram {bins}{bounds}", shape, np.concatenate([counts, edges]), kind)
            sums, _ = np.histogram(x, bins, limits, weights=numbers(shape) + 4)
            add(f"weighted {bins}{bounds}", shape, sums, kind)
            density, _ = np.histogram(x, bins, limits, density=True)
            add(f"density {bins}{bounds}", shape, density, kind)
    add("histogramEdges", shape, np.histogram(numbers(shape), [-2.5, -1, 0, 0, 2, 2.5])[0])
    whole = (numbers(shape) * 2 + 6).astype(int)
    add("bincount 0", shape, np.bincount(whole.ravel()))
    add("bincount 20", shape, np.bincount(whole.ravel(), minlength=20))
    add("binsums", shape, np.bincount(whole.ravel(), weights=numbers(shape).ravel()))

lines = [
    "// Written by Tests/Oracles/reductions.py: a call, the shape of its input, whose elements are",
    "// i * 5 % 13 / 2 - 3, what is not finite in it, the shape that NumPy gives, and the elements.",
    "",
    "enum ReductionsOracle {",
    "  // swift-format-ignore",
    '  static let text = """',
]
for call, shape, kind, value in CASES:
    elements = " ".join(f"{x:.15g}" for x in value.astype(float).ravel().tolist())
    line = ";".join([call, " ".join(map(str, shape)), kind, " ".join(map(str, value.shape)), elements])
    while len(line) > 110:
        lines.append("    " + line[:110] + "\\")
        line = line[110:]
    lines.append("    " + line)
lines += ['    """', "}", ""]
OUTPUT.write_text("\n".join(lines))
print(len(CASES), "cases")
