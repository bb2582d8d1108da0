"""Writes Tests/SystemsTests/SystemsOracle.swift: what NumPy makes of the published systems, in double precision.

    python Tests/Oracles/systems.py      # numpy 2.4

Inputs come from `numpy.random.RandomState`, which Tern's NumPyRandom reproduces, in the order given here. Numerical
gradients are central differences with a step of 1e-5, as in the systems' own reports.
"""

from pathlib import Path

import numpy as np

OUTPUT = Path(__file__).parents[1] / "SystemsTests/SystemsOracle.swift"


def softmax_loss(scores, labels):
    shifted = scores - scores.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -logs[np.arange(len(labels)), labels].mean()


def hinge_loss(scores, labels):
    margins = np.maximum(scores - scores[np.arange(len(labels)), labels][:, None] + 1, 0)
    return (margins.sum() - len(labels)) / len(labels)


def numerical_gradient(f, x, df=1.0, h=1e-5):
    x = x.copy()
    gradient = np.zeros_like(x)
    for place in np.ndindex(*x.shape):
        old = x[place]
        x[place] = old + h
        above = f(x)
        x[place] = old - h
        below = f(x)
        x[place] = old
        gradient[place] = np.sum((above - below) * df) / (2 * h)
    return gradient


constants = {}

# The losses of one batch of small scores, drawn first the scores and then the labels.
random = np.random.RandomState(231)
scores, labels = 0.001 * random.randn(50, 10), random.randint(10, size=50)
constants["lossesSoftmax"] = softmax_loss(scores, labels)
constants["lossesHinge"] = hinge_loss(scores, labels)
constants["lossesSoftmaxGradient"] = numerical_gradient(lambda s: softmax_loss(s, labels), scores)[0]
constants["lossesHingeGradient"] = numerical_gradient(lambda s: hinge_loss(s, labels), scores)[0]

# An affine layer: x, the weight, the bias and the upstream gradient, in this order.
random = np.random.RandomState(231)
x, w, b = random.randn(10, 2, 3), random.randn(6, 5), random.randn(5)
dy = random.randn(10, 5)
constants["affineInputGradient"] = (dy @ w.T)[0]
constants["affineWeightGradient"] = (x.reshape(10, -1).T @ dy)[0]
constants["affineBiasGradient"] = dy.sum(axis=0)

# Any number of layers: x and the labels, then for each lambda the weights of a new network.
random = np.random.RandomState(231)
x, labels = random.randn(2, 15), random.randint(10, size=2)
for name, strength in (("Plain", 0.0), ("Penalised", 3.14)):
    sizes = [15, 20, 30, 10]
    weights = [5e-2 * random.randn(rows, columns) for rows, columns in zip(sizes, sizes[1:])]
    h = x
    for weight in weights[:-1]:
        h = np.maximum(h @ weight, 0)
    squares = sum((weight**2).sum() for weight in weights)
    constants[f"deep{name}Loss"] = softmax_loss(h @ weights[-1], labels) + strength / 2 * squares

# Gradient descent with momentum, v = 0.9 v - 1e-3 g and w = w + v, from what linspace gives.
w = np.linspace(-0.4, 0.6, 20)
g = np.linspace(-0.6, 0.4, 20)
v = np.linspace(0.6, 0.9, 20)
v = 0.9 * v - 1e-3 * g
constants["momentumVelocity"] = v
constants["momentumWeight"] = w + v


def literal(value):
    if np.ndim(value) == 0:
        return f"Double = {float(value)!r}"
    return "[Double] = [\n" + "".join(f"    {float(x)!r},\n" for x in np.ravel(value)) + "  ]"


OUTPUT.write_text(
    "// Written by Tests/Oracles/systems.py; do not edit.\n\n"
    "/// What NumPy makes of the published systems.\n"
    "enum SystemsOracle {\n"
    + "".join(f"  static let {name}: {literal(value)}\n" for name, value in constants.items())
    + "}\n"
)
