"""Fixtures that every test may use: the seeds' folder, their graph (built once), a browser, a Neo4j server."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

import pytest


def _helper(name: str):
    """Load a file beside this one that is no test."""
    path = Path(__file__).parent / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"tifa_tests_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _prepare():
    return _helper("prepare")


@pytest.fixture(scope="session")
def seeds_folder():
    """The folder of the five seed speeches."""
    import seeds

    with seeds.folder() as folder:
        yield folder


@pytest.fixture(scope="session")
def seed_graph(tmp_path_factory, seeds_folder):
    """The graph folder of the five seeds, built once a run by the console program. Read it, never write it."""
    from click.testing import CliRunner

    from ui.cli import program

    folder = tmp_path_factory.mktemp("seeds") / "graph"
    result = CliRunner().invoke(program, ["build", str(seeds_folder), "-o", str(folder)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture(scope="session")
def browser():
    """A headless Chromium. Without one the test is skipped loudly, and fails in CI."""
    path = _prepare().find_browser()
    if path is None:
        reason = "no Chromium: install it (Debian, Ubuntu: apt-get install chromium fonts-noto-cjk)"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    quiet = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
    with sync_playwright() as playwright:
        program = playwright.chromium.launch(
            executable_path=path, args=[*quiet, "--disable-component-update", "--disable-sync"]
        )
        yield program
        program.close()


@pytest.fixture(scope="session")
def neo4j_program():
    """What starts Neo4j servers (tests/neo4j/server.py). Where none can run the test is skipped loudly, and fails in CI."""
    server = _helper("neo4j/server")
    if not server.is_ready():
        reason = f"no Neo4j server can run. {server.HOW}"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    return server


@pytest.fixture(scope="session")
def neo4j_server(neo4j_program, tmp_path_factory):
    """A Neo4j server of this run: `address`, `user`, `password`. Whoever uses it loads what is needed, with prune."""
    with neo4j_program.running(tmp_path_factory.mktemp("neo4j") / "home") as server:
        yield server


@pytest.fixture(scope="module")
def neo4j_seeds(neo4j_server, seed_graph):
    """The seeds' graph on the Neo4j server and nothing else, as a store."""
    from graph.load import load_graph
    from graph.stores.neo4j_server import Server
    from graph.stores.neo4j_store import open_server

    server = Server(neo4j_server.address, neo4j_server.user, neo4j_server.password)
    load_graph(seed_graph, server, prune=True)
    store = open_server(server)
    yield store
    store.close()
