"""Fixtures that every test may use: the seeds' folder, their graph (built once), a browser."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest


def _prepare():
    spec = importlib.util.spec_from_file_location("prepare", Path(__file__).parent / "prepare.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


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
