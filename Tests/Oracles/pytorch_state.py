"""Writes Tests/TernTrainingTests/Checkpoints/PyTorchFixtures.swift: state_dicts of small PyTorch models as safetensors
files in base 64, with an input and what the model makes of it in evaluation.

    python Tests/Oracles/pytorch_state.py      # torch 2.15, safetensors 0.8.0
"""

import base64
from collections import OrderedDict
from pathlib import Path

import torch
from safetensors.torch import save
from torch import nn

OUTPUT = Path(__file__).parents[1] / "TernTrainingTests/Checkpoints/PyTorchFixtures.swift"


class Images(nn.Module):
    """Two convolutions with batch norm, and two affine maps, named as PyTorch's own examples are."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 3, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(3)
        self.conv2 = nn.Conv2d(3, 4, 3, stride=2)
        self.bn2 = nn.BatchNorm2d(4)
        self.fc1 = nn.Linear(16, 5)
        self.fc2 = nn.Linear(5, 3)

    def forward(self, x):
        x = torch.relu(self.bn1(self.conv1(x)))
        x = torch.relu(self.bn2(self.conv2(x)))
        return self.fc2(torch.relu(self.fc1(x.flatten(1))))


def dense():
    return nn.Sequential(nn.Linear(4, 6), nn.Tanh(), nn.Linear(6, 6), nn.Tanh(), nn.Linear(6, 3))


def norms():
    return nn.Sequential(
        OrderedDict(
            up=nn.ConvTranspose2d(2, 4, 2, stride=2),
            group=nn.GroupNorm(2, 4),
            slope=nn.PReLU(4),
            flatten=nn.Flatten(),
            layer=nn.LayerNorm(64),
            out=nn.Linear(64, 2),
            average=nn.BatchNorm1d(2, momentum=None),
        )
    )


def trained(model, shape):
    """The model after three steps, so that no tensor is what it began as."""
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(3):
        loss = model(torch.randn(8, *shape)).square().sum() / 8
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return model.eval()


def literal(tensor):
    numbers = [repr(x) for x in tensor.flatten().tolist()]
    rows = [", ".join(numbers[i : i + 4]) for i in range(0, len(numbers), 4)]
    return "[\n" + "".join(f"      {row},\n" for row in rows) + "    ]"


torch.manual_seed(0)
parts = []
for name, model, shape in (
    ("dense", dense(), (4,)),
    ("images", Images(), (1, 6, 6)),
    ("norms", norms(), (2, 2, 2)),
):
    model = trained(model, shape)
    # Sixteenths, which single precision holds exactly.
    x = torch.round(torch.randn(2, *shape) * 16) / 16
    text = base64.b64encode(save(model.state_dict())).decode()
    lines = "".join(f"      {text[i : i + 92]}\n" for i in range(0, len(text), 92))
    parts.append(
        f'  static let {name} = PyTorchFixture(\n    file: """\n{lines}      """,\n'
        f"    input: {literal(x)},\n    output: {literal(model(x))})\n"
    )
OUTPUT.write_text(
    "// Written by Tests/Oracles/pytorch_state.py; do not edit.\n\n"
    "/// The `state_dict` of a PyTorch model, an input, and what the model makes of it.\n"
    "struct PyTorchFixture {\n  /// A safetensors file in base 64.\n  let file: String\n"
    "  let input: [Float]\n  let output: [Float]\n\n" + "\n".join(parts) + "}\n"
)
