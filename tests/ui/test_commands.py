"""The console program, verb by verb, on the seeds' graph."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from ui.cli import program

VERBS = ("build", "ui", "query", "info", "export", "verify", "extract")


def run(*arguments: object, stdin: str | bytes | None = None):
    return CliRunner().invoke(program, [str(argument) for argument in arguments], input=stdin, catch_exceptions=False)


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_explains_itself_with_an_example(verb):
    result = run(verb, "--help")
    assert result.exit_code == 0
    assert f"tifa {verb}" in result.output.split("Example:")[1]
    assert verb in run("--help").output


def test_help_starts_quickly():
    started = time.perf_counter()
    subprocess.run([sys.executable, "-m", "ui.cli", "--help"], check=True, capture_output=True)
    assert time.perf_counter() - started < 1.5  # 0.1 s on a quiet machine
    code = "import sys, ui.cli; ui.cli.program.list_commands(None); print({'spacy', 'streamlit', 'arcadedb', 'networkx', 'pyarrow'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip() == "set()"


def test_extract_writes_rows_whose_words_stand_in_the_text(seeds_folder, tmp_path):
    source = sorted(seeds_folder.glob("*.txt"))[0]
    result = run("extract", source)
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    text = source.read_text("utf-8")
    spans = [row for row in rows if "text" in row]
    assert len(spans) > 50 and {row["doc"] for row in rows} == {source.stem}
    assert all(text[row["start"] : row["end"]] == row["text"] for row in spans)
    assert run("extract", source, "-o", tmp_path / "rows.jsonl").stdout == ""
    assert (tmp_path / "rows.jsonl").read_text("utf-8") == result.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["rows.jsonl"]


def test_extract_reads_standard_input():
    result = run("extract", "-", stdin="我们要做到五个坚持。\n".encode())
    assert {json.loads(line)["doc"] for line in result.stdout.splitlines()} == {"stdin"}


def test_build_says_what_it_kept_and_dropped_and_works_only_on_what_changed(seeds_folder, tmp_path):
    texts = tmp_path / "texts"
    texts.mkdir()
    for path in sorted(seeds_folder.glob("*.txt"))[:2]:
        (texts / path.name).write_bytes(path.read_bytes())
    (texts / "empty.txt").write_bytes(b"")
    (texts / "picture.txt").write_bytes(bytes(range(256)) * 20)
    first = run("build", texts, "-o", tmp_path / "g")
    assert first.exit_code == 0 and "2 texts" in first.output
    assert "empty.txt: " in first.output and "picture.txt: " in first.output and "not kept" in first.output
    (texts / "third.txt").write_text("我们要做到五个坚持，对党绝对忠诚。\n", "utf-8")
    again = run("build", texts, "-o", tmp_path / "g")
    assert "3 texts" in again.output and "2 texts unchanged" in again.output and "1 read now" in again.output
    fresh = run("build", texts, "-o", tmp_path / "h")
    assert "unchanged" not in fresh.output
    assert bytes_of(tmp_path / "g") == bytes_of(tmp_path / "h")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["g", "h", "texts"]


def bytes_of(folder) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and ".derived" not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_two_processes_build_the_same_bytes_with_any_number_of_jobs(seeds_folder, seed_graph, tmp_path):
    command = [sys.executable, "-m", "ui.cli", "build", str(seeds_folder), "-o", str(tmp_path / "g"), "--jobs", "2"]
    subprocess.run(command, check=True, capture_output=True)
    assert bytes_of(tmp_path / "g") == bytes_of(seed_graph)


def test_info_counts(seed_graph):
    plain, found = run("info", seed_graph).output, json.loads(run("info", seed_graph, "--json").output)
    assert found["counts"]["nodes"]["Speech"] == 5 and len(found["sources"]) == 5
    assert "Principle" in plain and "CO_OCCURS" in plain and "sources: 5" in plain
    assert all(str(count) in plain for count in found["counts"]["nodes"].values())


QUESTION = "MATCH (s:Speech) RETURN s.doc AS doc, s.name AS 题, size(s.doc) AS n ORDER BY doc"


def test_query_as_json_is_the_contracts_object(seed_graph):
    found = json.loads(run("query", seed_graph, QUESTION, "--format", "json").output)
    assert set(found) == {"columns", "rows", "truncated", "seconds"}
    assert found["columns"] == ["doc", "题", "n"] and len(found["rows"]) == 5
    assert found["truncated"] is False and 0 < found["seconds"] < 5


def test_query_in_its_other_formats(seed_graph):
    rows = json.loads(run("query", seed_graph, QUESTION, "--format", "json").output)["rows"]
    lines = [json.loads(line) for line in run("query", seed_graph, QUESTION, "--format", "jsonl").output.splitlines()]
    assert [[line["doc"], line["题"], line["n"]] for line in lines] == rows
    table = list(csv.reader(io.StringIO(run("query", seed_graph, QUESTION, "--format", "csv").output)))
    assert table == [["doc", "题", "n"], *([str(cell) for cell in row] for row in rows)]
    shown = run("query", seed_graph, QUESTION).output
    assert all(row[0] in shown for row in rows) and "(5 rows" in shown


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param("x=三服务", "三服务", id="text"),
        pytest.param("x=3", 3, id="integer"),
        pytest.param("x=1.5", 1.5, id="float"),
        pytest.param("x=true", True, id="truth value"),
        pytest.param("x=null", None, id="null"),
        pytest.param('x=["甲", 1]', ["甲", 1], id="list"),
        pytest.param('x="3"', "3", id="quoted number"),
        pytest.param("x=a=b", "a=b", id="equals sign in the value"),
        pytest.param("x=", "", id="empty"),
        pytest.param("x=' OR 1=1 //", "' OR 1=1 //", id="no way out of the parameter"),
    ],
)
def test_parameters_are_typed(seed_graph, given, expected):
    found = json.loads(run("query", seed_graph, "RETURN $x AS x", "--param", given, "--format", "json").output)
    assert found["rows"] == [[expected]]


def test_rows_cut_at_the_limit_are_noticed_on_standard_error(seed_graph):
    result = run("query", seed_graph, "UNWIND range(1, 9) AS x RETURN x", "--max-rows", 3, "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["truncated"] is True and len(json.loads(result.stdout)["rows"]) == 3
    assert "cut at 3 rows" in result.stderr


def test_query_from_standard_input(seed_graph):
    assert json.loads(run("query", seed_graph, "-", "--format", "json", stdin="RETURN '甲' AS x").output)["rows"] == [["甲"]]


def test_a_runaway_query_ends_the_command_at_its_limit(seed_graph):
    text = "UNWIND range(1, 9000) AS a UNWIND range(1, 9000) AS b UNWIND range(1, 9000) AS c RETURN sum(a * b * c)"
    for query in (text, "RETURN size(reduce(s = [1], i IN range(1, 40) | s + s)) AS s", "RETURN reduce(s = 'x', i IN range(1, 40) | s + s) AS s"):
        started = time.monotonic()
        command = [sys.executable, "-m", "ui.cli", "query", str(seed_graph), query, "--timeout", "1"]
        result = subprocess.run(command, capture_output=True, text=True)
        assert result.returncode == 1 and time.monotonic() - started < 6
        assert result.stdout == "" and result.stderr.count("\n") == 1 and "ended" in result.stderr


@pytest.mark.parametrize("form", ["html", "graphml", "gexf", "node-link", "csv"])
def test_exports_are_written_and_agree_with_the_texts(seed_graph, seeds_folder, tmp_path, form):
    target = tmp_path / "out"
    assert run("export", seed_graph, "-f", form, "-o", target).exit_code == 0
    assert target.exists() and [path.name for path in tmp_path.iterdir()] == ["out"]
    if form != "csv":
        result = run("verify", target, seeds_folder)
        assert result.exit_code == 0, result.output


def test_an_export_takes_a_part(seed_graph, tmp_path):
    whole, part = tmp_path / "whole.json", tmp_path / "part.json"
    run("export", seed_graph, "-f", "node-link", "-o", whole)
    run("export", seed_graph, "-f", "node-link", "-o", part, "--label", "Theme", "--label", "Speech")
    labels = {node["label"] for node in json.loads(part.read_text("utf-8"))["nodes"]}
    assert labels == {"Theme", "Speech"} and part.stat().st_size < whole.stat().st_size


def test_verify_finds_a_changed_text(seed_graph, seeds_folder, tmp_path):
    assert run("verify", seed_graph, seeds_folder).exit_code == 0
    for path in seeds_folder.glob("*.txt"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    changed = sorted(tmp_path.iterdir())[0]
    changed.write_text(changed.read_text("utf-8").replace("忠诚", "忠心", 1), "utf-8")
    result = run("verify", seed_graph, tmp_path)
    assert result.exit_code == 1 and changed.stem in result.stderr and "Traceback" not in result.output


def test_a_reader_that_goes_away_makes_no_noise(seed_graph):
    command = f"{sys.executable} -m ui.cli query {seed_graph} 'UNWIND range(1, 100000) AS x RETURN x' --max-rows 100000 | head -1"
    result = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert result.stdout.strip() == "x" and "Traceback" not in result.stderr and "Error" not in result.stderr


def test_build_takes_metadata_from_a_table(seeds_folder, tmp_path):
    source = sorted(seeds_folder.glob("*.txt"))[0]
    table = tmp_path / "metadata.csv"
    table.write_text(f"file,speaker,date\n{source.name},张三,2021-05\n没有.txt,李四,2020\n", encoding="utf-8")
    result = run("build", source, "--metadata", table, "-o", tmp_path / "graph")
    assert result.exit_code == 0 and "没有.txt" in result.output
    meta = json.loads((tmp_path / "graph" / "annotations.jsonl").read_text("utf-8").split("\n", 1)[0])
    assert (meta["speaker"], meta["date_earliest"], meta["date_latest"]) == ("张三", "2021-05-01", "2021-05-31")
    assert meta["date_basis"] == ["metadata"]
    table.write_text("name,date\na,2020\n", encoding="utf-8")
    result = run("build", source, "--metadata", table, "-o", tmp_path / "other")
    assert result.exit_code == 2 and "no column `file`" in result.output and not (tmp_path / "other").exists()
