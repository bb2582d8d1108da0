"""Writes cases for Tests/ConformanceTests: calls of NumPy's and SciPy's functions, their operands, and
what they give. A file is deterministic: seed, functions and counts decide every bit of it.

    python3 Tests/Oracles/conformance.py FILE [--seed N] [--cases N] [--small]      # numpy 2.4, scipy 1.17
    python3 Tests/Oracles/conformance.py Tests/ConformanceTests/cases.safetensors --cases 3 --small

The file is in the safetensors format. Its metadata has a line a case, "function key=value …"; operand
i of case n is called "n.i", result i "n=i". A function is an entry of one of the tables in
conformance_functions here, and a line in Tests/ConformanceTests there.
"""

import argparse
import json
import warnings
import zlib
from pathlib import Path

import numpy as np

from conformance_functions import FUNCTIONS

FLOATS = [np.float32, np.float64]
INTEGERS = [np.int32, np.int64, np.uint8]
TYPES = FLOATS + INTEGERS + [np.bool_]
NAMES = {"float32": "F32", "float64": "F64", "int32": "I32", "int64": "I64", "uint8": "U8", "bool": "BOOL"}
SHAPES = [(2, 3), (), (7,), (0,), (3, 1, 4), (1,), (2, 1, 3, 2), (3, 0), (17,), (4, 5), (2, 1, 2, 1, 3),
          (1, 1), (5, 1), (0, 2, 3), (2, 3, 4), (1, 2, 0, 1, 2), (3, 3), (2, 2, 2, 2), (1, 6)]


class Draw:
    """What a case is made of. Shapes and types take turns; numbers are drawn."""

    def __init__(self, seed, function, number, small):
        self.rng = np.random.default_rng([seed, zlib.crc32(function.encode()), number])
        self.number = number
        self.small = small
        self.types_drawn = 0

    def integer(self, low, high):
        return int(self.rng.integers(low, high))

    def choice(self, values):
        return values[self.integer(0, len(values))]

    def type(self, types=TYPES):
        """Each type comes once before one comes again."""
        turn = self.number + self.number // len(types) if self.types_drawn == 0 else self.integer(0, 99)
        self.types_drawn += 1
        return np.dtype(types[turn % len(types)])

    def float_type(self):
        return self.type(FLOATS)

    def shape(self, least=0, most=5, empty=True):
        shapes = [s for s in SHAPES if least <= len(s) <= most and (empty or 0 not in s)
                  and (not self.small or np.prod(s) < 16)]
        turn = self.number if self.number < len(shapes) else self.integer(0, len(shapes))
        return shapes[turn]

    def partner(self, shape):
        """A shape that broadcasts with this one."""
        kept = shape[self.integer(0, len(shape) + 1):] if self.integer(0, 2) else shape
        return tuple(1 if self.integer(0, 4) == 0 else n for n in kept)

    def axis(self, shape):
        return self.integer(-len(shape), len(shape))

    def axes(self, shape):
        """None, no axes, or some in any order and counted from either end."""
        kind = self.integer(0, 4)
        if kind == 0:
            return None
        some = self.rng.permutation(len(shape))[:self.integer(0, len(shape) + 1)]
        return tuple(int(a) - (len(shape) if self.integer(0, 2) else 0) for a in some)

    def array(self, shape, dtype, special=None, extreme=True):
        """Elements of moderate size; in every third case some are extreme, infinite or NaN.

        Without extremes nothing overflows or vanishes on the way to a sum or a product, which the
        order of the elements would decide.
        """
        special = self.number % 3 == 2 if special is None else special
        dtype = np.dtype(dtype)
        if dtype == bool:
            return self.rng.integers(0, 2, shape).astype(bool)
        if dtype.kind in "iu":
            info = np.iinfo(dtype)
            x = self.rng.integers(max(info.min, -9), 10, shape).astype(dtype)
            extremes = [info.min, info.max, info.max - 1, 0, 1]
        else:
            info = np.finfo(dtype)
            x = (self.rng.normal(size=shape) * self.choice([1, 1, 10])).astype(dtype)
            x = np.round(x) if self.integer(0, 3) == 0 else x
            extremes = [np.nan, np.inf, -np.inf, 0.0, -0.0, info.eps]
            extremes += [info.max, -info.max, info.tiny] if extreme else []
        x = np.asarray(x, dtype)
        if special and x.size:
            where = self.rng.random(shape) < 0.3
            x = np.where(where, self.rng.choice(np.array(extremes, dtype), shape), x).astype(dtype)
        return x

    def positive(self, shape, dtype):
        return (self.rng.random(shape) * 4 + 0.1).astype(dtype)

    def repeating(self, shape, dtype):
        """Numbers of which many are equal."""
        return self.array(shape, dtype) if self.number % 3 == 2 else self.rng.integers(0, 4, shape).astype(dtype)

    def indices(self, shape, extent):
        return self.rng.integers(-extent, extent, shape).astype(np.int32)

    def matrices(self, rows, columns, dtype):
        """Matrices far from singular, in a batch of 0 to 2 axes."""
        batch = self.choice([(), (), (2,), (2, 1), (0,)])
        x = self.rng.normal(size=batch + (rows, columns)) + 3 * np.eye(rows, columns)
        return x.astype(dtype)


def text(value):
    if isinstance(value, (tuple, list, np.ndarray)):
        return ",".join(text(v) for v in value)
    return repr(float(value)) if isinstance(value, (float, np.floating)) else str(int(value) if not isinstance(value, str) else value)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--cases", type=int, default=40, help="of each function")
    parser.add_argument("--small", action="store_true", help="arrays of less than 16 elements")
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")  # of division by zero, overflow and NaN, which are the point
    lines, header, chunks, offset = [], {}, [], 0
    for name, make in FUNCTIONS.items():
        for number in range(arguments.cases):
            operands, parameters, results = make(Draw(arguments.seed, name, number, arguments.small))
            results = results if isinstance(results, list) else [results]
            words = [f"{key}={text(value)}" for key, value in parameters.items() if value is not None]
            for mark, arrays in ((".", operands), ("=", results)):
                for i, array in enumerate(map(np.asarray, arrays)):
                    data = np.ascontiguousarray(array).tobytes()
                    header[f"{len(lines)}{mark}{i}"] = {
                        "dtype": NAMES[array.dtype.name], "shape": array.shape,
                        "data_offsets": [offset, offset + len(data)]}
                    chunks.append(data)
                    offset += len(data)
            lines.append(" ".join([name] + words))
    versions = f"numpy {np.__version__}"
    header = {"__metadata__": {"cases": "\n".join(lines), "written by": versions}, **header}
    encoded = json.dumps(header, separators=(",", ":")).encode()
    encoded += b" " * (-len(encoded) % 8)
    arguments.file.write_bytes(len(encoded).to_bytes(8, "little") + encoded + b"".join(chunks))
    print(f"{len(lines)} cases of {len(FUNCTIONS)} functions")


if __name__ == "__main__":
    main()
