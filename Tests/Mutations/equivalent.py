"""The changes that provably change nothing, with the reasons."""

from pathlib import Path

from changes import Change


class Equivalent:
    """A list in paragraphs: a file, the line before and after, and the reason.

    Sources/TernTensors/Operators/Rolling.swift
    - let places = (0..<count)
    + let places = (0...count)
    The last place is never read.
    """

    def __init__(self, path: Path) -> None:
        self._reasons: dict[tuple[str, str, str], str] = {}
        for paragraph in path.read_text().split("\n\n"):
            lines = paragraph.strip().splitlines()
            if not lines or lines[0].startswith("#"):
                continue
            file, before, after, *reason = lines
            if not before.startswith("- ") or not after.startswith("+ ") or not reason:
                raise SystemExit(f"mutate: this is no entry of {path}:\n{paragraph}")
            self._reasons[file, before[2:], after[2:]] = " ".join(reason)

    def reason(self, change: Change) -> str | None:
        return self._reasons.get((str(change.path), change.before, change.after))
