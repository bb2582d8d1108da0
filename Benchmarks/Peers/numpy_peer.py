"""NumPy: forward and backward by hand, updates in place."""

import numpy as np
import server
import workloads
from workloads import MOMENTUM


def training(name, form, checked):
    x, labels = workloads.batch(name)
    layers = workloads.dense(name)
    weights, biases = [w for w, _ in layers], [b for _, b in layers]
    parameters = weights + biases
    velocities = [np.zeros_like(p) for p in parameters]
    scratch = [np.empty_like(p) for p in parameters]
    rows = np.arange(len(labels))
    rate = np.float32(workloads.CHECKED_RATE if checked else workloads.TIMED_RATE)
    momentum, count, last = np.float32(MOMENTUM), len(layers), len(layers) - 1

    def step():
        activations = [x]
        for i in range(count):
            y = activations[i] @ weights[i]
            y += biases[i]
            if i < last:
                np.maximum(y, 0, out=y)
            activations.append(y)
        scores = activations.pop()
        scores -= scores.max(axis=1, keepdims=True)
        delta = np.exp(scores)
        total = delta.sum(axis=1, keepdims=True)
        loss = float((np.log(total[:, 0]) - scores[rows, labels]).mean())
        delta /= total
        delta[rows, labels] -= 1
        delta /= len(labels)
        gradients = [None] * (2 * count)
        for i in range(last, -1, -1):
            gradients[i] = np.matmul(activations[i].T, delta, out=scratch[i])
            gradients[count + i] = delta.sum(axis=0)
            if i > 0:
                delta = delta @ weights[i].T
                delta *= activations[i] > 0
        for parameter, velocity, gradient, spare in zip(parameters, velocities, gradients, scratch):
            velocity *= momentum
            velocity += gradient
            np.multiply(velocity, rate, out=spare)
            parameter -= spare
        return loss

    return step


def inference(name, form):
    x, _ = workloads.batch(name, 1)
    layers = workloads.dense(name)

    def predict():
        y = x
        for i, (weight, bias) in enumerate(layers):
            y = y @ weight
            y += bias
            if i < len(layers) - 1:
                np.maximum(y, 0, out=y)
        return int(y.argmax())

    return predict


def forms(task, name):
    return [] if name == "mnist-cnn" else ["plain"]


if __name__ == "__main__":
    server.serve({"name": "NumPy", "version": np.__version__}, forms, training, inference)
