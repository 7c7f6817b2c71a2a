"""The engine's database is made from the folder whenever it is missing, old or damaged, by any number of processes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extract.errors import InputError
from graph.build import build_graph
from graph.folder import save_graph
from graph.stores.arcade import key_of, open_store
from graph.stores.cache import derived_folder

COUNT = "MATCH (n) RETURN count(n) AS n"


@pytest.fixture
def folder(tmp_path, readings, entries, themes) -> Path:
    folder = tmp_path / "graph"
    save_graph(folder, build_graph(readings, entries, themes), readings)
    return folder


def count(folder: Path) -> int:
    store = open_store(folder)
    try:
        return store.query(COUNT).rows[0][0]
    finally:
        store.close()


def databases(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / ".derived").iterdir())


def test_made_once_and_used_again(folder):
    first = count(folder)
    made = {path: path.stat().st_mtime_ns for path in (folder / ".derived").rglob("*.bucket")}
    assert first > 10 and count(folder) == first
    assert made and {path: path.stat().st_mtime_ns for path in (folder / ".derived").rglob("*.bucket")} == made


def test_made_again_for_a_graph_that_was_built_again(folder, readings, entries, themes):
    before = count(folder)
    old = databases(folder)
    save_graph(folder, build_graph(readings[:1], entries, themes), readings[:1])
    assert count(folder) < before
    assert len(databases(folder)) == 1 and databases(folder) != old


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda db: (db / "configuration.json").write_text("{"), id="settings cut off"),
        pytest.param(lambda db: next(db.glob("schema.json")).write_bytes(b""), id="empty schema"),
        pytest.param(lambda db: next(db.glob("schema.json")).unlink(), id="no schema"),
        pytest.param(lambda db: [path.unlink() for path in db.iterdir()], id="empty folder"),
        pytest.param(lambda db: (db / "database.lck").touch(), id="left open by a killed process"),
        pytest.param(lambda db: [path.write_bytes(b"") for path in db.glob("*.bucket")], id="emptied files"),
    ],
)
def test_a_damaged_database_is_made_again(folder, damage):
    expected = count(folder)
    damage(folder / ".derived" / f"arcade-{key_of(folder)}")
    assert count(folder) == expected


def test_a_killed_maker_leaves_nothing_that_is_used(folder):
    code = (
        "import os, sys; from pathlib import Path; from graph.stores import arcade; "
        "arcade.fill = lambda *a: os._exit(9); arcade.open_store(Path(sys.argv[1]))"
    )
    assert subprocess.run([sys.executable, "-c", code, str(folder)]).returncode == 9
    assert [name for name in databases(folder) if ".making-" in name]
    assert count(folder) > 10
    assert databases(folder) == [f"arcade-{key_of(folder)}"]


def test_processes_that_make_it_at_once_all_succeed(folder):
    code = (
        "import sys; from pathlib import Path; from graph.stores.arcade import open_store; "
        f"print(open_store(Path(sys.argv[1])).query({COUNT!r}).rows[0][0])"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE, text=True) for _ in range(3)]
    answers = {process.communicate(timeout=60)[0].strip() for process in running}
    assert [process.returncode for process in running] == [0, 0, 0]
    assert answers == {str(count(folder))}
    assert databases(folder) == [f"arcade-{key_of(folder)}"]


def test_stores_of_one_graph_share_the_engine(folder):
    one, two = open_store(folder), open_store(folder)
    one.close()
    assert two.query("RETURN 1 AS x").rows == ((1,),)
    two.close()
    assert count(folder) > 10


def test_a_graph_that_cannot_be_written_is_opened_from_the_cache(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: False if Path(path).is_relative_to(folder) else real(path, mode))
    (folder / ".derived").mkdir(exist_ok=True)
    assert derived_folder(folder).is_relative_to(tmp_path / "cache")
    assert count(folder) > 10
    assert databases(folder) == []


@pytest.mark.parametrize(
    ("harm", "message"),
    [
        pytest.param(lambda f: shutil.rmtree(f), "no such graph folder", id="no folder"),
        pytest.param(lambda f: (f / "manifest.json").unlink(), "no manifest", id="no manifest"),
        pytest.param(lambda f: (f / "manifest.json").write_text("{"), "broken", id="manifest cut off"),
        pytest.param(lambda f: (f / "manifest.json").write_bytes(b"\xff\xfe\x00"), "broken", id="manifest binary"),
        pytest.param(lambda f: (f / "nodes/Speech.parquet").unlink(), "missing", id="no table"),
        pytest.param(lambda f: (f / "nodes/Theme.parquet").write_bytes(b"PAR1"), "cannot be read", id="table cut off"),
        pytest.param(lambda f: (f / "nodes/Sentence.parquet").unlink() or shutil.copy(f / "nodes/Theme.parquet", f / "nodes/Sentence.parquet"), "ends at", id="wrong table"),
    ],
)
def test_a_broken_graph_folder_is_said_to_be_broken_and_nothing_is_left(folder, harm, message):
    harm(folder)
    with pytest.raises(InputError, match=message):
        open_store(folder)
    assert not [name for name in (databases(folder) if (folder / ".derived").is_dir() else [])]


def test_opening_again_and_the_first_answer_are_quick(seed_graph):
    code = (
        "import sys, time; from pathlib import Path; from graph.stores.arcade import open_store; import arcadedb; "
        "open_store(Path(sys.argv[1])).close(); start = time.perf_counter(); store = open_store(Path(sys.argv[1])); "
        "store.query('MATCH (s:Speech) RETURN s.name'); print(time.perf_counter() - start)"
    )
    seconds = [
        float(subprocess.run([sys.executable, "-c", code, str(seed_graph)], capture_output=True, text=True, check=True).stdout)
        for _ in range(3)
    ]
    assert min(seconds) < 0.5  # 0.15 s on a quiet machine


def test_one_process_can_be_asked_while_another_reads(folder):
    code = (
        "import sys; from pathlib import Path; from graph.stores.arcade import open_store; "
        "s = open_store(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read(1); s.close()"
    )
    other = subprocess.Popen([sys.executable, "-c", code, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert other.stdout.readline() == "open\n"
    assert count(folder) > 10
    other.kill()
    other.wait()
    time.sleep(0.05)
    assert count(folder) > 10
