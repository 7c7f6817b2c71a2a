"""The house itself: imports go left only, names do not clash, files stay short, the project speaks of itself alone."""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
from importlib.metadata import distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("seeds", "extract", "graph", "ui")
SOURCES = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py")) if "node_modules" not in path.parts]


def test_imports_go_left_only():
    command = Path(sysconfig.get_path("scripts")) / "lint-imports"
    result = subprocess.run([command, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


def test_nothing_in_ui_is_named_like_a_top_level_package_or_a_standard_module():
    names = {path.stem for path in (ROOT / "ui").iterdir() if path.name not in ("__init__.py", "__pycache__")}
    assert not names & set(PACKAGES)
    assert not {path.stem for path in (ROOT / "ui").glob("*.py")} & (sys.stdlib_module_names - {"__init__"})


def test_tests_are_no_packages():
    assert not list((ROOT / "tests").rglob("__init__.py"))


def test_no_dependency_owns_our_names():
    owned = set()
    for distribution in distributions():
        if (distribution.metadata["Name"] or "").lower() != "tifa":
            owned |= {str(file).split("/")[0].removesuffix(".py") for file in distribution.files or ()}
    assert not owned & set(PACKAGES)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_is_one_idea(path):
    lines = path.read_text("utf-8").count("\n")
    assert lines <= 330, f"{lines} lines: split it by idea"
    assert path.read_text("utf-8").lstrip().startswith('"""'), "a module begins by saying what it is"


def test_a_finished_graph_opens_without_spacy():
    code = (
        "import sys, graph.folder, graph.overview, graph.derived, graph.stores.arcade, ui.data; "
        "heavy = {'spacy', 'streamlit', 'pyvis', 'extract.pipeline'} & set(sys.modules); sys.exit(str(heavy) if heavy else 0)"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr


def test_the_seeds_are_shipped_as_they_are():
    import seeds

    assert len(seeds.names()) == 5
    with seeds.folder() as folder:
        assert all((folder / name).stat().st_size > 3000 for name in seeds.names())


def test_the_project_speaks_of_itself_alone():
    foreign = re.compile(r"(?<![\w.])/(?:root|home/\w+|work|tmp/\w+)/|registry\.npmjs|files\.pythonhosted|--index-url|extra-index")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    names = [n for n in listed.stdout.split("\0") if n and not n.startswith(("seeds/", "ui/frontend/graph.js", "tests/test_house"))]
    found = []
    for name in names:
        path = ROOT / name
        if path.suffix in (".png", ".gz", ".parquet", ".docx", ".pdf") or not path.is_file():
            continue
        text = path.read_text("utf-8", errors="replace")
        found += [f"{name}: {match.group()}" for match in foreign.finditer(text)]
    assert not found
