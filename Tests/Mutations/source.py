"""Reads Swift and C just well enough to change them: tokens, brackets, and bodies of functions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*|/\*.*?\*/)
    |(?P<string>\"\"\".*?\"\"\"|'(?:\\.|[^'\\])+')
    |(?P<number>0x[0-9a-fA-F_.p]+|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][-+]?\d+)?[fFuUlL]*)
    |(?P<word>[$@#]?\w+|`\w+`)
    |(?P<operator>\.\.[.<]|\.(?:[=!<>]=|[<>&|^*])=?|->|[-+*/%<>=!&|^~?]+|\.)
    |(?P<mark>.)""",
    re.DOTALL | re.VERBOSE,
)
_DIRECTIVE = re.compile(r"#(?:[^\\\n]|\\.)*", re.DOTALL)
_OPENING, _CLOSING = "([{", ")]}"

# What begins another declaration: there was no body before it.
_DECLARATIONS = {
    "func", "init", "subscript", "var", "let", "case", "struct", "enum", "extension", "protocol",
    "typealias", "associatedtype", "import", "public", "package", "private", "fileprivate",
    "static",
}  # fmt: skip
_ACCESSORS = {"get", "set", "_read", "_modify", "mutating", "willSet", "didSet"}


@dataclass(frozen=True)
class Token:
    kind: str  # string, number, word, operator, mark or directive
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Body:
    """What is between the braces of a function: places in the text, and among the tokens."""

    name: str
    start: int
    end: int
    tokens: range


class Code:
    """The tokens of a file without its comments, and where brackets end."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text
        self.is_swift = path.suffix == ".swift"
        self.tokens = list(self._tokens())
        self.partner = self._partners()

    def _tokens(self) -> Iterator[Token]:
        place = 0
        while place < len(self.text):
            if not self.is_swift and self.text[place] == "#":
                match = _DIRECTIVE.match(self.text, place)
                kind = "directive"
            elif self.text[place] == '"' and not self.text.startswith('"""', place):
                end = self._end_of_string(place)
                yield Token("string", self.text[place:end], place, end)
                place = end
                continue
            else:
                match = _TOKEN.match(self.text, place)
                kind = match.lastgroup if match and match.lastgroup else "mark"
            assert match is not None
            if kind != "space":
                yield Token(kind, match.group(), match.start(), match.end())
            place = match.end()

    def _end_of_string(self, place: int) -> int:
        """Where a string ends, which may have strings within its interpolations."""
        place += 1
        while self.text[place] != '"':
            if self.text.startswith("\\(", place):
                depth, place = 1, place + 2
                while depth > 0:
                    if self.text[place] == '"':
                        place = self._end_of_string(place)
                        continue
                    depth += {"(": 1, ")": -1}.get(self.text[place], 0)
                    place += 1
            else:
                place += 2 if self.text[place] == "\\" else 1
        return place + 1

    def _partners(self) -> dict[int, int]:
        """The other bracket of each, by places among the tokens."""
        partner: dict[int, int] = {}
        opened: list[int] = []
        for index, token in enumerate(self.tokens):
            if token.kind == "mark" and token.text in _OPENING:
                opened.append(index)
            elif token.kind == "mark" and token.text in _CLOSING:
                partner[index] = opened.pop()
                partner[partner[index]] = index
        return partner

    def line(self, place: int) -> int:
        return self.text.count("\n", 0, place) + 1

    def text_of_line(self, place: int) -> str:
        return self.text[self.text.rfind("\n", 0, place) + 1 : self.end_of_line(place)]

    def end_of_line(self, place: int) -> int:
        end = self.text.find("\n", place)
        return end if end >= 0 else len(self.text)

    def is_adjacent(self, index: int) -> bool:
        """Whether nothing separates a token from the one before."""
        return index > 0 and self.tokens[index - 1].end == self.tokens[index].start

    def is_spaced(self, index: int) -> bool:
        """Whether there is space on both sides of a token, as around operators of two operands."""
        token = self.tokens[index]
        return self.text[token.start - 1].isspace() and self.text[token.end].isspace()

    def bodies(self) -> list[Body]:
        """The bodies of all functions that are in no other function."""
        return list(self._swift_bodies() if self.is_swift else self._c_bodies())

    def _body(self, name: str, opening: int) -> Body:
        closing = self.partner[opening]
        return Body(
            name, self.tokens[opening].end, self.tokens[closing].start,
            range(opening + 1, closing),
        )  # fmt: skip

    def _c_bodies(self) -> Iterator[Body]:
        index = 0
        code = [i for i, token in enumerate(self.tokens) if token.kind != "directive"]
        while index < len(code):
            if self.tokens[code[index]].text == "{":
                if index > 0 and self.tokens[code[index - 1]].text == ")":
                    yield self._body("", code[index])
                closing = self.partner[code[index]]
                while code[index] < closing:
                    index += 1
            index += 1

    def _swift_bodies(self) -> Iterator[Body]:
        index = 0
        while index < len(self.tokens):
            word = self.tokens[index].text
            opening = None
            if word in ("func", "init", "subscript", "var") and not self.is_adjacent(index):
                opening = self._opening_after(index)
            if opening is None:
                index += 1
                continue
            name = self.tokens[index + 1].text if word in ("func", "var") else word
            closing = self.partner[opening]
            if self.tokens[opening + 1].text in _ACCESSORS:
                place = opening + 1
                while place < closing:
                    if self.tokens[place].text == "{":
                        yield self._body(name, place)
                        place = self.partner[place]
                    place += 1
            else:
                yield self._body(name, opening)
            index = closing + 1

    def _opening_after(self, declaration: int) -> int | None:
        """The brace that opens the body of a declaration; None if it has none."""
        index = declaration + 1
        while index < len(self.tokens):
            token = self.tokens[index]
            if token.text == "{":
                return index
            if token.text in "([" and token.kind == "mark":
                index = self.partner[index]
            elif token.text == "}" or (token.text in _DECLARATIONS and token.kind == "word"):
                return None
            elif token.text == "=" and self.tokens[declaration].text == "var":
                return None
            index += 1
        return None
