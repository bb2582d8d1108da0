"""Sums of products. Where infinite numbers take no part, elements are small whole numbers, of which all
sums are exact, in whatever order they are taken."""

import string

import numpy as np

from .table import INTEGERS, case


def whole(draw, shape, dtype, special=None):
    """Small whole numbers; in every third case some are infinite or NaN."""
    x = draw.rng.integers(-4, 5, shape).astype(dtype)
    special = draw.number % 3 == 2 if special is None else special
    if special and x.size:
        extremes = np.array([np.nan, np.inf, -np.inf], dtype)
        x = np.where(draw.rng.random(shape) < 0.1, draw.rng.choice(extremes, shape), x)
    return np.asarray(x, dtype)


EQUATIONS = [
    "ij,jk->ik", "ij,jk", "ji,jk->ki", "ii", "ii->i", "iij->j", "ij->ji", "ij->", "i,j->ij", "i,i->",
    "bij,bjk->bik", "...ij,...jk->...ik", "...ii->...i", "bhqd,bhkd->bhqk", "ij,jk,kl->il",
    "ab,bc,ac->", "i,ij,j->", "ij,ij->i", "ijk,kji->j", "ij,k->kij", "...i->...", "abc,cd,db->a",
]


@case
def einsum(draw):
    equation = EQUATIONS[draw.number % len(EQUATIONS)]
    extents = {letter: draw.choice([1, 2, 3, 4, 0]) for letter in string.ascii_lowercase}
    dtype, leading = draw.float_type(), draw.choice([(), (2,), (2, 1), (0,)])
    operands = []
    for term in equation.split("->")[0].split(","):
        shape = draw.partner(leading) if term.startswith("...") else ()
        shape += tuple(extents[letter] for letter in term.removeprefix("..."))
        # Which infinite products of three meet zeros depends on the order.
        operands.append(whole(draw, shape, dtype, None if equation.count(",") < 2 else False))
    return operands, {"equation": equation}, np.einsum(equation, *operands)


@case
def tensorDot(draw):
    dtype, x_shape = draw.float_type(), draw.shape(0, 4)
    count = draw.integer(0, len(x_shape) + 1)
    own = [int(a) for a in draw.rng.permutation(len(x_shape))[:count]]
    others = [x_shape[a] for a in own] + [draw.integer(0, 4) for _ in range(draw.integer(0, 3))]
    order = draw.rng.permutation(len(others))
    y_shape = tuple(others[i] for i in order)
    axes = [int(np.flatnonzero(order == i)[0]) - len(y_shape) * draw.integer(0, 2) for i in range(count)]
    # BLAS, which NumPy calls, may leave out products with 0.
    x, y = [whole(draw, shape, dtype, special=False) for shape in (x_shape, y_shape)]
    return [x, y], {"own": own, "others": axes}, np.tensordot(x, y, (own, axes))


@case
def integerMatmul(draw):
    dtype = draw.type(INTEGERS)
    m, k, n = [draw.choice([1, 2, 3, 0, 5]) for _ in range(3)]
    batch = draw.choice([(), (2,), (2, 3), (0,), (2, 1, 2)])
    x = draw.array(draw.choice([batch + (m, k), (k,)]), dtype)
    y = draw.array(draw.choice([draw.partner(batch) + (k, n), (k,)]), dtype)
    return [x, y], {}, np.matmul(x, y)


@case
def inner(draw):
    dtype, extent = draw.float_type(), draw.integer(0, 5)
    x_shape, y_shape = [draw.choice([(extent,), (2, extent), (3, 1, extent), ()]) for _ in range(2)]
    x, y = whole(draw, x_shape, dtype), whole(draw, y_shape, dtype)
    return [x, y], {}, np.inner(x, y)


@case
def vecdot(draw):
    shape, dtype = draw.shape(1), draw.float_type()
    axis = draw.axis(shape)
    x, y = whole(draw, shape, dtype), whole(draw, shape, dtype)
    return [x, y], {"axis": axis}, np.vecdot(x, y, axis=axis)


@case
def outer(draw):
    dtype = draw.float_type()
    x, y = draw.array(draw.shape(0, 3), dtype), draw.array((draw.integer(0, 5),), dtype)
    return [x, y], {}, np.outer(x, y)


@case
def kron(draw):
    dtype = draw.float_type()
    x, y = draw.array(draw.shape(0, 3), dtype), draw.array(draw.choice([(2,), (2, 2), (), (1, 3), (0,)]), dtype)
    return [x, y], {}, np.kron(x, y)


@case
def convolve(draw):
    dtype = draw.float_type()
    x, y = [whole(draw, (draw.integer(1, 24),), dtype) for _ in range(2)]
    mode = draw.choice(["full", "same", "valid"])
    return [x, y], {"mode": mode}, np.convolve(x, y, mode)
