"""NumPy: ten thousand systems of four equations, as in `LinearAlgebra.swift`."""

import numpy as np
import server
from numpy_linear_algebra import normal

OPERATIONS = {
    "solve-10000x4x4": ([lambda: normal(10_000, 4, 4), lambda: normal(10_000, 4, 1, seed=2)], np.linalg.solve),
    "inverse-10000x4x4": ([lambda: normal(10_000, 4, 4)], np.linalg.inv),
}
WORKLOADS = list(OPERATIONS)


def prepared(workload, form):
    data, operation = OPERATIONS[workload]
    data = [make() for make in data]
    return lambda: operation(*data)


if __name__ == "__main__":
    server.serve({"name": "NumPy", "version": np.__version__}, lambda task, name: ["plain"], None, prepared)
