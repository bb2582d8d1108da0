"""Functions of one array, or of two, element by element."""

import numpy as np
import scipy.special

from .table import FLOATS, FUNCTIONS, INTEGERS, NUMBERS, TYPES, case


def softplus(x):
    return np.logaddexp(0, x)


UNARY = {
    "exp": np.exp, "expm1": np.expm1, "log": np.log, "log1p": np.log1p, "sqrt": np.sqrt,
    "exp2": np.exp2, "log2": np.log2, "log10": np.log10, "cubeRoot": np.cbrt,
    "sin": np.sin, "cos": np.cos, "tan": np.tan, "asin": np.arcsin, "acos": np.arccos, "atan": np.arctan,
    "sinh": np.sinh, "cosh": np.cosh, "tanh": np.tanh, "asinh": np.arcsinh, "acosh": np.arccosh,
    "atanh": np.arctanh, "erf": scipy.special.erf,
    "floor": np.floor, "ceil": np.ceil, "rounded": np.round, "truncated": np.trunc,
    "squared": np.square, "reciprocal": np.reciprocal, "sigmoid": scipy.special.expit,
    "relu": lambda x: np.maximum(x, 0), "softplus": softplus, "rsqrt": lambda x: 1 / np.sqrt(x),
    "leakyReLU": lambda x: np.where(x > 0, x, x * 0.01), "elu": lambda x: np.where(x > 0, x, np.expm1(x)),
    "silu": lambda x: x * scipy.special.expit(x), "gelu": lambda x: x * scipy.special.ndtr(x),
    "isNaN": np.isnan, "isFinite": np.isfinite, "isInfinite": np.isinf, "signBit": np.signbit,
}
UNARY_OF_NUMBERS = {"abs": np.abs, "sign": np.sign, "negative": np.negative}
BINARY = {
    "divide": np.divide, "power": np.power, "hypot": np.hypot, "atan2": np.arctan2,
    "logAddExp": np.logaddexp, "copySign": np.copysign, "nextAfter": np.nextafter,
}
BINARY_OF_NUMBERS = {
    "add": np.add, "subtract": np.subtract, "multiply": np.multiply,
    "maximum": np.maximum, "minimum": np.minimum,
    "floorDivided": np.floor_divide, "remainder": np.remainder,
}
COMPARISONS = {
    "equal": np.equal, "notEqual": np.not_equal, "less": np.less, "lessOrEqual": np.less_equal,
    "greater": np.greater, "greaterOrEqual": np.greater_equal,
}
BITS = {"and": np.bitwise_and, "or": np.bitwise_or, "xor": np.bitwise_xor}
VIEWS = {"": lambda x: x, "reversed": np.flip, "transposed": np.transpose,
         "everySecond": lambda x: x[..., ::-2] if x.ndim else x}


def unary(f, types=FLOATS):
    def make(draw):
        dtype = draw.type(types)
        x = draw.array(draw.shape(), dtype)
        view = draw.choice(list(VIEWS))
        # Through doubles, so that what single precision is compared with is rounded once.
        y = np.asarray(f(VIEWS[view](x).astype(np.float64 if dtype.kind == "f" else dtype)))
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
for name, f in UNARY_OF_NUMBERS.items():
    FUNCTIONS[name] = unary(f, NUMBERS)
for name, f in BINARY.items():
    FUNCTIONS[name] = binary(f, FLOATS)
for name, f in BINARY_OF_NUMBERS.items():
    FUNCTIONS[name] = binary(f, NUMBERS)
for name, f in COMPARISONS.items():
    FUNCTIONS[name] = binary(f, TYPES if name in ("equal", "notEqual") else NUMBERS)
for name, f in BITS.items():
    FUNCTIONS[name] = binary(f, INTEGERS + [np.bool_])


@case
def not_(draw):
    x = draw.array(draw.shape(), draw.type(INTEGERS + [np.bool_]))
    return [x], {}, ~x


def drawn_with_small(draw, end):
    """Integers, and numbers below an end that broadcast with them."""
    x = draw.array(draw.shape(), draw.type(INTEGERS))
    return x, draw.rng.integers(0, end, draw.partner(x.shape)).astype(x.dtype)


@case
def integerPower(draw):
    x, y = drawn_with_small(draw, 30)
    return [x, y], {}, x ** y


@case
def shiftLeft(draw):
    x, y = drawn_with_small(draw, 70)
    return [x, y], {}, x << y


@case
def shiftRight(draw):
    x, y = drawn_with_small(draw, 70)
    return [x, y], {}, x >> y


@case
def clipped(draw):
    x = draw.array(draw.shape(), draw.type(NUMBERS))
    low = draw.integer(-3 if x.dtype != np.uint8 else 0, 2)
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


# Numbers beside arrays.

def with_number(f, types):
    def make(draw):
        x, number = draw.array(draw.shape(), draw.type(types)), draw.integer(0, 7)
        return [x], {"number": number}, f(x, x.dtype.type(number))
    return make


WITH_NUMBER = {
    "plusNumber": np.add, "minusNumber": np.subtract, "timesNumber": np.multiply,
    "numberMinus": lambda x, n: np.subtract(n, x), "maximumOfNumber": np.maximum,
    "minimumOfNumber": np.minimum, "remainderByNumber": np.remainder,
    "floorDividedByNumber": np.floor_divide,
}
for name, f in WITH_NUMBER.items():
    FUNCTIONS[name] = with_number(f, NUMBERS)
FUNCTIONS["overNumber"] = with_number(np.divide, FLOATS)
FUNCTIONS["numberOver"] = with_number(lambda x, n: np.divide(n, x), FLOATS)


@case
def isClose(draw):
    x = draw.array(draw.shape(), draw.float_type(), extreme=False)
    near = x * (1 + draw.choice([0, 1e-6, 1e-4]) * draw.rng.normal(size=x.shape))
    y = near.astype(x.dtype)
    # In double precision a difference of infinite numbers is NaN, too.
    return [x, y], {}, np.allclose(x.astype(np.float64), y.astype(np.float64))
