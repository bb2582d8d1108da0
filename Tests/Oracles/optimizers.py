"""Writes Tests/TernOptimizersTests/OptimizerOracle.swift and Schedules/ScheduleOracle.swift there.

PyTorch's optimizers train a small network, tanh(x W1 + b1) W2 + b2 under the mean squared error, for
20 steps in double precision; PyTorch's schedulers run for 50 steps.

    python3 Tests/Oracles/optimizers.py      # torch 2.x, numpy 2.x
"""

import textwrap
import warnings
from pathlib import Path

import numpy as np
import torch
from torch.optim import lr_scheduler

FOLDER = Path(__file__).parents[1] / "TernOptimizersTests"
HEADER = "// Written by Tests/Oracles/optimizers.py with PyTorch "
warnings.filterwarnings("ignore")

rng = np.random.RandomState(5)
X = rng.randn(6, 3)
Y = rng.randn(6, 2)
START = [rng.randn(3, 4) * 0.7, rng.randn(4) * 0.3, rng.randn(4, 2) * 0.7, rng.randn(2) * 0.3]

OPTIMIZERS = {
    "sgd": (torch.optim.SGD, dict(lr=0.1)),
    "sgdDecay": (torch.optim.SGD, dict(lr=0.1, weight_decay=0.05)),
    "sgdMomentum": (torch.optim.SGD, dict(lr=0.1, momentum=0.9)),
    "sgdNesterov": (torch.optim.SGD, dict(lr=0.1, momentum=0.8, nesterov=True)),
    "sgdNesterovDecay": (
        torch.optim.SGD, dict(lr=0.1, momentum=0.8, nesterov=True, weight_decay=0.05)),
    "adam": (torch.optim.Adam, dict(lr=0.05)),
    "adamOptions": (
        torch.optim.Adam, dict(lr=0.05, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.05)),
    "adamW": (torch.optim.AdamW, dict(lr=0.05)),
    "adamWOptions": (
        torch.optim.AdamW, dict(lr=0.05, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.2)),
    "rmsProp": (torch.optim.RMSprop, dict(lr=0.01)),
    "rmsPropMomentum": (torch.optim.RMSprop, dict(lr=0.01, alpha=0.9, momentum=0.7)),
    "rmsPropCentered": (torch.optim.RMSprop, dict(lr=0.01, alpha=0.9, eps=1e-3, centered=True)),
    "rmsPropAll": (
        torch.optim.RMSprop,
        dict(lr=0.01, alpha=0.9, eps=1e-3, momentum=0.7, centered=True, weight_decay=0.05)),
    "adaGrad": (torch.optim.Adagrad, dict(lr=0.1)),
    "adaGradOptions": (
        torch.optim.Adagrad,
        dict(lr=0.1, lr_decay=0.1, initial_accumulator_value=0.2, eps=1e-3, weight_decay=0.05)),
}


def train(optimizer, options):
    """The loss before each of 20 steps, and the parameters after them."""
    parameters = [torch.tensor(start, requires_grad=True) for start in START]
    rule = optimizer(parameters, **options)
    x, y = torch.tensor(X), torch.tensor(Y)
    losses = []
    for _ in range(20):
        w1, b1, w2, b2 = parameters
        loss = (((x @ w1 + b1).tanh() @ w2 + b2 - y) ** 2).mean()
        losses.append(loss.item())
        rule.zero_grad()
        loss.backward()
        rule.step()
    return losses, [number for p in parameters for number in p.detach().ravel().tolist()]


def schedule(make, metrics=None):
    """The rate of each of 50 steps, of 0.1 at first."""
    rule = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    scheduler = make(rule)
    rates = []
    for step in range(50):
        if metrics is None:
            rates.append(rule.param_groups[0]["lr"])
        rule.step()
        # OneCycleLR refuses to step past its end.
        if metrics is not None:
            scheduler.step(metrics[step])
            rates.append(rule.param_groups[0]["lr"])
        elif step < 49:
            scheduler.step()
    return rates


def warm_up_cosine(rule):
    return lr_scheduler.SequentialLR(rule, [
        lr_scheduler.LinearLR(rule, start_factor=0.1, end_factor=1, total_iters=10),
        lr_scheduler.CosineAnnealingLR(rule, T_max=40, eta_min=0.01),
    ], milestones=[10])


SCHEDULES = {
    "constant": lambda rule: lr_scheduler.ConstantLR(rule, factor=1),
    "step": lambda rule: lr_scheduler.StepLR(rule, 7, gamma=0.5),
    "exponential": lambda rule: lr_scheduler.ExponentialLR(rule, gamma=0.9),
    "cosine": lambda rule: lr_scheduler.CosineAnnealingLR(rule, T_max=49, eta_min=0.01),
    "restarts": lambda rule: lr_scheduler.CosineAnnealingWarmRestarts(rule, 8),
    "longerRestarts": lambda rule: lr_scheduler.CosineAnnealingWarmRestarts(
        rule, 6, T_mult=2, eta_min=0.01),
    "warmUp": warm_up_cosine,
    "oneCycle": lambda rule: lr_scheduler.OneCycleLR(rule, max_lr=0.5, total_steps=50),
    "oneCycleThreePhases": lambda rule: lr_scheduler.OneCycleLR(
        rule, max_lr=0.5, total_steps=50, pct_start=0.37, div_factor=10, final_div_factor=100,
        three_phase=True),
}

METRICS = [round(float(m), 4) for m in 1 / (1 + 0.3 * np.minimum(np.arange(50), 12))
           + 0.02 * np.random.RandomState(6).randn(50)]
METRICS[20] = float("nan")

PLATEAUS = {
    "patience": (dict(factor=0.5, patience=3), 1),
    "cooldown": (dict(factor=0.5, patience=1, cooldown=4, threshold=0.05), 1),
    "minimum": (dict(factor=0.1, patience=2, min_lr=0.005), 1),
    "higher": (dict(mode="max", factor=0.5, patience=2, threshold=0.01), -1),
}


def swift(values):
    return [".nan" if value != value else repr(value) for value in values]


def array(values, indent):
    body = textwrap.fill(", ".join(swift(values)), 98 - indent - 2)
    return "[\n" + textwrap.indent(body, " " * (indent + 2)) + ",\n" + " " * indent + "]"


def constant(name, values):
    return f"  static let {name}: [Double] = {array(values, 2)}\n"


def save(name, text):
    path = FOLDER / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{HEADER}{torch.__version__}.\n\n" + text)


def main():
    text = "/// What PyTorch's optimizers do to a small network.\nenum OptimizerOracle {\n"
    text += constant("x", X.ravel().tolist()) + constant("y", Y.ravel().tolist())
    for name, start in zip(["weight1", "bias1", "weight2", "bias2"], START):
        text += constant(name, start.ravel().tolist())
    text += "  /// The loss before each of 20 steps.\n  static let losses: [String: [Double]] = [\n"
    runs = {name: train(*arguments) for name, arguments in OPTIMIZERS.items()}
    for name, (losses, _) in runs.items():
        text += f'    "{name}": {array(losses, 4)},\n'
    text += "  ]\n  /// The parameters after 20 steps.\n"
    text += "  static let parameters: [String: [Double]] = [\n"
    for name, (_, parameters) in runs.items():
        text += f'    "{name}": {array(parameters, 4)},\n'
    save("OptimizerOracle.swift", text + "  ]\n}\n")

    text = "/// The learning rates of PyTorch's schedulers.\nenum ScheduleOracle {\n"
    for name, make in SCHEDULES.items():
        text += constant(name, schedule(make))
    text += "  /// What the plateau schedules are shown; those that want more get 1 − metric.\n"
    text += constant("metrics", METRICS)
    for name, (options, sign) in PLATEAUS.items():
        metrics = METRICS if sign > 0 else [1 - m for m in METRICS]
        text += constant("plateau" + name.capitalize(), schedule(
            lambda rule: lr_scheduler.ReduceLROnPlateau(rule, **options), metrics))
    save("Schedules/ScheduleOracle.swift", text + "}\n")


main()
