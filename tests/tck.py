"""The openCypher TCK's read-only scenarios on the embedded engine: `make tck TCK=…/openCypher/tck/features`.

Each scenario's graph is made by its own CREATE in a database of its own; then its query goes the way of every query
(checks included), and its rows are compared as the scenario says. Scenarios that write, or call procedures, are left out;
those whose query our checks refuse are counted apart. Not part of the tests: the checkout is the user's.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extract.errors import InputError, TifaError
from graph.stores.cypher_check import checked

_LEFT_OUT = re.compile(r"\b(CREATE|MERGE|DELETE|SET|REMOVE|CALL)\b", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"<([^<>\n]+)>")


@dataclass(slots=True)
class Scenario:
    """A scenario: what makes its graph, its query and parameters, and what is expected."""

    name: str
    setup: list[str] = field(default_factory=list)
    query: str = ""
    parameters: list[list[str]] = field(default_factory=list)
    rows: list[list[str]] | None = None
    ordered: bool = False
    error: bool = False


def scenarios(path: Path) -> Iterator[Scenario]:
    """Yield the scenarios of a feature file, outlines with each of their examples."""
    text = path.read_text("utf-8")
    background: list[str] = []
    for block in re.split(r"(?m)^\s*(?=(?:Background|Scenario|Scenario Outline):)", text)[1:]:
        head, _, body = block.partition("\n")
        if head.startswith("Background"):
            background = [body]
            continue
        body = "\n".join(background) + "\n" + body
        body, _, examples = body.partition("Examples:")
        rows = _table(examples.splitlines())
        for row in rows[1:] or [[]]:
            given = dict(zip(rows[0], row)) if row else {}
            yield _scenario(head.partition(":")[2].strip(), _PLACEHOLDER.sub(lambda m: given.get(m[1], m[0]), body) if given else body)


def _table(lines: list[str]) -> list[list[str]]:
    rows = [line.strip() for line in lines if line.strip().startswith("|")]
    return [[cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows]


def _scenario(name: str, body: str) -> Scenario:
    found = Scenario(name)
    for step in re.split(r"(?m)^\s*(?=(?:Given|When|Then|And|But) )", body):
        head, _, rest = step.strip().partition("\n")
        text = (re.findall(r'"""\n?(.*?)"""', rest, re.DOTALL) or [""])[0].strip()
        if "having executed" in head:
            found.setup.append(text)
        elif "executing query" in head:
            found.query = text
        elif "parameters are" in head:
            found.parameters = _table(rest.splitlines())
        elif "result should be" in head:
            found.rows = [] if "empty" in head else _table(rest.splitlines())
            found.ordered = "in order" in head
        elif re.search(r"Error should be raised", head):
            found.error = True
    return found


def literal(value: object) -> str:
    """Return a value as the TCK writes it, maps by key; nodes and relationships are not told from maps by the engine."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return f"'{value}'"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(literal, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {literal(value[key])}" for key in sorted(value)) + "}"
    return repr(value)


def judged(database: object, scenario: Scenario) -> str:
    """Run one scenario; return passed, failed, refused or not compared."""
    import arcadedb

    for text in scenario.setup:
        with database.transaction():
            database.command("opencypher", text).to_list()
    if scenario.parameters or scenario.rows is not None and any("(" in cell or "<" in cell for row in scenario.rows[1:] for cell in row):
        return "not compared"
    try:
        query = checked(scenario.query)
    except InputError:
        return "passed" if scenario.error else "refused"
    try:
        rows = [row.to_dict() for row in database.query("opencypher", query.text)]
    except arcadedb.ArcadeDBError:
        return "passed" if scenario.error else "failed"
    if scenario.error or scenario.rows is None:
        return "failed" if scenario.error else "not compared"
    names, expected = (scenario.rows[0], scenario.rows[1:]) if scenario.rows else ([], [])
    found = [[_plain(literal(row.get(query_name))) for query_name in (query.columns or names)] for row in rows]
    wanted = [[_plain(cell) for cell in row] for row in expected]
    same = found == wanted if scenario.ordered else Counter(map(tuple, found)) == Counter(map(tuple, wanted))
    return "passed" if same else "failed"


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text)


def main(folder: str) -> int:
    """Run all feature files below a folder and print the rates."""
    import arcadedb

    found: Counter[str] = Counter()
    paths = sorted(Path(folder).rglob("*.feature"))
    if not paths:
        raise SystemExit(f"{folder}: no .feature files. Point TCK at the folder tck/features of an openCypher checkout.")
    for path in paths:
        here: Counter[str] = Counter()
        for scenario in scenarios(path):
            if _LEFT_OUT.search(scenario.query) or not scenario.query:
                continue
            with tempfile.TemporaryDirectory() as place, arcadedb.create_database(f"{place}/db") as database:
                try:
                    here[judged(database, scenario)] += 1
                except (TifaError, arcadedb.ArcadeDBError):
                    here["failed"] += 1
        print(f"{path.relative_to(folder)!s:60} {dict(here)}", flush=True)
        found += here
    compared = found["passed"] + found["failed"]
    print(f"{sum(found.values())} read-only scenarios: {dict(found)}; passed {found['passed'] / max(compared, 1):.1%} of those compared")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
