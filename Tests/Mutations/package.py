"""A copy of the package in which every change waits for its number to be in the environment.

A function with changes becomes a choice among its bodies,

    { if chosenChange == 17 {…} else if chosenChange == 23 {…} else {…} }

in Swift as in C. So all changes are built once, and a run of the tests needs no compiler.
"""

import re
import shutil
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
_ERROR = re.compile(r"^(/[^:\n]+):(\d+):(?:\d+:)? (?:fatal )?error: (.*)", re.MULTILINE)


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

    @property
    def tests(self) -> Path:
        """The program that holds all tests."""
        return self.scratch / "debug/TernPackageTests.xctest"

    def build(self, changes: dict[int, Change]) -> dict[int, str]:
        """Builds the copy; returns the changes that the compiler refuses, and what it says."""
        remaining, refused = dict(changes), dict[int, str]()
        while True:
            self._write(remaining)
            errors = self._compile()
            if not errors:
                return refused
            found = {
                number: message
                for path, line, message in errors
                for number in self._numbers_at(path, line)
            }
            if not found:
                raise SystemExit("mutate: the copy does not build:\n" + "\n".join(map(str, errors)))
            refused |= found
            for number in found:
                del remaining[number]

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

    def _compile(self) -> list[tuple[Path, int, str]]:
        # Unoptimised C would take most of the tests' time.
        command = ["swift", "build", "--build-tests", "--disable-xctest", "-Xcc", "-O1"]
        done = subprocess.run(
            [*command, "-Xswiftc", "-gnone", "--scratch-path", str(self.scratch)],
            cwd=self.folder, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return []
        output = done.stdout + done.stderr
        (self.folder / "build.log").write_text(output)
        errors = [
            (Path(path).relative_to(self.folder), int(line), message)
            for path, line, message in dict.fromkeys(_ERROR.findall(output))
            if Path(path).is_relative_to(self.folder)
        ]
        if not errors:
            raise SystemExit(f"mutate: the copy does not build, see {self.folder / 'build.log'}")
        return errors


def remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
