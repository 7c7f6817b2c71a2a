"""`tifa ask`: the canned questions, listed or answered."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from extract.errors import InputError
from extract.records import Entry
from graph.questions.catalogue import Question, questions
from graph.stores.store import Limits, Store
from ui.answers import FORMATS
from ui.commands.query import open_graph


@click.command("ask", short_help="Ask a graph one of the ready-made questions.")
@click.argument("graph", metavar="GRAPH")
@click.argument("question", required=False, metavar="[QUESTION]")
@click.argument("slots", nargs=-1, metavar="[SLOT=VALUE]…")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="table", show_default=True, help="How to write the rows.")
@click.option("--max-rows", type=click.IntRange(min=1), default=Limits().rows, show_default=True, help="Rows at most.")
@click.option(
    "--timeout", type=click.FloatRange(min=0, min_open=True), default=Limits().seconds, show_default=True, help="Seconds at most."
)
@click.option("--user", default="neo4j", show_default=True, help="Who asks, on a Neo4j server.")
@click.option("--database", help="The database on a Neo4j server; without it the user's default.")
@click.option("--cypher", is_flag=True, help="Show the question's Cypher instead of running it.")
def ask(
    graph: str,
    question: str | None,
    slots: tuple[str, ...],
    form: str,
    max_rows: int,
    timeout: float,
    user: str,
    database: str | None,
    cypher: bool,
) -> None:
    """Ask a graph one of the ready-made questions; without QUESTION they are listed. A slot that is left out takes its
    default, or the likeliest value of the graph. GRAPH is a folder or a server's address, as for query.

    \b
    Example:
      tifa ask my-graph
      tifa ask my-graph shared-principles n=3
      tifa ask my-graph formulations-of-theme theme=政治忠诚 --format json
    """
    from graph.questions.catalogue import question as question_of

    if question is None:
        _refuse_no_graph(graph)
        click.echo(listing(questions()), nl=False)
    elif cypher:
        click.echo(question_of(question).cypher)
    else:
        question_of(question)
        limits = Limits(max_rows, timeout)
        _answer(open_graph(graph, timeout, user, database), question, slots_from(slots), form, limits)


def _refuse_no_graph(graph: str) -> None:
    from graph.manifest import read_manifest
    from graph.stores.neo4j_server import is_address

    if not is_address(graph):
        read_manifest(Path(graph))


def _answer(store: Store, own: str, given: dict[str, str], form: str, limits: Limits) -> None:
    from graph.questions.asking import ask as answer
    from graph.questions.asking import values
    from graph.questions.catalogue import question

    asked = question(own)
    try:
        filled = values(store, asked, given)
        table = answer(store, own, filled, lexicon_entries, limits)
    finally:
        store.close()
    if form == "table":
        click.echo(asked.sentence("zh", filled))
        click.echo(f"{asked.sentence('en', filled)}\n")
    click.echo(FORMATS[form](table), nl=False)
    if table.truncated:
        click.echo(f"tifa: cut at {limits.rows} rows; there are more. Raise --max-rows to see them.", err=True)


def lexicon_entries() -> Iterable[Entry]:
    """Return the lexicon's entries; read only for a question that needs them."""
    from extract.lexicon.load import load_lexicon

    return load_lexicon().entries


def listing(asked: Iterable[Question]) -> str:
    """Return the questions as text: id, both sentences, and the slots with their defaults."""
    lines = []
    for each in asked:
        lines += [each.id, f"  {each.sentence('zh')}", f"  {each.sentence('en')}"]
        for slot in each.slots:
            usual = f" (default {slot.default})" if slot.default is not None else ""
            lines.append(f"    {slot.name}=…  {slot.zh}, {slot.en}: {slot.type}{usual}")
    return "\n".join(lines) + "\n"


def slots_from(given: Iterable[str]) -> dict[str, str]:
    """Return slots from `NAME=VALUE` texts.

    >>> slots_from(("n=3", "theme=政治忠诚"))
    {'n': '3', 'theme': '政治忠诚'}
    """
    found: dict[str, str] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals or not name:
            raise InputError(f"{text}: a slot must read NAME=VALUE, for example n=3")
        if name in found:
            raise InputError(f"{text}: the slot {name} is given twice. Give it once.")
        found[name] = value
    return found


PLUGIN = ask
