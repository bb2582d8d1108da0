"""Elements that indices pick, or replace."""

import numpy as np

from .table import case


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
def addingScattered(draw):
    x = draw.rng.integers(-4, 5, draw.shape(1, 3, empty=False)).astype(draw.float_type())
    where = draw.indices(draw.choice([(3,), (2, 2), (0,), ()]), x.shape[0])
    slices = draw.rng.integers(-4, 5, where.shape + x.shape[1:]).astype(x.dtype)
    y = x.copy()
    np.add.at(y, where, slices)
    return [x, where, slices], {}, y


@case
def puttingSlices(draw):
    x = draw.array(draw.shape(1, 4, empty=False), draw.type())
    where = draw.rng.permutation(x.shape[0])[:draw.integer(0, x.shape[0] + 1)].astype(np.int32)
    where -= x.shape[0] * draw.rng.integers(0, 2, where.shape).astype(np.int32)
    slices = draw.array(where.shape + x.shape[1:], x.dtype)
    y = x.copy()
    y[where] = slices
    return [x, where, slices], {}, y


@case
def pickingColumns(draw):
    x = draw.array((draw.integer(0, 5), draw.integer(1, 5)), draw.float_type())
    columns = draw.rng.integers(0, x.shape[1], x.shape[0]).astype(np.int32)
    return [x, columns], {}, x[np.arange(len(x)), columns]
