"""Writes Tests/TernTensorsTests/Operators/IndexingOracle.swift: what NumPy's subscripts select.

    python3 Tests/Oracles/tensors.py      # numpy 2.4
"""

from pathlib import Path

import numpy as np

OUTPUT = Path(__file__).parents[1] / "TernTensorsTests/Operators/IndexingOracle.swift"
BOUNDS = [None, -9, -8, -7, -6, -1, 0, 1, 3, 6, 7, 9]
STEPS = [1, 2, 3, 10, -1, -2, -3, -10]

row = np.arange(7)
slices = [
    "".join(map(str, row[start:stop:step]))
    for start in BOUNDS for stop in BOUNDS for step in STEPS
]

# e: ellipsis, n: new axis, a number: a position, three numbers or _: a slice.
EXPRESSIONS = [
    "", "e", "0", "-1", "1 2", "1 2 3", "1 2 3 4", "-1 -1 -1 -1", "e 0", "e -2", "0 e 1", "1 e",
    "n", "e n", "n 1 n e", "_:_:_", "_:_:-1", "_:_:-1 _:_:-1", "e _:_:-1", "e _:_:2", "0:1:_",
    "1:_:_ 1:3:_", "_:_:_ 1", "_:_:_ _:_:_ 2", "_:_:_ -1 _:_:-2", "0 1:_:_ n 2", "e 1:4:2 n",
    "5:_:_", "_:_:_ 2:1:_", "e 0:0:_", "1 0:2:_ _:_:3 -1", "-1:_:-1 -2:_:-1 -3:_:-1 -4:_:-1",
    "n e n", "1 n 2 n 3 n 4", "0:2:_ 0 0:2:_ 0", "1:2:_ e 1:2:_", "_:-1:_ -2:_:_", "e 4:0:-2",
]
array = np.arange(120).reshape(2, 3, 4, 5)


def index(word):
    if word == "e":
        return Ellipsis
    if word == "n":
        return None
    if ":" not in word:
        return int(word)
    return slice(*(None if bound == "_" else int(bound) for bound in word.split(":")))


lines = [
    "// Written by Tests/Oracles/tensors.py: what NumPy's subscripts select.",
    "",
    "enum IndexingOracle {",
    f"  static let bounds: [Int?] = {BOUNDS}".replace("None", "nil"),
    f"  static let steps = {STEPS}",
    "",
    "  /// The digits that start:stop:step selects from 0 1 2 3 4 5 6, for every start, stop and step.",
    "  // swift-format-ignore",
    "  static let slices = \"\"\"",
]
text = ",".join(slices)
while text:
    lines.append("    " + text[:94] + ("\\" if len(text) > 94 else ""))
    text = text[94:]
lines += [
    '    """',
    "",
    "  /// Indices of an array of the numbers from 0 of shape [2, 3, 4, 5]; the shape and the elements",
    "  /// that they select.",
    "  // swift-format-ignore",
    "  static let parts: [(indices: String, shape: [Int], elements: [Int])] = [",
]
for expression in EXPRESSIONS:
    part = array[tuple(index(word) for word in expression.split())]
    lines.append(f'    ("{expression}", {list(part.shape)}, {part.ravel().tolist()}),')
lines += ["  ]", "}", ""]
OUTPUT.write_text("\n".join(lines))
print(len(slices), "slices,", len(EXPRESSIONS), "parts")
