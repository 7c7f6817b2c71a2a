"""The files of this folder in, the canned questions out: what is asked, in two languages, and the Cypher that answers it.

A question stands in a `.toml` file as `[[question]]` with `id`, `zh` and `en` (sentences with `{slot}`), `cypher` (its
parameters are the slots), `example` (slots that find something in the seeds), the name of its `twin` (a walk over the
networkx graph with the same rows, in `graph.questions.twins`) and its `slots`. `lexicon = true` asks for the lexicon's
formulas as the parameter `lexicon`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extract.errors import InputError

Value = str | int

FILES = ("formulations", "themes", "sources", "collection")
"""The order in which questions are listed."""

SLOT_TYPES = ("integer", "text", "theme", "formulation", "formula", "speech", "document", "quoted")


@dataclass(frozen=True, slots=True)
class Slot:
    """What a question leaves open. Without `default` it is filled from the graph: its `choice`-th most frequent value."""

    name: str
    type: str
    zh: str
    en: str
    default: Value | None = None
    options: tuple[str, ...] = ()
    least: int | None = None
    choice: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """A canned question."""

    id: str
    zh: str
    en: str
    cypher: str
    slots: tuple[Slot, ...]
    example: Mapping[str, Value]
    twin: str | None = None
    lexicon: bool = False
    topic: str = ""

    def sentence(self, language: str, values: Mapping[str, object] | None = None) -> str:
        """Return the question in `zh` or `en`, its slots filled with values, or with their names where there is none."""
        names = {slot.name: slot.zh if language == "zh" else slot.en for slot in self.slots}
        shown = {name: (values or {}).get(name, f"〔{own}〕" if language == "zh" else f"[{own}]") for name, own in names.items()}
        return (self.zh if language == "zh" else self.en).format(**shown)


@cache
def questions() -> tuple[Question, ...]:
    """Return all canned questions, in the order in which they are listed."""
    found = tuple(question for topic in FILES for question in _read(topic))
    return found


def question(own: str) -> Question:
    """Return a question by its id.

    Raises:
        InputError: there is none; the message names those that are like it.
    """
    from difflib import get_close_matches

    for each in questions():
        if each.id == own:
            return each
    like = get_close_matches(own, [each.id for each in questions()], 3, 0.3)
    raise InputError(f"There is no question {own!r}. Like it: {', '.join(like) or 'none'}. `tifa ask GRAPH` lists all of them.")


def _read(topic: str) -> tuple[Question, ...]:
    text = files(__package__).joinpath(f"{topic}.toml").read_text("utf-8")
    return tuple(_question(topic, row) for row in tomllib.loads(text)["question"])


def _question(topic: str, row: dict) -> Question:
    slots = tuple(_slot(name, given) for name, given in row.get("slots", {}).items())
    return Question(
        row["id"], row["zh"], row["en"], row["cypher"].strip(), slots, row["example"], row.get("twin"),
        row.get("lexicon", False), topic,
    )  # fmt: skip


def _slot(name: str, given: dict) -> Slot:
    options = tuple(given.get("options", ()))
    return Slot(
        name, given["type"], given["zh"], given["en"], given.get("default"), options, given.get("least"), given.get("choice", 0)
    )
