"""`tifa build` with the user's corrections: kept in the graph, applied at every build, undone by deleting a line."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from ui.cli import program

TEXT = "在座谈会上的讲话\n同志们：\n我们要增强“四个意识”，坚持实事求是，坚决反对“四风”。\n"


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "甲.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments):
    return CliRunner().invoke(program, [str(argument) for argument in arguments])


def names(folder):
    found = run("query", folder, "MATCH (p:Principle) RETURN p.name AS name ORDER BY name", "--format", "json")
    return {name for (name,) in json.loads(found.stdout)["rows"]}


def test_corrections_hold_until_their_line_is_deleted(tmp_path, source):
    file, folder = tmp_path / "mine.jsonl", tmp_path / "g"
    file.write_text('{"action": "reject", "label": "PRINCIPLE", "name": "实事求是"}\n', encoding="utf-8")
    assert run("build", source, "-o", folder, "--corrections", file).exit_code == 0
    assert "四个意识" in names(folder) and "实事求是" not in names(folder)
    assert (folder / "corrections.jsonl").read_text(encoding="utf-8") == file.read_text(encoding="utf-8")
    assert run("build", source, "-o", folder).exit_code == 0
    assert "实事求是" not in names(folder)
    (folder / "corrections.jsonl").write_text("", encoding="utf-8")
    assert run("build", source, "-o", folder).exit_code == 0
    assert "实事求是" in names(folder)


def test_what_matches_nothing_is_said_by_build_and_info(tmp_path, source):
    file = tmp_path / "mine.jsonl"
    file.write_text('{"action": "reject", "label": "SLOGAN", "name": "此处没有"}\n', encoding="utf-8")
    built = run("build", source, "-o", tmp_path / "g", "--corrections", file)
    assert "Corrections that match nothing any more: 1" in built.stdout and "此处没有" in built.stdout
    assert "此处没有" in run("info", tmp_path / "g").stdout


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("不是 JSON", "mine.jsonl:1: not JSON", id="broken line"),
        pytest.param(None, "there is no such file of corrections", id="no file"),
    ],
)
def test_a_file_that_cannot_be_used_leaves_nothing(tmp_path, source, content, message):
    file = tmp_path / "mine.jsonl"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    done = run("build", source, "-o", tmp_path / "g", "--corrections", file)
    assert done.exit_code == 2 and message in done.stderr
    assert not (tmp_path / "g").exists()
