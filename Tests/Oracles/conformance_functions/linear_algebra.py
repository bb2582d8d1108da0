"""Products, norms and factorisations. What is not unique, such as the signs of eigenvectors, is
multiplied out."""

import numpy as np
import scipy.linalg

from .table import FUNCTIONS, case, indices_of


@case
def matmul(draw):
    dtype = draw.float_type()
    m, k, n = [draw.choice([1, 2, 3, 0, 5]) for _ in range(3)]
    batch = draw.choice([(), (2,), (2, 3), (0,), (2, 1, 2)])
    x = draw.array(batch + (m, k), dtype, special=False)
    y = draw.array(draw.partner(batch) + (k, n), dtype, special=False)
    kind = draw.integer(0, 4)
    if kind == 0:
        x = draw.array((k,), dtype, special=False)
    if kind == 1:
        y = draw.array((k,), dtype, special=False)
    return [x, y], {}, np.matmul(x, y)


@case
def dot(draw):
    dtype, count = draw.float_type(), draw.integer(0, 18)
    x, y = draw.array((count,), dtype, extreme=False), draw.array((count,), dtype, extreme=False)
    return [x, y], {}, np.dot(x, y)


@case
def cross(draw):
    dtype = draw.float_type()
    shape = draw.choice([(3,), (2, 3), (0, 3), (2, 1, 3)])
    x, y = draw.array(shape, dtype, special=False), draw.array(draw.choice([shape, (3,)]), dtype, special=False)
    return [x, y], {}, np.cross(x, y)


@case
def trace(draw):
    x, k = draw.array(draw.shape(2), draw.float_type(), special=False), draw.integer(-2, 3)
    return [x], {"k": k}, np.trace(x, k, -2, -1)


@case
def norm(draw):
    x = draw.array(draw.shape(1, empty=False), draw.float_type(), extreme=False)
    axes, kept = draw.axes(x.shape) or None, draw.integer(0, 2)
    order = draw.choice([1, 2, 3, np.inf, -np.inf, 0, 0.5])
    y = np.linalg.vector_norm(x.astype(np.float64), axis=axes, keepdims=bool(kept), ord=order)
    return [x], {"axes": axes, "keeping": kept, "order": float(order)}, y.astype(x.dtype)


ORDERS = {"fro": "fro", "nuc": "nuc", "1": 1, "2": 2, "-1": -1, "-2": -2, "inf": np.inf, "-inf": -np.inf}


@case
def matrixNorm(draw):
    order, kept = draw.choice(list(ORDERS)), draw.integer(0, 2)
    x = draw.matrices(draw.integer(1, 6), draw.integer(1, 6), draw.float_type())
    axes = [int(a) for a in draw.rng.permutation(x.ndim)[:2]] if x.size else [-2, -1]
    y = np.linalg.norm(x, ORDERS[order], tuple(axes), bool(kept))
    return [x], {"order": order, "axes": axes, "keeping": kept}, y


def square(f):
    def make(draw):
        n = draw.integer(0, 7)
        x = draw.matrices(n, n, draw.float_type())
        return [x], {}, f(x)
    return make


def symmetric(x):
    return (x + np.swapaxes(x, -1, -2)) / 2


SQUARE = {
    "inverse": np.linalg.inv, "determinant": np.linalg.det,
    "logDeterminant": lambda x: list(np.linalg.slogdet(x)),
    "expm": lambda x: scipy.linalg.expm(x) if x.size else x,
    "eigvals": lambda x: [np.sort(f(np.linalg.eigvals(x)), -1).astype(x.dtype) for f in (np.real, np.imag)],
    "eigvalsh": lambda x: np.linalg.eigvalsh(symmetric(x)),
    # What A V − V diag(w) should be, its real and its imaginary part.
    "eig": lambda x: [np.zeros_like(x)] * 2,
    "eigh": lambda x: [np.linalg.eigvalsh(symmetric(x)), symmetric(x)],
    "schur": lambda x: x,
}
for name, f in SQUARE.items():
    FUNCTIONS[name] = square(f)


@case
def conditionNumber(draw):
    n = draw.integer(1, 7)
    order = draw.choice(list(ORDERS))
    x = draw.matrices(n, n, draw.float_type())
    # NumPy has none of an empty batch by singular values.
    y = np.linalg.cond(x, ORDERS[order]) if x.size else np.zeros(x.shape[:-2], x.dtype)
    return [x], {"order": order}, y


def positive(draw):
    n = draw.integer(0, 7)
    x = draw.matrices(n, n, draw.float_type())
    return np.matmul(x, np.swapaxes(x, -1, -2)) + np.eye(n, dtype=x.dtype)


def right_sides(draw, x):
    n = x.shape[-2]
    shape = draw.choice([x.shape[:-2], draw.partner(x.shape[:-2])]) + (n, draw.integer(0, 4))
    return draw.array(shape, x.dtype, special=False)


@case
def cholesky(draw):
    x = positive(draw)
    return [x], {}, np.linalg.cholesky(x)


@case
def solve(draw):
    n = draw.integer(0, 7)
    x, transposing = draw.matrices(n, n, draw.float_type()), draw.integer(0, 2)
    b = right_sides(draw, x)
    y = np.linalg.solve(np.swapaxes(x, -1, -2) if transposing else x, b)
    return [x, b], {"transposing": transposing}, y


@case
def solveVector(draw):
    n = draw.integer(0, 7)
    x = draw.matrices(n, n, draw.float_type())
    b = draw.array((n,), x.dtype, special=False)
    return [x, b], {}, np.linalg.solve(x, b)


@case
def choleskySolve(draw):
    x = positive(draw)
    b = right_sides(draw, x)
    return [x, b], {}, np.linalg.solve(x, b)


@case
def solveTriangular(draw):
    n = draw.integer(1, 7)
    x = (draw.rng.normal(size=(n, n)) + 4 * np.eye(n)).astype(draw.float_type())
    b = draw.array((n, draw.integer(1, 4)), x.dtype, special=False)
    lower, transposing, unit = draw.integer(0, 2), draw.integer(0, 2), draw.integer(0, 2)
    y = scipy.linalg.solve_triangular(x, b, trans=transposing, lower=bool(lower), unit_diagonal=bool(unit))
    return [x, b], {"lower": lower, "transposing": transposing, "unit": unit}, y


@case
def leastSquares(draw):
    rows, columns, dtype = draw.integer(1, 8), draw.integer(1, 5), draw.float_type()
    x = (draw.rng.normal(size=(rows, columns)) + 3 * np.eye(rows, columns)).astype(dtype)
    b = draw.array((rows, draw.integer(1, 4)), dtype, special=False)
    solution, _, rank, singular = np.linalg.lstsq(x, b)
    return [x, b], {}, [solution, indices_of(rank), singular]


def rectangle(f, least=1):
    def make(draw):
        x = draw.matrices(draw.integer(least, 7), draw.integer(least, 7), draw.float_type())
        return [x], {}, f(x)
    return make


def lu_factors(x):
    if not x.size:
        k = min(x.shape[-2:])
        return [x[..., :k], x[..., :k, :]]
    return list(scipy.linalg.lu(x, p_indices=True)[1:])


def with_positive_diagonal(x):
    q, r = np.linalg.qr(x)
    return q * np.where(np.diagonal(r, 0, -2, -1) < 0, -1, 1).astype(x.dtype)[..., None, :]


RECTANGULAR = {
    "lu": lu_factors,
    "qr": lambda x: [np.abs(np.linalg.qr(x).R), x],
    "completeQR": lambda x: [np.abs(np.linalg.qr(x, "complete").R), x],
    "svd": lambda x: [np.linalg.svdvals(x), x],
    "fullSVD": lambda x: [np.linalg.svdvals(x), x],
    "svdvals": np.linalg.svdvals,
}
for name, f in RECTANGULAR.items():
    FUNCTIONS[name] = rectangle(f, least=0)
FUNCTIONS["pseudoInverse"] = rectangle(np.linalg.pinv)


@case
def pivotedQR(draw):
    x = draw.rng.normal(size=(draw.integer(1, 7), draw.integer(1, 7))).astype(draw.float_type())
    r, order = scipy.linalg.qr(x, mode="r", pivoting=True)
    return [x], {}, [np.abs(r[:min(x.shape)]), x[:, order], indices_of(order)]


@case
def orthonormalized(draw):
    columns = draw.integer(0, 5)
    x = draw.rng.normal(size=(columns + draw.integer(0, 4), columns)) + 3 * np.eye(columns + 4, columns)[:1]
    x = x.astype(draw.float_type())
    return [x], {}, with_positive_diagonal(x)


@case
def matrixRank(draw):
    x = draw.matrices(draw.integer(1, 7), draw.integer(1, 7), draw.float_type())
    if draw.integer(0, 2) and x.size:
        x[..., -1, :] = x[..., 0, :]
    return [x], {}, indices_of(np.linalg.matrix_rank(x))


@case
def matrixPower(draw):
    n = draw.integer(0, 5)
    x, exponent = draw.matrices(n, n, draw.float_type()), draw.integer(-2, 5)
    return [x], {"exponent": exponent}, np.linalg.matrix_power(x, exponent)
