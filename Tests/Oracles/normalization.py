"""Writes Tests/TernLayersTests/Normalization/NormalizationOracle.swift: what PyTorch's
normalisation layers give in double precision.

    python3 Tests/Oracles/normalization.py      # torch 2.15
"""

from pathlib import Path

import torch
from torch import nn

OUTPUT = (
    Path(__file__).parents[1] / "TernLayersTests/Normalization/NormalizationOracle.swift"
)
torch.set_default_dtype(torch.float64)


def values(shape, seed):
    """Numbers from −2 to 2 that Swift can make, too, the sequence beginning with k = `seed`."""
    count = 1
    for extent in shape:
        count *= extent
    k = torch.arange(seed, seed + count, dtype=torch.float64)
    return (4 * ((k * k * 0.6180339887498949) % 1.0 - 0.5)).reshape(shape)


def batch_norm(features, **options):
    kinds = {2: nn.BatchNorm1d, 3: nn.BatchNorm1d, 4: nn.BatchNorm2d, 5: nn.BatchNorm3d}
    return lambda rank: kinds[rank](features, **options)


# name of a Swift layer, layer by rank, shapes of inputs
CASES = [
    ("BatchNorm(3)", batch_norm(3), [[4, 3], [2, 3, 5], [1, 3, 2, 3], [2, 3, 1, 2, 2]]),
    # More than two samples: the gradients of two cancel to nearly nothing.
    ("BatchNorm(20)", batch_norm(20), [[7, 20]]),
    ("BatchNorm(2, 17)", batch_norm(2), [[2, 2, 17]]),
    (
        "BatchNorm(3, epsilon: 0.01, momentum: 0.3)",
        batch_norm(3, eps=0.01, momentum=0.3),
        [[2, 3, 2, 2]],
    ),
    ("BatchNorm(3, momentum: nil)", batch_norm(3, momentum=None), [[2, 3, 3]]),
    ("BatchNorm(3, affine: false)", batch_norm(3, affine=False), [[3, 3, 2]]),
    ("LayerNorm([5])", lambda _: nn.LayerNorm(5), [[5], [3, 5], [2, 2, 5]]),
    ("LayerNorm([17])", lambda _: nn.LayerNorm(17), [[2, 17]]),
    ("LayerNorm([3, 4])", lambda _: nn.LayerNorm([3, 4], eps=0.01), [[2, 3, 4]]),
    (
        "LayerNorm([4], affine: false)",
        lambda _: nn.LayerNorm(4, elementwise_affine=False),
        [[3, 4]],
    ),
    ("GroupNorm(2, 4)", lambda _: nn.GroupNorm(2, 4), [[3, 4], [2, 4, 3], [1, 4, 2, 3]]),
    ("GroupNorm(1, 3)", lambda _: nn.GroupNorm(1, 3), [[2, 3, 5]]),
    ("GroupNorm(3, 3)", lambda _: nn.GroupNorm(3, 3), [[2, 3, 7]]),
    ("GroupNorm(2, 4, affine: false)", lambda _: nn.GroupNorm(2, 4, affine=False), [[2, 4, 2]]),
]
STEPS = 3


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


def field(name, tensor):
    text = "[]" if tensor is None else numbers(tensor, "      ")
    return f"      {name}: {text}"


def case(name, make, shape):
    """Some training passes, the last one's derivatives, and inference after them."""
    layer = make(len(shape))
    affine = layer.weight is not None
    if affine:
        with torch.no_grad():
            layer.weight.copy_(values(layer.weight.shape, 1000))
            layer.bias.copy_(values(layer.bias.shape, 2000))
    for step in range(STEPS):
        x = values(shape, 1 + 100 * step).requires_grad_()
        layer.zero_grad()
        y = layer(x)
        y.backward(values(shape, 3000))
    layer.eval()
    fields = {
        "output": y,
        "gradient": x.grad,
        "scaleGradient": layer.weight.grad if affine else None,
        "shiftGradient": layer.bias.grad if affine else None,
        "runningMean": getattr(layer, "running_mean", None),
        "runningVariance": getattr(layer, "running_var", None),
        "inference": layer(values(shape, 4000)),
    }
    lines = [f'      layer: "{name}"', f"      shape: {shape}"]
    lines += [field(key, value) for key, value in fields.items()]
    return "    Case(\n" + ",\n".join(lines) + "),\n"


text = f"""// Written by Tests/Oracles/normalization.py from PyTorch {torch.__version__.split("+")[0]}.

import Tern

enum NormalizationOracle {{
  /// What a layer gives in the last of {STEPS} training passes, and in inference after them. Fields
  /// that a layer does not have are empty.
  struct Case: Sendable {{
    let layer: String
    let shape: Shape
    let output: [Double]
    let gradient: [Double]
    let scaleGradient: [Double]
    let shiftGradient: [Double]
    let runningMean: [Double]
    let runningVariance: [Double]
    let inference: [Double]
  }}

  static let steps = {STEPS}

  /// The numbers from −2 to 2 that inputs are made of: fractional parts of k² · φ.
  static func values(_ shape: Shape, _ seed: Int) -> Tensor<Double> {{
    let numbers = (seed..<seed + shape.elementCount).map {{ k in
      4 * ((Double(k * k) * 0.6180339887498949).truncatingRemainder(dividingBy: 1) - 0.5)
    }}
    return Tensor(numbers, shape: shape)
  }}

  static let cases: [Case] = [
{"".join(case(name, make, shape) for name, make, shapes in CASES for shape in shapes)}  ]
}}
"""
OUTPUT.write_text(text)
