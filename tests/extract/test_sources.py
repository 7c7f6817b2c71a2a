import gzip
import io
from pathlib import Path

import pytest

from extract.errors import InputError
from extract.readers import stem
from extract.sources import find_sources, read_speeches


def read(*sources):
    dropped = []
    speeches = list(read_speeches([str(source) for source in sources], dropped))
    return speeches, {drop.path: drop.reason for drop in dropped}


def test_folder_is_read_through_in_sorted_order(tmp_path):
    (tmp_path / "乙").mkdir()
    (tmp_path / "乙" / "1.txt").write_text("子夹里的话。", encoding="utf-8")
    (tmp_path / "b.md").write_text("---\ntitle: 讲话\n日期: 2022-10-28\n---\n正文。", encoding="utf-8")
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress("压缩的话。".encode("gb18030")))
    (tmp_path / ".hidden.txt").write_text("不读。", encoding="utf-8")
    speeches, dropped = read(tmp_path)
    assert [(speech.id, speech.path, speech.reader) for speech in speeches] == [
        ("a", "a.txt.gz", "text"),
        ("b", "b.md", "markdown"),
        ("1", "乙/1.txt", "text"),
    ]
    assert speeches[0].text == "压缩的话。"
    assert speeches[1].given == {"title": "讲话", "日期": "2022-10-28"}
    assert speeches[1].text.startswith("---\n") and speeches[1].view.text == "正文。"
    assert dropped == {}


def test_what_cannot_be_read_is_dropped_with_its_reason(tmp_path):
    (tmp_path / "好.txt").write_text("好话。", encoding="utf-8")
    (tmp_path / "同.txt").write_text("好话。", encoding="utf-8")
    (tmp_path / "空.txt").touch()
    (tmp_path / "图.txt").write_bytes(b"\x89PNG" + bytes(99))
    (tmp_path / "坏.txt.gz").write_bytes(gzip.compress("好话".encode() * 99)[:-20])
    (tmp_path / "表.xyz").write_text("甲", encoding="utf-8")
    (tmp_path / "图谱").mkdir()
    (tmp_path / "图谱" / "manifest.json").write_text("{}")
    speeches, dropped = read(tmp_path, tmp_path / "无.txt")
    assert [speech.id for speech in speeches] == ["同"]
    assert dropped["好.txt"] == "identical to 同.txt"
    assert "empty" in dropped["空.txt"] and "binary" in dropped["图.txt"]
    assert "gzip" in dropped["坏.txt.gz"] and ".xyz" in dropped["表.xyz"] and "graph folder" in dropped["图谱"]
    assert dropped[str(tmp_path / "无.txt")] == "no such file or folder"


def test_a_file_named_twice_is_read_once(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("话。", encoding="utf-8")
    speeches, dropped = read(file, tmp_path)
    assert len(speeches) == 1
    assert dropped == {"a.txt": "the same file as a.txt"}


def test_two_texts_with_one_id_are_an_error_that_names_both(tmp_path):
    (tmp_path / "子").mkdir()
    (tmp_path / "a.txt").write_text("话。", encoding="utf-8")
    (tmp_path / "子" / "a.md").write_text("另一番话。", encoding="utf-8")
    with pytest.raises(InputError) as error:
        read(tmp_path)
    assert str(tmp_path / "a.txt") in str(error.value) and str(tmp_path / "子" / "a.md") in str(error.value)


@pytest.mark.parametrize("name", ["空夹", "无.txt", "空.txt"])
def test_nothing_readable_is_an_error(tmp_path, name):
    (tmp_path / "空夹").mkdir()
    (tmp_path / "空.txt").touch()
    with pytest.raises(InputError, match="[Nn]othing"):
        read(tmp_path / name)


def test_a_graph_folder_is_no_source(tmp_path):
    (tmp_path / "manifest.json").write_text("{}")
    with pytest.raises(InputError, match="graph folder"):
        find_sources([tmp_path])


def test_a_file_that_the_system_does_not_give_is_dropped(tmp_path):
    (tmp_path / "a.txt").write_text("话。", encoding="utf-8")
    memory = Path("/proc/self/mem")  # it cannot be read from its beginning, not even by root
    if memory.exists():
        (tmp_path / "b.txt").symlink_to(memory)
    else:
        (tmp_path / "b.txt").write_text("别的话。", encoding="utf-8")
        (tmp_path / "b.txt").chmod(0)
    assert "cannot be read" in read(tmp_path)[1]["b.txt"]


def test_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("来自管道。".encode())))
    speeches, _ = read("-")
    assert [(speech.id, speech.path, speech.text) for speech in speeches] == [("stdin", "-", "来自管道。")]


def test_a_file_without_suffix_is_read_as_plain_text_when_named(tmp_path):
    (tmp_path / "讲话").write_text("话。", encoding="utf-8")
    assert [speech.id for speech in read(tmp_path / "讲话")[0]] == ["讲话"]


@pytest.mark.parametrize(
    ("path", "name"),
    [("夹/甲.txt", "甲"), ("甲.txt.gz", "甲"), ("2022.10.28.md", "2022.10.28"), ("甲", "甲"), (".txt", ".txt")],
)
def test_stem(path, name):
    assert stem(path) == name
