"""Why a text or a mention was not kept, in the reader's language; what has no words of its own stays as it is."""

from __future__ import annotations

import re

from ui.language import Words

_REASONS = (
    (re.compile(r"(?:identical to|the same text as|the same file as) (?P<what>.+)"), "reason_identical"),
    (re.compile(r"not a format that is read \((?P<what>[^)]+)\)"), "reason_format"),
    (re.compile(r"the (?:file|text) is empty"), "reason_empty"),
    (re.compile(r"(?:the (?:file|document) is|it is) encrypted"), "reason_encrypted"),
    (re.compile(r"(?:its \d+ pages? hold pictures|the document holds no words|its fonts do not tell)"), "reason_scan"),
    (re.compile(r"(?:this is no readable|the gzip data is damaged|this is the old Word format|this is not a text file)"), "reason_damaged"),
    (re.compile(r"(?:the row has no text|no words in|no text was found)"), "reason_no_text"),
    (re.compile(r"(?:no JSON|`text` is no string)"), "reason_no_json"),
    (re.compile(r"metadata of files that are not among the sources: (?P<what>.+)"), "reason_unused"),
    (re.compile(r"a graph folder, not a source"), "reason_graph"),
    (re.compile(r"(?:no such file or folder|neither a file nor a folder)"), "reason_missing"),
    (re.compile(r"found twice"), "reason_twice"),
    (re.compile(r"part of a longer one"), "reason_part"),
    (re.compile(r"crosses a longer one"), "reason_crosses"),
    (re.compile(r"same words, kept as (?P<what>[A-Z]+)"), "reason_kept_as"),
    (re.compile(r"(?P<what>[A-Z]+) inside (?P<outer>[A-Z]+)"), "reason_inside"),
)


def reason_in_words(reason: str, words: Words) -> str:
    """Return a reason in words.

    >>> reason_in_words("found twice", Words("en"))
    'found twice'
    """
    for pattern, key in _REASONS:
        match = pattern.match(reason)
        if match:
            slots = {name: _label(value, words) for name, value in match.groupdict().items()}
            return words(key, **slots)
    return reason


def _label(value: str, words: Words) -> str:
    return words(f"label_{value}") if words.has(f"label_{value}") else value
