"""Sums and their like."""

import numpy as np
import scipy.special

from .table import FLOATS, FUNCTIONS, INTEGERS, NUMBERS, case, indices_of


def reduction(f, types=FLOATS, empty=True, special=None, result=None):
    def make(draw):
        x = draw.array(draw.shape(empty=empty), draw.type(types), special, extreme=False)
        axes, kept = draw.axes(x.shape), draw.integer(0, 2)
        axes = axes if axes != () else None
        y = np.asarray(f(x, axis=axes, keepdims=bool(kept)))
        return [x], {"axes": axes, "keeping": kept}, y.astype(result or x.dtype)
    return make


REDUCTIONS = {
    "sum": np.sum, "product": np.prod, "mean": np.mean, "variance": np.var,
    "standardDeviation": np.std,
    "sumOfSquares": lambda x, **kept: np.sum(x * x, **kept),
}
for name, f in REDUCTIONS.items():
    FUNCTIONS[name] = reduction(f)
FUNCTIONS["max"] = reduction(np.max, NUMBERS, empty=False)
FUNCTIONS["min"] = reduction(np.min, NUMBERS, empty=False)
FUNCTIONS["integerSum"] = reduction(np.sum, INTEGERS, result=np.int64)
FUNCTIONS["integerProduct"] = reduction(np.prod, INTEGERS, result=np.int64)
FUNCTIONS["integerMean"] = reduction(np.mean, [np.int32, np.uint8], result=np.float64)
# SciPy makes a vector of a number.
FUNCTIONS["logSumExp"] = reduction(
    lambda x, **kept: scipy.special.logsumexp(x, **kept).reshape(np.sum(x, **kept).shape), empty=False)


@case
def sampleVariance(draw):
    x = draw.array(draw.shape(1, empty=False), draw.float_type(), extreme=False)
    axis = draw.axis(x.shape)
    return [x], {"axis": axis}, np.var(x, axis, ddof=1)


def place(f):
    def make(draw):
        x = draw.repeating(draw.shape(1, empty=False), draw.type(NUMBERS))
        axis = draw.axis(x.shape)
        return [x], {"axis": axis}, indices_of(f(x, axis))
    return make


FUNCTIONS["argmax"] = place(np.argmax)
FUNCTIONS["argmin"] = place(np.argmin)


@case
def all_(draw):
    x = draw.rng.random(draw.shape()) < 0.8
    return [x], {}, np.all(x)


@case
def any_(draw):
    x = draw.rng.random(draw.shape()) < 0.2
    return [x], {}, np.any(x)


def truth(f, share, result=np.bool_):
    def make(draw):
        x = draw.rng.random(draw.shape()) < share
        axes, kept = draw.axes(x.shape), draw.integer(0, 2)
        axes = tuple(range(x.ndim)) if axes is None else axes
        y = f(x, axis=axes, keepdims=bool(kept))
        return [x], {"axes": axes, "keeping": kept}, np.asarray(y).astype(result)
    return make


FUNCTIONS["allAlong"] = truth(np.all, 0.8)
FUNCTIONS["anyAlong"] = truth(np.any, 0.2)
FUNCTIONS["trueCount"] = truth(np.sum, 0.5, np.int32)


def shares(f):
    def make(draw):
        x = draw.array(draw.shape(1), draw.float_type(), special=False)
        axis = draw.axis(x.shape)
        return [x], {"axis": axis}, f(x, axis) if x.size else x
    return make


FUNCTIONS["softmax"] = shares(scipy.special.softmax)
FUNCTIONS["logSoftmax"] = shares(scipy.special.log_softmax)
