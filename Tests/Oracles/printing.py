"""Writes Tests/TernTensorsTests/Tensor/PrintingOracle.swift: what NumPy's str() prints.

Elements are bit patterns, repeated from the first until the shape is full.

    python3 Tests/Oracles/printing.py      # numpy 2.4
"""

from pathlib import Path

import numpy as np

OUTPUT = Path(__file__).parents[1] / "TernTensorsTests/Tensor/PrintingOracle.swift"
UNSIGNED = {1: np.uint8, 4: np.uint32, 8: np.uint64}
CASES = []


def case(dtype, shape, values):
    values = np.asarray(values, dtype)
    array = np.resize(values.ravel(), shape) if np.prod(shape) else np.zeros(shape, dtype)
    bits = values.ravel().view(UNSIGNED[values.dtype.itemsize]).tolist()
    CASES.append((np.dtype(dtype).name, shape, bits, str(array)))


rng = np.random.RandomState(0)
for dtype in ["f4", "f8"]:
    lone = [0, -0.0, 1, -1.5, 0.1, 1e-4, 9.9e-5, 1e5, 999999, 1e6, 123456789, 1e15, 1e16, 1e22, -1e-300,
            3e-40, 5e-324, 1e38, np.pi, np.nan, np.inf, -np.inf, 1 / 3, 2.0**24 + 2]
    with np.errstate(over="ignore", under="ignore"):
        lone = np.array(lone).astype(dtype)
    for value in lone:
        case(dtype, (), value)
    rows = [
        [1, 2, 3],
        [1, -2, 3],
        [0.5, 0.25, 100],
        [-0.0, 0.0, 1.5],
        [1.5, np.nan, -2.5],
        [1, np.inf, 2],
        [1, -np.inf, 2],
        [np.nan],
        [np.inf],
        [-np.inf, np.inf],
        [np.nan, 1000.25],
        [0, 0],
        [0, np.nan],
        [0.1, 0.2, 0.3, 1 / 3],
        [np.pi, np.e, -np.sqrt(2)],
        [1e-4, 1],
        [1e-4, 0.05],
        [9e-5, 0.01],
        [1e-5, 1],
        [1, 1000],
        [1, 1001],
        [1, 999999],
        [1000, 999999],
        [123456, 1e6],
        [12345678, 99999999],
        [12345678, 1e8],
        [1e10, -2e-10],
        [1e30, 1],
        [1e30, np.nan, 1],
        [-1e-7, np.inf],
        [0.123456785, 0.5],
        [0.999999999, 0.5],
        [9.999999999, 1],
        [1.23456789012, 1e7],
        [0.5 + 2.0**-9 / 2, 0.001953125, 1.001953125],
        # Halves in the ninth place, exactly representable: rounded to the even digit.
        [0.501953125, 0.513671875, 0.505859375],
        [1.000976562500e3 * 2**-10, 0.999755859375],
    ]
    for row in rows:
        case(dtype, (len(row),), row)
    if dtype == "f8":
        for row in [[1e100, 1e-100], [5e-324, 1.7976931348623157e308], [1e-300, np.nan], [1e99, 1e100]]:
            case(dtype, (len(row),), row)
    for scale in [1e-6, 1e-2, 1, 30, 1e4, 1e12]:
        case(dtype, (7,), rng.randn(7) * scale)
        case(dtype, (3, 4), rng.randn(12) * scale)
    case(dtype, (17,), rng.randn(17))
    case(dtype, (3, 17), rng.randn(51))
    case(dtype, (2, 3, 4), rng.randn(24))
    case(dtype, (2, 2, 1, 3), rng.randn(12))
    case(dtype, (1, 1, 1, 1, 1), [7])
    case(dtype, (40, 25), np.arange(37) / 8)
    case(dtype, (1000,), np.arange(9))
    case(dtype, (1001,), np.arange(13) / 4)
    case(dtype, (40, 26), np.arange(37) / 8)
    case(dtype, (1200, 1), np.arange(11))
    case(dtype, (1, 1200), np.arange(11) * 1.1)
    case(dtype, (8, 7, 20), rng.randn(31))
    case(dtype, (6, 6, 40), rng.randn(29))
    # The large element is among those left out.
    case(dtype, (2000,), [1.5] * 999 + [1e9] + [1.5] * 1000)
    for shape in [(0,), (0, 3), (3, 0), (2, 0, 4)]:
        case(dtype, shape, [])

for dtype in ["i4", "i8", "u1"]:
    least, most = np.iinfo(dtype).min, np.iinfo(dtype).max
    for value in [0, 7, least, most]:
        case(dtype, (), value)
    case(dtype, (3,), [1, 10, 100])
    case(dtype, (2, 3), [least, 0, most])
    case(dtype, (30,), [most, 1])
    case(dtype, (2, 40), np.arange(80))
    case(dtype, (1500,), np.arange(99))
    case(dtype, (0,), [])
case("i8", (3,), [-1, 0, 1])

case("?", (), True)
case("?", (), False)
case("?", (2,), [True, True])
case("?", (2, 3), [True, False, True])
case("?", (25,), [True, False, True])
case("?", (1024,), [True, False])
case("?", (0,), [])

lines = [
    "// Written by Tests/Oracles/printing.py: what NumPy's str() prints.",
    "",
    "struct PrintingCase: Sendable {",
    "  let scalarType: String",
    "  let shape: [Int]",
    "  /// Bit patterns, repeated until the shape is full.",
    "  let bits: [UInt64]",
    "  let text: String",
    "}",
    "",
    "// swift-format-ignore",
    "let printingOracle: [PrintingCase] = [",
]
for name, shape, bits, text in CASES:
    if len(bits) > 100:
        # One run-length pair instead of thousands of repetitions.
        assert bits == [bits[0]] * 999 + [bits[999]] + [bits[0]] * 1000
        pattern = f"[UInt64](repeating: {bits[0]}, count: 999) + [{bits[999]}] + [UInt64](repeating: {bits[0]}, count: 1000)"
    else:
        pattern = str(bits)
    escaped = text.replace("\n", "\\n")
    lines.append(
        f'  PrintingCase(scalarType: "{name}", shape: {list(shape)}, bits: {pattern}, text: "{escaped}"),')
lines += ["]", ""]
OUTPUT.write_text("\n".join(lines))
print(len(CASES), "cases")
