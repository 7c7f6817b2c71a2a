"""Fixtures of the explorer's tests: a view of the seeds' graph drawn without a browser."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

import pytest


@contextmanager
def _served(graph, log):
    """Serve a graph with the console program while the block runs; give its address. It must live until the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "ui.cli", "ui", str(graph), "--port", str(port), "--no-browser"]
    with log.open("w", encoding="utf-8") as told:
        process = subprocess.Popen(command, stdout=told, stderr=told)
        try:
            deadline = time.monotonic() + 60
            while time.monotonic() < deadline:
                try:
                    urllib.request.urlopen(f"{url}/_stcore/health", timeout=1).close()
                    break
                except OSError:
                    assert process.poll() is None, log.read_text("utf-8")
                    time.sleep(0.1)
            yield url
            assert process.poll() is None, log.read_text("utf-8")
        finally:
            process.terminate()
            process.wait(30)


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """A function that serves a graph folder while a block runs: `with served(folder) as url`."""

    def serve(graph):
        return _served(graph, tmp_path_factory.mktemp("served") / "explorer.log")

    return serve


@pytest.fixture(scope="module")
def explorer_url(seed_graph, served):
    """The explorer on the seeds' graph, served by the console program; ended with the module's tests."""
    with served(seed_graph) as url:
        yield url


def _draw(folder, view, language):
    import importlib
    import sys
    from pathlib import Path

    from graph.derived import load_overview
    from graph.stores.arcade import open_store
    from ui.explorer import Explorer
    from ui.language import Words

    sys.argv[1:] = [folder] if len(sys.argv) < 2 or not sys.argv[1].startswith(str(Path(folder).parent)) else sys.argv[1:]
    place = Path(sys.argv[1])
    explorer = Explorer(place, open_store(place), load_overview(place), Words(language), False)
    importlib.import_module(f"ui.views.{view}").PLUGIN.show(explorer)


class Page:
    """A view drawn by Streamlit's own test runner, and what its components were given."""

    def __init__(self, folder, view, language, query):
        from streamlit.testing.v1 import AppTest

        self.app = AppTest.from_function(_draw, args=(str(folder), view, language), default_timeout=60)
        for name, value in query.items():
            self.app.query_params[name] = value

    def run(self):
        self.app.run()
        assert not self.app.exception, [one.stack_trace for one in self.app.exception]
        return self

    def data(self, name):
        """Return the data of each component of a name, in the order of the page."""
        found = []
        for element in self.app.get("bidi_component"):
            if element.proto.component_name == f"tifa.{name}":
                found.append(json.loads(element.proto.json))
        return found

    def words(self):
        """Return every word of the page that Streamlit itself draws."""
        return " ".join(str(one.proto.body) for one in self.app.get("html"))

    def query(self, name):
        value = self.app.query_params.get(name)
        return value[0] if isinstance(value, list) else value


@pytest.fixture
def page_of(seed_graph, monkeypatch):
    """Draw a view: `page_of(view, language="zh", folder=None, **query)`."""
    import sys

    import streamlit as st

    monkeypatch.setattr(sys, "argv", ["app"])
    st.cache_data.clear()

    def draw(view, language="zh", folder=None, **query):
        return Page(folder or seed_graph, view, language, query).run()

    return draw
