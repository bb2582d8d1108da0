"""Writes Tests/TernLayersTests/LayersOracle.swift: what PyTorch's layers give in double precision.

    python3 Tests/Oracles/layers.py      # torch 2.15
"""

from pathlib import Path

import torch
from torch import nn

OUTPUT = Path(__file__).parents[1] / "TernLayersTests/LayersOracle.swift"
torch.set_default_dtype(torch.float64)

# Every sign, the kink, small and saturating magnitudes.
INPUT = torch.tensor([[-30, -3, -1, -0.5], [-0.001, 0, 0.001, 0.5], [1, 2.25, 3, 30]])
UPSTREAM = torch.linspace(-1, 1.3, 12).reshape(3, 4)
IMAGES = torch.linspace(-1.3, 1.0, 24).reshape(2, 3, 2, 2)


def prelu(slopes):
    layer = nn.PReLU(len(slopes))
    with torch.no_grad():
        layer.weight.copy_(torch.tensor(slopes))
    return layer


LAYERS = {
    "ReLU": nn.ReLU(),
    "LeakyReLU(slope: 0.01)": nn.LeakyReLU(),
    "LeakyReLU(slope: 0.2)": nn.LeakyReLU(0.2),
    "PReLU": prelu([0.25]),
    "PReLU(channels: 4)": prelu([0.1, -0.2, 0.3, 1.5]),
    "ELU(alpha: 1.0)": nn.ELU(),
    "ELU(alpha: 0.7)": nn.ELU(0.7),
    "GELU": nn.GELU(),
    "SiLU": nn.SiLU(),
    "Sigmoid": nn.Sigmoid(),
    "Tanh": nn.Tanh(),
    # PyTorch rounds to x above its threshold.
    "Softplus": nn.Softplus(threshold=50),
    "Softmax": nn.Softmax(-1),
    "Softmax(axis: 0)": nn.Softmax(0),
    "LogSoftmax": nn.LogSoftmax(-1),
    "LogSoftmax(axis: 0)": nn.LogSoftmax(0),
}

GAINS = {
    ".linear": nn.init.calculate_gain("linear"),
    ".relu": nn.init.calculate_gain("relu"),
    ".leakyReLU(slope: 0.01)": nn.init.calculate_gain("leaky_relu"),
    ".leakyReLU(slope: 0.2)": nn.init.calculate_gain("leaky_relu", 0.2),
    ".tanh": nn.init.calculate_gain("tanh"),
    ".sigmoid": nn.init.calculate_gain("sigmoid"),
}


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


def constant(name, tensor, note):
    return f"  /// {note}\n  static let {name}: [Double] = {numbers(tensor, '  ')}\n"


def case(name, layer):
    x = INPUT.clone().requires_grad_()
    y = layer(x)
    y.backward(UPSTREAM)
    return (
        f'    "{name}": Case(\n      output: {numbers(y, "      ")},\n'
        f"      gradient: {numbers(x.grad, '      ')}),\n"
    )


channels = prelu([0.1, -0.2, 0.3])
images = IMAGES.clone().requires_grad_()
output = channels(images)
output.backward(torch.ones_like(output))

text = f"""// Written by Tests/Oracles/layers.py from PyTorch {torch.__version__.split("+")[0]}.

import Tern

enum LayersOracle {{
  /// A layer's output, and the input's gradient under the upstream gradient.
  struct Case {{
    let output: [Double]
    let gradient: [Double]
  }}

{constant("input", INPUT, "Shape [3, 4].")}
{constant("upstream", UPSTREAM, "Shape [3, 4].")}
  /// By the description of Tern's layer.
  static let cases: [String: Case] = [
{"".join(case(name, layer) for name, layer in LAYERS.items())}  ]

{constant("images", IMAGES, "Shape [2, 3, 2, 2].")}
{constant("imagesPReLU", output, "PReLU with the slopes 0.1, −0.2 and 0.3 for three channels.")}
{constant("slopeGradient", channels.weight.grad, "The slopes' gradient under ones.")}
  static let gains: [(Nonlinearity, Double)] = [
{"".join(f"    ({name}, {gain!r}),{chr(10)}" for name, gain in GAINS.items())}  ]
}}
"""
OUTPUT.write_text(text)
