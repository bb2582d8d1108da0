"""NumPy: the reductions of `Reductions.swift`, by the same names."""

import numpy as np
import server

SIZES = [1_000, 100_000, 10_000_000]
OPERATIONS = {
    "sum": (np.float32, False, np.sum),
    "sum-axis-0": (np.float64, True, lambda x: np.sum(x, 0)),
    "sum-axis-1": (np.float32, True, lambda x: np.sum(x, 1)),
    "variance": (np.float32, False, np.var),
    "variance-axis-0": (np.float32, True, lambda x: np.var(x, 0)),
    "variance-axis-1": (np.float32, True, lambda x: np.var(x, 1)),
    "argmax": (np.float32, False, np.argmax),
    "cumulative-sum": (np.float64, False, np.cumsum),
    "cumulative-sum-axis-0": (np.float64, True, lambda x: np.cumsum(x, 0)),
    "cumulative-sum-axis-1": (np.float32, True, lambda x: np.cumsum(x, 1)),
    "cumulative-product": (np.float64, False, np.cumprod),
}
WORKLOADS = [f"{name}-{n}" for n in SIZES for name in OPERATIONS]


def prepared(workload, form):
    name, size = workload.rsplit("-", 1)
    precision, is_matrix, operation = OPERATIONS[name]
    x = np.random.default_rng(1).standard_normal(int(size)).astype(precision)
    if is_matrix:
        x = x.reshape(-1, 100)
    return lambda: operation(x)


if __name__ == "__main__":
    server.serve(
        {"name": "NumPy", "version": np.__version__},
        lambda task, name: ["plain"], None, prepared,
    )  # fmt: skip
