"""The committed bundles are those of the committed sources, and their licences stand beside them."""

import hashlib
import json
from pathlib import Path

import pytest

CANVAS = Path(__file__).parents[2] / "ui" / "canvas"


def test_the_bundles_were_built_from_these_sources():
    manifest = json.loads((CANVAS / "built.json").read_text("utf-8"))
    for part in ("sources", "results"):
        for path, wanted in manifest[part].items():
            found = hashlib.sha256((CANVAS / path).read_bytes()).hexdigest()
            assert found == wanted, f"{path} has changed: run `make frontend` and commit what it writes."


@pytest.mark.parametrize("path", ["../frontend/graph.js.LEGAL.txt", "../../graph/exporters/page/snapshot.js.LEGAL.txt"])
def test_licences_stand_beside(path):
    text = (CANVAS / path).read_text("utf-8")
    assert "vis-network" in text
    assert "MIT License" in text


def test_the_lock_file_names_no_host():
    assert "resolved" not in (CANVAS / "package-lock.json").read_text("utf-8")
