"""The functions that conformance.py compares, a file for each theme. Each is a function of a draw that
returns operands, parameters, and NumPy's result, or a list of results."""

from . import (creation, elements, indexing, linear_algebra, movement, order, products, reductions,
               statistics)
from .table import FUNCTIONS

__all__ = ["FUNCTIONS"]
