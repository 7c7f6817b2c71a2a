"""Bad input to every verb: exit status 2, one message that says what to do, no traceback, nothing left behind."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from ui.cli import program


def run(*arguments: object):
    return CliRunner().invoke(program, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture(autouse=True)
def nothing_served(monkeypatch):
    """Nothing here may come as far as serving a page, which would wait for ever."""
    from streamlit.web import bootstrap

    monkeypatch.setattr(bootstrap, "run", lambda *arguments: pytest.fail("served"))


def left(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def make(folder: Path, kind: str, seed_graph: Path) -> Path:
    """Make one bad input and return its path."""
    path = folder / "input"
    if kind == "empty file":
        path = path.with_suffix(".txt")
        path.write_bytes(b"")
    elif kind == "blank file":
        path = path.with_suffix(".txt")
        path.write_text(" \n　\n", "utf-8")
    elif kind == "binary file":
        path = path.with_suffix(".txt")
        path.write_bytes(b"\x7fELF" + bytes(range(256)) * 40)
    elif kind == "binary file of no known kind":
        path = path.with_suffix(".bin")
        path.write_bytes(bytes(range(256)) * 40)
    elif kind == "empty folder":
        path.mkdir()
    elif kind == "folder with nothing readable":
        path.mkdir()
        (path / "a.exe").write_bytes(b"MZ")
        (path / "b.txt").write_bytes(b"")
    elif kind == "graph in place of texts":
        shutil.copytree(seed_graph, path, ignore=shutil.ignore_patterns(".derived"))
    elif kind == "two texts of one name":
        for part, text in (("a", "甲。"), ("b", "乙。")):
            (path / part).mkdir(parents=True)
            (path / part / "x.txt").write_text(text, "utf-8")
    else:
        assert kind == "no such file"
    return path


BAD_SOURCES = [
    "no such file",
    "empty file",
    "blank file",
    "binary file",
    "binary file of no known kind",
    "empty folder",
    "folder with nothing readable",
    "graph in place of texts",
    "two texts of one name",
]


CASES = [
    (verb, kind)
    for verb in ("extract", "build", "ui")
    for kind in BAD_SOURCES
    if (verb, kind) != ("ui", "graph in place of texts")  # a graph is what `tifa ui` opens
]


@pytest.mark.parametrize(("verb", "kind"), CASES)
def test_bad_sources(verb, kind, tmp_path, seed_graph, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    source = make(tmp_path, kind, seed_graph)
    target = tmp_path / "out"
    before = left(tmp_path)
    options = {"extract": ("-o", target), "build": ("-o", target), "ui": ("--no-browser", "--port", "8999")}[verb]
    result = run(verb, source, *options)
    check_message(result)
    assert any(word in result.stderr for word in ("input", "a.exe", "x.txt", "hold no files"))
    assert left(tmp_path) - before <= {"data", "data/tifa", "data/tifa/graphs"}


def check_message(result) -> None:
    assert result.exit_code == 2, result.output
    assert result.stdout == "" or result.stdout.isspace()
    assert "Traceback" not in result.stderr and result.stderr.startswith(("tifa: ", "Usage: "))
    assert len(result.stderr) > 40 and result.stderr.count("tifa: ") == (1 if result.stderr.startswith("tifa: ") else 0)


def break_graph(folder: Path, harm: str) -> None:
    if harm == "no folder":
        shutil.rmtree(folder)
    elif harm == "no manifest":
        (folder / "manifest.json").unlink()
    elif harm == "manifest cut off":
        (folder / "manifest.json").write_text('{"format": "tifa-', "utf-8")
    elif harm == "manifest of something else":
        (folder / "manifest.json").write_text('{"name": "app"}', "utf-8")
    elif harm == "manifest of a later version":
        text = (folder / "manifest.json").read_text("utf-8")
        (folder / "manifest.json").write_text(text.replace('"version": 1', '"version": 99'), "utf-8")
    elif harm == "table missing":
        (folder / "nodes" / "Speech.parquet").unlink()
    elif harm == "table cut off":
        path = folder / "relationships" / "USES.parquet"
        path.write_bytes(path.read_bytes()[:100])
    else:
        shutil.rmtree(folder)
        folder.write_text("a file", "utf-8")


HARMS = [
    "no folder",
    "no manifest",
    "manifest cut off",
    "manifest of something else",
    "manifest of a later version",
    "table missing",
    "table cut off",
    "a file in its place",
]


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("verb", ["query", "info", "export", "ui"])
def test_broken_graphs(verb, harm, tmp_path, seed_graph, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = tmp_path / "graph"
    shutil.copytree(seed_graph, folder, ignore=shutil.ignore_patterns(".derived"))
    break_graph(folder, harm)
    if verb == "ui" and harm in ("no manifest", "a file in its place"):
        return  # any other folder or file is a source
    before = left(tmp_path)
    if verb == "info" and harm.startswith("table"):
        assert run("info", folder).exit_code == 0  # it reads the manifest alone
        return
    more = {"query": ("MATCH (n) RETURN n",), "info": (), "export": ("-f", "csv", "-o", tmp_path / "out"), "ui": ("--no-browser", "--port", "8999")}
    result = run(verb, folder, *more[verb])
    check_message(result)
    assert left(tmp_path) - before <= {"graph/.derived", "data", "data/tifa", "data/tifa/graphs"}


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("query", "GRAPH", "MATCH (n RETURN n"), id="wrong Cypher"),
        pytest.param(("query", "GRAPH", ""), id="empty Cypher"),
        pytest.param(("query", "GRAPH", "CREATE (n) RETURN n"), id="a write"),
        pytest.param(("query", "GRAPH", "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l"), id="a file"),
        pytest.param(("query", "GRAPH", "RETURN $x"), id="a parameter that is not given"),
        pytest.param(("query", "GRAPH", "RETURN 1", "--param", "x"), id="a parameter without value"),
        pytest.param(("query", "GRAPH", "RETURN 1", "--param", "1x=2"), id="a parameter that is no name"),
        pytest.param(("query", "GRAPH", "RETURN $x", "--param", "x=123456789012345678901"), id="a number too large"),
        pytest.param(("query", "GRAPH", "RETURN 1", "--format", "xml"), id="unknown format of rows"),
        pytest.param(("query", "GRAPH", "RETURN 1", "--max-rows", "0"), id="no rows"),
        pytest.param(("query", "GRAPH", "RETURN 1", "--timeout", "0"), id="no time"),
        pytest.param(("query", "GRAPH"), id="no query"),
        pytest.param(("export", "GRAPH", "-f", "docx", "-o", "OUT"), id="unknown export format"),
        pytest.param(("export", "GRAPH", "-f", "csv", "-o", "OUT", "--theme", "nothing"), id="unknown theme"),
        pytest.param(("export", "GRAPH", "-f", "csv", "-o", "OUT", "--label", "Nothing"), id="unknown label"),
        pytest.param(("export", "GRAPH", "-f", "csv", "-o", "OUT", "--speech", "nothing"), id="unknown speech"),
        pytest.param(("verify", "GRAPH"), id="nothing to verify against"),
        pytest.param(("verify", "FILE", "SEEDS"), id="an export that is none"),
        pytest.param(("build", "SEEDS", "-o", "FILE"), id="a file where the graph should go"),
        pytest.param(("build", "SEEDS", "-o", "SEEDS"), id="texts where the graph should go"),
        pytest.param(("build", "SEEDS", "-o", "OUT", "--jobs", "0"), id="no processes"),
        pytest.param(("build", "SEEDS", "-o", "OUT", "--lexicon", "NOWHERE"), id="no lexicon folder"),
        pytest.param(("build", "SEEDS", "-o", "OUT", "--themes", "FILE"), id="themes that are none"),
        pytest.param(("build", "SEEDS", "-o", "OUT", "--model", "no_such_model"), id="no such model"),
        pytest.param(("build", "-o", "OUT"), id="no sources"),
        pytest.param(("ui", "GRAPH", "SEEDS"), id="a graph together with texts"),
        pytest.param(("ui", "GRAPH", "--port", "99999"), id="no such port"),
        pytest.param(("nothing",), id="unknown verb"),
    ],
)
def test_wrong_arguments(arguments, tmp_path, seed_graph, seeds_folder):
    (tmp_path / "FILE").write_text("not a graph", "utf-8")
    places = {"GRAPH": seed_graph, "SEEDS": seeds_folder, "OUT": tmp_path / "out", "FILE": tmp_path / "FILE", "NOWHERE": tmp_path / "no"}
    before = left(tmp_path), left(seeds_folder)
    check_message(run(*(places.get(argument, argument) for argument in arguments)))
    assert (left(tmp_path), left(seeds_folder)) == before


def test_a_port_in_use_is_named_with_the_way_out(seed_graph):
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = run("ui", seed_graph, "--no-browser", "--port", taken.getsockname()[1])
    check_message(result)
    assert "--port" in result.stderr


@pytest.mark.parametrize(("sign", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["Ctrl+C", "ended from outside"])
def test_a_build_that_is_broken_off_leaves_nothing(tmp_path, sign, status):
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(300):
        (texts / f"{number}.txt").write_text(f"第{number}篇。" + "我们要做到五个坚持，对党绝对忠诚。\n" * 200, "utf-8")
    command = [sys.executable, "-m", "ui.cli", "build", str(texts), "-o", str(tmp_path / "g")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(2.5)
    process.send_signal(sign)
    out, err = process.communicate(timeout=30)
    assert process.returncode == status, err
    assert "Traceback" not in err and out == ""
    assert [path.name for path in tmp_path.iterdir()] == ["texts"]


def test_a_place_that_cannot_be_written_is_said(tmp_path, seeds_folder):
    closed = Path("/proc/self")  # not even root makes a folder there
    if not closed.exists():
        closed = tmp_path / "closed"
        closed.mkdir(mode=0o500)
    result = run("build", seeds_folder, "-o", closed / "g")
    assert result.exit_code == 1 and "cannot be written" in result.stderr


def test_an_unforeseen_error_is_one_message(monkeypatch, seed_graph):
    import graph.manifest

    def fail(folder):
        raise RuntimeError("甲")

    monkeypatch.setattr(graph.manifest, "read_manifest", fail)
    result = run("info", seed_graph)
    assert result.exit_code == 1 and "unexpected error" in result.stderr and "甲" in result.stderr
    assert "Traceback" not in result.output
