"""Two seeds cut into sentences by hand, by reading: the first words of each sentence stand in tests/extract/data."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.sentences import cut

DATA = Path(__file__).parent / "data"
SEEDS = ("003_901246b0813e70ac", "004_7cd0639350a5638b")
LEAST_F = 0.99


def _starts_by_hand(seed: str, text: str) -> set[int]:
    """Return where the sentences start that the file lists by their first words, in their order."""
    starts, at = [], 0
    for words in (DATA / f"sentence_starts_{seed}.txt").read_text(encoding="utf-8").splitlines():
        at = text.index(words, at)
        starts.append(at)
        at += len(words)
    return set(starts)


@pytest.mark.parametrize("seed", SEEDS)
def test_cutter_agrees_with_the_hand(seed, seeds_folder):
    text = (seeds_folder / f"{seed}.txt").read_text(encoding="utf-8-sig")
    by_hand = _starts_by_hand(seed, text)
    found = {sentence.start for sentence in cut(text)}
    right = len(by_hand & found)
    f = 2 * right / (len(by_hand) + len(found))
    missed = [text[at : at + 12] for at in sorted(by_hand - found)]
    spurious = [text[at : at + 12] for at in sorted(found - by_hand)]
    assert f >= LEAST_F, f"missed {missed}, spurious {spurious}"
    assert right > 30
