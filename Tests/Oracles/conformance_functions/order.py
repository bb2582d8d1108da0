"""Functions that sort, and search."""

import numpy as np

from .table import FUNCTIONS, NUMBERS, case, indices_of


def descending_places(x, axis):
    """Places in descending order, those of equal elements in ascending order; NaN comes first."""
    last = x.shape[axis] - 1
    return last - np.flip(np.argsort(np.flip(x, axis), axis, kind="stable"), axis)


def in_order(of):
    """A function of elements of which many are equal, an axis, and whether the order descends."""
    def make(draw):
        x = draw.repeating(draw.shape(1), draw.type())
        axis, descending = draw.axis(x.shape), draw.integer(0, 2)
        return [x], {"axis": axis, "descending": descending}, of(x, axis, descending)
    return make


def sorted_places(x, axis, descending):
    return descending_places(x, axis) if descending else np.argsort(x, axis, kind="stable")


FUNCTIONS["sort"] = in_order(
    lambda x, axis, descending: np.flip(np.sort(x, axis), axis) if descending else np.sort(x, axis))
FUNCTIONS["argsort"] = in_order(lambda *given: indices_of(sorted_places(*given)))


@case
def topK(draw):
    x = draw.repeating(draw.shape(1), draw.type(NUMBERS))
    axis, largest = draw.axis(x.shape), draw.integer(0, 2)
    k = draw.integer(0, x.shape[axis] + 1)
    order = np.take(sorted_places(x, axis, largest), range(k), axis)
    parameters = {"axis": axis, "k": k, "largest": largest}
    return [x], parameters, [np.take_along_axis(x, order, axis), indices_of(order)]


@case
def unique(draw):
    x = draw.repeating(draw.shape(), draw.type())
    values, first, inverse, counts = np.unique(
        x, return_index=True, return_inverse=True, return_counts=True)
    return [x], {}, [values, indices_of(first), indices_of(inverse), indices_of(counts)]


@case
def uniqueCounts(draw):
    x = draw.repeating(draw.shape(), draw.type())
    values, counts = np.unique(x, return_counts=True)
    return [x], {}, [values, indices_of(counts)]


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


@case
def searchsorted(draw):
    dtype = draw.type(NUMBERS)
    x = np.sort(draw.repeating((draw.integer(0, 9),), dtype))
    values = draw.repeating(draw.shape(), dtype)
    side = draw.choice(["left", "right"])
    return [x, values], {"side": side}, indices_of(np.searchsorted(x, values, side))
