"""Writes the pickles that the tests of PickleReader read, and what Python sees in them; prints the figures
of CIFAR-10 that its tests compare with.

    python3 Tests/Oracles/pickles.py [FOLDER]     FOLDER is an unpacked cifar-10-batches-py

Needs numpy (2.4.6 wrote the files in the repository).
"""

import base64
import pathlib
import pickle
import struct
import sys
import zlib

import numpy as np

TESTS = pathlib.Path(__file__).parents[1] / "TernDataTests"

VALUES = {
    "numbers": [0, 1, 255, 256, 65535, 65536, -1, -(2**31), 2**31, 2**63 - 1, -(2**63), 0.5, -2.25e300, 1e-5],
    "constants": [None, True, False, (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], {}],
    "texts": ["", "a'b", "line\nnext\\", "h\u00e9\u03bb\U0001f600", "x" * 300],
    "nested": {"a": [1, [2, {"b": (3, [])}]], "c": {"d": {}}},
}
BINARY = {
    "bytes": [b"", b"abc", bytes(range(32, 64)) * 10],
    "array": {"data": np.arange(6, dtype=np.uint8).reshape(2, 3), "labels": [6, 9]},
    "arrays": [np.zeros((0, 3), np.uint8), np.array(7, np.uint8)],
}
REFUSED = {
    "set": {1, 2},
    "complex": 1j,
    "floats": np.zeros(2, np.float32),
    "fortran": np.asfortranarray(np.zeros((2, 3), np.uint8)),
    "objects": np.array([None], object),
    "large": 2**64,
    "path": pathlib.PurePosixPath("a"),
}
# As Python 2 writes them; the first is the dialect of CIFAR-10's files with another array in it.
PYTHON2 = {
    "python2": (
        b"\x80\x02}q\x01(U\x0bbatch_labelq\x02U\x15training batch 1 of 5q\x03U\x06labelsq\x04]q\x05(K\x06K\x09eU\x04"
        b"dataq\x06cnumpy.core.multiarray\n_reconstruct\nq\x07cnumpy\nndarray\nq\x08K\x00\x85U\x01b\x87Rq\x09(K\x01K"
        b"\x02K\x03\x86cnumpy\ndtype\nq\x0aU\x02u1K\x00K\x01\x87Rq\x0b(K\x03U\x01|NNNJ\xff\xff\xff\xffJ\xff\xff\xff"
        b"\xffK\x00tb\x89T\x06\x00\x00\x00\x00\x01\x02\x03\x04\x05tbU\tfilenamesq\x0c]q\x0d(U\x01aq\x0eU\x01bq\x0feu."
    ),
    "python2protocol0": (
        b"(dp0\nS'labels'\np1\n(lp2\nI6\naI9\nasS'data'\np3\ncnumpy.core.multiarray\n_reconstruct\np4\n(cnumpy\n"
        b"ndarray\np5\n(I0\ntp6\nS'b'\np7\ntp8\nRp9\n(I1\n(I2\nI3\ntp10\ncnumpy\ndtype\np11\n(S'u1'\np12\nI0\nI1\n"
        b"tp13\nRp14\n(I3\nS'|'\np15\nNNNI-1\nI-1\nI0\ntp16\nbI00\nS'\\x00\\x01\\n\\'\\\\\"'\np17\ntp18\nbs"
        b"S\"it's\"\np19\n(I01\nL12L\nF0.5\ntp20\nsS'again'\ng2\ns."
    ),
}


def text(value):
    """A value in the words of the test's own description."""
    if isinstance(value, np.ndarray):
        return f"array{list(value.shape)}{value.ravel().tolist()}"
    if isinstance(value, str):
        value = value.encode()
    if isinstance(value, bytes):
        return "'" + "".join(chr(b) if 32 <= b < 127 and b not in b"'\\" else f"\\{b:02x}" for b in value) + "'"
    if isinstance(value, list):
        return "[" + ", ".join(map(text, value)) + "]"
    if isinstance(value, tuple):
        return "(" + ", ".join(map(text, value)) + ")"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{text(k)}: {text(v)}" for k, v in value.items()) + "}"
    if isinstance(value, float):
        return struct.pack(">d", value).hex()
    return str(value)


def lines(words):
    """The words in lines that neither begin nor end with a space; the test joins them again."""
    while len(words) > 90:
        end = 90
        while words[end - 1] == " " or words[end] == " ":
            end -= 1
        yield words[:end]
        words = words[end:]
    yield words


def literal(data):
    encoded = base64.b64encode(data).decode()
    parts = [encoded[i : i + 92] for i in range(0, len(encoded), 92)]
    return '"""\n' + "".join(f"    {part}\n" for part in parts) + '    """'


def files():
    for protocol in range(5):
        for name, value in (VALUES | (BINARY if protocol >= 3 else {})).items():
            yield f"{name}{protocol}", pickle.dumps(value, protocol), value
    for name, data in PYTHON2.items():
        yield name, data, pickle.loads(data, encoding="bytes")


good = "".join(
    f"  PickleFile(\n    name: \"{name}\",\n    base64: {literal(data)},\n    text: #\"\"\"\n"
    + "".join(f"      {line}\n" for line in lines(text(value)))
    + "      \"\"\"#),\n"
    for name, data, value in files()
)
bad = "".join(
    f"  PickleFile(\n    name: \"{name}\",\n    base64: {literal(pickle.dumps(value, 4))}, text: \"\"),\n"
    for name, value in REFUSED.items()
)
(TESTS / "Pickle" / "PickleFixtures.swift").write_text(
    "// Written by Tests/Oracles/pickles.py; do not edit.\n\n"
    "/// Pickles that Python wrote, their names ending with the protocol, and what Python sees in them.\n"
    f"let pickleFiles = [\n{good}]\n\n"
    "/// Pickles that hold what CIFAR-10 does not need.\n"
    f"let refusedPickleFiles = [\n{bad}]\n"
)

if len(sys.argv) > 1:
    for name in [f"data_batch_{i}" for i in range(1, 6)] + ["test_batch"]:
        batch = pickle.loads((pathlib.Path(sys.argv[1]) / name).read_bytes(), encoding="latin1")
        data, labels = batch["data"], batch["labels"]
        print(name, "first labels", labels[:5], "sum of pixels", int(data.sum(dtype=np.int64)),
              "counts", np.bincount(labels).tolist(),
              "crc32 of pixels", hex(zlib.crc32(data.tobytes())), "first pixels", data[0, :3].tolist())
