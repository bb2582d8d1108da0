"""The changes that one may make by mistake, and where they can be made in a file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from source import Body, Code, Token

KINDS = ("sign", "operation", "dropped term", "constant", "off by one", "condition", "swapped")

_SIGNS = {"+": "-", "-": "+", "+=": "-=", "-=": "+=", "&+": "&-", "&-": "&+"}
_FACTORS = {"*": "/", "/": "*", "*=": "/=", "/=": "*="}
_BOUNDS = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", ".<": ".<=", ".<=": ".<", ".>": ".>=", ".>=": ".>",
}  # fmt: skip
_CONDITIONS = {
    "<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "==", "&&": "||", "||": "&&",
    ".<": ".>=", ".<=": ".>", ".>": ".<=", ".>=": ".<", ".==": ".!=", ".!=": ".==",
}  # fmt: skip


def _both_ways(*pairs: tuple[str, str]) -> dict[str, str]:
    return dict(pairs) | {y: x for x, y in pairs}


_OPERATIONS = _both_ways(
    ("min", "max"), ("minimum", "maximum"), ("add", "subtract"), ("multiply", "divide"),
    ("less", "greater"), ("sin", "cos"), ("sinh", "cosh"), ("tril", "triu"), ("upper", "lower"),
    ("least", "greatest"), ("LESSER", "GREATER"), ("ADD", "MULTIPLY"),
)  # fmt: skip
_COUNTERPARTS = _both_ways(
    ("rows", "columns"), ("height", "width"), ("inner", "outer"), ("before", "after"),
    ("lowerBound", "upperBound"),
)  # fmt: skip

# Calls that check, say or speed up something, and arguments and names that only decide how work is
# divided: what they get changes no result.
_SKIPPED_CALLS = {
    "precondition", "preconditionFailure", "assert", "assertionFailure", "fatalError",
    "requireEqualShapes", "checkAdamOptions", "withExtendedLifetime", "reserveCapacity",
    "__builtin_prefetch",
}  # fmt: skip
_SKIPPED_LABELS = {"grain", "multiple", "flops", "named"}
_SKIPPED_LINES = re.compile(
    r"\bGrain\b|\b\w*[gG]rain\b *[=<>]|threadCount|\bahead\b|\w+_AHEAD|SHORT_ROW|\[\.{3}\]"
)
# A loop over several vectors at once: what it leaves, another loop does.
_UNROLLED = re.compile(r"\s*for \(; \w+ >= ")
# Calls whose arguments may change places.
_SYMMETRIC_CALLS = {"min", "max", "least", "greatest", "minimum", "maximum", "hypot"}
_SKIPPED_FUNCTIONS = {"description", "debugDescription", "hash"}


@dataclass(frozen=True)
class Change:
    """A piece of one line of a file, and what stands there instead."""

    path: Path
    body: Body
    kind: str
    start: int
    end: int
    replacement: str
    line: int
    before: str  # the line
    after: str

    def applied(self, text: str) -> str:
        """The changed body."""
        return (
            text[self.body.start : self.start] + self.replacement
            + text[self.end : self.body.end])


def changes(path: Path, text: str) -> list[Change]:
    """All changes that can be made in a file."""
    code = Code(path, text)
    found: dict[tuple[int, int, str], Change] = {}
    for body in code.bodies():
        if body.name in _SKIPPED_FUNCTIONS:
            continue
        skipped = set(_skipped(code, body))
        for index in body.tokens:
            line = code.text_of_line(code.tokens[index].start)
            if index in skipped or _SKIPPED_LINES.search(line):
                continue
            for kind, start, end, replacement in _at(code, index):
                if any(start <= code.tokens[i].start < end for i in skipped):
                    continue
                change = _change(code, body, kind, start, end, replacement)
                if change and change.before != change.after:
                    found.setdefault((start, end, replacement), change)
    return list(found.values())


def _change(
    code: Code, body: Body, kind: str, start: int, end: int, replacement: str
) -> Change | None:
    if "\n" in code.text[start:end] or start < body.start or end > body.end:
        return None
    before = code.text_of_line(start)
    first = start - (code.text.rfind("\n", 0, start) + 1)
    after = before[:first] + replacement + before[first + end - start :]
    return Change(
        code.path, body, kind, start, end, replacement, code.line(start), before.strip(),
        after.strip(),
    )  # fmt: skip


def _skipped(code: Code, body: Body) -> Iterator[int]:
    """The tokens of a body that are no code to change."""
    for index in body.tokens:
        token = code.tokens[index]
        following = code.tokens[index + 1].text
        if token.text in _SKIPPED_CALLS and following == "(":
            yield from range(index, code.partner[index + 1] + 1)
        elif token.text in _SKIPPED_LABELS and following == ":":
            yield from range(index, _end_of_argument(code, index))
        elif token.text == "throw":
            end = code.end_of_line(token.start)
            yield from (i for i in body.tokens if token.start <= code.tokens[i].start < end)


def _end_of_argument(code: Code, index: int) -> int:
    """The comma or bracket after an argument that begins at or before a token."""
    while code.tokens[index].text not in (",", ")", "]", "}"):
        index = code.partner.get(index, index) + 1
    return index


def _at(code: Code, index: int) -> Iterator[tuple[str, int, int, str]]:
    """What may go wrong at a token: kind, start, end and replacement."""
    token = code.tokens[index]
    match token.kind:
        case "operator" if code.is_spaced(index):
            yield from _operator(code, index)
        case "operator" if token.text == "..<":
            yield "off by one", token.start, token.end, "..."
        case "operator" if token.text == "..." and code.tokens[index + 1].text not in "])":
            yield "off by one", token.start, token.end, "..<"
        case "operator" if token.text == "-" and _is_prefix(code, index):
            yield "sign", token.start, token.end, ""
        case "number":
            yield from _number(code, index)
        case "word":
            yield from _word(code, index)
        case "mark" if token.text in "([":
            yield from _swapped(code, index)


def _operator(code: Code, index: int) -> Iterator[tuple[str, int, int, str]]:
    token = code.tokens[index]
    if "string" in (code.tokens[index - 1].kind, code.tokens[index + 1].kind):
        return
    is_unrolled = _UNROLLED.match(code.text_of_line(token.start))
    for kind, table in (
        ("sign", _SIGNS), ("operation", _FACTORS), ("off by one", _BOUNDS),
        ("condition", _CONDITIONS),
    ):  # fmt: skip
        if token.text in table and not (kind == "off by one" and is_unrolled):
            yield kind, token.start, token.end, table[token.text]
    if token.text not in ("+", "-", "*", "/"):
        return
    before, after = code.tokens[index - 1], _end_of_operand(code, index + 1)
    if after is None:
        return
    if token.text == "/":
        first = code.tokens[_start_of_operand(code, index - 1)].start
        left, right = code.text[first : before.end], code.text[code.tokens[index + 1].start : after]
        yield "swapped", first, after, f"{right} / {left}"
    if token.text in "+-":
        after = _end_of_product(code, index + 1)
    yield "dropped term", before.end, after, ""


def _is_prefix(code: Code, index: int) -> bool:
    token = code.tokens[index]
    return code.text[token.start - 1] in " \n([" and not code.text[token.end].isspace()


def _ends_operand(token: Token) -> bool:
    return token.text in (",", ";", ")", "]", "}", "{", ":")


def _last_of_operand(code: Code, index: int) -> int:
    """The last token of what is written without spaces from a token on, brackets apart."""
    index = code.partner.get(index, index)
    while code.is_adjacent(index + 1) and not _ends_operand(code.tokens[index + 1]):
        index = code.partner.get(index + 1, index + 1)
    return index


def _end_of_operand(code: Code, index: int) -> int | None:
    """Where an operand ends; None if a closure may belong to it."""
    if _ends_operand(code.tokens[index]) or code.tokens[index].kind == "string":
        return None
    last = _last_of_operand(code, index)
    return None if code.tokens[last + 1].text == "{" else code.tokens[last].end


def _end_of_product(code: Code, index: int) -> int:
    last = _last_of_operand(code, index)
    while code.tokens[last + 1].text in ("*", "/") and code.is_spaced(last + 1):
        last = _last_of_operand(code, last + 2)
    return code.tokens[last].end


def _start_of_operand(code: Code, index: int) -> int:
    index = code.partner.get(index, index)
    while code.is_adjacent(index) and code.tokens[index - 1].text not in (",", "(", "[", "{", ":"):
        index = code.partner.get(index - 1, index - 1)
    return index


def _number(code: Code, index: int) -> Iterator[tuple[str, int, int, str]]:
    token = code.tokens[index]
    if token.text.startswith("0x") or code.text[token.start - 1] == ".":
        return
    digits = token.text.rstrip("fFuUlL").replace("_", "")
    if digits.isdigit():
        changed = str(int(digits) + 1)
    else:
        changed = repr(2 * float(digits) or 1.0)
    kind = "off by one" if _is_subscript(code, index - 1) else "constant"
    yield kind, token.start, token.end, changed + token.text[len(token.text.rstrip("fFuUlL")) :]


def _is_subscript(code: Code, index: int) -> bool:
    token = code.tokens[index]
    return token.text == "[" and code.is_adjacent(index) and code.tokens[index - 1].text not in "(["


def _word(code: Code, index: int) -> Iterator[tuple[str, int, int, str]]:
    token = code.tokens[index]
    if token.text in ("true", "false"):
        yield "constant", token.start, token.end, "false" if token.text == "true" else "true"
    following = code.tokens[index + 1]
    is_label = following.text == ":" and code.is_adjacent(index + 1)
    is_assigned = " = " in code.text[token.end : code.end_of_line(token.start)]
    if is_label or is_assigned:
        return
    if token.text in _OPERATIONS:
        yield "operation", token.start, token.end, _OPERATIONS[token.text]
    if token.text in _COUNTERPARTS:
        yield "swapped", token.start, token.end, _COUNTERPARTS[token.text]
    if following.text == "]" and _is_subscript(code, index - 1):
        yield "off by one", token.start, token.end, f"{token.text} + 1"


def _swapped(code: Code, index: int) -> Iterator[tuple[str, int, int, str]]:
    """Neighbours among arguments, or among the elements of an array, in each other's places."""
    is_call = code.tokens[index].text == "(" and code.is_adjacent(index)
    is_array = code.tokens[index].text == "[" and not _is_subscript(code, index)
    if not is_array and not (is_call and code.tokens[index - 1].kind == "word"):
        return
    if code.tokens[index - 1].text in _SYMMETRIC_CALLS:
        return
    values: list[tuple[int, int]] = []
    place = index + 1
    while place < code.partner[index]:
        end = _end_of_argument(code, place)
        if code.tokens[place + 1].text == ":" and code.is_adjacent(place + 1):
            place += 2
        if end > place:
            values.append((code.tokens[place].start, code.tokens[end - 1].end))
        place = end + 1
    for (a, b), (c, d) in zip(values, values[1:], strict=False):
        first, second = code.text[a:b], code.text[c:d]
        if first != second and "{" not in first + second and '"' not in first + second:
            yield "swapped", a, d, second + code.text[b:c] + first
