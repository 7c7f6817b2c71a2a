"""The graph folder: equal bytes, nothing half-written, nothing of the user's lost, clear words on broken files."""

from __future__ import annotations

import json
import os
from itertools import product
from pathlib import Path

import pytest

import graph.folder as folder_module
from extract.errors import InputError, TifaError
from extract.records import Dropped
from graph.build import build_graph
from graph.folder import check_target, load, read_manifest, save_graph, text_of
from graph.manifest import NAME


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def G(readings, entries, themes):
    return build_graph(readings, entries, themes)


@pytest.fixture
def saved(tmp_path, G, readings) -> Path:
    save_graph(tmp_path / "g", G, readings, [Dropped("x.bin", "binary")], {"lexicon": "0"})
    return tmp_path / "g"


def test_what_is_loaded_is_what_was_saved(saved, G):
    H = load(saved)
    assert dict(H.nodes(data=True)) == dict(G.nodes(data=True))
    edges = {(a, b, key): d for a, b, key, d in G.edges(keys=True, data=True)}
    assert {(a, b, key): d for a, b, key, d in H.edges(keys=True, data=True)} == edges


def test_the_contract_s_files_are_there(saved, readings):
    manifest = read_manifest(saved)
    assert [source["doc"] for source in manifest["sources"]] == ["001_county", "002_city", "003_news"]
    assert all(set(source) == {"doc", "id", "path", "sha256", "reader"} for source in manifest["sources"])
    assert manifest["dropped"] == {"sources": [{"path": "x.bin", "reason": "binary"}], "mentions": {"found twice": 6}}
    assert set(manifest["files"]) == set(bytes_of(saved)) - {NAME}
    assert manifest["counts"]["nodes"]["Speech"] == 3
    speech = manifest["sources"][0]
    assert text_of(saved, speech["id"]) == readings[0].speech.text
    labels = {json.loads(line)["label"] for line in (saved / "annotations.jsonl").read_text("utf-8").splitlines()}
    assert {"META", "SECTION", "FORMULA", "QUOTE", "HEADING"} <= labels


def test_equal_input_gives_equal_bytes(tmp_path, readings, entries, themes):
    for name, order in (("a", readings), ("b", readings), ("c", readings[::-1])):
        save_graph(tmp_path / name, build_graph(order, entries, themes), order)
    assert bytes_of(tmp_path / "a") == bytes_of(tmp_path / "b") == bytes_of(tmp_path / "c")


def test_a_graph_that_was_loaded_is_saved_with_the_same_bytes(saved, tmp_path, readings):
    save_graph(tmp_path / "again", load(saved), readings, [Dropped("x.bin", "binary")], {"lexicon": "0"})
    assert bytes_of(tmp_path / "again") == bytes_of(saved)


def test_what_the_user_keeps_in_the_folder_survives_a_rebuild(saved, G, readings):
    kept = {
        "corrections.jsonl": b'{"reject": 1}\n',
        "lexicon/slogans.tsv": b"name\n",
        "notes.txt": b"mine",
        ".derived/layout.json": b"{}",
    }
    for path, data in kept.items():
        (saved / path).parent.mkdir(exist_ok=True)
        (saved / path).write_bytes(data)
    save_graph(saved, G, readings[:2])
    assert {path: (saved / path).read_bytes() for path in kept} == kept
    assert len(list((saved / "texts").iterdir())) == 2
    assert [entry.name for entry in saved.parent.iterdir()] == ["g"]


@pytest.mark.parametrize("moment", ["write_tables", "_carry_over", "_switch"])
def test_a_build_that_fails_leaves_the_old_graph_and_nothing_else(saved, G, readings, monkeypatch, moment):
    before = bytes_of(saved)

    def fail(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(folder_module, moment, fail)
    with pytest.raises(TifaError, match="No space left"):
        save_graph(saved, G, readings[:1])
    assert bytes_of(saved) == before
    assert [entry.name for entry in saved.parent.iterdir()] == ["g"]


def test_what_a_killed_build_left_is_mended_by_the_next(saved, G, readings):
    (saved / "corrections.jsonl").write_text("{}\n")
    os.rename(saved, saved.parent / ".g.before")
    (saved.parent / ".g.building-999999999").mkdir()
    save_graph(saved, G, readings)
    assert (saved / "corrections.jsonl").read_text() == "{}\n"
    assert [entry.name for entry in saved.parent.iterdir()] == ["g"]


def test_an_empty_folder_is_taken(tmp_path, G, readings):
    save_graph(tmp_path, G, readings)
    assert read_manifest(tmp_path)


@pytest.mark.parametrize("content", ["a file", "texts", "another manifest"])
def test_another_s_place_is_refused_and_left_alone(tmp_path, G, readings, content):
    place = tmp_path / "g"
    if content == "a file":
        place.write_text("x")
    else:
        place.mkdir()
        name, text = ("manifest.json", '{"name": "extension"}') if content == "another manifest" else ("a.txt", "x")
        (place / name).write_text(text)
    before = bytes_of(tmp_path)
    for attempt in (lambda: check_target(place), lambda: save_graph(place, G, readings)):
        with pytest.raises(InputError, match=str(place)):
            attempt()
    assert bytes_of(tmp_path) == before


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        *product(["nodes/Principle.parquet", "relationships/USES.parquet"], ["missing", "cut", "changed"]),
        *product(["manifest.json"], ["missing", "cut"]),
    ],
)
def test_a_broken_folder_is_named_by_its_file(saved, name, damage):
    path = saved / name
    data = path.read_bytes()
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(data[: len(data) // 2] if damage == "cut" else data[:-9] + b"x" + data[-8:])
    with pytest.raises(InputError, match=name):
        load(saved)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param('{"format": "tifa-graph", "version": 99}', "version 99", id="newer"),
        pytest.param('{"format": "tifa-graph", "version": 1}', "is missing", id="parts missing"),
        pytest.param("[]", "no manifest of a graph", id="another kind"),
    ],
)
def test_a_manifest_that_cannot_be_used_says_why(tmp_path, text, said):
    (tmp_path / NAME).write_text(text)
    with pytest.raises(InputError, match=said):
        load(tmp_path)


def test_no_folder_and_no_graph(tmp_path):
    for place in (tmp_path / "none", tmp_path):
        with pytest.raises(InputError, match="tifa build"):
            load(place)
