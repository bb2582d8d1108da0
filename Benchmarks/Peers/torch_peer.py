"""PyTorch: eager, channels last, compiled, both; with each implementation of SGD."""

import itertools
import os

import server
import torch
import workloads
from torch import nn
from torch.nn import functional

torch.set_num_threads(int(os.environ.get("PEER_THREADS", "2")))
torch.set_num_interop_threads(1)


def model(name):
    """The network with the common first parameters."""
    layers = []
    if name == "mnist-cnn":
        for (n, m, padding, pooled), (weight, bias) in zip(workloads.CONVOLUTIONS, workloads.convolutions()):
            layer = nn.Conv2d(n, m, 3, padding=padding)
            layer.weight.data, layer.bias.data = torch.from_numpy(weight), torch.from_numpy(bias)
            layers += [layer, nn.BatchNorm2d(m), nn.ReLU()]
            if pooled:
                layers.append(nn.MaxPool2d(2))
        layers.append(nn.Flatten())
    dense = workloads.dense(name)
    for i, (weight, bias) in enumerate(dense):
        layer = nn.Linear(*weight.shape)
        layer.weight.data = torch.from_numpy(weight.T.copy())
        layer.bias.data = torch.from_numpy(bias)
        layers += [layer] if i == len(dense) - 1 else [layer, nn.ReLU()]
    return nn.Sequential(*layers)


def training(name, form, checked):
    if "compile" in form:
        torch._dynamo.reset()
    x, labels = (torch.from_numpy(array) for array in workloads.batch(name))
    labels = labels.long()
    network = model(name)
    if "channels last" in form:
        network = network.to(memory_format=torch.channels_last)
        x = x.contiguous(memory_format=torch.channels_last)
    rate = workloads.CHECKED_RATE if checked else workloads.TIMED_RATE
    kind = {"foreach": {"foreach": True}, "fused": {"fused": True}}
    options = next((kind[k] for k in kind if k in form), {"foreach": False})
    optimizer = torch.optim.SGD(network.parameters(), lr=rate, momentum=workloads.MOMENTUM, **options)

    def loss_of(x, labels):
        return functional.cross_entropy(network(x), labels)

    if "compile" in form:
        loss_of = torch.compile(loss_of)

    def step():
        optimizer.zero_grad(set_to_none=True)
        loss = loss_of(x, labels)
        loss.backward()
        optimizer.step()
        return loss.item()

    return step


def inference(name, form):
    if "compile" in form:
        torch._dynamo.reset()
    x = torch.from_numpy(workloads.batch(name, 1)[0])
    network = model(name).eval()
    if "channels last" in form:
        network = network.to(memory_format=torch.channels_last)
        x = x.contiguous(memory_format=torch.channels_last)
    run = network
    if "compile" in form:
        run = torch.compile(network)
    elif "trace" in form:
        run = torch.jit.freeze(torch.jit.trace(network, x))
        if "optimized" in form:
            run = torch.jit.optimize_for_inference(run)

    def predict():
        with torch.inference_mode():
            return run(x).argmax().item()

    return predict


def forms(task, name):
    layouts = ["", "channels last"] if name == "mnist-cnn" else [""]
    if task == "inference":
        kinds = [["eager", "compile", "trace", "optimized trace"]]
    else:
        kinds = [["eager", "compile"], ["for-loop SGD", "foreach SGD", "fused SGD"]]
    return [", ".join(filter(None, parts)) for parts in itertools.product(kinds[0], layouts, *kinds[1:])]


if __name__ == "__main__":
    server.serve({"name": "PyTorch", "version": torch.__version__}, forms, training, inference)
