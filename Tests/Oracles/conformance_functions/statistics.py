"""Running sums, order statistics, histograms, and how variables vary together. Single precision is
compared with double precision, rounded once."""

import numpy as np

from .table import FLOATS, FUNCTIONS, INTEGERS, NUMBERS, case


def moderate(draw, shape, dtype=None, special=None):
    """Numbers, a third of the time some infinite or NaN, and their values in double precision."""
    x = draw.array(shape, dtype or draw.float_type(), special, extreme=False)
    return x, x.astype(np.float64)


def running(f, initial):
    def make(draw):
        x, wide = moderate(draw, draw.shape(1))
        axis, including = draw.axis(x.shape), draw.integer(0, 2)
        y = f(wide, axis)
        if including:
            y = np.insert(y, 0, initial, axis)
        return [x], {"axis": axis, "initial": including}, y.astype(x.dtype)
    return make


FUNCTIONS["cumulativeSum"] = running(np.cumsum, 0)
FUNCTIONS["cumulativeProduct"] = running(np.cumprod, 1)


@case
def integerCumulativeSum(draw):
    x = draw.array(draw.shape(1), draw.type(INTEGERS))
    axis, including = draw.axis(x.shape), draw.integer(0, 2)
    y = np.cumulative_sum(x, axis=axis, dtype=np.int64, include_initial=bool(including))
    return [x], {"axis": axis, "initial": including}, y


@case
def integerCumulativeProduct(draw):
    x = draw.array(draw.shape(1), draw.type(INTEGERS))
    axis, including = draw.axis(x.shape), draw.integer(0, 2)
    y = np.cumulative_prod(x, axis=axis, dtype=np.int64, include_initial=bool(including))
    return [x], {"axis": axis, "initial": including}, y


@case
def linearRecurrence(draw):
    x, wide = moderate(draw, draw.shape(1), special=False)
    factors, axis = draw.array(draw.partner(x.shape), x.dtype, special=False) / 8, draw.axis(x.shape)
    y = np.moveaxis(wide.copy(), axis, 0)
    steps = np.moveaxis(np.broadcast_to(factors.astype(np.float64), x.shape), axis, 0)
    for i in range(1, len(y)):
        y[i] += steps[i] * y[i - 1]
    return [x, factors.astype(x.dtype)], {"axis": axis}, np.moveaxis(y, 0, axis).astype(x.dtype)


@case
def diff(draw):
    x = draw.array(draw.shape(1), draw.type(NUMBERS))
    axis, count = draw.axis(x.shape), draw.integer(0, 4)
    return [x], {"axis": axis, "count": count}, np.diff(x, count, axis)


@case
def quantile(draw):
    x, wide = moderate(draw, draw.shape(0, empty=False), special=False)
    if draw.number % 3 == 2 and x.size > 1:
        x.flat[draw.integer(0, x.size)] = np.nan
        wide = x.astype(np.float64)
    axes, kept = draw.axes(x.shape) or None, draw.integer(0, 2)
    q = draw.choice([0, 1, 0.5, 0.25, 0.1, 0.9, draw.rng.random()])
    method = draw.choice(["linear", "lower", "higher", "midpoint", "nearest"])
    y = np.quantile(wide, q, axes, method=method, keepdims=bool(kept))
    return [x], {"q": float(q), "axes": axes, "keeping": kept, "method": method}, y.astype(x.dtype)


@case
def median(draw):
    x, wide = moderate(draw, draw.shape(0, empty=False))
    axes, kept = draw.axes(x.shape) or None, draw.integer(0, 2)
    y = np.median(wide, axes, keepdims=bool(kept))
    return [x], {"axes": axes, "keeping": kept}, y.astype(x.dtype)


@case
def histogram(draw):
    x, wide = moderate(draw, draw.shape())
    bins, low = draw.choice([1, 2, 4, 8]), draw.integer(-4, 2)
    high = low + draw.choice([1, 2, 4, 8])
    counts, edges = np.histogram(wide, bins, (low, high))
    return [x], {"bins": bins, "low": low, "high": high}, [counts.astype(np.int64), edges.astype(x.dtype)]


@case
def weightedHistogram(draw):
    x, wide = moderate(draw, draw.shape(), special=False)
    weights = draw.rng.integers(-4, 5, x.shape).astype(x.dtype)
    bins = draw.choice([1, 2, 4, 8])
    sums, edges = np.histogram(wide, bins, (-4, 4), weights=weights.astype(np.float64))
    return [x, weights], {"bins": bins, "low": -4, "high": 4}, [sums.astype(x.dtype), edges.astype(x.dtype)]


@case
def histogramOfEdges(draw):
    x, wide = moderate(draw, draw.shape())
    edges = np.sort(draw.rng.integers(-8, 9, draw.integer(2, 7))).astype(x.dtype) / 2
    return [x, edges], {}, np.histogram(wide, edges)[0].astype(np.int64)


@case
def histogramDensity(draw):
    x, wide = moderate(draw, draw.shape(1, empty=False), special=False)
    bins = draw.choice([1, 2, 4, 8])
    density, edges = np.histogram(wide, bins, (-16, 16), density=True)
    return [x], {"bins": bins, "low": -16, "high": 16}, [density.astype(x.dtype), edges.astype(x.dtype)]


@case
def binCounts(draw):
    x, least = draw.rng.integers(0, 9, draw.shape()).astype(np.int32), draw.integer(0, 12)
    return [x], {"least": least}, np.bincount(x.ravel(), minlength=least).astype(np.int64)


@case
def binSums(draw):
    x, least = draw.rng.integers(0, 9, draw.shape()).astype(np.int32), draw.integer(0, 12)
    weights = draw.rng.integers(-4, 5, x.shape).astype(draw.type(FLOATS))
    sums = np.bincount(x.ravel(), weights.ravel().astype(np.float64), least)
    return [x, weights], {"least": least}, sums.astype(weights.dtype)


@case
def covariance(draw):
    variables, count = draw.integer(1, 5), draw.integer(1, 9)
    x, wide = moderate(draw, draw.choice([(count,), (variables, count), (variables, count)]))
    correction = draw.integer(0, 2)
    # NumPy makes a number of a single row's covariances.
    y = np.cov(wide, ddof=correction).reshape(x.shape[:-1] * 2)
    return [x], {"correction": correction}, y.astype(x.dtype)


@case
def correlation(draw):
    x, wide = moderate(draw, (draw.integer(2, 5), draw.integer(3, 9)))
    return [x], {}, np.corrcoef(wide).astype(x.dtype)
