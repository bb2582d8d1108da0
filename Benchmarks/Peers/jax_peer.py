"""JAX: the whole step jitted with donated buffers; SGD by optax and by hand."""

import jax
import jax.numpy as jnp
import optax
import server
import workloads
from jax import lax


def parameters(name):
    """The first parameters: convolutions with the scale and shift of their batch norm, dense layers."""
    dense = [tuple(map(jnp.asarray, layer)) for layer in workloads.dense(name)]
    if name != "mnist-cnn":
        return {"dense": dense, "convolutions": []}, []
    convolutions, statistics = [], []
    for weight, bias in workloads.convolutions():
        m = len(bias)
        convolutions.append((jnp.asarray(weight), jnp.asarray(bias), jnp.ones(m), jnp.zeros(m)))
        statistics.append((jnp.zeros(m), jnp.ones(m)))
    return {"dense": dense, "convolutions": convolutions}, statistics


def scores(parameters, statistics, x, training, channels_last):
    """The scores and the running statistics after them."""
    axes = (0, 1, 2) if channels_last else (0, 2, 3)
    spread = (lambda v: v) if channels_last else (lambda v: v[:, None, None])
    layout = ("NHWC", "HWIO", "NHWC") if channels_last else ("NCHW", "OIHW", "NCHW")
    window = (1, 2, 2, 1) if channels_last else (1, 1, 2, 2)
    after = []
    for (weight, bias, scale, shift), (_, _, padding, pooled), (mean, variance) in zip(
        parameters["convolutions"], workloads.CONVOLUTIONS, statistics
    ):
        if channels_last:
            weight = weight.transpose(2, 3, 1, 0)
        x = lax.conv_general_dilated(x, weight, (1, 1), [(padding, padding)] * 2, dimension_numbers=layout)
        x = x + spread(bias)
        if training:
            now, count = x.mean(axes), x.size // len(bias)
            spread_now = ((x - spread(now)) ** 2).mean(axes)
            after.append((0.9 * mean + 0.1 * now, 0.9 * variance + 0.1 * spread_now * count / (count - 1)))
            mean, variance = now, spread_now
        x = (x - spread(mean)) * spread(scale * lax.rsqrt(variance + 1e-5)) + spread(shift)
        x = jax.nn.relu(x)
        if pooled:
            x = lax.reduce_window(x, -jnp.inf, lax.max, window, window, "VALID")
    if parameters["convolutions"]:
        if channels_last:
            x = x.transpose(0, 3, 1, 2)
        x = x.reshape(x.shape[0], -1)
    for i, (weight, bias) in enumerate(parameters["dense"]):
        x = x @ weight + bias
        if i < len(parameters["dense"]) - 1:
            x = jax.nn.relu(x)
    return x, after


def inputs(name, form, size=None):
    x, labels = workloads.batch(name, size)
    if "channels last" in form:
        x = x.transpose(0, 2, 3, 1)
    return jnp.asarray(x), jnp.asarray(labels)


def training(name, form, checked):
    x, labels = inputs(name, form)
    first, statistics = parameters(name)
    rate = workloads.CHECKED_RATE if checked else workloads.TIMED_RATE
    optimizer = optax.sgd(rate, momentum=workloads.MOMENTUM)
    by_hand = "by hand" in form
    memory = jax.tree.map(jnp.zeros_like, first) if by_hand else optimizer.init(first)

    def loss_of(parameters, statistics, x, labels):
        y, after = scores(parameters, statistics, x, True, "channels last" in form)
        picked = jnp.take_along_axis(y, labels[:, None], 1)[:, 0]
        return (jax.nn.logsumexp(y, axis=1) - picked).mean(), after

    def step(parameters, memory, statistics, x, labels):
        (loss, after), gradients = jax.value_and_grad(loss_of, has_aux=True)(parameters, statistics, x, labels)
        if by_hand:
            memory = jax.tree.map(lambda v, g: workloads.MOMENTUM * v + g, memory, gradients)
            parameters = jax.tree.map(lambda p, v: p - rate * v, parameters, memory)
        else:
            updates, memory = optimizer.update(gradients, memory, parameters)
            parameters = optax.apply_updates(parameters, updates)
        return parameters, memory, after, loss

    compiled = jax.jit(step, donate_argnums=(0, 1, 2))
    state = (first, memory, statistics)

    def run():
        nonlocal state
        *state, loss = compiled(*state, x, labels)
        return float(loss)

    return run


def inference(name, form):
    x, _ = inputs(name, form, 1)
    first, statistics = parameters(name)
    predict = jax.jit(lambda x: scores(first, statistics, x, False, "channels last" in form)[0].argmax())
    return lambda: int(predict(x))


def forms(task, name):
    layouts = ["", ", channels last"] if name == "mnist-cnn" else [""]
    kinds = ["jit"] if task == "inference" else ["optax", "by hand"]
    return [kind + layout for kind in kinds for layout in layouts]


if __name__ == "__main__":
    server.serve({"name": "JAX", "version": f"{jax.__version__}, optax {optax.__version__}"}, forms, training, inference)
