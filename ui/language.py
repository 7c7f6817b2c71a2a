"""The interface's words in Chinese and English, from one dictionary; a missing word is an error, not a gap."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

LANGUAGES = ("zh", "en")


@cache
def _dictionary() -> dict[str, dict[str, str]]:
    return json.loads((files("ui") / "words.json").read_text("utf-8"))


class Words:
    """The dictionary in one language: `words("shared", n=3)` is the sentence `shared` with its slots filled."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else LANGUAGES[0]

    def __call__(self, key: str, **slots: object) -> str:
        """Return the words of a key.

        Raises:
            KeyError: the dictionary has no such key.
        """
        text = _dictionary()[key][self.language]
        return text.format(**slots) if slots else text

    def has(self, key: str) -> bool:
        """Say whether the dictionary has a key."""
        return key in _dictionary()

    def name(self, record: dict[str, object]) -> str:
        """Return a record's readable name in this language, the Chinese one where there is no English."""
        english = record.get("name_en") if self.language == "en" else None
        return str(english or record.get("name") or "")
