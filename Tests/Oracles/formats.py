"""Writes the files of tensors that the tests of TernFormats read and compare with.

    python3 Tests/Oracles/formats.py

Needs numpy and safetensors (2.4.6 and 0.8.0 wrote the files in the repository). The element at row-major
index i is (i - 2) / 2 where the type has fractions and signs, 100 i - 250 for other signed integers,
40 i for unsigned ones, and whether i is divisible by 3 for truth values.
"""

import base64
import io
import pathlib
import struct

import numpy as np
from safetensors.numpy import save

TESTS = pathlib.Path(__file__).parents[1] / "TernFormatsTests"


def values(dtype, shape):
    i = np.arange(int(np.prod(shape)))
    kind = np.dtype(dtype).kind
    elements = {"f": (i - 2) / 2, "i": 100 * i - 250, "u": 40 * i, "b": i % 3 == 0}[kind]
    return elements.astype(dtype).reshape(shape)


def npy(array, version=None):
    file = io.BytesIO()
    np.lib.format.write_array(file, array, version=version)
    return file.getvalue()


NPY = {
    "float32": npy(values("<f4", (2, 3))),
    "float64": npy(values("<f8", (2, 3))),
    "int32": npy(values("<i4", (2, 3))),
    "int64": npy(values("<i8", (2, 3))),
    "uint8": npy(values("u1", (2, 3))),
    "bool": npy(values("?", (2, 3))),
    "float16": npy(values("<f2", (2, 3))),
    "bigFloat16": npy(values(">f2", (2, 3))),
    "bigFloat32": npy(values(">f4", (2, 3))),
    "bigFloat64": npy(values(">f8", (2, 3))),
    "bigInt32": npy(values(">i4", (2, 3))),
    "bigInt64": npy(values(">i8", (2, 3))),
    "rank0": npy(values("<f4", ())),
    "rank1": npy(values("<f4", (7,))),
    "empty": npy(values("<f8", (0, 3))),
    "rank4": npy(values("<i4", (1, 2, 1, 2))),
    "fortranMatrix": npy(np.asfortranarray(values("<f4", (2, 3)))),
    "fortranCube": npy(np.asfortranarray(values("<i8", (2, 3, 4)))),
    "fortranBytes": npy(np.asfortranarray(values("u1", (2, 3)))),
    "version2": npy(values("<f4", (2, 3)), version=(2, 0)),
    "version3": npy(values("<f4", (2, 3)), version=(3, 0)),
    "complex": npy(np.zeros(2, "<c8")),
    "int16": npy(np.zeros(2, "<i2")),
    "record": npy(np.zeros(2, [("a]", "<f4"), ("b", "<i4", (2,))])),
}


def halves():
    """Numbers of 16 bits that show every branch, and the bits of the same in single precision."""
    half = np.array(
        [0x0000, 0x8000, 0x0001, 0x03FF, 0x8155, 0x0400, 0x3C00, 0xC248, 0x7BFF, 0x7C00, 0xFC00, 0x7E00],
        np.uint16,
    )
    single = half.view(np.float16).astype(np.float32).view(np.uint32)
    brain = np.array([0x0000, 0x8000, 0x0001, 0x3F80, 0xC049, 0x7F7F, 0x7F80, 0xFFC0], np.uint16)
    return half, single, brain


def file(header, data):
    text = header.encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + data


half, single, brain = halves()
SAFETENSORS = {
    # The order in which the package lists tensors: by descending type, then by name.
    "all": save(
        {
            "int64": values("<i8", (2, 3)),
            "float64": values("<f8", (2, 3)),
            "float32": values("<f4", (2, 3)),
            "int32": values("<i4", (2, 3)),
            "uint8": values("u1", (2, 3)),
            "bool": values("?", (2, 3)),
        },
        metadata={"made by": 'a "script"\n\u00e9\U0001f600\u0001'},
    ),
    "shapes": save(
        {
            "cube": values("<f4", (2, 1, 2)),
            "empty": values("<f4", (0, 3)),
            "scalar": values("<f4", ()),
            "vector": values("<f4", (3,)),
        }
    ),
    "none": save({}),
    "halves": file(
        '{"half":{"dtype":"F16","shape":[12],"data_offsets":[0,24]},'
        '"brain":{"dtype":"BF16","shape":[2,4],"data_offsets":[24,40]}}',
        half.tobytes() + brain.tobytes(),
    ),
    "int16": save({"count": np.zeros(3, np.int16)}),
}


def swift(name, summary, files):
    lines = []
    for key, data in files.items():
        text = base64.b64encode(data).decode()
        parts = [text[i : i + 92] for i in range(0, len(text), 92)]
        lines.append(f'  "{key}": """\n' + "".join(f"  {part}\n" for part in parts) + '  """,\n')
    return f"/// {summary}\nlet {name} = bytes([\n{''.join(lines)}])\n"


bits = ", ".join(f"0x{b:08X}" for b in single[:6]) + ",\n  " + ", ".join(f"0x{b:08X}" for b in single[6:])
brain_bits = ", ".join(f"0x{int(b) << 16:08X}" for b in brain[:6]) + ",\n  "
brain_bits += ", ".join(f"0x{int(b) << 16:08X}" for b in brain[6:])
(TESTS / "Fixtures.swift").write_text(
    "// Written by Tests/Oracles/formats.py; do not edit.\n\n"
    "import Foundation\n\n"
    "/// The bytes that texts in base 64 stand for.\n"
    "private func bytes(_ texts: [String: String]) -> [String: [UInt8]] {\n"
    "  texts.mapValues {\n"
    "    [UInt8](Data(base64Encoded: $0, options: .ignoreUnknownCharacters) ?? Data())\n"
    "  }\n"
    "}\n\n"
    + swift("npyFiles", "Files that NumPy wrote.", NPY)
    + "\n"
    + swift("safetensorsFiles", "Files that the Python package safetensors wrote.", SAFETENSORS)
    + "\n/// The bits in single precision of the tensor `half` in the file `halves`.\n"
    + f"let halfBits: [UInt32] = [\n  {bits},\n]\n"
    + "\n/// The bits in single precision of the tensor `brain` in the file `halves`.\n"
    + f"let brainBits: [UInt32] = [\n  {brain_bits},\n]\n"
)
