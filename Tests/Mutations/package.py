"""A copy of the package in which every change waits for its number to be in the environment.

A function with changes becomes a choice among its bodies,

    { if chosenChange == 17 {…} else if chosenChange == 23 {…} else {…} }

in Swift as in C. So all changes are built once, and a run of the tests needs no compiler.
"""

import re
import subprocess
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from changes import Change

# The environment's name for the number of the change that is made; 0 stands for none.
VARIABLE = "TERN_CHANGE"

_FOLDERS = ("Sources", "Tests", "Modulemap")
# What numbers do not need: it would only take time to build.
_ENDING = """
package.products = []
package.targets.removeAll { target in
  ["demo", "benchmarks", "quickstart", "DemoTests", "TernReports", "TernReportsTests", "TernData",
   "TernDataTests", "TernDownloads", "TernDownloadsTests", "TernFormatsTests",
   "CLibArchive", "CLibPNG", "CLibCurl", "CLibMD"].contains(target.name)
}
"""
_SWIFT_CHOICE = f"""
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@usableFromInline let chosenChange = getenv("{VARIABLE}").flatMap {{ atol($0) }} ?? 0
"""
_C_CHOICE = f"""
#include <stdlib.h>

int chosenChange;
__attribute__((constructor)) static void choose(void) {{
  const char *number = getenv("{VARIABLE}");
  chosenChange = number ? atoi(number) : 0;
}}
"""
_ERROR = re.compile(r"^(/[^:\n]+):(\d+):(?:\d+:)? (?:fatal )?error: ", re.MULTILINE)


@dataclass(frozen=True)
class _Place:
    """Lines of a file that hold these changes."""

    first: int
    last: int
    numbers: frozenset[int]


class Package:
    def __init__(self, root: Path, folder: Path) -> None:
        self.root = root
        self.folder = folder
        self.scratch = folder / ".build"
        self._places: dict[Path, list[_Place]] = {}
        # What the compiler has refused before is not shown to it again.
        self._known = folder / "refused.txt"

    @property
    def tests(self) -> Path:
        """The program that holds all tests."""
        return self.scratch / "debug/TernPackageTests.xctest"

    def build(self, changes: dict[int, Change]) -> set[int]:
        """Builds the copy; returns the numbers of the changes that the compiler refuses."""
        known = set(self._known.read_text().splitlines()) if self._known.exists() else set[str]()
        refused = {number for number, change in changes.items() if _key(change) in known}
        while True:
            self._write({n: change for n, change in changes.items() if n not in refused})
            places = self._compile()
            if not places:
                return refused
            found = {number for path, line in places for number in self._numbers_at(path, line)}
            if not found:
                raise SystemExit(f"mutate: the copy does not build, see {self._log}")
            refused |= found
            known |= {_key(changes[number]) for number in found}
            self._known.write_text("".join(f"{key}\n" for key in sorted(known)))

    def _write(self, changes: dict[int, Change]) -> None:
        by_path = defaultdict[Path, dict[int, Change]](dict)
        for number, change in changes.items():
            by_path[change.path][number] = change
        modules = {path.parts[1] for path in by_path if path.suffix == ".swift"}
        texts = {Path("Package.swift"): (self.root / "Package.swift").read_text() + _ENDING}
        for module in modules:
            texts[Path("Sources", module, "ChosenChange.swift")] = _SWIFT_CHOICE
        texts[Path("Sources/CTernKernels/ChosenChange.c")] = _C_CHOICE
        for path, own in by_path.items():
            texts[path] = self._changed((self.root / path).read_text(), path, own)

        files = [f for name in _FOLDERS for f in (self.root / name).rglob("*") if f.is_file()]
        wanted = {file.relative_to(self.root) for file in files} | texts.keys()
        for name in _FOLDERS:
            for file in list((self.folder / name).rglob("*")):
                if file.is_file() and file.relative_to(self.folder) not in wanted:
                    file.unlink()
        for path in wanted:
            content = texts[path].encode() if path in texts else (self.root / path).read_bytes()
            target = self.folder / path
            # What is the same keeps its time, so that it is not compiled again.
            if not target.exists() or target.read_bytes() != content:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)

    def _changed(self, text: str, path: Path, changes: dict[int, Change]) -> str:
        """The text of a file whose functions have all bodies, and what is where in it."""
        by_body = defaultdict[tuple[int, int], dict[int, Change]](dict)
        for number, change in changes.items():
            by_body[change.body.start, change.body.end][number] = change
        written = "" if path.suffix == ".swift" else "extern int chosenChange;\n"
        places: list[_Place] = []
        done = 0
        for (start, end), own in sorted(by_body.items()):
            written += text[done:start]
            first = written.count("\n") + 1
            choice = " "
            for number, change in own.items():
                choice += f"if (chosenChange == {number}) {{"
                begin = (written + choice).count("\n") + 1
                choice += change.applied(text)
                places.append(
                    _Place(begin, (written + choice).count("\n") + 1, frozenset([number])))
                choice += "} else "
            written += choice + "{" + text[start:end] + "} "
            places.append(_Place(first, written.count("\n") + 1, frozenset(own)))
            done = end
        self._places[path] = places
        return written + text[done:]

    def _numbers_at(self, path: Path, line: int) -> frozenset[int]:
        """The changes at a line: one that has it to itself, or all of its function."""
        for place in self._places.get(path, []):
            if place.first <= line <= place.last:
                return place.numbers
        return frozenset()

    def _compile(self) -> list[tuple[Path, int]]:
        """Where errors are; none if there are none."""
        # Unoptimised C would take most of the tests' time.
        command = ["swift", "build", "--build-tests", "--disable-xctest", "-Xcc", "-O1"]
        done = subprocess.run(
            [*command, "-Xswiftc", "-gnone", "--scratch-path", str(self.scratch)],
            cwd=self.folder, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return []
        output = done.stdout + done.stderr
        self._log.write_text(output)
        places = [
            (Path(path).relative_to(self.folder), int(line))
            for path, line in dict.fromkeys(_ERROR.findall(output))
            if Path(path).is_relative_to(self.folder)
        ]
        if not places:
            raise SystemExit(f"mutate: the copy does not build, see {self._log}")
        return places

    @property
    def _log(self) -> Path:
        return self.folder / "build.log"


def _key(change: Change) -> str:
    return f"{change.path}: {change.before} -> {change.after}"
