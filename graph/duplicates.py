"""Identical texts are one Speech: readings in, the distinct ones and a list of the others out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.records import Dropped, Reading

_HALF_PAIR = re.compile("[\ud800-\udfff]")


def distinct(readings: Iterable[Reading]) -> tuple[list[Reading], list[Dropped]]:
    """Return the readings sorted by document, one a text, and those left out with the reason.

    Of identical texts the first by `doc` stays. The order of the arguments does not matter. A text with half of a
    surrogate pair is left out: no file could hold it.
    """
    kept: dict[str, Reading] = {}
    dropped = []
    for reading in sorted(readings, key=lambda reading: (reading.speech.id, reading.speech.path)):
        if _HALF_PAIR.search(reading.speech.text):
            dropped.append(Dropped(reading.speech.path, "holds half of a surrogate pair, which no file can hold"))
            continue
        first = kept.setdefault(reading.speech.sha256, reading)
        if first is not reading:
            dropped.append(Dropped(reading.speech.path, f"the same text as {first.speech.path}"))
    return list(kept.values()), dropped
