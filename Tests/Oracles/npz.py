"""Writes the files of named tensors that the tests of NPZ read.

    python3 Tests/Oracles/npz.py

Needs numpy (2.4.6 wrote the files in the repository). The elements are those of formats.py.
"""

import base64
import io
import pathlib
import struct
import warnings
import zipfile
import zlib

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


def forged(method, *members):
    """An archive whose entries claim what they like: names, data as stored, lengths, checksums."""
    data, directory = b"", b""
    for name, stream, claimed, checksum in members:
        size = struct.pack("<III", checksum, len(stream), min(claimed, 0xFFFFFFFF))
        extra = struct.pack("<HHQ", 1, 8, claimed) if claimed > 0xFFFFFFFF else b""
        entry = b"PK\1\2" + struct.pack("<HHHHI", 45, 45, 0, method, 0) + size
        entry += struct.pack("<HH", len(name), len(extra)) + bytes(10)
        directory += entry + struct.pack("<I", len(data)) + name.encode() + extra
        data += b"PK\3\4" + struct.pack("<HHHI", 45, 0, method, 0) + size
        data += struct.pack("<HH", len(name), 0) + name.encode() + stream
    end = struct.pack("<HHII", len(members), len(members), len(directory), len(data))
    return data + directory + b"PK\5\6" + bytes(4) + end + bytes(2)


def deflated(data):
    stream = zlib.compressobj(9, zlib.DEFLATED, -15)
    return stream.compress(data) + stream.flush()


def claiming(array, shape):
    """The file of an array, whose header says that it has another shape."""
    data, old = npy(array), str(array.shape).encode()
    new = shape.encode()
    return data.replace(old + b", }" + b" " * (len(new) - len(old)), new + b", }")


ALL = {
    "float32": values("<f4", (2, 3)),
    "int64": values("<i8", (2, 3)),
    "bool": values("?", (2, 3)),
    "float64": values("<f8", (2, 3)),
    "uint8": values("u1", (2, 3)),
    "int32": values("<i4", (2, 3)),
}
FLOAT = values("<f4", (2,))
BYTES = values("u1", (8,))
INT32_MAX = (1 << 31) - 1
BOMB = deflated(npy(FLOAT) + bytes(1 << 20))
ZEROS = npy(np.zeros(1 << 20, np.uint8))

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
    "huge": archive(("a.npy", claiming(FLOAT, "(1048576, 1024)"))),
    # Much follows the array, then what is no deflated data: an error of its own, if it is reached.
    "bomb": forged(8, ("a.npy", BOMB[:-64] + b"\xff" * 64, 136 + (1 << 20), 0)),
    "hiddenBomb": forged(8, ("a.npy", BOMB[:-64] + b"\xff" * 64, 136, 0)),
    # Each could be there, but not both.
    "twoBombs": forged(
        8,
        ("a.npy", deflated(ZEROS), len(ZEROS), zlib.crc32(ZEROS)),
        ("b.npy", deflated(npy(FLOAT)), len(ZEROS), 0),
    ),
    "extent": archive(("a.npy", claiming(FLOAT, f"({1 << 62},)"))),
    "product": archive(("a.npy", claiming(BYTES, f"({INT32_MAX}, {INT32_MAX})"))),
    "promise": forged(
        0,
        (
            "a.npy",
            claiming(BYTES, f"({INT32_MAX}, {INT32_MAX})"),
            128 + INT32_MAX * INT32_MAX,
            0,
        ),
    ),
    "cutStream": forged(8, ("a.npy", deflated(ZEROS)[:500], len(ZEROS), 0)),
    "endedStream": forged(8, ("a.npy", deflated(npy(FLOAT)), 136 + 8, 0)),
    "endedArray": forged(8, ("a.npy", deflated(claiming(FLOAT, "(4,)")), 136 + 8, 0)),
}

for key in ["huge", "extent", "product"]:
    assert len(FILES[key]) in (len(archive(("a.npy", npy(a)))) for a in (FLOAT, BYTES)), key
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
