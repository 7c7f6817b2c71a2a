"""How fast texts are read, beside a yardstick of the same run: what spaCy's blank Chinese pipeline with jieba needs to
tokenize them.

    CORPUS=folder [NEWS=file.jsonl.gz] python tests/bench/bench_reading.py

Without CORPUS the texts are made up from the seeds. The yardstick needs jieba, which the project itself does not:
`pip install jieba`. NEWS, else the same texts, is read with one and with two processes; their answers must be equal,
and starting the processes is not counted.
"""

from __future__ import annotations

import hashlib
import logging
import os
import resource
import sys
import time
from collections.abc import Iterable, Iterator

from extract.annotations import line_from_row, rows
from extract.lexicon.load import load_lexicon
from extract.pipeline import make_nlp, read_all, read_speech
from extract.records import Reading, Speech
from extract.sources import read_speeches
from extract.speeches import speech_from_text

COPIES = 20
WARM = 64
"""Readings that pass before the clock starts: by then every process has its lexicon."""


def texts(corpus: str | None) -> Iterator[Speech]:
    """Yield the corpus, or the seeds over and over, each copy with another opening line."""
    if corpus:
        yield from read_speeches([corpus], [])
        return
    import seeds

    with seeds.folder() as folder:
        speeches = list(read_speeches([str(folder)], []))
    for copy in range(COPIES):
        for speech in speeches:
            text = f"第{copy}次讲话\n{speech.text}"
            yield speech_from_text(f"{speech.id}-{copy}", text, speech.path, speech.reader, {})


def tokenize_s(speeches: list[Speech]) -> float | None:
    """Return the seconds that spaCy with jieba needs, its dictionary loaded before; None without jieba."""
    try:
        import jieba
    except ImportError:
        return None
    import spacy

    jieba.setLogLevel(logging.ERROR)
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "jieba"}}})
    nlp.max_length = 1 << 40
    nlp.make_doc("预热")
    begin = time.perf_counter()
    for speech in speeches:
        nlp.make_doc(speech.text)
    return time.perf_counter() - begin


def read_s(speeches: Iterable[Speech]) -> float:
    """Return the seconds that the whole extraction needs in this process, from the raw text on."""
    nlp = make_nlp(load_lexicon())
    read_speech(nlp, speech_from_text("warm", "坚持实事求是。", "", "text", {}))
    begin = time.perf_counter()
    for speech in speeches:
        read_speech(nlp, speech_from_text(speech.id, speech.text, speech.path, speech.reader, dict(speech.given)))
    return time.perf_counter() - begin


def rate_and_hash(speeches: Iterable[Speech], jobs: int) -> tuple[float, str]:
    """Return characters a second after the start of the processes, and a hash of all annotations."""
    digest, chars, begin = hashlib.sha256(), 0, 0.0
    for count, reading in enumerate(read_all(speeches, load_lexicon(), None, jobs), 1):
        _add(digest, reading)
        if count == WARM:
            begin = time.perf_counter()
        elif count > WARM:
            chars += len(reading.speech.text)
    return chars / (time.perf_counter() - begin), digest.hexdigest()


def _add(digest: hashlib._Hash, reading: Reading) -> None:
    for row in rows(reading):
        digest.update(line_from_row(row).encode("utf-8", "surrogatepass"))


def main() -> int:
    """Measure and print; 1 where one and two processes differ."""
    corpus = os.environ.get("CORPUS")
    speeches = list(texts(corpus))
    chars = sum(len(speech.text) for speech in speeches)
    tokens, reading = tokenize_s(speeches), read_s(speeches)
    print(f"{len(speeches)} texts, {chars} characters")
    if tokens is None:
        print("NOT MEASURED: the yardstick; install jieba beside the project.", file=sys.stderr)
    else:
        print(f"{'spaCy blank zh with jieba, tokens only (yardstick)':52} {tokens:8.2f} s     1.00 x")
        print(f"{'whole extraction, one process':52} {reading:8.2f} s   {reading / tokens:6.2f} x")
    news = os.environ.get("NEWS") or corpus
    one, first = rate_and_hash(texts(news), 1)
    print(f"{'--jobs 1':52} {one:8.0f} characters/s")
    print(f"{'memory of this process at its highest':52} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:8d} MB")
    two, second = rate_and_hash(texts(news), 2)
    print(f"{'--jobs 2':52} {two:8.0f} characters/s {two / one:6.2f} x")
    print(f"annotations of both: {'equal' if first == second else 'DIFFERENT'}")
    return int(first != second)


if __name__ == "__main__":
    raise SystemExit(main())
