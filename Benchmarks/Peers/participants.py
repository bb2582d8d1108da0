"""Who takes part: peers that serve requests, and programs that run once a visit."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


class Peer:
    """A Python peer in a process of its own, which keeps what it has compiled."""

    def __init__(self, name, script, threads, log):
        self.name = name
        environment = dict(
            os.environ,
            PYTHONDONTWRITEBYTECODE="1",
            OPENBLAS_NUM_THREADS=str(threads),
            OMP_NUM_THREADS=str(threads),
            PEER_THREADS=str(threads),
            # Two OpenMP threads that spin on one core take a hundred times as long.
            OMP_PROC_BIND="true",
            # XLA says what it does, compilers what they deprecate: not of interest here.
            TF_CPP_MIN_LOG_LEVEL="3",
            PYTHONWARNINGS="ignore",
        )
        self.process = subprocess.Popen(
            [sys.executable, str(HERE / script)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True, env=environment,
        )
        self.version = self.ask(task="about").get("version")

    def ask(self, **request):
        try:
            self.process.stdin.write(json.dumps(request) + "\n")
            self.process.stdin.flush()
            return json.loads(self.process.stdout.readline())
        except (OSError, ValueError):
            return {"error": f"{self.name} has ended (is it installed?)"}

    def end(self):
        self.process.stdin.close()
        self.process.wait()

    def forms(self, task, workload):
        return self.ask(task="forms", of=task, workload=workload).get("forms", [])

    def measure(self, task, workload, form, seconds):
        return self.ask(task=task, workload=workload, form=form, seconds=seconds)


class Tern:
    """The benchmark executable, one run a visit."""

    name = "Tern"

    def __init__(self, executable, threads, quick):
        self.executable, self.threads, self.quick = executable, threads, quick
        self.version = None

    def forms(self, task, workload):
        return [f"{self.threads} threads"]

    def measure(self, task, workload, form, seconds, threads=None):
        report = self.report(f"{task}/{workload}", threads)
        for measurement in report.get("measurements", []):
            if measurement["name"] == f"{task}/{workload}":
                return measurement
        return {"error": "Tern has no such benchmark"}

    def report(self, filter, threads=None):
        """All figures of the benchmarks whose names contain the filter."""
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "figures.json"
            command = [self.executable, "--filter", filter, "--json", str(file)]
            command += ["--threads", str(threads or self.threads)] + (["--quick"] if self.quick else [])
            done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            return json.loads(file.read_text()) if done.returncode == 0 else {}


class Floor:
    """The bare C program, and in other forms: with sums reordered, or for any extents."""

    name = "floor"
    variants = {
        "plain": ([], []),
        "gradient into velocity": ([], ["--into-velocity"]),
        "any extents": ([], ["--any-extents"]),
        "-ffast-math": (["-ffast-math"], []),
    }

    def __init__(self, compiler, flags, folder, threads):
        self.threads, self.programs = threads, {}
        self.version = subprocess.run([compiler, "--version"], capture_output=True, text=True).stdout.splitlines()[0]
        for form, (extra, _) in self.variants.items():
            program = pathlib.Path(folder) / f"floor{''.join(extra)}"
            subprocess.run(
                [compiler, "-O3", "-march=native", *extra, "-Wno-nan-infinity-disabled", str(HERE / "floor.c"),
                 "-o", str(program), *flags, "-lm", "-lpthread"],
                check=True,
            )  # fmt: skip
            self.programs[form] = str(program)
        self.environment = self.right_kernels()

    def right_kernels(self):
        """What Tern does, too: OpenBLAS falls back to SSE3 on a processor that it does not know."""
        environment = dict(os.environ)
        core = subprocess.run([self.programs["plain"], "core"], capture_output=True, text=True).stdout.strip()
        flags = pathlib.Path("/proc/cpuinfo")
        flags = flags.read_text() if flags.exists() else ""
        if core == "Prescott" and "avx2" in flags:
            core = "SkylakeX" if "avx512vl" in flags else "Haswell"
            environment["OPENBLAS_CORETYPE"] = core
        self.core = core
        return environment

    def forms(self, task, workload):
        if task != "training" or workload == "mnist-cnn":
            return []
        others = ["any extents", "-ffast-math"] if workload == "iris" else ["gradient into velocity"]
        return ["plain", *others]

    def measure(self, task, workload, form, seconds):
        command = [self.programs[form], workload, str(seconds), str(self.threads), *self.variants[form][1]]
        done = subprocess.run(command, capture_output=True, text=True, env=self.environment)
        return json.loads(done.stdout) if done.returncode == 0 else {"error": done.stderr}
