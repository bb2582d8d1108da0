"""Prints the constants of EventTests.swift: event files as TensorBoard's own writer makes them.

    python3 Tests/Oracles/events.py           prints the constants
    python3 Tests/Oracles/events.py FILE…     reads event files with TensorBoard's reader

Needs tensorboard (2.21.0 printed the constants in the repository) and numpy.
"""

import io
import struct
import sys

import numpy as np
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.compat.proto.event_pb2 import Event
from tensorboard.compat.proto.summary_pb2 import HistogramProto, Summary
from tensorboard.summary.writer.record_writer import RecordWriter
from tensorboard.compat.tensorflow_stub import pywrap_tensorflow


def record(event):
    file = io.BytesIO()
    writer = RecordWriter(file)
    writer.write(event.SerializeToString())
    writer.flush()
    return file.getvalue()


def constants():
    for text in [b"", b"123456789", bytes(32), bytes([255] * 32), bytes(range(32))]:
        print("crc32c", text[:9], hex(pywrap_tensorflow.crc32c(text)))
    print("masked", hex(pywrap_tensorflow.masked_crc32c(b"123456789")))
    x = np.array([0, 0.5, 1, 1.5, 2, 3, 4])
    counts, bounds = np.histogram(x, bins=4)
    histogram = HistogramProto(
        min=x.min(), max=x.max(), num=len(x), sum=x.sum(), sum_squares=(x * x).sum(),
        bucket_limit=bounds[1:], bucket=counts,
    )
    events = {
        "version": Event(wall_time=1.5, file_version="brain.Event:2"),
        "scalar": Event(
            wall_time=1700000000.25, step=300,
            summary=Summary(value=[Summary.Value(tag="loss/training", simple_value=0.1)]),
        ),
        "histogram": Event(
            wall_time=2, step=1,
            summary=Summary(value=[Summary.Value(tag="0.weight", histo=histogram)]),
        ),
    }
    for name, event in events.items():
        print(name, record(event).hex())


def read(path):
    accumulator = EventAccumulator(path, size_guidance={"histograms": 0, "images": 0, "scalars": 0})
    accumulator.Reload()
    tags = accumulator.Tags()
    for tag in tags["scalars"]:
        print("scalar", tag, [(e.step, e.value) for e in accumulator.Scalars(tag)])
    for tag in tags["histograms"]:
        for e in accumulator.Histograms(tag):
            h = e.histogram_value
            print("histogram", tag, e.step, h.min, h.max, h.num, h.sum, sum(h.bucket))
    for tag in tags["images"]:
        for e in accumulator.Images(tag):
            print("image", tag, e.step, e.width, e.height, len(e.encoded_image_string))
    for tag in tags["tensors"]:
        print("tensor", tag, len(accumulator.Tensors(tag)))


for path in sys.argv[1:]:
    read(path)
if len(sys.argv) == 1:
    constants()
