"""The examples in the docstrings of graph/ are true."""

from __future__ import annotations

import doctest
import importlib

import pytest

MODULES = [
    "graph.association",
    "graph.ids",
    "graph.organs",
    "graph.quotations",
    "graph.exporters.csv_tables",
    "graph.exporters.xml_parts",
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_hold(name):
    found = doctest.testmod(importlib.import_module(name))
    assert found.attempted and not found.failed
