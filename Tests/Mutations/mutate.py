"""Changes the code of operators, one place at a time, and counts the changes that tests notice.

`Scripts/mutate` says how it is called.
"""

import argparse
import random
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from changes import KINDS, Change, changes
from package import Package
from suite import Outcome, Step, Suite, steps_for
from tried import Tried

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / ".build/mutations"
WANTED = 0.95

# The code that calculates, forwards and backwards, and what of it is left out: draws of random
# numbers, texts, files, and what only decides how work is divided.
AREAS = {
    "operators": "Sources/TernTensors/Operators/*.swift",
    "autodiff": "Sources/TernTensors/Autodiff/*.swift",
    "linear algebra": "Sources/TernLinearAlgebra/*.swift",
    "layers": "Sources/TernLayers/**/*.swift",
    "losses": "Sources/TernLosses/*.swift",
    "optimizers": "Sources/TernOptimizers/**/*.swift",
    "kernels": "Sources/CTernKernels/*.inc",
}
LEFT_OUT = (
    "Operators/Random*", "Operators/ContractionOrder.swift", "Operators/ChannelPlan.swift",
    "Autodiff/ComputationGraph*", "Autodiff/GradientCheck.swift", "Autodiff/OperatorName.swift",
    "TernLayers/GradientCheck+Layer.swift", "Initializers/*", "Protocol/ModelState.swift",
    "Protocol/ParameterNames.swift", "TernOptimizers/OptimizerState.swift",
)  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    number: int
    area: str
    change: Change

    @property
    def place(self) -> str:
        return f"{self.change.path}:{self.change.line}"


def candidates() -> dict[Path, tuple[str, list[Change]]]:
    """The changes of each file, and its area."""
    found: dict[Path, tuple[str, list[Change]]] = {}
    for area, pattern in AREAS.items():
        for file in sorted(ROOT.glob(pattern)):
            path = file.relative_to(ROOT)
            if not any(path.match(name) for name in LEFT_OUT):
                if own := changes(path, file.read_text()):
                    found[path] = (area, own)
    return found


def drawn(found: dict[Path, tuple[str, list[Change]]], seed: int, count: int) -> list[Change]:
    """Some of the changes: from each file in turn one, of each kind in turn."""
    rng = random.Random(seed)
    queues: list[list[Change]] = []
    for path in sorted(found):
        by_kind = defaultdict[str, list[Change]](list)
        for change in found[path][1]:
            by_kind[change.kind].append(change)
        for own in by_kind.values():
            rng.shuffle(own)
        queue: list[Change] = []
        while by_kind:
            kinds = sorted(by_kind)
            rng.shuffle(kinds)
            for kind in kinds:
                queue.append(by_kind[kind].pop())
                if not by_kind[kind]:
                    del by_kind[kind]
        queues.append(queue)
    rng.shuffle(queues)
    chosen: list[Change] = []
    while len(chosen) < count and any(queues):
        for queue in queues:
            if queue and len(chosen) < count:
                chosen.append(queue.pop(0))
    return chosen


def judge(suite: Suite, mutant: Mutant, limits: dict[Step, float]) -> Outcome:
    seconds = 0.0
    for step in steps_for(mutant.change.path):
        outcome = suite.run(step, mutant.number, limits[step])
        seconds += outcome.seconds
        if outcome.verdict != "passed":
            return Outcome(outcome.verdict, outcome.test, seconds)
    return Outcome("survived", "", seconds)


def limits_without_change(suite: Suite, mutants: list[Mutant]) -> dict[Step, float]:
    """The seconds that tests may take, after what they take without a change; they must pass."""
    limits: dict[Step, float] = {}
    for mutant in mutants:
        named, *others = steps_for(mutant.change.path)
        for step in others:
            if step not in limits:
                outcome = suite.run(step, 0, 1800)
                if outcome.verdict != "passed":
                    sys.exit(f"mutate: without a change, {outcome.test} {outcome.verdict}")
                limits[step] = 20 + 3 * outcome.seconds
                print(f"without a change: {outcome.seconds:4.0f} s for {step.tests}", flush=True)
        limits[named] = limits[others[0]]
    return limits


def table(title: str, rows: dict[str, Counter[str]]) -> None:
    print(f"\n{title:16}{'changes':>9}{'failed':>9}{'crashed':>9}{'hung':>7}{'survived':>10}")
    total = sum(rows.values(), Counter[str]())
    for name, counts in [*rows.items(), ("all", total)]:
        if counts:
            print(
                f"{name:16}{counts.total():9}{counts['failed']:9}{counts['crashed']:9}"
                f"{counts['hung']:7}{counts['survived']:10}")


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="Scripts/mutate", description=__doc__)
    parser.add_argument("--seed", type=int, nargs="+", help="draw other changes")
    parser.add_argument("--count", type=int, default=160, help="changes that a seed draws")
    parser.add_argument("--only", nargs="+", help="the numbers, files or FILE:LINE to try")
    parser.add_argument("--list", action="store_true", help="print the changes and stop")
    return parser.parse_args()


def main() -> None:
    arguments = parsed()
    found = candidates()
    tried_before = Tried(ROOT / "Tests/Mutations/tried.txt")
    listed = tried_before.among(change for _, own in found.values() for change in own)
    chosen = listed
    if arguments.seed:
        drawings = [drawn(found, seed, arguments.count) for seed in arguments.seed]
        chosen = list(dict.fromkeys(change for drawing in drawings for change in drawing))
    elif len(listed) < len(tried_before):
        print(f"{len(tried_before) - len(listed)} lines of Tests/Mutations/tried.txt are gone")
    mutants = [
        Mutant(number, found[change.path][0], change) for number, change in enumerate(chosen, 1)
    ]
    if arguments.list:
        for mutant in mutants:
            print(described(mutant))
        return
    package = Package(ROOT, FOLDER)
    refused = package.build({mutant.number: mutant.change for mutant in mutants})
    print(f"{len(mutants)} changes, of which {len(refused)} do not compile", flush=True)
    tried = [mutant for mutant in mutants if mutant.number not in refused]
    left_out = [mutant for mutant in tried if tried_before.reason(mutant.change)]
    tried = [mutant for mutant in tried if mutant not in left_out]
    if arguments.only:
        only = set(arguments.only)
        tried = [m for m in tried if only & {str(m.number), m.place, str(m.change.path)}]

    suite = Suite(package.tests, FOLDER)
    limits = limits_without_change(suite, tried)
    by_area = {area: Counter[str]() for area in AREAS}
    by_kind = {kind: Counter[str]() for kind in KINDS}
    survivors: list[Mutant] = []
    for mutant in tried:
        outcome = judge(suite, mutant, limits)
        by_area[mutant.area][outcome.verdict] += 1
        by_kind[mutant.change.kind][outcome.verdict] += 1
        if outcome.verdict == "survived":
            survivors.append(mutant)
        print(
            f"{mutant.number:4} {outcome.verdict:9} {outcome.seconds:5.1f} s  {mutant.place}"
            f"  {outcome.test}", flush=True)

    table("area", by_area)
    table("kind", by_kind)
    for mutant in left_out:
        print(f"\nchanges nothing: {described(mutant)}\n  {tried_before.reason(mutant.change)}")
    for mutant in survivors:
        print(f"\nsurvived: {described(mutant)}")
    caught = len(tried) - len(survivors)
    share = caught / len(tried) if tried else 1.0
    print(
        f"\nScripts/mutate: {caught} of {len(tried)} changes are noticed, {100 * share:.1f} %;"
        f" {len(left_out)} more change nothing.")
    sys.exit(0 if share >= WANTED else 1)


def described(mutant: Mutant) -> str:
    change = mutant.change
    return f"{mutant.number} {mutant.place} ({change.kind})\n- {change.before}\n+ {change.after}"


if __name__ == "__main__":
    main()
