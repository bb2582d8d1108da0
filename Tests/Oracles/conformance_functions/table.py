"""What all themes share: types of elements, and the table of functions."""

import numpy as np

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
