"""Verification finds what was changed, in a folder and in every export, and nothing where nothing was."""

from __future__ import annotations

import re

import pytest

from extract.errors import InputError
from graph.build import build_graph
from graph.exporters.gexf import write_gexf
from graph.exporters.graphml import write_graphml
from graph.exporters.html_page import write_html
from graph.exporters.node_link import write_node_link
from graph.filters import Selection, select
from graph.folder import save_graph
from graph.verify import verify

WRITERS = {"g.graphml": write_graphml, "g.gexf": write_gexf, "g.json": write_node_link, "g.html": write_html}


@pytest.fixture
def texts(readings):
    return {reading.speech.id: reading.speech.text for reading in readings}


@pytest.fixture
def G(readings, entries, themes):
    return build_graph(readings, entries, themes)


@pytest.fixture
def folder(tmp_path, G, readings):
    save_graph(tmp_path / "g", G, readings)
    return tmp_path / "g"


@pytest.fixture(params=WRITERS)
def export(request, tmp_path, G):
    path = tmp_path / request.param
    WRITERS[request.param](G, path)
    return path


def test_nothing_is_wrong_with_what_was_just_made(folder, export, texts):
    assert verify(folder, texts) == []
    assert verify(export, texts) == []
    assert verify(folder / "annotations.jsonl", texts) == []


@pytest.mark.parametrize(
    "selection",
    [
        pytest.param(Selection(speeches=("003_news",)), id="speech"),
        pytest.param(Selection(themes=("loyalty",)), id="theme"),
        pytest.param(Selection(labels=("Speech", "Principle", "Theme"), with_texts=True), id="labels"),
        pytest.param(Selection(min_weight=0.5), id="weight"),
    ],
)
@pytest.mark.parametrize("name", WRITERS)
def test_a_part_of_a_graph_agrees_with_its_sources_too(G, tmp_path, texts, name, selection):
    WRITERS[name](select(G, selection), tmp_path / name)
    assert verify(tmp_path / name, texts) == []


def test_labels_alone_agree_without_their_sentences(G, tmp_path, texts):
    write_graphml(select(G, Selection(labels=("Speech", "Principle", "Theme"))), tmp_path / "g.graphml")
    assert verify(tmp_path / "g.graphml", texts) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(lambda t: {**t, "003_news": t["003_news"].replace("县委", "省委")}, "003_news", id="one character"),
        pytest.param(lambda t: {doc: text for doc, text in t.items() if doc != "003_news"}, "003_news", id="missing"),
    ],
)
def test_a_source_that_has_changed_is_named(folder, export, texts, change, said):
    assert any(said in message for message in verify(folder, change(texts)))
    assert ["not among the sources" in message for message in verify(export, change(texts))] == [True]


def test_a_changed_word_in_an_export_is_found(export, texts):
    data = export.read_text("utf-8")
    export.write_text(data.replace("三办三服务的根本", "三办三服务的基本"), encoding="utf-8")
    assert any("基本" in message for message in verify(export, texts))


def test_a_moved_piece_of_evidence_is_found(export, texts):
    """Evidence of USES is moved by one character; the HTML page holds the words beside the offsets."""
    data = export.read_text("utf-8")
    if export.suffix == ".html":
        start = re.search(r'"start":(\d+),"end":(\d+),"text":"四风"', data)
        moved = data.replace(start[0], start[0].replace(f'"start":{start[1]}', f'"start":{int(start[1]) - 1}'))
    else:
        moved = re.sub(r"(#)(\d+)(-\d+)", lambda m: f"#{int(m[2]) + 1}{m[3]}", data, count=1)
    assert moved != data
    export.write_text(moved, encoding="utf-8")
    assert verify(export, texts)


@pytest.mark.parametrize("name", ["texts", "annotations.jsonl", "nodes/Sentence.parquet"])
def test_a_changed_file_of_the_folder_is_named(folder, texts, name):
    path = next(folder.joinpath(name).iterdir()) if name == "texts" else folder / name
    path.write_bytes(path.read_bytes() + b"\n")
    assert any(path.name in message for message in verify(folder, texts))


def test_the_list_ends_after_so_many(folder):
    assert len(verify(folder, {"none": "。"}, most=3)) == 3


def test_a_missing_text_is_said_once_not_at_each_of_its_parts(folder, export, texts):
    del texts["003_news"]
    assert len(verify(folder, texts)) == 3  # the source, its annotations, its Speech
    assert len(verify(export, texts)) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("x.txt", "一篇讲话。", id="a text"),
        pytest.param("x.json", '{"nodes": [{"id": 1}], "edges": []}', id="another's JSON"),
        pytest.param("x.json", '{"nodes": ', id="half a JSON"),
        pytest.param("x.graphml", '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph', id="half a GraphML"),
        pytest.param("x.html", "<!doctype html><p>x", id="another page"),
    ],
)
def test_what_cannot_be_checked_is_said_in_one_message(tmp_path, name, content):
    (tmp_path / name).write_text(content)
    with pytest.raises(InputError, match=re.escape(str(tmp_path / name))):
        verify(tmp_path / name, {})
