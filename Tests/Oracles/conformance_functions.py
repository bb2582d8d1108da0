"""The functions that conformance.py compares. Each is a function of a draw that returns operands,
parameters, and NumPy's result, or a list of results."""

import numpy as np
import scipy.linalg
import scipy.special

FLOATS = [np.float32, np.float64]
INTEGERS = [np.int32, np.int64, np.uint8]
NUMBERS = FLOATS + INTEGERS
TYPES = NUMBERS + [np.bool_]
FUNCTIONS = {}


def case(function):
    """Adds a function under its own name."""
    FUNCTIONS[function.__name__.rstrip("_")] = function
    return function


def indices_of(x):
    return np.asarray(x).astype(np.int32)


# Functions of one, or two, arrays element by element.

def softplus(x):
    return np.logaddexp(0, x)


UNARY = {
    "exp": np.exp, "expm1": np.expm1, "log": np.log, "log1p": np.log1p, "sqrt": np.sqrt,
    "sin": np.sin, "cos": np.cos, "tanh": np.tanh, "erf": scipy.special.erf, "abs": np.abs,
    "sign": np.sign, "floor": np.floor, "ceil": np.ceil, "rounded": np.round, "squared": np.square,
    "reciprocal": np.reciprocal, "negative": np.negative, "sigmoid": scipy.special.expit,
    "relu": lambda x: np.maximum(x, 0), "softplus": softplus, "rsqrt": lambda x: 1 / np.sqrt(x),
    "leakyReLU": lambda x: np.where(x > 0, x, x * 0.01), "elu": lambda x: np.where(x > 0, x, np.expm1(x)),
    "silu": lambda x: x * scipy.special.expit(x), "gelu": lambda x: x * scipy.special.ndtr(x),
    "isNaN": np.isnan, "isFinite": np.isfinite,
}
BINARY = {
    "add": np.add, "subtract": np.subtract, "multiply": np.multiply, "divide": np.divide,
    "maximum": np.maximum, "minimum": np.minimum, "power": np.power,
}
COMPARISONS = {
    "equal": np.equal, "notEqual": np.not_equal, "less": np.less, "lessOrEqual": np.less_equal,
    "greater": np.greater, "greaterOrEqual": np.greater_equal,
}
LOGICAL = {"and": np.logical_and, "or": np.logical_or}
VIEWS = {"": lambda x: x, "reversed": np.flip, "transposed": np.transpose,
         "everySecond": lambda x: x[..., ::-2] if x.ndim else x}


def unary(f):
    def make(draw):
        dtype = draw.float_type()
        x = draw.array(draw.shape(), dtype)
        view = draw.choice(list(VIEWS))
        # Through doubles, so that what single precision is compared with is rounded once.
        y = np.asarray(f(VIEWS[view](x).astype(np.float64)))
        return [x], {"view": view}, y if y.dtype == bool else y.astype(dtype)
    return make


def binary(f, types):
    def make(draw):
        dtype = draw.type(types)
        shape = draw.shape()
        x, y = draw.array(shape, dtype), draw.array(draw.partner(shape), dtype)
        if draw.integer(0, 2):
            x, y = y, x
        view = draw.choice([v for v in VIEWS if v != "everySecond"]) if x.shape == y.shape else ""
        return [x, y], {"view": view}, f(VIEWS[view](x), VIEWS[view](y))
    return make


for name, f in UNARY.items():
    FUNCTIONS[name] = unary(f)
for name, f in BINARY.items():
    FUNCTIONS[name] = binary(f, FLOATS)
for name, f in COMPARISONS.items():
    FUNCTIONS[name] = binary(f, TYPES if name in ("equal", "notEqual") else NUMBERS)
for name, f in LOGICAL.items():
    FUNCTIONS[name] = binary(f, [np.bool_])


@case
def not_(draw):
    x = draw.array(draw.shape(), bool)
    return [x], {}, ~x


@case
def clipped(draw):
    x = draw.array(draw.shape(), draw.float_type())
    low = draw.integer(-3, 2)
    high = low + draw.integer(0, 4)
    return [x], {"low": low, "high": high}, np.clip(x, low, high)


@case
def where(draw):
    shape, dtype = draw.shape(), draw.type()
    x, y = draw.array(shape, dtype), draw.array(draw.partner(shape), dtype)
    condition = draw.array(draw.partner(shape), bool)
    return [x, y, condition], {}, np.where(condition, x, y)


def saturated(x, dtype):
    """Casts as Tern documents them: toward zero, to the nearest number that fits, NaN to 0."""
    if dtype == bool or dtype.kind == "f" or x.dtype == bool:
        return x.astype(dtype)
    info = np.iinfo(dtype)

    def convert(v):
        if v != v:
            return 0
        if v in (np.inf, -np.inf):
            return info.max if v > 0 else info.min
        return min(max(int(v), info.min), info.max)
    return np.array([convert(v) for v in x.ravel().tolist()], dtype).reshape(x.shape)


@case
def cast(draw):
    x = draw.array(draw.shape(), draw.type(), special=True)
    dtype = draw.type()
    # The second operand says which type.
    return [x, np.zeros((), dtype)], {}, saturated(x, dtype)


# Creation

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


# Elements that move

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
    return [x], {"mode": mode, "amounts": amounts.ravel()}, np.pad(x, amounts, mode)


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


# Indexing

def drawn_index(draw, shape):
    """A random index as NumPy takes it, and as text: "1:-1:2", "-1", "..." and "new"."""
    index, words = [], []
    for extent in shape[:draw.integer(0, len(shape) + 1)]:
        kind = draw.integer(0, 6)
        if kind == 0 and extent > 0:
            index.append(draw.integer(-extent, extent))
            words.append(str(index[-1]))
        elif kind == 1:
            index.append(None)
            words.append("new")
            index.append(slice(None))
            words.append("::1")
        else:
            ends = [draw.choice([None, draw.integer(-extent - 2, extent + 3)]) for _ in range(2)]
            step = draw.choice([1, 1, 2, 3, -1, -2])
            index.append(slice(*ends, step))
            words.append(":".join("" if v is None else str(v) for v in (*ends, step)))
    while len([i for i in index if i is None]) + len(shape) > 8:
        place = index.index(None)
        del index[place], words[place]
    if len([i for i in index if i is not None]) == 0 or draw.integer(0, 3) == 0:
        index.insert(0, ...)
        words.insert(0, "...")
        count = len([i for i in index if i is not None and i is not ...])
        index, words = rebuilt_for_last_axes(index, words, shape, count)
    return tuple(index), words


def rebuilt_for_last_axes(index, words, shape, count):
    """Positions that were drawn for the leading axes may not be there in the last ones."""
    last = list(shape[len(shape) - count:])
    for place, part in enumerate(index):
        if part is None or part is ...:
            continue
        extent = last.pop(0)
        if isinstance(part, int) and not -extent <= part < extent:
            index[place], words[place] = slice(None, None, -1), "::-1"
    return index, words


@case
def subscript(draw):
    x = draw.array(draw.shape(), draw.type())
    index, words = drawn_index(draw, x.shape)
    return [x], {"index": ",".join(words)}, x[index]


@case
def assignment(draw):
    x = draw.array(draw.shape(), draw.type())
    index, words = drawn_index(draw, x.shape)
    values = draw.array(draw.partner(x[index].shape), x.dtype)
    y = x.copy()
    y[index] = values
    return [x, values], {"index": ",".join(words)}, y


@case
def mask(draw):
    x = draw.array(draw.shape(1), draw.type())
    chosen = draw.array(x.shape[:draw.integer(1, x.ndim + 1)], bool)
    return [x, chosen], {}, x[chosen]


@case
def maskAssignment(draw):
    x = draw.array(draw.shape(1), draw.type())
    chosen = draw.array(x.shape[:draw.integer(1, x.ndim + 1)], bool)
    values = draw.array(x[chosen].shape if draw.integer(0, 2) else (1,), x.dtype)
    y = x.copy()
    y[chosen] = values
    return [x, chosen, values], {}, y


@case
def points(draw):
    x = draw.array(draw.shape(2, empty=False), draw.type())
    count = draw.integer(1, x.ndim + 1)
    shape = draw.choice([(3,), (2, 2), (1,), (0,)])
    places = [draw.indices(draw.partner(shape), n) for n in x.shape[:count]]
    return [x, *places], {}, x[tuple(places)]


@case
def take(draw):
    x = draw.array(draw.shape(1, 4, empty=False), draw.type())
    axis = draw.axis(x.shape)
    where = draw.indices(draw.choice([(), (3,), (2, 2), (0,)]), x.shape[axis])
    return [x, where], {"axis": axis}, np.take(x, where, axis)


@case
def takeAlong(draw):
    x = draw.array(draw.shape(1, empty=False), draw.type())
    axis = draw.axis(x.shape)
    shape = list(x.shape)
    shape[axis] = draw.integer(0, 4)
    where = draw.indices(shape, x.shape[axis])
    return [x, where], {"axis": axis}, np.take_along_axis(x, where, axis)


@case
def putAlong(draw):
    x = draw.array(draw.shape(1, empty=False), draw.type())
    axis = draw.axis(x.shape)
    where = np.argsort(draw.rng.random(x.shape), axis).astype(np.int32)  # no place twice
    where = np.take(where, range(draw.integer(0, x.shape[axis] + 1)), axis)
    values = draw.array(where.shape, x.dtype)
    y = x.copy()
    np.put_along_axis(y, where, values, axis)
    return [x, where, values], {"axis": axis}, y


@case
def put(draw):
    x = draw.array(draw.shape(1, empty=False), draw.type())
    where = draw.rng.permutation(x.size)[:draw.integer(1, 5)].astype(np.int32)
    values = draw.array(where.shape, x.dtype)
    y = x.copy()
    np.put(y, where, values)
    return [x, where, values], {}, y


@case
def addAlong(draw):
    x = draw.array(draw.shape(1, 1, empty=False), draw.float_type(), special=False)
    where = draw.indices((draw.integer(0, 9),), x.size)
    values = draw.array(where.shape, x.dtype, special=False)
    y = x.copy()
    np.add.at(y, where, values)
    return [x, where, values], {}, y


@case
def searchsorted(draw):
    dtype = draw.type(NUMBERS)
    x = np.sort(draw.repeating((draw.integer(0, 9),), dtype))
    values = draw.repeating(draw.shape(), dtype)
    side = draw.choice(["left", "right"])
    return [x, values], {"side": side}, indices_of(np.searchsorted(x, values, side))


# Reductions

def reduction(f, types=FLOATS, empty=True, special=None):
    def make(draw):
        x = draw.array(draw.shape(empty=empty), draw.type(types), special, extreme=False)
        axes, kept = draw.axes(x.shape), draw.integer(0, 2)
        axes = axes if axes != () else None
        y = np.asarray(f(x, axis=axes, keepdims=bool(kept)))
        return [x], {"axes": axes, "keeping": kept}, y.astype(y.dtype if y.dtype == bool else x.dtype)
    return make


REDUCTIONS = {
    "sum": np.sum, "product": np.prod, "mean": np.mean, "variance": np.var,
    "standardDeviation": np.std,
    "sumOfSquares": lambda x, **kept: np.sum(x * x, **kept),
}
for name, f in REDUCTIONS.items():
    FUNCTIONS[name] = reduction(f)
FUNCTIONS["max"] = reduction(np.max, empty=False)
FUNCTIONS["min"] = reduction(np.min, empty=False)
# SciPy makes a vector of a number.
FUNCTIONS["logSumExp"] = reduction(
    lambda x, **kept: scipy.special.logsumexp(x, **kept).reshape(np.sum(x, **kept).shape), empty=False)


@case
def sampleVariance(draw):
    x = draw.array(draw.shape(1, empty=False), draw.float_type(), extreme=False)
    axis = draw.axis(x.shape)
    return [x], {"axis": axis}, np.var(x, axis, ddof=1)


@case
def argmax(draw):
    x = draw.repeating(draw.shape(1, empty=False), draw.float_type())
    axis = draw.axis(x.shape)
    return [x], {"axis": axis}, indices_of(np.argmax(x, axis))


@case
def argmin(draw):
    x = draw.repeating(draw.shape(1, empty=False), draw.float_type())
    axis = draw.axis(x.shape)
    return [x], {"axis": axis}, indices_of(np.argmin(x, axis))


@case
def all_(draw):
    x = draw.rng.random(draw.shape()) < 0.8
    return [x], {}, np.all(x)


@case
def any_(draw):
    x = draw.rng.random(draw.shape()) < 0.2
    return [x], {}, np.any(x)


@case
def softmax(draw):
    x = draw.array(draw.shape(1), draw.float_type(), special=False)
    axis = draw.axis(x.shape)
    y = scipy.special.softmax(x, axis) if x.size else x
    return [x], {"axis": axis}, y


@case
def logSoftmax(draw):
    x = draw.array(draw.shape(1), draw.float_type(), special=False)
    axis = draw.axis(x.shape)
    y = scipy.special.log_softmax(x, axis) if x.size else x
    return [x], {"axis": axis}, y


# Order

@case
def sort(draw):
    x = draw.repeating(draw.shape(1), draw.type())
    axis = draw.axis(x.shape)
    return [x], {"axis": axis}, np.sort(x, axis)


@case
def argsort(draw):
    x = draw.repeating(draw.shape(1), draw.type())
    axis = draw.axis(x.shape)
    return [x], {"axis": axis}, indices_of(np.argsort(x, axis, kind="stable"))


@case
def topK(draw):
    x = draw.rng.integers(0, 4, draw.shape(1)).astype(draw.type(NUMBERS))
    axis = draw.axis(x.shape)
    k = draw.integer(0, x.shape[axis] + 1)
    order = np.take(np.argsort(-x.astype(float), axis, kind="stable"), range(k), axis)
    return [x], {"axis": axis, "k": k}, [np.take_along_axis(x, order, axis), indices_of(order)]


@case
def unique(draw):
    x = draw.repeating(draw.shape(), draw.type())
    values, first, inverse, counts = np.unique(
        x, return_index=True, return_inverse=True, return_counts=True)
    return [x], {}, [values, indices_of(first), indices_of(inverse), indices_of(counts)]


@case
def isin(draw):
    dtype = draw.type(NUMBERS)
    x, others = draw.repeating(draw.shape(), dtype), draw.repeating((draw.integer(0, 4),), dtype)
    return [x, others], {}, np.isin(x, others)


@case
def nonzero(draw):
    x = draw.repeating(draw.shape(1), draw.type())
    return [x], {}, [indices_of(i) for i in np.nonzero(x)]


@case
def argwhere(draw):
    x = draw.repeating(draw.shape(1), draw.type())
    return [x], {}, indices_of(np.argwhere(x))


@case
def countNonzero(draw):
    x = draw.repeating(draw.shape(), draw.type())
    return [x], {}, indices_of(np.count_nonzero(x))


# Linear algebra. What is not unique, such as the signs of eigenvectors, is multiplied out.

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
    x = draw.array(draw.shape(1, empty=False), draw.float_type(), special=False)
    axis, order = draw.axis(x.shape), draw.choice([1, 2, 3, np.inf, -np.inf, 0, 0.5])
    return [x], {"axis": axis, "order": float(order)}, np.linalg.norm(x, order, axis).astype(x.dtype)


@case
def matrixNorm(draw):
    orders = ["fro", "nuc", "1", "2", "-1", "-2", "inf", "-inf"]
    order = draw.choice(orders)
    x = draw.matrices(draw.integer(1, 6), draw.integer(1, 6), draw.float_type())
    named = {"fro": "fro", "nuc": "nuc", "inf": np.inf, "-inf": -np.inf}
    return [x], {"order": order}, np.linalg.norm(x, named.get(order) or int(order), (-2, -1))


def square(f):
    def make(draw):
        n = draw.integer(1, 7)
        x = draw.matrices(n, n, draw.float_type())
        return [x], {}, f(x)
    return make


def symmetric(x):
    return (x + np.swapaxes(x, -1, -2)) / 2


SQUARE = {
    "inverse": np.linalg.inv, "determinant": np.linalg.det,
    "logDeterminant": lambda x: list(np.linalg.slogdet(x)),
    "conditionNumber": np.linalg.cond,
    "expm": lambda x: scipy.linalg.expm(x) if x.size else x,
    "eigvals": lambda x: [np.sort(f(np.linalg.eigvals(x)), -1).astype(x.dtype) for f in (np.real, np.imag)],
    "eigvalsh": lambda x: np.linalg.eigvalsh(symmetric(x)),
    "eigh": lambda x: [np.linalg.eigvalsh(symmetric(x)), symmetric(x)],
    "schur": lambda x: x,
}
for name, f in SQUARE.items():
    FUNCTIONS[name] = square(f)


@case
def cholesky(draw):
    n = draw.integer(1, 7)
    x = draw.matrices(n, n, draw.float_type())
    x = np.matmul(x, np.swapaxes(x, -1, -2)) + np.eye(n, dtype=x.dtype)
    return [x], {}, np.linalg.cholesky(x)


def right_sides(draw, x):
    n = x.shape[-2]
    return draw.array(x.shape[:-2] + (n, draw.integer(1, 4)), x.dtype, special=False)


@case
def solve(draw):
    n = draw.integer(1, 7)
    x = draw.matrices(n, n, draw.float_type())
    b = right_sides(draw, x)
    return [x, b], {}, np.linalg.solve(x, b)


@case
def solveTriangular(draw):
    n = draw.integer(1, 7)
    x = (draw.rng.normal(size=(n, n)) + 4 * np.eye(n)).astype(draw.float_type())
    b = right_sides(draw, x)
    lower, transposing, unit = draw.integer(0, 2), draw.integer(0, 2), draw.integer(0, 2)
    y = scipy.linalg.solve_triangular(x, b, trans=transposing, lower=bool(lower), unit_diagonal=bool(unit))
    return [x, b], {"lower": lower, "transposing": transposing, "unit": unit}, y


@case
def leastSquares(draw):
    columns = draw.integer(1, 5)
    x = (draw.rng.normal(size=(columns + draw.integer(0, 4), columns)) + 2 * np.eye(columns + 4, columns)[:1]).astype(draw.float_type())
    b = right_sides(draw, x)
    return [x, b], {}, np.linalg.lstsq(x, b)[0]


@case
def lu(draw):
    x = draw.matrices(draw.integer(1, 7), draw.integer(1, 7), draw.float_type())
    permutation, lower, upper = scipy.linalg.lu(x, p_indices=True) if x.size else (None, None, None)
    if permutation is None:
        k = min(x.shape[-2:])
        lower, upper = x[..., :k], x[..., :k, :]
    return [x], {}, [lower, upper]


@case
def qr(draw):
    x = draw.matrices(draw.integer(1, 7), draw.integer(1, 7), draw.float_type())
    r = np.linalg.qr(x).R
    return [x], {}, [np.abs(r), x]


@case
def svd(draw):
    x = draw.matrices(draw.integer(1, 7), draw.integer(1, 7), draw.float_type())
    return [x], {}, [np.linalg.svdvals(x), x]


@case
def pseudoInverse(draw):
    x = draw.matrices(draw.integer(1, 7), draw.integer(1, 7), draw.float_type())
    return [x], {}, np.linalg.pinv(x)


@case
def matrixRank(draw):
    x = draw.matrices(draw.integer(1, 7), draw.integer(1, 7), draw.float_type())
    if draw.integer(0, 2) and x.size:
        x[..., -1, :] = x[..., 0, :]
    return [x], {}, indices_of(np.linalg.matrix_rank(x))


@case
def matrixPower(draw):
    n = draw.integer(1, 5)
    x, exponent = draw.matrices(n, n, draw.float_type()), draw.integer(-2, 5)
    return [x], {"exponent": exponent}, np.linalg.matrix_power(x, exponent)
