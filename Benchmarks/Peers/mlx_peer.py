"""MLX on the CPU: the whole step compiled."""

import importlib.metadata

import mlx.core as mx
import server
import workloads

mx.set_default_device(mx.cpu)


def scores(layers, x):
    for i, (weight, bias) in enumerate(layers):
        x = x @ weight + bias
        if i < len(layers) - 1:
            x = mx.maximum(x, 0)
    return x


def training(name, form, checked):
    x, labels = (mx.array(array) for array in workloads.batch(name))
    layers = [[mx.array(w), mx.array(b)] for w, b in workloads.dense(name)]
    velocities = [[mx.zeros_like(p) for p in layer] for layer in layers]
    rate = workloads.CHECKED_RATE if checked else workloads.TIMED_RATE

    def loss_of(layers):
        y = scores(layers, x)
        picked = mx.take_along_axis(y, labels[:, None], axis=1)[:, 0]
        return (mx.logsumexp(y, axis=1) - picked).mean()

    def step(layers, velocities):
        loss, gradients = mx.value_and_grad(loss_of)(layers)
        after, memory = [], []
        for layer, velocity, gradient in zip(layers, velocities, gradients):
            moved = [workloads.MOMENTUM * v + g for v, g in zip(velocity, gradient)]
            memory.append(moved)
            after.append([p - rate * v for p, v in zip(layer, moved)])
        return after, memory, loss

    if form == "compile":
        step = mx.compile(step)

    def run():
        nonlocal layers, velocities
        layers, velocities, loss = step(layers, velocities)
        mx.eval(layers, velocities, loss)
        return loss.item()

    return run


def inference(name, form):
    x = mx.array(workloads.batch(name, 1)[0])
    layers = [[mx.array(w), mx.array(b)] for w, b in workloads.dense(name)]
    predict = (lambda x: scores(layers, x).argmax())
    if form == "compile":
        predict = mx.compile(predict)
    return lambda: predict(x).item()


def forms(task, name):
    return [] if name == "mnist-cnn" else ["eager", "compile"]


if __name__ == "__main__":
    server.serve({"name": "MLX", "version": importlib.metadata.version("mlx")}, forms, training, inference)
