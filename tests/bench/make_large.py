"""Make a large collection of short texts: `python tests/bench/make_large.py OUT.jsonl 75000`.

Each text draws its sentences from two items, so every item stands in many texts and no two texts are identical. The
items come from CORPUS (a .jsonl or .jsonl.gz with `text`, or a folder of .txt); without it from the seed speeches.
The same items and the same number give the same file.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?\n?")
_SEED_PIECE = 12
"""Sentences of one item, where the items are cut from the seed speeches."""

_KEPT = ("date", "organ", "genre", "level")

Item = dict[str, object]


def items_of(corpus: str | None) -> list[Item]:
    """Return the items: `sentences`, and the metadata that they bring."""
    found = _seed_items() if corpus is None else _file_items(Path(corpus))
    return [item for item in found if len(item["sentences"]) >= 2]


def _seed_items() -> Iterator[Item]:
    import seeds

    with seeds.folder() as folder:
        for name in seeds.names():
            sentences = _SENTENCE.findall((folder / name).read_text("utf-8"))
            for at in range(0, len(sentences), _SEED_PIECE):
                yield {"sentences": sentences[at : at + _SEED_PIECE], "genre": "讲话"}


def _file_items(corpus: Path) -> Iterator[Item]:
    if corpus.is_dir():
        for path in sorted(corpus.glob("*.txt")):
            yield {"sentences": _SENTENCE.findall(path.read_text("utf-8"))}
        return
    with (gzip.open if corpus.suffix == ".gz" else open)(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            kept = {name: row[name] for name in _KEPT if row.get(name)}
            yield {**kept, "title": row.get("title"), "sentences": _SENTENCE.findall(row["text"])}


def texts(items: Sequence[Item], count: int, seed: int = 11) -> Iterator[Item]:
    """Yield so many rows with id and text; each begins as an item and takes about half of its sentences of another."""
    rng, seen = random.Random(seed), set()
    number = 0
    while number < count:
        one, other = items[number % len(items)], rng.choice(items)
        text = "".join(rng.choice((mine, rng.choice(other["sentences"]))) for mine in one["sentences"])
        if text in seen:
            continue
        seen.add(text)
        row = {"id": f"t{number:06}", "text": text, "title": f"{one.get('title') or '文稿'}（{number}）"}
        yield {**row, **{name: one[name] for name in _KEPT if name in one}}
        number += 1


def main() -> None:
    """Write the file that the command line names."""
    target, count = Path(sys.argv[1]), int(sys.argv[2])
    with target.open("w", encoding="utf-8") as out:
        for row in texts(items_of(os.environ.get("CORPUS")), count):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
