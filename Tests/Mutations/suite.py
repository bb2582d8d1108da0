"""Runs tests of the changed package until one fails."""

import os
import re
import resource
import selectors
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from package import VARIABLE

# Of the modules, from the ground up; what is above a change may notice it, too.
_TARGETS = (
    "CTernKernels", "TernKernels", "TernTensors", "TernLinearAlgebra", "TernLayers", "TernLosses",
    "TernOptimizers", "TernNetworks", "Conformance", "Systems",
)  # fmt: skip
# What takes more than a few seconds comes last: most changes are noticed before.
_SLOW = {
    "TernKernels": r"TernKernelsTests\.\w*(Products|Convolution)",
    "TernTensors": r"TernTensorsTests\.(Broadcasting|Convolution|Integer\w+|Matmul|Node|"
    r"Normalization|Pooling|Precondition|Reductions)Tests",
    "TernLinearAlgebra": r"TernLinearAlgebraTests\.(LargeSpectra|QRFactorization|"
    r"TriangularSolve)Tests",
}
# Long trainings, and what is not about numbers.
_LEFT_OUT = (
    r"SystemsTests\.(Determinism|DeepNetwork)Tests",
    r"TernTensorsTests\.(MemoryPressure|Runtime)Tests",
)
_FAILURE = re.compile(r"✘ Test (?:case passing .* to )?\"?([^\"]+?)\"? (?:recorded|failed)")
_NO_TESTS = 69  # the exit status where a filter matches none
_MEMORY = 16 << 30


@dataclass(frozen=True)
class Outcome:
    """What a run of tests came to: passed, failed, crashed or hung, and where."""

    verdict: str
    test: str = ""
    seconds: float = 0


@dataclass(frozen=True)
class Step:
    """Tests that run together: those that match one pattern and none of others."""

    tests: str
    skipped: tuple[str, ...] = ()


def steps_for(path: Path) -> list[Step]:
    """What runs for a change of a file, one after the other.

    The tests named after the file, those of its module, those of the modules above, slow ones.
    """
    targets = _TARGETS[_TARGETS.index(path.parts[1]) :]
    own, above = f"^{targets[0]}Tests\\.", f"^({'|'.join(targets[1:])})Tests\\."
    name = re.escape(path.stem.split("+")[0])
    slow = tuple(pattern for target, pattern in _SLOW.items() if target in targets)
    steps = [
        Step(rf"^({'|'.join(targets)})Tests\.(.*/)?{name}\w*Tests[./]", _LEFT_OUT),
        Step(own, _LEFT_OUT + slow),
        Step(above, _LEFT_OUT + slow),
    ]
    return [*steps, Step("|".join(slow))] if slow else steps


class Suite:
    def __init__(self, program: Path, folder: Path) -> None:
        self.program = program
        self.folder = folder

    def run(self, step: Step, change: int, limit: float) -> Outcome:
        """Runs the tests of a step until the first fails, or for so many seconds."""
        command = [str(self.program), "--testing-library", "swift-testing", "--filter", step.tests]
        for pattern in step.skipped:
            command += ["--skip", pattern]
        begin = time.monotonic()
        process = subprocess.Popen(
            command, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL, start_new_session=True, preexec_fn=_limit,
            env=os.environ | {
                VARIABLE: str(change), "SWIFT_BACKTRACE": "enable=no", "NO_COLOR": "1"})
        verdict, test = self._watch(process, begin + limit)
        _kill(process)
        return Outcome(verdict, test, time.monotonic() - begin)

    def _watch(self, process: subprocess.Popen[bytes], end: float) -> tuple[str, str]:
        assert process.stdout is not None
        rest = b""
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            while (left := end - time.monotonic()) > 0:
                if not selector.select(left):
                    continue
                piece = os.read(process.stdout.fileno(), 1 << 16)
                if not piece:
                    status = process.wait()
                    if status in (0, _NO_TESTS):
                        return "passed", ""
                    return "crashed", signal_name(status)
                *lines, rest = (rest + piece).split(b"\n")
                for line in lines:
                    if failure := _FAILURE.search(line.decode(errors="replace")):
                        return "failed", failure.group(1)
        return "hung", ""


def signal_name(status: int) -> str:
    return signal.Signals(-status).name if status < 0 else f"exit status {status}"


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _kill(process: subprocess.Popen[bytes]) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()
    if process.stdout:
        process.stdout.close()
