"""Writes the files of named tensors that the tests of NPZ read.

    python3 Tests/Oracles/npz.py

Needs numpy (2.4.6 wrote the files in the repository). The elements are those of formats.py.
"""

import base64
import io
import pathlib
import warnings
import zipfile

import numpy as np

TESTS = pathlib.Path(__file__).parents[1] / "TernDataTests"


def values(dtype, shape):
    i = np.arange(int(np.prod(shape)))
    kind = np.dtype(dtype).kind
    elements = {"f": (i - 2) / 2, "i": 100 * i - 250, "u": 40 * i, "b": i % 3 == 0}[kind]
    return elements.astype(dtype).reshape(shape)


def npz(save=np.savez, **arrays):
    file = io.BytesIO()
    save(file, **arrays)
    return file.getvalue()


def archive(*members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as members_of, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about names that occur twice
        for name, data in members:
            members_of.writestr(zipfile.ZipInfo(name), data)
    return file.getvalue()


def npy(array):
    file = io.BytesIO()
    np.save(file, array)
    return file.getvalue()


def with_small_limit(write):
    """What zipfile writes where sizes and offsets above 10 bytes need the fields of zip64."""
    limit, zipfile.ZIP64_LIMIT = zipfile.ZIP64_LIMIT, 10
    try:
        return write()
    finally:
        zipfile.ZIP64_LIMIT = limit


ALL = {
    "float32": values("<f4", (2, 3)),
    "int64": values("<i8", (2, 3)),
    "bool": values("?", (2, 3)),
    "float64": values("<f8", (2, 3)),
    "uint8": values("u1", (2, 3)),
    "int32": values("<i4", (2, 3)),
}
FLOAT = values("<f4", (2,))

FILES = {
    "stored": npz(**ALL),
    "deflated": npz(np.savez_compressed, **ALL),
    "zip64": with_small_limit(lambda: npz(**ALL)),
    "names": npz(**{"h\u00e9\u03bb\U0001f600": FLOAT, "a/b": FLOAT, "": FLOAT, "x.npy": FLOAT}),
    "shapes": npz(
        scalar=values("<f8", ()),
        empty=values("<i4", (0, 3)),
        fortran=np.asfortranarray(values("<i8", (2, 3, 4))),
        big=values(">f4", (7,)),
        half=values("<f2", (2, 3)),
    ),
    "none": npz(),
    "tiny": npz(np.savez_compressed, a=FLOAT),
    "tinyZip64": with_small_limit(lambda: npz(a=FLOAT)),
    "objects": npz(good=FLOAT, bad=np.array([None, 1], object)),
    "int16": npz(small=np.zeros(2, np.int16)),
    "text": archive(("a.npy", npy(FLOAT)), ("read me.txt", b"hello")),
    "folder": archive(("a.npy/", b"")),
    "twice": archive(("a.npy", npy(FLOAT)), ("b.npy", npy(FLOAT)), ("a.npy", npy(FLOAT))),
    "pickle": archive(("a.npy", b"\x80\x02K\x01.")),
    "short": archive(("a.npy", npy(FLOAT)[:-1])),
    "huge": archive(("a.npy", npy(FLOAT).replace(b"(2,), }" + b" " * 11, b"(1048576, 1024), }"))),
}

assert len(FILES["huge"]) == len(archive(("a.npy", npy(FLOAT)))) and b"1048576" in FILES["huge"]
assert b"PK\x06\x06" in FILES["zip64"]

lines = []
for key, data in FILES.items():
    text = base64.b64encode(data).decode()
    parts = [text[i : i + 92] for i in range(0, len(text), 92)]
    lines.append(f'  "{key}": """\n' + "".join(f"  {part}\n" for part in parts) + '  """,\n')
(TESTS / "NPZ" / "NPZFixtures.swift").write_text(
    "// Written by Tests/Oracles/npz.py; do not edit.\n\n"
    "import Foundation\n\n"
    "/// Files that NumPy wrote, and archives that are none of its.\n"
    f"let npzFiles: [String: [UInt8]] = [\n{''.join(lines)}].mapValues {{\n"
    "  [UInt8](Data(base64Encoded: $0, options: .ignoreUnknownCharacters) ?? Data())\n"
    "}\n"
)
