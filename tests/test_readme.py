"""The README's commands, run as they stand, and its Python."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def place(tmp_path_factory, seeds_folder):
    """A folder with the seeds in it, where the commands run."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(seeds_folder, folder / "seeds", ignore=shutil.ignore_patterns("__pycache__", "*.py"))
    return folder


def test_the_commands_run_as_written(place):
    commands = re.findall(r"^\$ (tifa .*)$", README, flags=re.M)
    assert len(commands) >= 8
    path = f"{sysconfig.get_path('scripts')}:/usr/bin:/bin"
    for command in commands:
        result = subprocess.run(["bash", "-c", command], cwd=place, env={"PATH": path, "LANG": "C.UTF-8"}, capture_output=True, text=True)
        assert result.returncode == 0, f"{command}\n{result.stderr}"


def test_the_python_runs_as_written(place):
    for code in re.findall(r"```python\n(.*?)```", README, flags=re.S):
        result = subprocess.run([sys.executable, "-c", code], cwd=place, capture_output=True, text=True)
        assert result.returncode == 0, result.stderr


def test_every_verb_stands_in_the_readme():
    from ui.cli import program

    import click

    for verb in program.list_commands(click.Context(program)):
        assert f"tifa {verb}" in README


def test_pictures_and_targets_exist():
    for path in re.findall(r"\]\((ui/[^)]+)\)", README):
        assert (ROOT / path).is_file()
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"make (run|test|bench|frontend)", README):
        assert f"\n{target}:" in makefile


def test_every_node_label_and_relationship_stands_in_the_readme():
    from graph.model import NODE_LABELS, RELATIONSHIP_TYPES

    assert all(re.search(rf"\b{name}\b", README) for name in (*NODE_LABELS, *RELATIONSHIP_TYPES))
