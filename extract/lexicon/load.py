"""The lexicon: tab-separated tables and themes in, checked entries with one matching automaton out.

The package's own tables come first; a user's folder with tables of the same names and columns is laid on top: an entry
of the same label and name replaces the package's, and a wording that the user gives to another entry is the user's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from extract.errors import InputError, LexiconError
from extract.lexicon.match import Matcher, fold
from extract.records import Entry, Match, Theme, View

LABEL_OF_FILE = {
    "formulas.tsv": "FORMULA",
    "spirits.tsv": "SPIRIT",
    "principles.tsv": "PRINCIPLE",
    "slogans.tsv": "SLOGAN",
    "allusions.tsv": "ALLUSION",
    "documents.tsv": "DOCUMENT",
    "persons.tsv": "PERSON",
    "organizations.tsv": "ORG",
    "places.tsv": "PLACE",
    "events.tsv": "EVENT",
}
COLUMNS = (
    *("name", "forms", "members", "size", "kind", "name_en", "gloss"),
    *("issuer", "date", "source", "checked", "attested", "status"),
)
STATUSES = ("current", "superseded", "unknown")


@dataclass(frozen=True)
class Lexicon:
    """Entries and themes, with the automaton over the entries' wordings (made when first used)."""

    entries: tuple[Entry, ...]
    themes: tuple[Theme, ...]

    @cached_property
    def hash(self) -> str:
        """Hash of everything in it, in hexadecimal: the same entries and themes give the same hash."""
        themes = [(t.id, t.name, t.name_en, sorted(t.cues.items())) for t in self.themes]
        return hashlib.sha256(repr((self.entries, themes)).encode()).hexdigest()

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher((*self.entries, *cue_entries(self.themes)))

    def matches(self, view: View) -> tuple[Match, ...]:
        """Return where entries stand in a text, in source offsets, in text order, the longer first; they may nest."""
        return self._matcher.matches(view)

    def __reduce__(self):
        return Lexicon, (self.entries, self.themes)


def load_lexicon(user_folder: Path | None = None, themes_path: Path | None = None) -> Lexicon:
    """Read the package's lexicon with the user's folder on top.

    Raises:
        LexiconError: a table that cannot be used, with file, line and what to do.
    """
    entries = _entries_of_folder(files(__package__))
    if user_folder is not None:
        entries = _laid_over(entries, _user_entries(Path(user_folder)))
    return Lexicon(tuple(entries), load_themes(themes_path))


def load_themes(path: Path | None = None) -> tuple[Theme, ...]:
    """Read the taxonomy of themes: the package's own, or a user's file of the same form."""
    source = files(__package__) / "themes.json" if path is None else Path(path)
    try:
        rows = json.loads(source.read_text(encoding="utf-8-sig"))
        return tuple(_themes_from_rows(rows))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{source}: the themes cannot be read ({error}). Give a UTF-8 JSON file.") from None
    except json.JSONDecodeError as error:
        raise LexiconError(f"{source}:{error.lineno}: not JSON ({error.msg}). Correct the file.") from None
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LexiconError(
            f'{source}: not a list of themes ({error}). Each is {{"id", "name", "name_en", "cues": {{word: weight}}}}.'
        ) from None


def cue_entries(themes: Iterable[Theme]) -> Iterator[Entry]:
    """Yield the themes' cue words as entries of label THEME: `name` is the theme's id, `kind` the word's weight."""
    for theme in themes:
        for word, weight in theme.cues.items():
            yield Entry("THEME", theme.id, (word,), kind=repr(weight))


def read_table(source: Traversable | Path, label: str) -> Iterator[tuple[int, Entry]]:
    """Yield the entries of one table with their line numbers, in the order of the lines."""
    try:
        text = source.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise LexiconError(f"{source}: not UTF-8. Save the table as UTF-8, columns separated by tabs.") from None
    lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip() and not line.startswith("#")]
    if not lines:
        return
    header = [cell.strip() for cell in lines[0][1].split("\t")]
    for column in header:
        if column not in COLUMNS or header.count(column) > 1:
            raise LexiconError(
                f"{source}:{lines[0][0]}: unknown or repeated column {column!r}. "
                f"The first line names the columns, separated by tabs, out of: {' '.join(COLUMNS)}."
            )
    if "name" not in header:
        raise LexiconError(f"{source}:{lines[0][0]}: no column `name`. The first line names the columns.")
    for number, line in lines[1:]:
        where = f"{source}:{number}"
        yield number, _entry_from_cells(_cells(header, line, where), label, where)


def _cells(header: list[str], line: str, where: str) -> dict[str, str]:
    values = [cell.strip() for cell in line.split("\t")]
    if len(values) > len(header):
        raise LexiconError(f"{where}: {len(values)} cells under {len(header)} columns. Remove the tabs too many.")
    return dict(zip(header, values + [""] * (len(header) - len(values)), strict=True))


def _entry_from_cells(cells: dict[str, str], label: str, where: str) -> Entry:
    name = cells["name"]
    if len(fold(name)) < 2:
        raise LexiconError(f"{where}: name {name!r} is shorter than two characters. Give the whole wording.")
    forms = tuple(dict.fromkeys((name, *_parts(cells.get("forms", "")))))
    for form in forms:
        if len(fold(form)) < 2:
            raise LexiconError(f"{where}: form {form!r} of {name!r} is shorter than two characters. Remove it.")
    members = _parts(cells.get("members", ""))
    status = cells.get("status") or "unknown"
    if status not in STATUSES:
        raise LexiconError(f"{where}: status {status!r} of {name!r}. Write current or superseded, or leave it empty.")
    return Entry(
        label=label,
        name=name,
        forms=forms,
        members=members,
        size=_size(cells.get("size", ""), members, name, where),
        checked=_yes(cells.get("checked", ""), "checked", where),
        attested=_yes(cells.get("attested", ""), "attested", where),
        status=status,
        **{key: cells.get(key) or None for key in ("name_en", "kind", "gloss", "issuer", "date", "source")},
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _size(cell: str, members: tuple[str, ...], name: str, where: str) -> int | None:
    if not cell:
        return None
    if not cell.isascii() or not cell.isdigit() or cell == "0":
        raise LexiconError(f"{where}: size {cell!r} of {name!r} is not a count. Write a number such as 4.")
    if members and len(members) != int(cell):
        raise LexiconError(
            f"{where}: {name!r} promises {cell} members and lists {len(members)}. "
            "Add the missing ones or correct `size`."
        )
    return int(cell)


def _yes(cell: str, column: str, where: str) -> bool:
    if cell not in ("", "yes"):
        raise LexiconError(f"{where}: {column} is {cell!r}. Write yes or leave it empty.")
    return cell == "yes"


def _entries_of_folder(folder: Traversable | Path) -> list[Entry]:
    """Return a folder's entries in the order of the labels, checked against each other."""
    entries: list[Entry] = []
    for file_name, label in LABEL_OF_FILE.items():
        table = folder / file_name
        if table.is_file():
            numbered = list(read_table(table, label))
            _check_forms(numbered, table)
            entries += [entry for _, entry in numbered]
    return entries


def _check_forms(numbered: list[tuple[int, Entry]], table: Traversable | Path) -> None:
    """Refuse a wording that two names of one label claim; one name may have several readings, told apart by members."""
    owner: dict[str, tuple[int, Entry]] = {}
    for number, entry in numbered:
        wordings = {fold(form): form for form in entry.forms}
        for key in sorted(wordings.keys() & owner.keys()):
            other, first = owner[key]
            if (first.name, first.label) == (entry.name, entry.label) and first.members != entry.members:
                continue
            raise LexiconError(
                f"{table}:{number}: {entry.name!r} and {first.name!r} (line {other}) share the wording "
                f"{wordings[key]!r}. Join the two entries, or remove it from one."
            )
        owner |= dict.fromkeys(wordings, (number, entry))


def _user_entries(folder: Path) -> list[Entry]:
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder of a lexicon. Name a folder with tables such as slogans.tsv.")
    tables = sorted(path.name for path in folder.glob("*.tsv"))
    for name in tables:
        if name not in LABEL_OF_FILE:
            raise LexiconError(f"{folder / name}: unknown table. Name it one of: {' '.join(LABEL_OF_FILE)}.")
    if not tables:
        raise LexiconError(f"{folder}: no tables. Put at least one of these there: {' '.join(LABEL_OF_FILE)}.")
    return _entries_of_folder(folder)


def _laid_over(base: Iterable[Entry], user: list[Entry]) -> list[Entry]:
    """Return the package's entries without those that the user replaces, and the user's, label by label."""
    own = {(entry.label, entry.name) for entry in user}
    claimed = {(entry.label, fold(form)) for entry in user for form in entry.forms}
    merged = []
    for entry in base:
        if (entry.label, entry.name) in own:
            continue
        forms = tuple(form for form in entry.forms if (entry.label, fold(form)) not in claimed)
        if forms:
            merged.append(entry if forms == entry.forms else replace(entry, forms=forms))
    labels = list(LABEL_OF_FILE.values())
    return sorted((*merged, *user), key=lambda entry: labels.index(entry.label))


def _themes_from_rows(rows: list[dict[str, object]]) -> Iterator[Theme]:
    seen = set()
    for row in rows:
        cues = {str(word): float(weight) for word, weight in row.get("cues", {}).items()}
        if row["id"] in seen:
            raise ValueError(f"theme {row['id']!r} stands twice")
        if any(len(fold(word)) < 2 or weight <= 0 for word, weight in cues.items()):
            raise ValueError(f"theme {row['id']!r} has a cue shorter than two characters or with no positive weight")
        seen.add(row["id"])
        yield Theme(str(row["id"]), str(row["name"]), str(row["name_en"]), cues)
