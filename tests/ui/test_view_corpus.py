"""语料: texts added, described, removed and corrected in a graph folder; what fails leaves everything as it was."""

from __future__ import annotations

import io
import json
import shutil
import zipfile

import pytest

from extract.errors import InputError
from graph.corrections import CORRECTIONS, Correction, add_correction
from graph.filters import Selection
from graph.folder import load, read_manifest
from ui import collection, reading
from ui.corpus.export import export_bytes, formats
from ui.corpus.reasons import reason_in_words
from ui.language import Words

TEXT = "在座谈会上的讲话\n同志们：\n我们要增强“四个意识”，坚持实事求是，坚决反对“四风”。\n"
OTHER = "学习体会\n要做到“两个维护”，坚持实事求是。\n"


@pytest.fixture(scope="module", autouse=True)
def _same_code():
    """Sources that are edited while the tests run would make every reading an old one."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(reading, "code_hash", lambda: "0")
        yield


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A graph of one short text. Copy it, never write it."""
    place = tmp_path_factory.mktemp("small")
    (place / "甲.txt").write_text(TEXT, encoding="utf-8")
    reading.build_folder([str(place / "甲.txt")], place / "graph", reading.Options())
    return place / "graph"


@pytest.fixture
def folder(small, tmp_path):
    shutil.copytree(small, tmp_path / "graph")
    return tmp_path / "graph"


def names(folder, label):
    return {d["name"] for _, d in load(folder).nodes(data=True) if d["label"] == label}


def test_building_again_gives_the_same_bytes(folder):
    before = {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file() and ".derived" not in path.parts}
    built = collection.build(collection.collection_of(folder))
    assert built.reused == 1
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param([("乙.txt", OTHER.encode())], [("added", "乙")], id="a text"),
        pytest.param([("乙.txt", OTHER.encode("gb18030"))], [("added", "乙")], id="GB18030"),
        pytest.param([("甲.txt", OTHER.encode())], [("renamed", "甲-2")], id="a name that is taken"),
        pytest.param([("乙.txt", TEXT.encode())], [("same", "甲")], id="a text that is there"),
        pytest.param([("乙.txt", OTHER.encode()), ("丙.txt", OTHER.encode())], [("added", "乙"), ("same", "乙")], id="twice at once"),
        pytest.param([("乙.xyz", b"x"), ("丙.txt", OTHER.encode())], [("failed", None), ("added", "丙")], id="one that cannot be read"),
        pytest.param([("乙.txt", b"")], [("failed", None)], id="empty"),
        pytest.param([("乙.txt", b" \n\n")], [("failed", None)], id="only spaces"),
    ],
)
def test_what_becomes_of_uploaded_files(small, files, expected):
    before = collection.collection_of(small)
    after, outcomes = collection.with_files(before, files)
    assert [(one.state, one.detail if one.state != "failed" else None) for one in outcomes] == expected
    assert len(after.speeches) - len(before.speeches) == sum(state in ("added", "renamed") for state, _ in expected)


def test_added_described_and_removed_texts_are_in_the_graph(folder):
    grown, _ = collection.with_files(collection.collection_of(folder), [("乙.txt", OTHER.encode())])
    steps = []
    built = collection.build(grown, lambda done, total: steps.append((done, total)))
    assert built.reused == 1 and steps == [(1, 1)]
    assert "两个维护" in names(folder, "Principle")
    described = collection.with_metadata(collection.collection_of(folder), "乙", {"title": "新题", "date_earliest": "2021", "level": "city"})
    collection.build(described)
    speech = next(d for _, d in load(folder).nodes(data=True) if d.get("doc") == "乙")
    assert (speech["name"], speech["level"], speech["date_earliest"]) == ("新题", "city", "2021-01-01")
    collection.build(collection.without(collection.collection_of(folder), ["乙"]))
    assert "两个维护" not in names(folder, "Principle") and len(read_manifest(folder)["sources"]) == 1


def test_a_pasted_text_has_its_title(small):
    after, outcomes = collection.with_pasted(collection.collection_of(small), "关于 / 的讲话", OTHER)
    assert outcomes[0].state == "added" and after.speeches[-1].id == "关于 ／ 的讲话"
    assert after.speeches[-1].given == {"title": "关于 / 的讲话"}


def test_the_last_text_stays(small):
    with pytest.raises(InputError, match="at least one text"):
        collection.without(collection.collection_of(small), ["甲"])


def test_an_empty_field_is_left_to_the_text(small):
    one = collection.with_metadata(collection.collection_of(small), "甲", {"title": "题", "date_latest": "2021-05"})
    assert one.speeches[0].given == {"title": "题", "date_latest": "2021-05"}
    assert collection.with_metadata(one, "甲", {"title": "", "date_latest": ""}).speeches[0].given == {}
    with pytest.raises(InputError, match="no date"):
        collection.with_metadata(one, "甲", {"date_earliest": "去年"})


@pytest.mark.parametrize("name", ["seeds", "0123456789abcdef", "mine"])
def test_graphs_that_the_program_makes_are_copied_first(folder, tmp_path, monkeypatch, name):
    monkeypatch.setattr(collection, "graphs_folder", lambda: tmp_path / "data")
    (tmp_path / "data").mkdir()
    folder.rename(tmp_path / "data" / name)
    own = collection.own_folder(tmp_path / "data" / name)
    assert own.name == "mine" and read_manifest(own) == read_manifest(tmp_path / "data" / name)
    assert collection.own_folder(own) == own


@pytest.mark.parametrize("form", sorted(formats()))
def test_every_format_is_exported_as_one_file(small, form):
    exporter = formats()[form]
    data = export_bytes(small, exporter, Selection())
    assert data == export_bytes(small, exporter, Selection())
    if not exporter.suffix:
        assert zipfile.ZipFile(io.BytesIO(data)).namelist()


@pytest.mark.parametrize(
    ("reason", "zh"),
    [
        ("identical to a.txt", "与 a.txt 内容相同"),
        ("not a format that is read (.xyz); these are: .md", "不能读的格式（.xyz）"),
        ("PERSON inside DOCUMENT", "“人物”在“文件”之内"),
        ("something that nobody foresaw", "something that nobody foresaw"),
    ],
)
def test_reasons_are_in_words(reason, zh):
    assert reason_in_words(reason, Words("zh")) == zh
    assert "“" not in reason_in_words(reason, Words("en"))


def pressed(page, key):
    next(one for one in page.app.button if one.key == key).click()
    return page.run()


def test_a_text_is_pasted_and_listed(page_of, folder):
    page = page_of("corpus", folder=folder, do="add")
    page.app.text_area(key="paste_text_0").set_value(OTHER)
    page.app.text_input(key="paste_title_0").set_value("粘贴的")
    page.app.button[[one.label for one in page.app.button].index("加入这篇")].click()
    page.run()
    assert "粘贴的.txt：已加入" in page.words() and "新读 1 篇，沿用 1 篇" in page.words()
    assert [row[0]["text"] for row in page.data("grid")[0]["rows"]] == ["在座谈会上的讲话", "粘贴的"]
    assert page.app.text_area(key="paste_text_1").value == ""


def test_a_correction_is_made_and_undone(page_of, folder):
    node = next(own for own, d in load(folder).nodes(data=True) if d.get("name") == "实事求是")
    page = page_of("corpus", folder=folder, do="correct", sel=node)
    pressed(page, "correct_do")
    assert "实事求是" not in names(folder, "Principle")
    made = json.loads((folder / CORRECTIONS).read_text("utf-8"))
    assert (made["action"], made["name"]) == ("reject", "实事求是")
    undo = next(one.key for one in page.app.button if str(one.key).startswith("undo_"))
    pressed(page, undo)
    assert "实事求是" in names(folder, "Principle") and (folder / CORRECTIONS).read_text("utf-8") == ""


def test_a_failed_build_leaves_corrections_and_graph(page_of, folder, monkeypatch):
    add_correction(folder, Correction("accept", label="Principle", name="四个意识"))
    before = (folder / CORRECTIONS).read_bytes(), (folder / "manifest.json").read_bytes()

    def fail(*_):
        raise InputError("the disk is full")

    monkeypatch.setattr(collection, "build", fail)
    node = next(own for own, d in load(folder).nodes(data=True) if d.get("name") == "实事求是")
    page = page_of("corpus", folder=folder, do="correct", sel=node)
    pressed(page, "correct_do")
    assert "the disk is full" in page.words()
    assert ((folder / CORRECTIONS).read_bytes(), (folder / "manifest.json").read_bytes()) == before


def test_metadata_is_given_by_hand(page_of, folder):
    page = page_of("corpus", folder=folder, do="edit")
    page.app.text_input(key="edit_speaker").set_value("张三")
    page.app.button[[one.label for one in page.app.button].index("保存")].click()
    page.run()
    speech = next(d for _, d in load(folder).nodes(data=True) if d["label"] == "Speech")
    assert speech["speaker"] == "张三"
    assert read_manifest(folder)["sources"][0]["metadata"] == {"speaker": "张三"}


def test_another_graph_is_opened_by_its_path(page_of, folder, seed_graph):
    page = page_of("corpus", folder=folder, do="open")
    page.app.text_input(key="open_path").set_value(str(folder / "nothing"))
    page.app.button[[one.label for one in page.app.button].index("打开")].click()
    page.run()
    assert "no such graph" in page.app.error[0].value
