"""Writes Tests/TernLossesTests/LossOracle.swift: losses and their gradients as PyTorch has them in
double precision, for inputs that the script draws.

    python Tests/Oracles/losses.py      # torch 2.15, numpy 2.4
"""

import textwrap
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

OUTPUT = Path(__file__).parents[1] / "TernLossesTests/LossOracle.swift"

random = np.random.RandomState(7)


def tensor(values):
    return torch.tensor(np.asarray(values), dtype=torch.float64)


# Rounded to eighths or so: exact in single precision, too.
def draws(*shape, scale=2.0):
    return tensor(np.round(random.randn(*shape) * scale * 64) / 64)


def distributions(*shape, zeros=False):
    counts = random.randint(0 if zeros else 1, 9, size=shape)
    counts[:, 0] += counts.sum(axis=1) == 0
    # Multiples of 1/64 that add up to 1 along axis 1.
    parts = np.floor(counts / counts.sum(axis=1, keepdims=True) * 64)
    parts[:, 0] += 64 - parts.sum(axis=1)
    return tensor(parts / 64)


logits = draws(4, 5)
labels = torch.tensor([3, 0, 4, 3])
soft = distributions(4, 5)
weights = tensor([0.5, 2.0, 1.0, 0.25, 1.5])
spatial = draws(2, 3, 2, 2)
spatial_labels = torch.tensor(random.randint(0, 3, size=(2, 2, 2)))
spatial_soft = distributions(2, 3, 2, 2, zeros=True)
spatial_weights = tensor([0.5, 2.0, 1.25])
prediction = draws(3, 4)
target = draws(3, 4)
probabilities = tensor([[0.0, 0.03125, 0.984375, 1.0], [0.25, 0.5, 0.75, 0.9375],
                        [0.125, 0.5, 0.75, 0.015625]])
binary = tensor([[0, 1, 0, 1], [0, 1, 1, 0], [0.25, 0.5, 0.875, 1]])
positive_weight = tensor([0.5, 2.0, 1.0, 3.0])
sparse = distributions(4, 5, zeros=True)

INPUTS = {
    "logits": logits, "soft": soft, "weights": weights, "spatial": spatial,
    "spatialSoft": spatial_soft, "spatialWeights": spatial_weights, "prediction": prediction,
    "target": target, "probabilities": probabilities, "binary01": binary,
    "positiveWeight": positive_weight, "sparse": sparse,
}
LABELS = {"labels": labels, "spatialLabels": spatial_labels}


def cross_entropy(target, **options):
    return lambda x, reduction: F.cross_entropy(x, target, reduction=reduction, **options)


def from_losses(losses):
    """A loss whose reductions PyTorch does not have under its name."""
    def loss(x, reduction):
        each = losses(x)
        return each if reduction == "none" else getattr(each, reduction)()
    return loss


CASES = {
    "crossEntropy": (logits, cross_entropy(labels)),
    "crossEntropySmoothed": (logits, cross_entropy(labels, label_smoothing=0.1)),
    "crossEntropyWeighted": (logits, cross_entropy(labels, weight=weights)),
    "crossEntropySmoothedWeighted": (
        logits, cross_entropy(labels, label_smoothing=0.3, weight=weights)),
    "crossEntropySpatial": (spatial, cross_entropy(spatial_labels)),
    "crossEntropySpatialSmoothedWeighted": (
        spatial, cross_entropy(spatial_labels, label_smoothing=0.2, weight=spatial_weights)),
    "crossEntropySoft": (logits, cross_entropy(soft)),
    "crossEntropySoftSmoothedWeighted": (
        logits, cross_entropy(soft, label_smoothing=0.1, weight=weights)),
    "crossEntropySoftSpatial": (
        spatial, cross_entropy(spatial_soft, label_smoothing=0.2, weight=spatial_weights)),
    "likelihood": (logits, lambda x, r: F.nll_loss(x, labels, reduction=r)),
    "likelihoodWeighted": (logits, lambda x, r: F.nll_loss(x, labels, weight=weights, reduction=r)),
    "likelihoodSpatial": (
        spatial, lambda x, r: F.nll_loss(x, spatial_labels, weight=spatial_weights, reduction=r)),
    "binary": (probabilities, lambda x, r: F.binary_cross_entropy(x, binary, reduction=r)),
    "binaryLogits": (
        prediction, lambda x, r: F.binary_cross_entropy_with_logits(x, binary, reduction=r)),
    "binaryLogitsWeighted": (
        prediction, lambda x, r: F.binary_cross_entropy_with_logits(
            x, binary, pos_weight=positive_weight, reduction=r)),
    "squared": (prediction, lambda x, r: F.mse_loss(x, target, reduction=r)),
    "halfSquared": (
        prediction, from_losses(lambda x: F.mse_loss(x, target, reduction="none").sum(1) / 2)),
    "absolute": (prediction, lambda x, r: F.l1_loss(x, target, reduction=r)),
    "huber": (prediction, lambda x, r: F.huber_loss(x, target, reduction=r)),
    "huberWide": (prediction, lambda x, r: F.huber_loss(x, target, delta=2.5, reduction=r)),
    "hinge": (
        logits, lambda x, r: F.multi_margin_loss(x, labels, reduction=r) * x.shape[1]),
    "hingeWide": (
        logits, lambda x, r: F.multi_margin_loss(x, labels, margin=2.5, reduction=r) * x.shape[1]),
    "divergence": (
        logits.log_softmax(1), lambda x, r: F.kl_div(x, sparse, reduction="none").sum(1)
        if r == "none" else F.kl_div(x, sparse, reduction="batchmean" if r == "mean" else r)),
}


def numbers(values):
    return ", ".join(repr(v) for v in np.asarray(values.detach()).ravel().tolist())


def wrapped(text, indent):
    return textwrap.fill(text + ",", 98, initial_indent=indent, subsequent_indent=indent,
                         break_on_hyphens=False)


def array(name, values, indent="    "):
    return f"{indent}{name}: [\n{wrapped(numbers(values), indent + '  ')}\n{indent}]"


def expectation(name, x, loss):
    gradients = {}
    for reduction in ("mean", "sum"):
        leaf = x.detach().clone().requires_grad_(True)
        loss(leaf, reduction).backward()
        gradients[reduction] = leaf.grad
    each = loss(x, "none")
    return (f"  static let {name} = Expectation(\n"
            + f"    shape: {list(each.shape)},\n" + array("losses", each)
            + f",\n    mean: {loss(x, 'mean').item()!r}, sum: {loss(x, 'sum').item()!r},\n"
            + array("meanGradient", gradients["mean"]) + ",\n"
            + array("sumGradient", gradients["sum"]) + ")\n")


lines = ["// Written by Tests/Oracles/losses.py: PyTorch's losses in double precision.", "",
         "import TernTensors", "", "/// Inputs, and what losses make of them.", "enum LossOracle {"]
for name, values in INPUTS.items():
    lines.append(f"  static let {name} = Tensor<Double>(\n    [\n"
                 + wrapped(numbers(values), "      ") + f"\n    ], shape: {list(values.shape)})\n")
for name, values in LABELS.items():
    lines.append(f"  static let {name} = Tensor<Int32>(\n    [{numbers(values)}], "
                 f"shape: {list(values.shape)})\n")
for name, (x, loss) in CASES.items():
    lines.append(expectation(name, x, loss))

# Stanford CS231n, assignment 2.
generator = np.random.RandomState(231)
scores = tensor(0.001 * generator.randn(50, 10))
classes = torch.tensor(generator.randint(0, 10, size=50))
lines.append(f"  static let smallCrossEntropy = {F.cross_entropy(scores, classes).item()!r}")
lines.append(f"  static let smallHinge = {F.multi_margin_loss(scores, classes).item() * 10!r}")
OUTPUT.write_text("\n".join(lines) + "\n}\n")
