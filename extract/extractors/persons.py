"""People by name, each mention with the title that forms one mention with it: 习近平总书记, 国务委员兼外交部长王毅.

Names come from the lexicon and, for people that it does not know, from strong contexts only: a surname with given
names beside a title, a foreign name with its dot or beside a country's office. A name once found that way is found
again in the same text. Masked names (**主任) are none. A bare 总书记 is the one of the text or of its date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.naming import Candidate, hits, longest, mentions
from extract.people.general_secretary import general_secretaries
from extract.people.guess import new_names
from extract.people.longer import without_longer
from extract.people.titles import title_after, title_before
from extract.people.words import is_part_of_other_word
from extract.records import Mention, Speech
from extract.registry import Extractor


def persons(speech: Speech) -> Iterator[Mention]:
    """Yield the people of a speech, in text order."""
    text = speech.view.text
    offices = _offices(speech)
    known = (hit for hit in longest(hits(speech, "PERSON")) if not is_part_of_other_word(text, hit.start, hit.end))
    names = list(without_longer(text, known))
    names = longest([*names, *new_names(text, names, offices)])
    titled = [_with_titles(text, name, offices) for name in names]
    yield from mentions(speech, "PERSON", longest([*titled, *general_secretaries(speech, titled)]))


def _offices(speech: Speech) -> dict[int, int]:
    """Return where organisations and places of the lexicon end → where the longest of them starts."""
    offices: dict[int, int] = {}
    for hit in (*hits(speech, "ORG"), *hits(speech, "PLACE")):
        offices[hit.end] = min(hit.start, offices.get(hit.end, hit.start))
    for mention in speech.found("ORG"):
        start, end = speech.view.view_offset(mention.start), speech.view.view_offset(mention.end - 1) + 1
        offices[end] = min(start, offices.get(end, start))
    return offices


def _with_titles(text: str, name: Candidate, offices: dict[int, int]) -> Candidate:
    start = title_before(text, name.start, offices)
    end = title_after(text, name.end)
    if end > name.end and start == name.start and name.start in offices:
        start = offices[name.start]  # 省委王宁书记: the office stands before, the title after
    return replace(name, start=start, end=end)


PLUGIN = Extractor("persons", persons, ("PERSON",), after=("organizations",))
