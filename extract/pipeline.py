"""Speeches in, readings out: the extractors as one component of a spaCy pipeline, on one or several processes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from extract.errors import InputError, TifaError
from extract.lexicon.load import Lexicon
from extract.metadata import metadata_of
from extract.records import Reading, Speech
from extract.themes import THEME, section_themes, theme_sentences

if TYPE_CHECKING:
    from concurrent.futures import Future

    import spacy

BATCH = 8
"""Speeches that a process takes at a time."""


def make_nlp(lexicon: Lexicon, model: str | None = None) -> spacy.Language:
    """Return a pipeline with our component at its end: a blank Chinese one, or the named installed model or folder."""
    import spacy

    from extract import component

    nlp = _blank() if model is None else _installed(model)
    nlp.max_length = 1 << 40  # texts are cut nowhere; ours is no parser whose memory grows with the square
    nlp.add_pipe(component.NAME, last=True).lexicon = lexicon
    return nlp


def _blank() -> spacy.Language:
    import spacy

    from extract.component import CharacterTokenizer

    nlp = spacy.blank("zh")
    nlp.tokenizer = CharacterTokenizer(nlp.vocab)
    return nlp


def _installed(model: str) -> spacy.Language:
    import spacy

    try:
        nlp = spacy.load(model)
    except (OSError, ImportError, ValueError) as error:
        raise InputError(
            f"Model {model!r} cannot be loaded ({str(error).splitlines()[0]}). "
            "Install it (python -m spacy download zh_core_web_sm), or leave out --model."
        ) from None
    if "tifa" in nlp.pipe_names:
        nlp.remove_pipe("tifa")
    return nlp


def read_speech(nlp: spacy.Language, speech: Speech) -> Reading:
    """Read one speech: its mentions, the themes of its sections and sentences, its metadata."""
    from extract.component import DROPPED, SPEECH

    doc = nlp.make_doc(speech.text)
    doc.user_data[SPEECH] = speech
    doc = nlp(doc)
    found = doc.user_data[SPEECH]
    sections = section_themes(found)
    themes = theme_sentences(found)
    kept = tuple(m for m in found.mentions if m.label != THEME)
    found = replace(found, sections=sections, mentions=kept, matches=())
    return Reading(found, metadata_of(found), themes, doc.user_data[DROPPED])


def read_all(
    speeches: Iterable[Speech],
    lexicon: Lexicon,
    model: str | None = None,
    jobs: int = 1,
    progress: Callable[[int], None] | None = None,
) -> Iterator[Reading]:
    """Yield the reading of each speech, in their order; few are held at a time, whatever their number.

    Args:
        jobs: processes to work on; the readings are the same for any number.
        progress: called with the number of speeches read so far, after each.
    """
    if jobs < 1:
        raise InputError(f"--jobs {jobs}: the number of processes is at least 1.")
    readings = _in_processes(speeches, lexicon, model, jobs) if jobs > 1 else _here(speeches, lexicon, model)
    for count, reading in enumerate(readings, 1):
        if progress is not None:
            progress(count)
        yield reading


def _here(speeches: Iterable[Speech], lexicon: Lexicon, model: str | None) -> Iterator[Reading]:
    nlp = make_nlp(lexicon, model)
    for speech in speeches:
        yield read_speech(nlp, speech)


def _in_processes(speeches: Iterable[Speech], lexicon: Lexicon, model: str | None, jobs: int) -> Iterator[Reading]:
    """Yield readings from a pool; at most two batches a process are under way."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    if model is not None:
        make_nlp(lexicon, model)  # a missing model is reported here, once, not by each process
    batches = _batches(speeches)
    under_way: deque[Future] = deque()
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _start_process, (lexicon, model))
    try:
        under_way.extend(pool.submit(_read_batch, batch) for batch in islice(batches, 2 * jobs))
        while under_way:
            readings = under_way.popleft().result()
            under_way.extend(pool.submit(_read_batch, batch) for batch in islice(batches, 1))
            yield from readings
    except BrokenProcessPool:
        raise TifaError("A reading process ended unexpectedly, likely for want of memory. Try fewer --jobs.") from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _batches(speeches: Iterable[Speech]) -> Iterator[list[Speech]]:
    rest = iter(speeches)
    while batch := list(islice(rest, BATCH)):
        yield batch


_process: dict[str, object] = {}
"""What a reading process holds: its pipeline. Filled once, by the pool's initializer."""


def _start_process(lexicon: Lexicon, model: str | None) -> None:
    _process["nlp"] = make_nlp(lexicon, model)


def _read_batch(speeches: list[Speech]) -> list[Reading]:
    return [read_speech(_process["nlp"], speech) for speech in speeches]
