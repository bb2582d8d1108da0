#!/usr/bin/env python3
"""Writes the small files that fuzzing begins with: Fuzz/Corpus/TARGET/NAME.

    Fuzz/corpus.py

Files of NumPy's and of the package safetensors are those of the tests' fixtures.
"""
import base64, gzip, io, json, pathlib, re, struct, tarfile, zipfile, zlib

root = pathlib.Path(__file__).parent
tests = root.parent / "Tests"


def fixtures(path, name):
    """The files of a Swift dictionary of texts in base 64."""
    text = (tests / path).read_text().split(f"let {name}", 1)[1].split("\n]", 1)[0]
    found = re.findall(r'"(\w+)": """\n(.*?)"""', text, re.S)
    return {key: base64.b64decode("".join(value.split())) for key, value in found}


def write(target, name, data):
    folder = root / "Corpus" / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


def write_all(target, files, names):
    for name in names:
        write(target, name, files[name])


npy = fixtures("TernFormatsTests/Fixtures.swift", "npyFiles")
write_all("npy", npy, ["float32", "bool", "fortranCube", "bigFloat16", "version2", "record", "empty"])

safetensors = fixtures("TernFormatsTests/Fixtures.swift", "safetensorsFiles")
write_all("safetensors", safetensors, ["all", "shapes", "halves", "none"])
for name in ["all", "none"]:
    header = safetensors[name][8:]
    write("json", name, header[: struct.unpack("<Q", safetensors[name][:8])[0]])
write("json", "words", rb'[true,false,null,-1.5e+3,9223372036854775808,"\u00e9\ud83d\ude00\n",{"":[]}]')


def model(tensors):
    header, data = {}, b""
    for name, shape, kind in tensors:
        count = 1
        for extent in shape:
            count *= extent
        size = count * (8 if kind == "I64" else 4)
        header[name] = {"dtype": kind, "shape": shape, "data_offsets": [len(data), len(data) + size]}
        data += bytes(size)
    text = json.dumps(header, separators=(",", ":")).encode()
    return struct.pack("<Q", len(text)) + text + data


def layers(first, second):
    norm = [(f"{second}.{n}", [2], "F32") for n in ["weight", "bias", "running_mean", "running_var"]]
    return [(f"{first}.weight", [2, 2], "F32"), (f"{first}.bias", [2], "F32")] + norm


write("model", "pytorch", model(layers("0", "1") + [("1.num_batches_tracked", [], "I64")]))
write("model", "other-names", model(layers("fc1", "bn1")))

write("checkpoint", "progress", json.dumps({
    "epochs": [{"epoch": 1, "isBest": True, "learningRate": 0.1, "seconds": 1, "steps": 1,
                "training": {"loss": 0.5, "metrics": {"accuracy": 1}}}],
    "bestEpoch": 1, "best": "-inf", "examples": 3, "learningSeconds": 0.5,
    "epoch": {"steps": 2, "position": 1, "seconds": 0.1,
              "sums": {"loss": 0.5, "metrics": [1], "count": 2}},
}).encode())
texts = {"format": "tern-checkpoint", "version": "1", "settings": "{}", "progress": "{}",
         "generator": "[]", "checksum": "0"}
header = json.dumps({"__metadata__": texts}, separators=(",", ":")).encode()
write("checkpoint", "file", struct.pack("<Q", len(header)) + header)

npz = fixtures("TernDataTests/NPZ/NPZFixtures.swift", "npzFiles")
write_all("npz", npz, ["tiny", "tinyZip64", "cutStream", "endedStream", "twoBombs"])
write("npz", "member", b"\1" + npy["float32"])

write("idx", "bytes", bytes([0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6]))
write("idx", "ints", bytes([0, 0, 12, 1, 0, 0, 0, 1, 0, 0, 1, 2]))
write("idx", "floats", bytes([0, 0, 13, 0, 63, 128, 0, 0]))
write("idx", "doubles", bytes([0, 0, 14, 1, 0, 0, 0, 0]))
write("idx", "gzip", gzip.compress(bytes([0, 0, 8, 1, 0, 0, 0, 3, 1, 2, 3]), mtime=0))

write("csv", "numbers", b"\0" + b"1,-2.5e3,nan\n.5,,1e400\r\n")
write("csv", "names", b"\4" + b'\xef\xbb\xbfa,"b ""c"", d"\r\n1,setosa\r\n\r\n"2","x\ny"\r')
write("csv", "semicolons", b"\5" + "ä;b\n1;1,5\n".encode())
write("csv", "tabs", b"\2" + b"1\t\t3\n")
write("csv", "gzip", b"\4" + gzip.compress(b"a\n12345678901234567890\n", mtime=0))

write("gzip", "deflated", gzip.compress(b"abc" * 60, mtime=0))
write("gzip", "stored", gzip.compress(b"abc", 0, mtime=0))
write("gzip", "two", gzip.compress(b"ab", mtime=0) + gzip.compress(b"c", mtime=0))
write("gzip", "zeros", gzip.compress(bytes(5000), mtime=0))
named = io.BytesIO()
with gzip.GzipFile("name.txt", "wb", fileobj=named, mtime=0) as file:
    file.write(b"abc")
write("gzip", "named", named.getvalue())
write("gzip", "plain", b"abc")


def tar(members, kind=tarfile.USTAR_FORMAT):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=kind) as archive:
        for name, data, type in members:
            info = tarfile.TarInfo(name)
            info.type = type
            if type == tarfile.REGTYPE:
                info.size = len(data)
            else:
                info.linkname = data.decode()
            archive.addfile(info, io.BytesIO(data))
    # One block of zeros ends it as well as a whole record does.
    return out.getvalue().rstrip(b"\0") + bytes(1024)


regular = tarfile.REGTYPE
names = b"".join(b"class %d\n" % index for index in range(10))
plain = tar([("a/data_batch_1.bin", b"abc", regular), ("batches.meta.txt", names, regular)])
write("tar", "plain", plain)
write("tar", "gzip", gzip.compress(plain, mtime=0))
write("tar", "links", tar([("data_batch_1", b"/etc/passwd", tarfile.SYMTYPE),
                           ("../../test_batch", b"data_batch_1", tarfile.LNKTYPE)]))
write("tar", "pax", tar([("é" * 60, b"abc", regular)], tarfile.PAX_FORMAT))
write("tar", "gnu", tar([("x" * 120, b"abc", regular)], tarfile.GNU_FORMAT))

write("cifar-binary", "one", bytes([1, 7]) + bytes(3072))

pixels = bytes(3072)
start = b"cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(K\x00tU\x01btR(K\x01"
kind = b"cnumpy\ndtype\n(U\x02u1K\x00K\x01tR(K\x03U\x01|NNNI-1\nI-1\nK\x00tb"
batch = (b"}(U\x06labels](K\x07eU\x04data" + start + b"(I1\nI3072\nt" + kind + b"I00\nT"
         + struct.pack("<i", 3072) + pixels + b"tbu.")
write("pickle", "batch", batch)
write("pickle", "small", batch.replace(b"I3072", b"I2").replace(
    struct.pack("<i", 3072) + pixels, struct.pack("<i", 2) + b"ab"))
write("pickle", "names", b"}U\x0blabel_names](U\x01aU\x01bes.")
write("pickle", "protocol0", b"(dp0\nS'a\\x41'\np1\nI01\nsVb\\u00e9\nL12L\ns(lp2\nF1.5\nas.")
write("pickle", "protocol4", b"\x80\x04\x95\x0f\0\0\0\0\0\0\0}(\x8c\x01a\x94K\x01\x8a\x02\x01\x02Nu.")

settings = {"epochs": 2, "batch_size": 16, "learning_rate": 0.1, "l2": 0.0, "hidden": [8, 8],
            "activations": ["relu"], "seed": 42}
result = {"recipe": "iris", "seed": 42, "epochs": 2, "steps": 20, "train_loss": 0.1,
          "train_accuracy": 1, "test_loss": "nan", "test_accuracy": 0.9, "seconds": 0.1,
          "samples_per_second": 1e9, "out": "runs/iris-1"}
run = {"recipe": "iris", "settings": settings, "model": "Linear", "parameters": 3, "result": result}


def text(value):
    return json.dumps(value, separators=(",", ":")).encode()


write("run", "run", text(run))
write("run", "unfinished", text({**run, "part": "a", "result": None}))
write("runs", "group", text({"recipe": "iris", "settings": settings, "parts": ["a", "b"]}))
write("runs", "search", text({"recipe": "iris", "options": {"--epochs": "2"}, "settings": settings,
                              "axes": [{"name": "hidden", "candidates": "8..64"}]}))
evaluation = {"loss": 0.5, "metrics": {"accuracy": 0.9}}
epoch = {"epoch": 1, "steps": 2, "training": evaluation, "validation": evaluation, "test": evaluation,
         "learning_rate": 0.1, "seconds": 0.1, "is_best": True, "losses": [0.7, 0.5]}
write("metrics", "epochs", text(epoch) + b"\n" + text({**epoch, "epoch": 2, "steps": 4}) + b"\n")
trial = {"figures": {"test": 0.97}, "score": 0.98, "seconds": 3.1, "trial": 2, "values": {"hidden": 64}}
diverged = {"diverged": {"loss": "nan", "step": 31}, "seconds": 0.1, "trial": 1, "values": {"hidden": 512}}
write("journal", "two", text(trial) + b"\n" + text(diverged) + b"\n")
write("journal", "cut", text(diverged) + b"\r\n" + text(trial)[:20])
