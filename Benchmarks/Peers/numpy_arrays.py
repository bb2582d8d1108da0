"""NumPy: the array operations of `Arrays.swift`, by the same names."""

import numpy as np
import server

SIZES = {"1e3": 1_000, "1e5": 100_000, "1e7": 10_000_000}


def normal(count, kind=np.float32):
    return np.random.default_rng(1).standard_normal(count).astype(kind)


def operations(n):
    """What makes the data of an operation, and the operation."""
    x32, x64 = lambda: normal(n), lambda: normal(n, np.float64)
    rows32, rows64 = lambda: x32().reshape(-1, 100), lambda: x64().reshape(-1, 100)
    integers = lambda: (x32() * 1e6).astype(np.int32)
    return {
        "add-f32": ([x32, x32], lambda x, y: x + y),
        "multiply-add-f64": ([x64, x64], lambda x, y: x * y + x),
        "exp-f32": ([x32], np.exp),
        "log-f64": ([lambda: np.abs(x64())], np.log),
        "sin-f32": ([x32], np.sin),
        "tanh-f32": ([x32], np.tanh),
        "power-f64": ([lambda: np.abs(x64()), x64], lambda x, y: x**y),
        "maximum-i32": ([integers, integers], np.maximum),
        "where-f32": ([x32, x32], lambda x, y: np.where(x > 0, x, y)),
        "sum-f32": ([x32], np.sum),
        "sum-axis-0-f64": ([rows64], lambda x: x.sum(axis=0)),
        "sum-axis-1-f32": ([rows32], lambda x: x.sum(axis=1)),
        "variance-f32": ([x32], np.var),
        "cumulative-sum-f64": ([x64], np.cumsum),
        "argmax-f32": ([x32], np.argmax),
        "sort-f32": ([x32], np.sort),
        "take-f32": ([x32, lambda: np.random.default_rng(2).integers(n, size=n)], np.take),
        "mask-f64": ([x64, lambda: x64() > 0], lambda x, mask: x[mask]),
        "transpose-f32": ([rows32], lambda x: np.ascontiguousarray(x.T)),
        "matmul-f32": ([rows32, lambda: normal(10_000).reshape(100, 100)], np.matmul),
    }


WORKLOADS = [f"{name}-{size}" for size in SIZES for name in operations(0)]


def prepared(workload, form):
    name, size = workload.rsplit("-", 1)
    data, operation = operations(SIZES[size])[name]
    data = [make() for make in data]
    return lambda: operation(*data)


if __name__ == "__main__":
    server.serve({"name": "NumPy", "version": np.__version__}, lambda task, name: ["plain"], None, prepared)
