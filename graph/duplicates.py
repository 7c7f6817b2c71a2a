"""Identical texts are one Speech: readings in, the distinct ones and a list of the others out."""

from __future__ import annotations

from collections.abc import Iterable

from extract.records import Dropped, Reading


def distinct(readings: Iterable[Reading]) -> tuple[list[Reading], list[Dropped]]:
    """Return the readings sorted by document, one a text, and those left out with the reason.

    Of identical texts the first by `doc` stays. The order of the arguments does not matter.
    """
    kept: dict[str, Reading] = {}
    dropped = []
    for reading in sorted(readings, key=lambda reading: (reading.speech.id, reading.speech.path)):
        first = kept.setdefault(reading.speech.sha256, reading)
        if first is not reading:
            dropped.append(Dropped(reading.speech.path, f"the same text as {first.speech.path}"))
    return list(kept.values()), dropped
