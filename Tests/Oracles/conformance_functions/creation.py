"""Numbers in steps, and arrays made of shapes."""

import numpy as np

from .table import case


@case
def arange(draw):
    dtype = draw.type([np.float32, np.float64, np.int32, np.int64])
    start, end = draw.integer(-9, 9), draw.integer(-9, 9)
    step = draw.choice([1, 2, -1, -3, 4] + ([0.5, -0.25] if dtype.kind == "f" else []))
    return [], {"start": start, "end": end, "step": step}, np.arange(start, end, step).astype(dtype)


@case
def linspace(draw):
    dtype, count = draw.float_type(), draw.integer(0, 12)
    start, end = draw.integer(-9, 9), draw.integer(-9, 9)
    parameters = {"start": start, "end": end, "count": count}
    return [], parameters, np.linspace(start, end, count).astype(dtype)


@case
def logspace(draw):
    dtype, count, base = draw.float_type(), draw.integer(0, 9), draw.choice([2, 10])
    start, end = draw.integer(-5, 5), draw.integer(-5, 5)
    parameters = {"start": start, "end": end, "count": count, "base": base}
    return [], parameters, np.logspace(start, end, count, base=base).astype(dtype)


@case
def identity(draw):
    rows, columns, k = draw.integer(0, 6), draw.integer(0, 6), draw.integer(-4, 5)
    parameters = {"rows": rows, "columns": columns, "k": k}
    return [], parameters, np.eye(rows, columns, k, draw.type())


@case
def full(draw):
    shape, dtype = draw.shape(), draw.type()
    value = draw.array((), dtype)
    return [value], {"shape": shape}, np.full(shape, value, dtype)


@case
def meshgrid(draw):
    dtype = draw.type()
    vectors = [draw.array((draw.integer(0, 4),), dtype) for _ in range(draw.integer(1, 4))]
    indexing = draw.choice(["xy", "ij"])
    return vectors, {"indexing": indexing}, list(np.meshgrid(*vectors, indexing=indexing))


@case
def tril(draw):
    x, k = draw.array(draw.shape(2), draw.type()), draw.integer(-3, 4)
    return [x], {"k": k}, np.tril(x, k)


@case
def triu(draw):
    x, k = draw.array(draw.shape(2), draw.type()), draw.integer(-3, 4)
    return [x], {"k": k}, np.triu(x, k)


@case
def oneHot(draw):
    labels = draw.rng.integers(0, 5, draw.shape(1, 4)).astype(np.int32)
    return [labels], {}, np.eye(5, dtype=draw.float_type())[labels]
