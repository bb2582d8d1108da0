"""Times Tern, its peers and the floor in turn and prints one table; `Scripts/bench-peers` calls it."""

import argparse
import importlib
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import time

import tables
from participants import HERE, Floor, Peer, Tern

WORKLOADS = ["iris", "mnist-mlp", "cifar-mlp", "cifar-two-layer", "mnist-cnn"]
# What is compared with NumPy alone: the modules list their workloads.
NUMPY_TASKS = {"arrays": "numpy_arrays", "linear-algebra": "numpy_linear_algebra", "batches": "numpy_batches"}
PEERS = [("NumPy", "numpy_peer.py"), ("PyTorch", "torch_peer.py"), ("JAX", "jax_peer.py"), ("MLX", "mlx_peer.py")]
# A form this much slower than the same peer's best in the first round takes no further part.
DROPPED_AT = 1.3
# Losses of the checked steps may differ by this part of the first loss.
LOSS_TOLERANCE = 1e-3


def always_stays(peer, form):
    """The floor, and PyTorch's form when nothing is asked of it: in the table beside its best."""
    return peer == "floor" or (peer == "PyTorch" and form in ("eager, for-loop SGD", "eager"))


def compare(participants, task, workload, rounds, seconds):
    """The median time of every form, of medians of rounds that alternate."""
    entries = [(p, form) for p in participants for form in p.forms(task, workload)]
    times, losses, errors = {}, {}, {}
    for turn in range(rounds):
        for participant, form in entries:
            key = (participant.name, form)
            best = min((min(t) for (name, _), t in times.items() if name == participant.name), default=0)
            slow = turn > 0 and key in times and times[key][0] > DROPPED_AT * best
            if key in errors or (slow and not always_stays(*key)):
                continue
            answer = participant.measure(task, workload, form, seconds)
            if "error" in answer:
                errors[key] = answer["error"]
                print(f"  {participant.name}, {form}: {answer['error']}", file=sys.stderr)
                continue
            times.setdefault(key, []).append(answer["microseconds"])
            losses[key] = answer.get("losses", [])
    wrong = different_losses(losses)
    for key in wrong:
        print(f"  LOSSES DIFFER: {', '.join(key)} in {task}/{workload}", file=sys.stderr)
    return {
        "task": task, "workload": workload,
        "times": [
            {"peer": name, "form": form, "microseconds": statistics.median(t), "rounds": t}
            for (name, form), t in times.items()
        ],
        "different losses": [list(key) for key in wrong],
    }  # fmt: skip


def different_losses(losses):
    """Those whose losses are not the median ones."""
    kept = {key: values for key, values in losses.items() if values}
    if not kept:
        return []
    middle = [statistics.median(step) for step in zip(*kept.values())]
    limit = LOSS_TOLERANCE * middle[0]
    return [key for key, values in kept.items() if any(abs(a - b) > limit for a, b in zip(values, middle))]


def compare_networks(tern, floor, options, rounds, seconds, log):
    """Comparisons of the steps of networks, and the versions of who took part."""
    chosen = [
        (task, workload) for task in ["training", "inference"] for workload in WORKLOADS
        if options.filter in f"{task}/{workload}" and (task, workload) != ("inference", "cifar-two-layer")
    ]  # fmt: skip
    if not chosen:
        return [], {}
    peers = [Peer(name, script, options.threads, log) for name, script in PEERS]
    missing = [peer.name for peer in peers if not peer.version]
    if missing:
        print(f"bench-peers: {', '.join(missing)} did not start; see {log.name}", file=sys.stderr)
    comparisons = []
    for task, workload in chosen:
        print(f"{task}/{workload} …", file=sys.stderr)
        comparisons.append(compare([tern, *peers, floor], task, workload, rounds, seconds))
        print(tables.summary(comparisons[-1]), file=sys.stderr)
    for peer in peers:
        peer.end()
    return comparisons, {p.name: p.version for p in [*peers, floor]}


def compare_with_numpy(tern, task, options, rounds, log):
    """Comparisons of a task's workloads. They are many, so that visits are short."""
    module = NUMPY_TASKS[task]
    names = [name for name in importlib.import_module(module).WORKLOADS if options.filter in f"{task}/{name}"]
    if not names:
        return []
    numpy = Peer("NumPy", f"{module}.py", options.threads, log)
    comparisons = []
    for name in names:
        comparisons.append(compare([tern, numpy], task, name, rounds, 0.1) | {"version": numpy.version})
        print(f"{task}/{name}: NumPy ÷ Tern {tables.ratio_of_bests(comparisons[-1])}", file=sys.stderr)
    numpy.end()
    return comparisons


def first_steps(command):
    """Seconds from the start of a process to its first line, and its peak memory in MiB."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        line = process.stdout.readline()
        seconds = time.perf_counter() - start
        process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if not line or process.returncode:
        return None
    scale = 1 if platform.system() == "Darwin" else 1024
    return seconds, usage.ru_maxrss * scale / 2**20


def start_up(tern, rounds):
    """Start-up and peak memory of PyTorch and Tern, in turn."""
    os.environ.update(OMP_NUM_THREADS=str(tern.threads), OMP_PROC_BIND="true", PYTHONDONTWRITEBYTECODE="1")
    rows = []
    for workload in ["mnist-mlp", "mnist-cnn"]:
        commands = {
            "PyTorch": [sys.executable, str(HERE / "first_steps.py"), workload],
            "Tern": [tern.executable, "--threads", str(tern.threads), "--first-steps", workload],
        }
        results = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                results[name].append(first_steps(command))
        for name, measured in results.items():
            if all(measured):
                seconds, mebibytes = (statistics.median(column) for column in zip(*measured))
                rows.append({"workload": workload, "peer": name, "seconds": seconds, "MiB": mebibytes})
    return rows


def thread_scaling(tern, rounds):
    """A step on one thread and on all, in turn."""
    rows = []
    for workload in WORKLOADS[1:]:
        times = {1: [], tern.threads: []}
        for _ in range(rounds):
            for threads, measured in times.items():
                answer = tern.measure("training", workload, "", 0, threads)
                measured.append(answer.get("microseconds"))
        if None not in sum(times.values(), []):
            one, all_ = (statistics.median(measured) for measured in times.values())
            rows.append({"workload": workload, "one thread": one, "all threads": all_})
    return rows


def machine():
    """The processor's name."""
    cpuinfo = pathlib.Path("/proc/cpuinfo")
    if cpuinfo.exists():
        lines = dict(line.split(":", 1) for line in cpuinfo.read_text().splitlines() if ":" in line)
        found = {key.strip(): value.strip() for key, value in lines.items()}
        numbers = f"family {found.get('cpu family')}, model {found.get('model')}"
        return f"{found.get('model name', platform.machine())} ({numbers})"
    return platform.processor() or platform.machine()


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench-peers")
    parser.add_argument("--tern", required=True)
    parser.add_argument("--compiler", required=True)
    parser.add_argument("--blas-flags", required=True)
    parser.add_argument("--output", required=True)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--filter", default="")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rounds = min(options.rounds, 2) if options.quick else options.rounds
    seconds = 0.1 if options.quick else 0.5

    if hasattr(os, "sched_setaffinity"):  # JAX takes every core that it may use
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: options.threads])
    output = pathlib.Path(options.output)
    output.mkdir(parents=True, exist_ok=True)
    tern = Tern(options.tern, options.threads, options.quick)
    floor = Floor(options.compiler, options.blas_flags.split(), output, options.threads)
    results = {
        "machine": machine(), "system": platform.platform(), "threads": options.threads,
        "rounds": rounds, "seconds a visit": seconds, "quick": options.quick,
        "date": time.strftime("%Y-%m-%d"), "floor's OpenBLAS core": floor.core,
    }  # fmt: skip
    with open(output / "peers.log", "w") as log:
        comparisons, versions = compare_networks(tern, floor, options, rounds, seconds, log)
        briefly = Tern(options.tern, options.threads, quick=True)
        for task in NUMPY_TASKS:
            comparisons += compare_with_numpy(briefly, task, options, rounds, log)
    results |= {"comparisons": comparisons, "versions": versions}
    if options.filter in "start-up":
        print("start-up …", file=sys.stderr)
        results["start-up"] = start_up(tern, rounds)
    if options.filter in "threads":
        print("threads …", file=sys.stderr)
        results["thread scaling"] = thread_scaling(tern, rounds)
    if options.filter in "operators":
        print("operators, roofs, scaling …", file=sys.stderr)
        themes = ["roofs", "convolutions", "images", "fused", "operators", "products", "loading"]
        for theme in [*themes, "scaling"]:
            report = tern.report(theme + "/")
            results.setdefault("figures", []).extend(report.get("measurements", []))
            if report:
                results["versions"]["Tern's OpenBLAS"] = report["openBLAS"]

    (output / "results.json").write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n")
    sections = tables.sections(results)
    (output / "results.md").write_text("\n".join(sections.values()))
    print("\n".join(sections.values()))
    print(f"saved: {output}/results.md, {output}/results.json", file=sys.stderr)
    if options.write:
        if options.filter:  # the versions are those of the whole file
            sections.pop("versions")
        tables.replace_sections(HERE.parent / "RESULTS.md", sections)
    if any(comparison["different losses"] for comparison in results["comparisons"]):
        sys.exit("bench-peers: the losses of some participants differ, see above")


if __name__ == "__main__":
    main()
