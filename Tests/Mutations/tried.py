"""The changes that have been tried, and why some of them change nothing."""

from collections.abc import Iterable
from pathlib import Path

from changes import Change

_Key = tuple[str, str, str]


class Tried:
    """A list in paragraphs: a file, the line before and after, and, if that changes nothing, why.

    Sources/TernTensors/Operators/Rolling.swift
    - let places = (0..<count)
    + let places = (0...count)
    The last place is never read.

    The second one of equal lines has a (2) after the file.
    """

    def __init__(self, path: Path) -> None:
        self._reasons: dict[_Key, str] = {}
        for paragraph in path.read_text().split("\n\n"):
            lines = paragraph.strip().splitlines()
            if not lines or lines[0].startswith("#"):
                continue
            file, before, after, *reason = lines
            if not before.startswith("- ") or not after.startswith("+ "):
                raise SystemExit(f"mutate: this is no entry of {path}:\n{paragraph}")
            self._reasons[file, before[2:], after[2:]] = " ".join(reason)
        self._keys: dict[Change, _Key] = {}

    def among(self, changes: Iterable[Change]) -> list[Change]:
        """Those of the list that the code of today has, in the list's order."""
        found: dict[_Key, Change] = {}
        for change in changes:
            number, file = 1, str(change.path)
            while (key := (file, change.before, change.after)) in found:
                number += 1
                file = f"{change.path} ({number})"
            found[key] = change
            self._keys[change] = key
        return [found[key] for key in self._reasons if key in found]

    def __len__(self) -> int:
        return len(self._reasons)

    def reason(self, change: Change) -> str:
        """Why a change changes nothing; empty if it does."""
        return self._reasons.get(self._keys[change], "")
