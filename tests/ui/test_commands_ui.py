"""`tifa ui`: what it opens, that it listens on loopback only, says where it is, and is gone when the command ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from ui.commands.ui import graph_of
from ui.serving import settings


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def started(folder: Path, port: int, home: Path) -> subprocess.Popen:
    """Start the explorer with a home of its own, and wait until it answers."""
    command = [sys.executable, "-m", "ui.cli", "ui", str(folder), "--port", str(port), "--no-browser"]
    environment = {**os.environ, "HOME": str(home), "BROWSER": "false"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).close()
            return process
        except OSError:
            time.sleep(0.05)
    pytest.fail(f"not started: {process.communicate(timeout=5)}")


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl+C", "ended from outside"])
def test_it_serves_this_machine_only_and_ends_with_the_command(seed_graph, tmp_path, sign):
    # A user's own settings for Streamlit must not open it to the network or bring its statistics back.
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "config.toml").write_text('[server]\naddress = "0.0.0.0"\n[browser]\ngatherUsageStats = true\n', "utf-8")
    port = free_port()
    process = started(seed_graph, port, tmp_path)
    try:
        if sys.platform == "linux":
            listening = Path(f"/proc/{process.pid}/net/tcp").read_text().splitlines()[1:]
            own = [line.split()[1] for line in listening if line.split()[3] == "0A" and line.split()[1].endswith(f":{port:04X}")]
            assert own == [f"0100007F:{port:04X}"]
            children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
            assert children == []
        page = urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).read().decode()
        assert "<html" in page
    finally:
        process.send_signal(sign)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 0, err
    assert f"http://localhost:{port}" in out and err == ""
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_settings_are_quiet_and_in_the_explorers_colours():
    found = settings(8501)
    assert found["server_address"] == "127.0.0.1" and found["server_headless"] is True
    assert found["browser_gatherUsageStats"] is False and found["server_showEmailPrompt"] is False
    assert found["theme_light_backgroundColor"] == "#FCFBF8" and found["theme_dark_primaryColor"] == "#F0806A"
    from streamlit import config

    known = {name.replace(".", "_") for name in config._config_options_template}
    assert set(found) <= known


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


def test_without_an_argument_the_seeds_are_built_once_and_again_for_another_program(data, monkeypatch):
    import ui.commands.ui as verb

    folder = graph_of(())
    assert folder.is_relative_to(data)
    made = (folder / "manifest.json").stat().st_mtime_ns
    assert graph_of(()) == folder and (folder / "manifest.json").stat().st_mtime_ns == made
    monkeypatch.setattr(verb, "code_hash", lambda: "another")
    assert graph_of(()) == folder and (folder / "manifest.json").stat().st_mtime_ns > made


def test_texts_are_built_into_the_users_data_folder(data, tmp_path):
    text = tmp_path / "a.txt"
    text.write_text("我们要做到五个坚持，对党绝对忠诚。\n", "utf-8")
    folder = graph_of((str(text),))
    assert folder.is_relative_to(data) and (folder / "manifest.json").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "data"]


def test_a_graph_is_opened_where_it_is(seed_graph, data):
    assert graph_of((str(seed_graph),)) == seed_graph.resolve()
    assert not data.exists()
