"""The curated formulas, spirits and principles keep the promises of their columns."""

import json
import re
import unicodedata
from pathlib import Path

import pytest

import extract.lexicon

FOLDER = Path(extract.lexicon.__file__).parent
COLUMNS = (
    "name forms members size kind name_en gloss issuer date source checked attested status".split()
)
LEAST = {"formulas.tsv": 300, "spirits.tsv": 90, "principles.tsv": 400}
KINDS = {
    "formulas.tsv": {"formula"},
    "spirits.tsv": {"spirit"},
    "principles.tsv": {"doctrine"},
}
NUMERALS = "一二两三四五六七八九十百千双"
NO_NUMERAL = {"白加黑"}  # works as one: day and night
HAN = re.compile("[一-鿿]")

every_file = pytest.mark.parametrize("file", sorted(LEAST))


def lines(file: str) -> list[list[str]]:
    """Return the cells of every line that is no comment, the header first."""
    text = (FOLDER / file).read_bytes().decode("utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


def entries(file: str) -> list[dict[str, str]]:
    """Return the entries by column name."""
    header, *rows = lines(file)
    return [dict(zip(header, row, strict=True)) for row in rows]


def wordings(entry: dict[str, str]) -> list[str]:
    """Return the name and the further forms."""
    return [entry["name"], *filter(None, entry["forms"].split("|"))]


@every_file
def test_columns(file):
    header, *rows = lines(file)
    assert header == COLUMNS
    assert [row for row in rows if len(row) != len(COLUMNS)] == []
    assert len(rows) >= LEAST[file]


@every_file
def test_cells_are_clean(file):
    bad = [
        cell
        for row in lines(file)
        for cell in row
        if cell != cell.strip() or cell != unicodedata.normalize("NFC", cell) or "�" in cell
    ]
    assert bad == []


@every_file
def test_names_and_kinds(file):
    for entry in entries(file):
        assert HAN.search(entry["name"]), entry
        assert len(entry["name"]) >= 2, entry["name"]
        assert entry["kind"] in KINDS[file], entry["name"]


@every_file
def test_sorted_by_name_and_issuer(file):
    keys = [(entry["name"], entry["issuer"]) for entry in entries(file)]
    assert keys == sorted(keys)
    assert len(keys) == len(set(keys)), "one line a name and issuer"


@every_file
def test_a_form_belongs_to_one_name(file):
    owners: dict[str, set[str]] = {}
    for entry in entries(file):
        forms = wordings(entry)
        assert len(forms) == len(set(forms)), forms
        for form in forms:
            assert len(form) >= 2, form
            owners.setdefault(form, set()).add(entry["name"])
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


@every_file
def test_forms_start_and_end_in_the_words(file):
    for entry in entries(file):
        for form in wordings(entry):
            assert not re.match("[，。；：、）”’》]", form), form
            assert form[-1] not in "，。；：、（“‘《", form


@every_file
def test_size_is_the_number_of_members(file):
    for entry in entries(file):
        if entry["members"]:
            members = entry["members"].split("|")
            assert entry["size"] == str(len(members)), entry["name"]
            assert all(members), entry["name"]
            assert len(members) == len(set(members)), entry["name"]
        assert re.fullmatch("|[1-9][0-9]?", entry["size"]), entry["name"]


@every_file
def test_flags(file):
    for entry in entries(file):
        assert entry["checked"] in ("", "yes"), entry["name"]
        assert entry["attested"] in ("", "yes"), entry["name"]
        assert entry["status"] in ("", "current", "superseded"), entry["name"]
        assert bool(entry["source"]) or not entry["checked"], f"{entry['name']}: checked where?"
        assert re.fullmatch("|[12][0-9]{3}(-[01][0-9](-[0-3][0-9])?)?", entry["date"]), entry


def test_a_formula_has_a_numeral():
    names = {entry["name"] for entry in entries("formulas.tsv")}
    assert {name for name in names if not re.search(f"[{NUMERALS}]", name)} == NO_NUMERAL


def test_one_numeral_promises_its_size():
    """四个意识 promises four, whatever the file says."""
    label = re.compile(f"([{NUMERALS}])(?:个|大|项|种)[^{NUMERALS}]+")
    for entry in entries("formulas.tsv"):
        match = label.fullmatch(entry["name"])
        if match and entry["members"]:
            numeral = match[1].replace("两", "二")
            assert int(entry["size"]) == "一二三四五六七八九十".index(numeral) + 1, entry["name"]


def test_a_spirit_is_called_one():
    assert [e["name"] for e in entries("spirits.tsv") if not e["name"].endswith("精神")] == []


def test_readings_of_one_label_tell_their_members_apart():
    readings: dict[str, list[str]] = {}
    for entry in entries("formulas.tsv"):
        if entry["members"]:
            readings.setdefault(entry["name"], []).append(entry["members"])
    assert [name for name, lists in readings.items() if len(lists) != len(set(lists))] == []


@every_file
def test_no_theme_bears_a_formulation_s_name(file):
    themes = json.loads((FOLDER / "themes.json").read_text(encoding="utf-8"))
    names = {theme["name"] for theme in themes}
    assert names
    assert names.isdisjoint(form for entry in entries(file) for form in wordings(entry))
