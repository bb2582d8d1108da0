"""Writes Tests/TernTensorsTests/Operators/PoolingOracle.swift: pooling by PyTorch in double precision.

    python3 Tests/Oracles/pooling.py      # torch 2.15
"""

from pathlib import Path

import torch
from torch.nn import functional as F

OUTPUT = Path(__file__).parents[1] / "TernTensorsTests/Operators/PoolingOracle.swift"
torch.set_default_dtype(torch.float64)

SMALL, ODD, WIDE, SQUARE = (1, 2, 5, 7), (2, 1, 3, 5), (1, 1, 4, 35), (1, 1, 8, 8)


def images(shape, kind):
    """Element i is ((7919 · i mod m) − m/2) / 64: all different for m = 1009, with ties for m = 5."""
    number = torch.arange(torch.tensor(shape).prod())
    modulus = 5 if kind == "ties" else 1009
    x = (number * 7919 % modulus - modulus // 2) / 64
    if kind == "nan":
        x[number % 11 == 3] = float("nan")
    return x.reshape(shape)


def upstream(shape):
    number = torch.arange(torch.tensor(shape).prod())
    return ((number * 31 % 17 - 8) / 8).reshape(shape)


def max_pool(x, kernel, stride, padding, dilation, ceil_mode):
    return F.max_pool2d(x, kernel, stride, padding, dilation, ceil_mode)


def average_pool(x, kernel, stride, padding, ceil_mode, counts):
    return F.avg_pool2d(x, kernel, stride, padding, ceil_mode, counts)


# shape, kind of input, kernel, stride, padding, dilation, ceil mode
MAX = [
    (SMALL, "distinct", (2, 2), (2, 2), (0, 0), (1, 1), False),
    (SMALL, "ties", (2, 2), (2, 2), (0, 0), (1, 1), False),
    (SMALL, "nan", (2, 2), (2, 2), (0, 0), (1, 1), False),
    (SQUARE, "ties", (2, 2), (2, 2), (0, 0), (1, 1), False),
    (WIDE, "nan", (2, 2), (2, 2), (0, 0), (1, 1), False),
    (SMALL, "distinct", (2, 2), (2, 2), (0, 0), (1, 1), True),
    (SMALL, "distinct", (2, 2), (2, 2), (1, 1), (1, 1), False),
    (SMALL, "distinct", (3, 3), (2, 2), (1, 1), (1, 1), False),
    (SMALL, "ties", (3, 3), (2, 2), (1, 1), (1, 1), True),
    (SMALL, "nan", (3, 3), (1, 1), (1, 1), (1, 1), False),
    (WIDE, "ties", (3, 3), (1, 1), (1, 1), (1, 1), False),
    (WIDE, "nan", (3, 2), (2, 2), (0, 1), (1, 1), True),
    (SMALL, "distinct", (2, 3), (1, 2), (1, 0), (2, 3), False),
    (WIDE, "distinct", (2, 4), (2, 3), (1, 2), (2, 1), True),
    (ODD, "distinct", (1, 1), (1, 1), (0, 0), (1, 1), False),
    (ODD, "distinct", (3, 5), (3, 5), (0, 0), (1, 1), False),
    (ODD, "distinct", (3, 3), (4, 5), (1, 1), (1, 1), True),
    ((1, 1, 1, 1), "distinct", (2, 2), (2, 2), (0, 0), (1, 1), True),
]

# shape, kind, kernel, stride, padding, ceil mode, whether the count includes padding
AVERAGE = [
    (SMALL, "distinct", (2, 2), (2, 2), (0, 0), False, True),
    (SQUARE, "distinct", (2, 2), (2, 2), (0, 0), False, True),
    (WIDE, "distinct", (2, 2), (2, 2), (0, 0), True, True),
    (SMALL, "distinct", (2, 2), (2, 2), (1, 1), True, True),
    (SMALL, "distinct", (3, 3), (2, 2), (1, 1), True, False),
    (WIDE, "distinct", (3, 3), (1, 1), (1, 1), False, True),
    (WIDE, "nan", (3, 3), (1, 1), (1, 1), False, False),
    (WIDE, "distinct", (3, 4), (2, 3), (1, 2), True, False),
    (ODD, "distinct", (3, 5), (3, 5), (0, 0), False, True),
    ((1, 1, 1, 1), "distinct", (2, 2), (2, 2), (0, 0), True, True),
]

# shape, kind, output size
ADAPTIVE = [
    (SMALL, "distinct", (1, 1)),
    (SMALL, "distinct", (3, 4)),
    (SMALL, "distinct", (5, 7)),
    (ODD, "distinct", (6, 9)),
    (SQUARE, "distinct", (4, 4)),
    (WIDE, "distinct", (2, 10)),
]


def literal(x):
    return ".nan" if x != x else repr(x).removesuffix(".0")


def numbers(tensor, indent):
    """Rows of Swift literals that read back exactly."""
    lines, line = [], ""
    for word in (literal(float(x)) for x in tensor.detach().flatten()):
        if len(indent) + 2 + len(line) + len(word) + 2 > 98:
            lines.append(line.rstrip())
            line = ""
        line += word + ", "
    lines.append(line.rstrip())
    return "[\n" + "".join(f"{indent}  {line}\n" for line in lines) + indent + "]"


def swift(value):
    if isinstance(value, bool):
        return str(value).lower()
    return str(list(value))


def case(shape, kind, function, labels, arguments):
    x = images(shape, kind).requires_grad_()
    y = function(x, *arguments)
    y.backward(upstream(y.shape))
    options = "".join(f", {l}: {swift(a)}" for l, a in zip(labels, arguments))
    first = f'    Case(\n      shape: {list(shape)}, inputs: .{kind}{options},\n'
    return (
        first + f"      outputShape: {list(y.shape)},\n      output: {numbers(y, '      ')},\n"
        f"      gradient: {numbers(x.grad, '      ')}),\n"
    )


def table(name, note, cases, function, labels):
    rows = "".join(case(c[0], c[1], function, labels, c[2:]) for c in cases)
    return f"  /// {note}\n  static let {name}: [Case] = [\n{rows}  ]\n"


text = f"""// Written by Tests/Oracles/pooling.py from PyTorch {torch.__version__.split("+")[0]}.

import Tern

extension PoolingTests {{
{table("maxima", "max_pool2d.", MAX, max_pool, ["kernel", "stride", "padding", "dilation", "ceilMode"])}
{table("averages", "avg_pool2d.", AVERAGE, average_pool,
       ["kernel", "stride", "padding", "ceilMode", "countIncludesPadding"])}
{table("adaptiveAverages", "adaptive_avg_pool2d.", ADAPTIVE, F.adaptive_avg_pool2d, ["kernel"])}
{table("adaptiveMaxima", "adaptive_max_pool2d.", ADAPTIVE, F.adaptive_max_pool2d, ["kernel"])}}}
"""
OUTPUT.write_text(text)
