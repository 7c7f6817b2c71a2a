"""Names of two characters that begin a longer name: 黄兴 in 黄兴国、王珉, 王明 in 王明雯委员."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extract.naming import Candidate
from extract.people.guess import SURNAMES
from extract.people.titles import title_after

_THIRD = re.compile("[一-龥](?<![说称等和与及也曾在的是任为对向同率作将已被把就都讲从到还又中答问谈笑来去道认以出就担作成视因])")
_ENDED = re.compile(r"[，。、；：！？\s（）()”]|$|[为等说称]|表示|委员|同志|严重|涉嫌|受贿|性格|兄弟")


def without_longer(text: str, names: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the names except those of two characters that the text continues to a longer name, everywhere in it."""
    names = list(names)
    longer = {text[n.start : n.end + 1] for n in names if _goes_on(text, n)}
    for name in names:
        if text[name.start : name.end + 1] not in longer:
            yield name


def _goes_on(text: str, name: Candidate) -> bool:
    """Say whether one more character stands between a name and a mark or a title."""
    end = name.end
    if end - name.start != 2 or text[name.start] not in SURNAMES or not _THIRD.match(text, end):
        return False
    if title_after(text, end) > end:
        return False
    return bool(_ENDED.match(text, end + 1)) or title_after(text, end + 1) > end + 1
