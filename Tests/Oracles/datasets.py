"""Writes the data sets that TernData embeds, and prints the figures that its tests compare with.

    python3 Tests/Oracles/datasets.py          prints the figures
    python3 Tests/Oracles/datasets.py --write  also writes Sources/TernData/Embedded/*Text.swift

Needs scikit-learn (1.9.1 wrote the files in the repository), whose copies of the UCI data are read.
"""

import pathlib
import sys
import zlib

import numpy as np
from sklearn import datasets

ALPHABET = "0123456789abcdefg"  # a pixel's ink, 0...16, in base 17
EMBEDDED = pathlib.Path(__file__).parents[2] / "Sources" / "TernData" / "Embedded"


def write(name, summary, lines):
    text = "\n".join(f"    {line}" for line in lines)
    (EMBEDDED / f"{name}Text.swift").write_text(
        f"// Written by Tests/Oracles/datasets.py; do not edit.\n\n"
        f"extension {name} {{\n"
        f"  /// {summary}\n"
        f'  static let text: StaticString = """\n{text}\n    """\n}}\n'
    )


def figures(name, values, labels):
    """Checks that do not depend on the order of summation: every value is exact in decimal."""
    print(f"{name}: {values.shape}")
    print("  mean", values.mean(), "population deviation", values.std())
    print("  crc32 of values as little-endian float32", zlib.crc32(values.astype("<f4").tobytes()))
    print("  crc32 of labels as little-endian int32", zlib.crc32(labels.astype("<i4").tobytes()))
    print("  examples per class", np.bincount(labels).tolist())
    print("  mean per feature", values.mean(axis=0)[:8].tolist())


iris = datasets.load_iris()
digits = datasets.load_digits()
figures("iris", iris.data, iris.target)
figures("digits", digits.data, digits.target)
print("  first image", digits.data[0].astype(int).tolist(), digits.target[0])
print("  last image", digits.data[-1].astype(int).tolist(), digits.target[-1])
print("  rows 34 and 37 of iris", iris.data[34].tolist(), iris.data[37].tolist())

if "--write" in sys.argv[1:]:
    write(
        "Iris",
        "One flower a line: sepal length and width, petal length and width in cm, class.",
        [f"{a},{b},{c},{d},{label}" for (a, b, c, d), label in zip(iris.data, iris.target)],
    )
    write(
        "Digits",
        "One image a line: 64 pixels, row by row, as digits in base 17 (0...g), then the label.",
        [
            "".join(ALPHABET[int(ink)] for ink in image) + f" {label}"
            for image, label in zip(digits.data, digits.target)
        ],
    )
