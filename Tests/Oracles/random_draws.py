"""Writes Tests/TernTensorsTests/Random/RandomOracle.swift, what Tern's generators must draw.

NumPy's RandomState is the oracle of NumPyRandom; a plain Philox of Python integers, itself checked
against Random123's known answers, is that of Philox; Python's NormalDist that of normalQuantile.
Long sequences are stored as an FNV-1a hash of their 64-bit patterns.

    python3 Tests/Oracles/random_draws.py      # numpy 2.4.6

(A file named random.py here would hide Python's own from every script beside it.)
"""

import statistics
import textwrap
from pathlib import Path

import numpy as np

OUTPUT = Path(__file__).parents[1] / "TernTensorsTests/Random/RandomOracle.swift"


def words(values):
    """The 64-bit patterns of doubles or integers."""
    values = np.asarray(values).ravel()
    return values.astype(np.float64 if values.dtype.kind == "f" else np.int64).view(np.uint64)


def fingerprint(values):
    """FNV-1a over 64-bit words."""
    hash = 0xCBF29CE484222325
    for word in words(values).tolist():
        hash = (hash ^ word) * 0x100000001B3 % 2**64
    return hash


def philox_block(key, counter):
    """Philox4x32-10 as in the paper: four words of a 64-bit key and a 128-bit counter."""
    x = [counter >> 32 * i & 0xFFFFFFFF for i in range(4)]
    k = [key & 0xFFFFFFFF, key >> 32]
    for _ in range(10):
        p, q = 0xD2511F53 * x[0], 0xCD9E8D57 * x[2]
        x = [q >> 32 ^ x[1] ^ k[0], q & 0xFFFFFFFF, p >> 32 ^ x[3] ^ k[1], p & 0xFFFFFFFF]
        k = [(k[0] + 0x9E3779B9) % 2**32, (k[1] + 0xBB67AE85) % 2**32]
    return x


def philox_words(seed, stream, count, first_block=0):
    blocks = range((count + 3) // 4)
    counters = [((stream << 64) + first_block + i) % 2**128 for i in blocks]
    return [word for counter in counters for word in philox_block(seed, counter)][:count]


def check_known_answers():
    """Random123's kat_vectors for philox4x32 with 10 rounds."""
    for key, counter, answer in [
        (0, 0, "6627e8d5 e169c58d bc57ac4c 9b00dbd8"),
        (2**64 - 1, 2**128 - 1, "408f276d 41c83b0e a20bc7c6 6d5451fd"),
        (0x299F31D0A4093822, 0x0370734413198A2E85A308D3243F6A88,
         "d16cfe09 94fdcceb 5001e420 24126ea1"),
    ]:
        assert " ".join(f"{word:08x}" for word in philox_block(key, counter)) == answer


class Writer:
    def __init__(self):
        self.text = f"// Written by Tests/Oracles/random_draws.py with numpy {np.__version__}.\n\n"
        self.text += "/// What the generators must draw.\nenum RandomOracle {\n"

    def array(self, name, values, type="Double"):
        values = values if isinstance(values, list) else np.asarray(values).ravel().tolist()
        body = textwrap.fill(", ".join(str(value) for value in values), 94)
        self.text += f"  static let {name}: [{type}] = [\n{textwrap.indent(body, '    ')},\n  ]\n"

    def table(self, name, type, rows):
        self.text += f"  static let {name}: [{type}] = [\n"
        self.text += "".join(f"    {row},\n" for row in rows) + "  ]\n"

    def number(self, name, value, type):
        self.text += f"  static let {name}: {type} = {value}\n"

    def save(self):
        OUTPUT.write_text(self.text + "}\n")


def philox(out):
    rows = []
    for seed, stream, first in [(0, 0, 0), (42, 0, 0), (2**64 - 1, 7, 0), (42, 3, 2**64 - 3),
                                (1, 2**64 - 1, 2**64 - 3), (5, 1, 2**32 - 3)]:
        hash = fingerprint(np.array(philox_words(seed, stream, 5000, first), dtype=np.int64))
        rows.append(f"({seed}, {stream}, {first}, {hash})")
    out.table("philox", "(seed: UInt64, stream: UInt64, block: UInt64, fingerprint: UInt64)",
              rows)
    out.array("philoxSeed42", philox_words(42, 0, 12), "UInt32")
    halves = iter(philox_words(42, 0, 200))
    order = list(range(20))
    for i in reversed(range(1, 20)):  # rejection would need a word below 20
        j = (next(halves) | next(halves) << 32) * (i + 1) >> 64
        order[i], order[j] = order[j], order[i]
    out.array("philoxPermutation", order, "Int")


def numpy_sequences(out):
    seeds = [0, 1, 42, 1234567890, 2**32 - 1]
    new = np.random.RandomState
    rows = [f"({s}, {fingerprint(new(s).rand(2000))}, {fingerprint(new(s).randn(2001))}, "
            f"{fingerprint(new(s).permutation(1000))})" for s in seeds]
    out.table("sequences", "(seed: UInt32, uniform: UInt64, normal: UInt64, permutation: UInt64)",
              rows)
    arrays = [[0], [1, 2, 3], [2**32 - 1, 0, 7], list(range(700))]
    out.array("arraySeeds", [fingerprint(new(seed).rand(1000)) for seed in arrays], "UInt64")
    out.array("uniform0", new(0).rand(5))
    out.array("normal0", new(0).randn(5))
    out.array("uniformRange", new(3).uniform(-2.5, 7.25, 5))
    out.array("normalScaled", new(3).normal(5.5, 0.3, 5))


def numpy_integers(out):
    ranges = [(0, 1), (0, 2), (0, 10), (-7, 5), (0, 256), (-128, 128), (0, 1000), (0, 2**31),
              (0, 2**32 - 1), (0, 2**32), (0, 2**32 + 1), (-2**40, 2**40), (-2**62, 2**62 + 1),
              (-2**63, 2**63 - 1)]
    rows = []
    for low, high in ranges:
        rng = np.random.RandomState(11)
        draws = fingerprint(rng.randint(low, high, 1000))
        rows.append(f"({low}, {high}, {draws}, {rng.randint(0, 1000)})")
    out.table("integers", "(low: Int, high: Int, fingerprint: UInt64, then: Int)", rows)


def numpy_choices(out):
    new = np.random.RandomState
    p = [0.1, 0, 0.3, 0.2, 0.15, 0.05, 0.2]
    out.array("choice", new(5).choice(10, 20), "Int")
    out.array("choiceDistinct", new(5).choice(10, 7, replace=False), "Int")
    out.array("choiceWeighted", new(5).choice(7, 20, p=p), "Int")
    out.array("choiceWeightedDistinct", new(5).choice(7, 6, replace=False, p=p), "Int")
    skewed = np.exp(-np.arange(50) / 4)
    skewed /= skewed.sum()
    out.array("skewed", skewed)
    out.array("choiceSkewedDistinct", new(6).choice(50, 40, replace=False, p=skewed), "Int")
    rng = new(5)
    letters = list(range(10, 20))
    rng.shuffle(letters)
    out.array("shuffled", letters, "Int")
    out.array("thenChoice", [rng.choice([10, 20, 30]) for _ in range(5)], "Int")


def numpy_interleaved(out):
    """Every kind of draw in turn, so that each must leave the generator where NumPy does."""
    rng = np.random.RandomState(2024)
    draws = []
    for round in range(300):
        draws += rng.randn(round % 4).tolist()
        draws += [rng.rand(), float(rng.randint(-3, 9)), float(rng.randint(0, 2**40)), rng.randn()]
        draws += [rng.normal(2, 3), rng.uniform(-1, 4)]
        draws += rng.permutation(5).astype(float).tolist()
        draws += rng.choice(8, 3, replace=False).astype(float).tolist()
    out.number("interleaved", fingerprint(draws), "UInt64")
    rng = np.random.RandomState(9)
    rng.randn(301)
    _, key, position, has_normal, normal = rng.get_state()
    state = np.concatenate([key.astype(np.uint64), np.array([position, has_normal], np.uint64),
                            np.array([normal]).view(np.uint64)])
    out.number("stateAfter301Normals", fingerprint(state), "UInt64")


def toy_network(out):
    """SYSTEMS.md B1: the weights, the batches drawn after them, and the inputs."""
    rng = np.random.RandomState(0)
    first = 0.1 * rng.randn(10, 4)
    second = 0.1 * rng.randn(3, 10)
    batches = [rng.choice(5, 200) for _ in range(100)]
    inputs = 10 * np.random.RandomState(1).randn(5, 4)
    hidden = np.maximum(inputs @ first.T, 0)
    published = [-1.07260209, 0.05083871, -0.87253915]
    assert np.abs((hidden @ second.T)[0] - published).max() < 1e-8
    out.number("toyFirstWeights", fingerprint(first), "UInt64")
    out.number("toySecondWeights", fingerprint(second), "UInt64")
    out.number("toyBatches", fingerprint(np.concatenate(batches)), "UInt64")
    out.array("toyInputs", inputs)


def quantiles(out):
    p = [1e-300, 1e-20, 1e-12, 1e-9, 1e-5, 0.001, 0.02275, 0.0749999, 0.075, 0.3, 0.5, 0.7, 0.925,
         0.98, 0.9999, 1 - 2**-53]
    out.array("probabilities", p)
    out.array("quantiles", [statistics.NormalDist().inv_cdf(x) for x in p])


def main():
    check_known_answers()
    out = Writer()
    for write in [philox, numpy_sequences, numpy_integers, numpy_choices, numpy_interleaved,
                  toy_network, quantiles]:
        write(out)
    out.save()


if __name__ == "__main__":
    main()
