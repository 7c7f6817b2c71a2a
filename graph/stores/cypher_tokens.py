"""Cypher text in, tokens and bracketed groups out: enough to see what a query asks for, not to run it.

Strings, comments and back-ticked names are told apart from words here, so that no check ever reads inside them.
`CASE … END` is a group like a bracket.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.errors import InputError

MAX_CHARS = 100_000
MAX_DEPTH = 100

_PARTS = re.compile(
    r"""(?P<space>\s+|//[^\n]*|/\*.*?\*/)
      | (?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
      | (?P<quoted>`(?:[^`]|``)*`)
      | (?P<parameter>\$(?:\w+|`(?:[^`]|``)*`))
      | (?P<number>0[xX][0-9a-fA-F]+|0[oO][0-7]+|(?:\d+(?:\.(?=\d)\d+)?|\.\d+)(?:[eE][+-]?\d+)?(?![^\W\d]))
      | (?P<name>[^\W\d]\w*)
      | (?P<symbol><>|<=|>=|=~|\+=|::|\.\.|\|\||[^\w\s])
      | (?P<odd>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_CLOSERS = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Token:
    """One token: `kind` is string, quoted, parameter, number, name or symbol; `word` is a name in capitals."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Offset after the token's last character."""
        return self.start + len(self.text)

    @property
    def word(self) -> str:
        """The name in capitals, empty for anything that is not a bare name."""
        return self.text.upper() if self.kind == "name" else ""

    @property
    def name(self) -> str:
        """What the token names: without back-ticks, empty for anything that is not a name."""
        if self.kind == "quoted":
            return self.text[1:-1].replace("``", "`")
        return self.text if self.kind == "name" else ""


@dataclass(frozen=True, slots=True)
class Group:
    """What stands between two brackets, or between CASE and END; `open` is the bracket or CASE."""

    open: str
    start: int
    end: int
    inner: tuple[Token | Group, ...]


Node = Token | Group


def where(text: str, offset: int) -> str:
    """Say in words where an offset is, and show the line with a mark below it."""
    line = text.count("\n", 0, offset) + 1
    begin = text.rfind("\n", 0, offset) + 1
    column = offset - begin + 1
    shown = text[begin : (text.find("\n", offset) + 1 or len(text) + 1) - 1]
    left = max(0, column - 60)
    return f"line {line}, column {column}:\n  {shown[left : left + 100]}\n  {' ' * (column - 1 - left)}^"


def tokens_of(text: str) -> tuple[Token, ...]:
    """Cut a query into tokens, white space and comments left out.

    Raises:
        InputError: the text is empty, too long, holds a character that cannot stand in it or an open string.
    """
    if not text.strip():
        raise InputError("The query is empty. Write one, for example: MATCH (s:Speech) RETURN s.name")
    if len(text) > MAX_CHARS:
        raise InputError(f"The query has {len(text)} characters; at most {MAX_CHARS} are read. Pass long lists as parameters.")
    return tuple(_cut(text))


def _cut(text: str) -> Iterator[Token]:
    for match in _PARTS.finditer(text):
        kind, piece = match.lastgroup or "odd", match.group()
        if kind == "symbol" and (piece in "'\"`" or text.startswith("/*", match.start())):
            what = "comment" if piece == "/" else "string" if piece in "'\"" else "name in back-ticks"
            raise InputError(f"The query has a {what} that does not end, at {where(text, match.start())}\nClose it.")
        if kind == "odd" or (ord(piece[0]) < 32 and kind != "space") or 0xD800 <= ord(piece[0]) <= 0xDFFF:
            raise InputError(f"The query holds {piece[:1]!r}, which cannot stand there, at {where(text, match.start())}")
        if "\0" in piece or any(0xD800 <= ord(char) <= 0xDFFF for char in piece):
            raise InputError(f"The query holds a character that is no text, at {where(text, match.start())}\nRemove it.")
        if kind != "space":
            yield Token(kind, piece, match.start())


def groups_of(text: str, tokens: tuple[Token, ...]) -> tuple[Node, ...]:
    """Put tokens between brackets, and between CASE and END, into groups.

    Raises:
        InputError: a bracket does not close, or they nest too deep.
    """
    stack: list[tuple[Token, str, list[Node]]] = []
    level: list[Node] = []
    for i, token in enumerate(tokens):
        if stack and token.text.upper() == stack[-1][1] and token.kind in ("symbol", "name"):
            opener, _, outer = stack.pop()
            outer.append(Group(opener.text.upper(), opener.start, token.end, tuple(level)))
            level = outer
        elif token.kind == "symbol" and token.text in _CLOSERS:
            stack.append((token, _CLOSERS[token.text], level))
            level = []
        elif token.kind == "symbol" and token.text in ")]}":
            raise InputError(f"The query has a {token.text!r} that closes nothing, at {where(text, token.start)}")
        elif token.word == "CASE" and is_operator(tokens, i):
            stack.append((token, "END", level))
            level = []
        else:
            level.append(token)
        if len(stack) > MAX_DEPTH:
            raise InputError(f"The query nests brackets more than {MAX_DEPTH} deep, at {where(text, token.start)}\nSimplify it.")
    if stack:
        raise InputError(f"The query has a {stack[-1][0].text!r} that does not close, at {where(text, stack[-1][0].start)}")
    return tuple(level)


def is_operator(nodes: tuple[Node, ...], i: int) -> bool:
    """Tell whether the bare word at `i` stands as a word of the language, not as a property, label, key or alias."""
    before, after = (nodes[i - 1] if i else None), (nodes[i + 1] if i + 1 < len(nodes) else None)
    if isinstance(before, Token) and (before.text in (".", ":", "|", "&") or before.word == "AS"):
        return False
    return not (isinstance(after, Token) and after.text == ":")
