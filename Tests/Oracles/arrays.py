"""Writes Tests/TernTensorsTests/Operators/ArraysOracle.swift: what NumPy's functions that move, pick,
sort and search elements give.

    python3 Tests/Oracles/arrays.py      # numpy 2.4
"""

from pathlib import Path

import numpy as np

OUTPUT = Path(__file__).parents[1] / "TernTensorsTests/Operators/ArraysOracle.swift"
SHAPES = [(0,), (1,), (7,), (2, 3), (0, 3), (3, 0, 2), (4, 1), (2, 3, 4), (1, 2, 1, 3), (2, 1, 2, 1, 3)]


def counting(shape):
    return np.arange(np.prod(shape, dtype=int)).reshape(shape)


def repeating(shape):
    return (np.arange(np.prod(shape, dtype=int)) * 7 % 5 - 1).reshape(shape)


def indices(shape, extent):
    return (np.arange(np.prod(shape, dtype=int)) * 5 % (2 * extent) - extent).reshape(shape)


def pad(shape, mode):
    amounts = [((axis + 2) % 4, 3 * (axis % 2) + 1) for axis in range(len(shape))]
    return np.pad(counting(shape), amounts, mode=mode, **({"constant_values": -5} if mode == "constant" else {}))


def put(shape, axis):
    array = counting(shape)
    where = indices([2 if a == axis % len(shape) else n for a, n in enumerate(shape)], shape[axis])
    np.put_along_axis(array, where, -1 - counting(where.shape), axis)
    return array


def top(shape, axis, k):
    order = np.argsort(-repeating(shape), axis=axis, kind="stable")
    return np.take(order, range(k), axis=axis)


def unique_parts(shape):
    values, first, inverse, counts = np.unique(
        repeating(shape), return_index=True, return_inverse=True, return_counts=True)
    return np.concatenate([values, first, inverse.ravel(), counts])


CASES = []
for shape in SHAPES:
    rank = len(shape)
    full = all(n > 0 for n in shape)
    for shift in (0, 2, -1, 11):
        CASES.append((f"roll {shift}", shape, np.roll(counting(shape), shift)))
    CASES.append(("repeat 2", shape, np.repeat(counting(shape), 2)))
    CASES.append(("tile 2", shape, np.tile(counting(shape), 2)))
    CASES.append(("tile 2 1 3 1 1 2", shape, np.tile(counting(shape), (2, 1, 3, 1, 1, 2))))
    CASES.append(("flip", shape, np.flip(counting(shape))))
    CASES.append(("argwhere", shape, np.argwhere(repeating(shape))))
    CASES.append(("count", shape, np.array(np.count_nonzero(repeating(shape)))))
    CASES.append(("unique", shape, np.unique(repeating(shape))))
    CASES.append(("uniqueParts", shape, unique_parts(shape)))
    CASES.append(("isin", shape, np.isin(counting(shape), [3, 1, 14, -2, 3])))
    CASES.append(("mask", shape, counting(shape)[repeating(shape) > 0]))
    CASES.append(("maskRows", shape, counting(shape)[repeating(shape[:1]) > 0]))
    array = counting(shape)
    array[repeating(shape) > 1] = -3
    CASES.append(("maskSet", shape, array))
    CASES.append(("pad constant", shape, pad(shape, "constant")))
    if full:
        for mode in ("edge", "reflect", "symmetric", "wrap"):
            CASES.append((f"pad {mode}", shape, pad(shape, mode)))
    if rank >= 2:
        for k in (-5, -1, 0, 1, 2):
            CASES.append((f"diagonal {k}", shape, np.diagonal(counting(shape), k, -2, -1)))
            CASES.append((f"tril {k}", shape, np.tril(counting(shape), k)))
            CASES.append((f"triu {k}", shape, np.triu(counting(shape), k)))
        CASES.append(("diagonalOf 1 0", shape, np.diagonal(counting(shape), 0, 1, 0)))
        CASES.append(("moveaxis 0 -1", shape, np.moveaxis(counting(shape), 0, -1)))
        CASES.append(("moveaxis -1 0", shape, np.moveaxis(counting(shape), -1, 0)))
        CASES.append(("moveaxes", shape, np.moveaxis(counting(shape), [0, 1], [-1, 0])))
        CASES.append(("rolls", shape, np.roll(counting(shape), [1, -2], [0, 1])))
    for k in (-2, 0, 1):
        if rank == 1:
            CASES.append((f"diag {k}", shape, np.diag(counting(shape), k)))
    for axis in range(-1, rank):
        CASES.append((f"rollAlong {axis} -3", shape, np.roll(counting(shape), -3, axis)))
        CASES.append((f"repeatAlong {axis} 3", shape, np.repeat(counting(shape), 3, axis)))
        CASES.append((f"flipAlong {axis}", shape, np.flip(counting(shape), axis)))
        counts = np.arange(shape[axis]) % 3
        CASES.append((f"repeatEach {axis}", shape, np.repeat(counting(shape), counts, axis)))
        CASES.append((f"sort {axis}", shape, np.sort(repeating(shape), axis)))
        CASES.append((f"argsort {axis}", shape, np.argsort(repeating(shape), axis, kind="stable")))
        CASES.append((f"argsortDown {axis}", shape, np.argsort(-repeating(shape), axis, kind="stable")))
        CASES.append((f"unstack {axis}", shape, np.stack(np.unstack(counting(shape), axis=axis) or [np.zeros(0)])))
        for k in {0, min(1, shape[axis]), shape[axis] // 2, shape[axis]}:
            CASES.append((f"top {axis} {k}", shape, top(shape, axis, k)))
        if shape[axis] > 0:
            where = indices((2, 3), shape[axis])
            CASES.append((f"take {axis}", shape, np.take(counting(shape), where, axis)))
            ones = indices([4 if a == axis % rank else 1 for a in range(rank)], shape[axis])
            CASES.append((f"takeAlong {axis}", shape, np.take_along_axis(counting(shape), ones, axis)))
            CASES.append((f"putAlong {axis}", shape, put(shape, axis)))

vectors = [np.arange(3), np.arange(10, 12), np.arange(20, 24), np.arange(30, 31)]
for count in range(1, 5):
    for indexing in ("xy", "ij"):
        grids = np.meshgrid(*vectors[:count], indexing=indexing)
        CASES.append((f"meshgrid {indexing}", (count,), np.stack(grids)))
sought = np.arange(-1, 8)
for side in ("left", "right"):
    CASES.append((f"searchsorted {side}", (6,), np.searchsorted([0, 1, 1, 4, 4, 6], sought, side)))
for name, value in [("points", counting((3, 4, 2))[[[0], [2]], [1, -1]]),
                    ("rows", counting((3, 4, 2))[[2, 0, -1]])]:
    CASES.append((name, (3, 4, 2), value))
for expression, value in [("0 2 7", np.logspace(0, 2, 7)), ("1 -1 5", np.logspace(1, -1, 5)),
                          ("3 9 1", np.logspace(3, 9, 1)), ("0 1 0", np.logspace(0, 1, 0))]:
    CASES.append((f"logspace {expression}", (0,), np.round(value * 1e6).astype(int)))

lines = [
    "// Written by Tests/Oracles/arrays.py: what NumPy gives for arrays of the numbers from 0 of a shape,",
    "// or, to sort and search, of i * 7 % 5 - 1 for these i; the shape and the elements.",
    "",
    "enum ArraysOracle {",
    "  // swift-format-ignore",
    '  static let text = """',
]
for call, shape, value in CASES:
    value = np.asarray(value)
    numbers = " ".join(map(str, value.astype(int).ravel().tolist()))
    line = f"{call};{' '.join(map(str, shape))};{' '.join(map(str, value.shape))};{numbers}"
    while len(line) > 110:
        lines.append("    " + line[:110] + "\\")
        line = line[110:]
    lines.append("    " + line)
lines += ['    """', "}", ""]
OUTPUT.write_text("\n".join(lines))
print(len(CASES), "cases")
