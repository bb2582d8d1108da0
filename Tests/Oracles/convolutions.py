"""Writes Tests/TernLayersTests/Convolutions/ConvolutionOracle.swift: what PyTorch's convolutions
give in double precision, with all gradients.

    python3 Tests/Oracles/convolutions.py      # torch 2.15
"""

from pathlib import Path

import torch
from torch import nn

OUTPUT = Path(__file__).parents[1] / "TernLayersTests/Convolutions/ConvolutionOracle.swift"
torch.set_default_dtype(torch.float64)

# (images, layer, in Swift's words): odd sizes, strides, paddings, dilations and groups.
CONV = [
    ((2, 1, 7, 5), (1, 3, 3), {}, ""),
    ((1, 3, 5, 8), (3, 2, (3, 5)), dict(padding=(1, 2)), "padding: [1, 2]"),
    ((2, 2, 7, 9), (2, 3, 3), dict(stride=(2, 3), padding=1), "stride: [2, 3], padding: 1"),
    ((1, 2, 9, 8), (2, 2, (2, 3)), dict(dilation=(3, 2), bias=False),
     "dilation: [3, 2], bias: false"),
    ((2, 4, 5, 6), (4, 6, 3), dict(groups=2, padding=(0, 2)), "padding: [0, 2], groups: 2"),
    ((1, 3, 6, 7), (3, 3, 3), dict(groups=3, stride=2, padding=2, dilation=2),
     "stride: 2, padding: 2, dilation: 2, groups: 3"),
    ((1, 2, 5, 6), (2, 2, (4, 3)), dict(padding="same"), "padding: .same"),
    ((1, 2, 6, 7), (2, 1, (2, 4)), dict(padding="same", dilation=(3, 1)),
     "padding: .same, dilation: [3, 1]"),
    ((2, 3, 3, 4), (3, 5, 1), {}, ""),
    ((1, 1, 2, 3), (1, 2, 2), dict(padding=(4, 5), stride=(3, 2)),
     "stride: [3, 2], padding: [4, 5]"),
]
TRANSPOSED = [
    ((2, 1, 3, 4), (1, 2, 3), {}, ""),
    ((1, 3, 3, 2), (3, 2, (4, 3)), dict(stride=(2, 3), padding=(1, 0)),
     "stride: [2, 3], padding: [1, 0]"),
    ((2, 2, 2, 3), (2, 3, 3), dict(stride=(3, 2), padding=1, output_padding=(2, 1)),
     "stride: [3, 2], padding: 1, outputPadding: [2, 1]"),
    ((1, 2, 3, 4), (2, 2, (2, 3)), dict(dilation=(3, 2), output_padding=(2, 1), bias=False),
     "outputPadding: [2, 1], dilation: [3, 2], bias: false"),
    ((2, 4, 3, 2), (4, 6, 3), dict(groups=2, padding=1), "padding: 1, groups: 2"),
    ((1, 3, 3, 3), (3, 3, 2), dict(groups=3, stride=2, dilation=3),
     "stride: 2, dilation: 3, groups: 3"),
    ((2, 3, 3, 4), (3, 5, 1), {}, ""),
]


def ramp(shape, seed):
    """The numbers of `ramp(_:seed:)` in the tests: −2 to 2 in steps of 1/250, exactly."""
    places = torch.arange(torch.Size(shape).numel())
    return (((places * 7919 + seed * 104729) % 1001 - 500) / 250).reshape(shape)


def numbers(tensor, indent):
    """Rows of Swift literals that read back exactly."""
    words = [repr(float(x)) for x in tensor.detach().flatten()]
    lines, line = [], ""
    for word in words:
        if len(indent) + 2 + len(line) + len(word) + 2 > 98:
            lines.append(line.rstrip())
            line = ""
        line += word + ", "
    lines.append(line.rstrip())
    return "[\n" + "".join(f"{indent}  {line}\n" for line in lines) + indent + "]"


def case(kind, images, extents, options, words):
    inputs, outputs, kernel = extents
    layer = kind(inputs, outputs, kernel, **options)
    with torch.no_grad():
        layer.weight.copy_(ramp(layer.weight.shape, 2))
        if layer.bias is not None:
            layer.bias.copy_(ramp(layer.bias.shape, 3))
    x = ramp(images, 1).requires_grad_()
    y = layer(x)
    y.backward(ramp(y.shape, 4))
    name = "Conv2D" if kind is nn.Conv2d else "ConvTranspose2D"
    size = f"[{kernel[0]}, {kernel[1]}]" if isinstance(kernel, tuple) else str(kernel)
    words = f"{inputs}, {outputs}, kernel: {size}" + (", " + words if words else "")
    bias = "nil" if layer.bias is None else numbers(layer.bias.grad, "      ")
    return f"""    Case(
      layer: {name}({words}), input: {list(images)}, output: {list(y.shape)},
      y: {numbers(y, "      ")},
      dx: {numbers(x.grad, "      ")},
      dWeight: {numbers(layer.weight.grad, "      ")},
      dBias: {bias}),
"""


text = f"""// Written by Tests/Oracles/convolutions.py from PyTorch {torch.__version__.split("+")[0]}.

import Tern

enum ConvolutionOracle {{
  /// A layer's output and all gradients; x, weight, bias and dy are ramps of the seeds 1 to 4.
  struct Case<L: Layer<Double>>: Sendable {{
    let layer: L
    let input: Shape
    let output: Shape
    let y: [Double]
    let dx: [Double]
    let dWeight: [Double]
    let dBias: [Double]?
  }}

  static let conv2D: [Case<Conv2D<Double>>] = [
{"".join(case(nn.Conv2d, *c) for c in CONV)}  ]

  static let convTranspose2D: [Case<ConvTranspose2D<Double>>] = [
{"".join(case(nn.ConvTranspose2d, *c) for c in TRANSPOSED)}  ]
}}
"""
OUTPUT.parent.mkdir(exist_ok=True)
OUTPUT.write_text(text)
