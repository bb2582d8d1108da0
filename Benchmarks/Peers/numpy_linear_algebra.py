"""NumPy and SciPy: the routines of `LinearAlgebra.swift`, by the same names."""

import numpy as np
import scipy.linalg
import server

SIZES = [16, 128, 1024]


def normal(*shape, seed=1):
    return np.random.default_rng(seed).standard_normal(shape)


def operations(n):
    """What makes the data of a routine, and the routine."""
    a, b, vector = lambda: normal(n, n), lambda: normal(n, n, seed=2), lambda: normal(n, seed=2)
    positive, symmetric = lambda: a() @ a().T + np.eye(n), lambda: a() + a().T
    return {
        "solve": ([a, b], np.linalg.solve),
        "inverse": ([a], np.linalg.inv),
        "determinant": ([a], np.linalg.det),
        "cholesky": ([positive], np.linalg.cholesky),
        "lu": ([a], scipy.linalg.lu_factor),
        "qr": ([a], np.linalg.qr),
        "svd": ([a], np.linalg.svd),
        "eigh": ([symmetric], np.linalg.eigh),
        "eig": ([a], np.linalg.eig),
        "least-squares": ([a, vector], lambda a, b: np.linalg.lstsq(a, b, rcond=None)),
    }


WORKLOADS = [f"{name}-{n}" for n in SIZES for name in operations(1)]


def prepared(workload, form):
    name, size = workload.rsplit("-", 1)
    data, operation = operations(int(size))[name]
    data = [make() for make in data]
    return lambda: operation(*data)


if __name__ == "__main__":
    server.serve(
        {"name": "NumPy and SciPy", "version": f"{np.__version__}, {scipy.__version__}"},
        lambda task, name: ["plain"], None, prepared,
    )  # fmt: skip
