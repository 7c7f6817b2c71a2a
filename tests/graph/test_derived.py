"""Derived files: made when missing, broken or of an older graph; kept elsewhere where the folder cannot be written."""

import json
import os
import sys
from pathlib import Path

import networkx as nx
import pytest

from extract.errors import InputError
from graph.derived import derive, load_layout, load_overview


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "manifest.json").write_text("{}")
    return tmp_path


def graph(name: str) -> nx.MultiDiGraph:
    G = nx.MultiDiGraph()
    G.add_node("speech-1", label="Speech", name=name)
    return G


def name_in(folder) -> str:
    return load_overview(folder)["speeches"][0]["name"]


def test_derived_once_then_kept(folder):
    derive(folder, graph("甲"))
    derive(folder, graph("乙"))
    assert name_in(folder) == "甲"
    assert load_layout(folder)["nodes"] == []


def test_another_manifest_makes_them_anew(folder):
    derive(folder, graph("甲"))
    (folder / "manifest.json").write_text('{"built": "again"}')
    derive(folder, graph("乙"))
    assert name_in(folder) == "乙"


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"of": "another"}'])
def test_a_broken_file_is_made_again(folder, broken):
    derive(folder, graph("甲"))
    (folder / ".derived" / "overview.json").write_text(broken)
    derive(folder, graph("乙"))
    assert name_in(folder) == "乙"


def test_a_folder_that_cannot_be_written_uses_the_cache(folder, tmp_path_factory, monkeypatch):
    cache = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "access", lambda path, mode: folder not in (path, *Path(path).parents))
    home = derive(folder, graph("甲"))
    assert cache in home.parents
    assert not list((folder / ".derived").iterdir())
    assert name_in(folder) == "甲"


def test_no_part_of_a_file_stays_behind(folder, monkeypatch):
    def fails(*_, **__):
        raise OSError("disk full")

    monkeypatch.setattr(json, "dump", fails)
    with pytest.raises(OSError, match="disk full"):
        derive(folder, graph("甲"))
    assert list((folder / ".derived").iterdir()) == []


def test_a_folder_without_manifest_is_named(tmp_path):
    with pytest.raises(InputError, match="manifest"):
        derive(tmp_path)
