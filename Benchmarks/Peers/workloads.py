"""The workloads: shapes, data and first parameters, the same for every peer, Tern and `floor.c`."""

import numpy as np

BATCHES = {"iris": 5, "mnist-mlp": 64, "cifar-mlp": 64, "cifar-two-layer": 200, "mnist-cnn": 64}
WIDTHS = {
    "iris": [4, 40, 3],
    "mnist-mlp": [784, 512, 10],
    "cifar-mlp": [3072, 512, 256, 10],
    "cifar-two-layer": [3072, 50, 10],
    "mnist-cnn": [1024, 128, 128, 10],  # its dense layers
}
# Each convolution of `mnist-cnn`: channels in, channels out, padding, pooled afterwards or not.
CONVOLUTIONS = [(1, 16, 0, False), (16, 16, 0, True), (16, 64, 0, False), (64, 64, 0, False), (64, 64, 1, True)]
MOMENTUM = 0.9
# The losses of this many steps are compared at this rate. Times are taken at a rate so small that
# nothing dies out: a gradient that is zero for ever makes subnormal velocities, which are slow.
CHECKED_STEPS, CHECKED_RATE, TIMED_RATE = 20, 0.01, 1e-6


def bits(stream, count):
    """24 random bits that depend on the stream and the index alone."""
    x = np.arange(count, dtype=np.uint32) + np.uint32(stream * 0x9E3779B9 & 0xFFFFFFFF)
    x = (x ^ (x >> 16)) * np.uint32(0x7FEB352D)
    x = (x ^ (x >> 15)) * np.uint32(0x846CA68B)
    return (x ^ (x >> 16)) >> 8


def uniform(stream, shape, bound):
    """Numbers in [-bound, bound)."""
    unit = bits(stream, int(np.prod(shape))).astype(np.float32) * np.float32(2**-23) - np.float32(1)
    return (unit * np.float32(bound)).reshape(shape)


def batch(name, size=None):
    """Inputs and labels."""
    size = size or BATCHES[name]
    shape = (size, 1, 28, 28) if name == "mnist-cnn" else (size, WIDTHS[name][0])
    labels = bits(2, size) % np.uint32(WIDTHS[name][-1])
    return uniform(1, shape, 1), labels.astype(np.int32)


def dense(name):
    """The weight [inputs, outputs] and the bias of each dense layer."""
    stream = 3 + (len(CONVOLUTIONS) if name == "mnist-cnn" else 0)
    widths = WIDTHS[name]
    return [
        (uniform(stream + i, (n, m), (6 / n) ** 0.5), np.zeros(m, np.float32))
        for i, (n, m) in enumerate(zip(widths, widths[1:]))
    ]


def convolutions():
    """The weight [outputs, inputs, 3, 3] and the bias of each convolution."""
    return [
        (uniform(3 + i, (m, n, 3, 3), (6 / (9 * n)) ** 0.5), np.zeros(m, np.float32))
        for i, (n, m, _, _) in enumerate(CONVOLUTIONS)
    ]
