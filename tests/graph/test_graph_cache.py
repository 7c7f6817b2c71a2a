"""A rebuild reads again only what has changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.build import build_graph
from graph.cache import read_cache
from graph.folder import save_graph

VERSIONS = {"lexicon": "a", "extractors": "1"}


@pytest.fixture
def folder(tmp_path, readings, entries, themes):
    save_graph(tmp_path / "g", build_graph(readings, entries, themes), readings, versions=VERSIONS)
    return tmp_path / "g"


def test_what_is_read_back_builds_the_same_graph(folder, readings, entries, themes):
    cache = read_cache(folder, VERSIONS)
    again = [cache.reading(replace(reading.speech, mentions=(), sections=())) for reading in readings]
    built = [build_graph(found, entries, themes) for found in (readings, again)]
    assert len(cache) == 3
    assert list(built[0].nodes(data=True)) == list(built[1].nodes(data=True))
    assert list(built[0].edges(keys=True, data=True)) == list(built[1].edges(keys=True, data=True))
    assert [reading.dropped for reading in again] == [reading.dropped for reading in readings]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"text": "另一篇。"}, id="text"),
        pytest.param({"id": "another"}, id="document"),
        pytest.param({"given": {"speaker": "张三"}}, id="metadata of the user"),
    ],
)
def test_what_has_changed_is_not_taken_from_the_cache(folder, readings, changes):
    assert read_cache(folder, VERSIONS).reading(replace(readings[0].speech, **changes)) is None


@pytest.mark.parametrize("damage", ["versions", "annotations", "manifest"])
def test_a_cache_that_cannot_be_trusted_is_empty(folder, damage):
    if damage == "annotations":
        with (folder / "annotations.jsonl").open("a") as file:
            file.write("{}\n")
    if damage == "manifest":
        (folder / "manifest.json").unlink()
    assert len(read_cache(folder, VERSIONS if damage != "versions" else {"lexicon": "b"})) == 0
