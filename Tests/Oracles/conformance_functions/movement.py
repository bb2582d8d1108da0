"""Elements that move, repeat and join."""

import numpy as np

from .table import case


@case
def reshaped(draw):
    x = draw.array(draw.shape(), draw.type())
    extents = draw.rng.permutation(x.shape).astype(int)
    if x.size and len(extents):
        extents[draw.integer(0, len(extents))] = -1
    return [x], {"to": extents}, x.reshape(extents)


@case
def permuted(draw):
    x = draw.array(draw.shape(), draw.type())
    order = [int(a) - x.ndim * draw.integer(0, 2) for a in draw.rng.permutation(x.ndim)]
    return [x], {"order": order}, np.transpose(x, order)


@case
def moveaxis(draw):
    x = draw.array(draw.shape(1), draw.type())
    count = draw.integer(0, x.ndim + 1)
    axes = [int(a) - x.ndim * draw.integer(0, 2) for a in draw.rng.permutation(x.ndim)[:count]]
    places = [int(a) - x.ndim * draw.integer(0, 2) for a in draw.rng.permutation(x.ndim)[:count]]
    return [x], {"axes": axes, "places": places}, np.moveaxis(x, axes, places)


@case
def swapaxes(draw):
    x = draw.array(draw.shape(1), draw.type())
    a, b = draw.axis(x.shape), draw.axis(x.shape)
    return [x], {"a": a, "b": b}, np.swapaxes(x, a, b)


@case
def squeezed(draw):
    x = draw.array(draw.shape(), draw.type())
    ones = [a for a, n in enumerate(x.shape) if n == 1]
    axes = draw.choice([None, tuple(ones), tuple(a - x.ndim for a in ones)])
    return [x], {"axes": axes}, np.squeeze(x, axes)


@case
def expanded(draw):
    x = draw.array(draw.shape(), draw.type())
    axis = draw.integer(-x.ndim - 1, x.ndim + 1)
    return [x], {"axis": axis}, np.expand_dims(x, axis)


@case
def broadcast(draw):
    shape = draw.shape()
    x = draw.array(draw.partner(shape), draw.type())
    return [x], {"to": shape}, np.broadcast_to(x, shape)


@case
def broadcastTogether(draw):
    shape, dtype = draw.shape(), draw.type()
    arrays = [draw.array(draw.partner(shape), dtype) for _ in range(draw.integer(1, 4))]
    return arrays, {}, list(np.broadcast_arrays(*arrays))


@case
def roll(draw):
    x = draw.array(draw.shape(), draw.type())
    axes = draw.axes(x.shape)
    if not axes:
        by = draw.integer(-9, 9)
        return [x], {"by": by}, np.roll(x, by)
    by = [draw.integer(-9, 9) for _ in axes]
    return [x], {"by": by, "axes": axes}, np.roll(x, by, axes)


@case
def flip(draw):
    x = draw.array(draw.shape(), draw.type())
    axes = draw.axes(x.shape)
    return [x], {"axes": axes}, np.flip(x, axes)


@case
def repeat(draw):
    x = draw.array(draw.shape(1), draw.type())
    axis = draw.axis(x.shape)
    kind = draw.integer(0, 3)
    if kind == 0:
        count = draw.integer(0, 4)
        return [x], {"counts": count}, np.repeat(x, count)
    counts = draw.rng.integers(0, 4, x.shape[axis] if kind == 1 else 1)
    return [x], {"counts": counts, "axis": axis, "each": kind == 1}, np.repeat(x, counts, axis)


@case
def tile(draw):
    x = draw.array(draw.shape(0, 4), draw.type())
    counts = draw.rng.integers(0 if draw.integer(0, 3) == 0 else 1, 3, draw.integer(0, 5))
    return [x], {"counts": counts}, np.tile(x, counts)


@case
def pad(draw):
    modes = ["constant", "edge", "reflect", "symmetric", "wrap"]
    mode = modes[draw.number % 5]
    x = draw.array(draw.shape(1, empty=mode == "constant"), draw.type())
    amounts = draw.rng.integers(0, 4, (x.ndim, 2))
    value = {"constant_values": 1} if mode == "constant" and draw.integer(0, 2) else {}
    y = np.pad(x, amounts, mode, **value)
    return [x], {"mode": mode, "amounts": amounts.ravel(), "value": len(value)}, y


@case
def concatenate(draw):
    shape, dtype = draw.shape(1), draw.type()
    axis = draw.axis(shape)
    arrays = []
    for _ in range(draw.integer(1, 4)):
        own = list(shape)
        own[axis] = draw.integer(0, 4)
        arrays.append(draw.array(own, dtype))
    return arrays, {"axis": axis}, np.concatenate(arrays, axis)


@case
def stack(draw):
    shape, dtype = draw.shape(0, 4), draw.type()
    axis = draw.integer(-len(shape) - 1, len(shape) + 1)
    arrays = [draw.array(shape, dtype) for _ in range(draw.integer(1, 4))]
    return arrays, {"axis": axis}, np.stack(arrays, axis)


@case
def split(draw):
    x = draw.array(draw.shape(1), draw.type())
    axis = draw.axis(x.shape)
    cuts = np.sort(draw.rng.integers(0, x.shape[axis] + 1, draw.integer(0, 3)))
    extents = np.diff([0, *cuts, x.shape[axis]])
    return [x], {"extents": extents, "axis": axis}, np.split(x, cuts, axis)


@case
def splitEvenly(draw):
    x = draw.array(draw.shape(1), draw.type())
    axis = draw.axis(x.shape)
    count = draw.choice([n for n in range(1, 8) if x.shape[axis] % n == 0])
    return [x], {"count": count, "axis": axis}, np.split(x, count, axis)


@case
def unstack(draw):
    x = draw.array(draw.shape(1), draw.type())
    axis = draw.axis(x.shape)
    return [x], {"axis": axis}, list(np.unstack(x, axis=axis))


@case
def diagonal(draw):
    x, k = draw.array(draw.shape(2), draw.type()), draw.integer(-3, 4)
    a, b = [int(v) for v in draw.rng.permutation(x.ndim)[:2]]
    return [x], {"k": k, "axes": (a, b)}, np.diagonal(x, k, a, b)


@case
def diag(draw):
    x, k = draw.array((draw.integer(0, 5),), draw.type()), draw.integer(-3, 4)
    return [x], {"k": k}, np.diag(x, k)
