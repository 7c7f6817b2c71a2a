"""A Word file in, its lines out: paragraphs with their numbers, tables row by row, text boxes, footnotes at the end.

Word counts the numbers of lists and headings (一、 （二） 3.) itself: they do not stand in the file's text and are made
again here. Text that a tracked change deletes is left out, inserted text is in. The table of contents, heads and feet of
pages and the signs that point to footnotes are left out: wordings stay whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.word_numbers import Numbers

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NO_TEXT = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}rPr", f"{_W}pPr", _FALLBACK}
_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))
NOTES_HEADING = "注释"
"""The line before the footnotes."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a document: the numbers of its lists, and the styles of the lines of its table of contents."""

    numbers: Numbers
    contents: frozenset[str]


def lines_of_word(document: Document) -> Iterator[str]:
    """Yield the lines of a document in reading order; a table's row is one line, its cells parted by tabs."""
    known = _Known(Numbers(document), frozenset(_contents_styles(document)))
    yield from _lines_in(document.element.body, known)
    notes = [note for part, name in _NOTES for note in _notes(document, part, name)]
    if notes:
        yield NOTES_HEADING
        yield from (f"〔{order}〕{note}" for order, note in enumerate(notes, 1))


def _lines_in(container: _Element, known: _Known) -> Iterator[str]:
    """Yield the lines of the paragraphs and tables directly in an element, wrappers passed through."""
    for child in container:
        if child.tag == f"{_W}p":
            if _style(child) in known.contents:
                continue
            yield from (known.numbers.of(child) + _words(child)).split("\n")
            for box in _boxes(child):
                yield from _lines_in(box, known)
        elif child.tag == f"{_W}tbl":
            for row in child.iterchildren(f"{_W}tr"):
                yield "\t".join(_cell(cell, known) for cell in row.iter(f"{_W}tc") if _owner(cell, f"{_W}tr") is row)
        elif child.tag not in _NO_TEXT:
            yield from _lines_in(child, known)


def _contents_styles(document: Document) -> Iterator[str]:
    """Yield the ids of the styles in which Word writes a table of contents."""
    for style in document.styles.element.iterchildren(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is not None and name.get(f"{_W}val", "").lower().startswith("toc "):
            yield style.get(f"{_W}styleId", "")


def _style(paragraph: _Element) -> str | None:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return style.get(f"{_W}val") if style is not None else None


def _cell(cell: _Element, known: _Known) -> str:
    """Return a cell's words on one line; what only continues the cell above is empty."""
    merged = cell.find(f"{_W}tcPr/{_W}vMerge")
    if merged is not None and merged.get(f"{_W}val") != "restart":
        return ""
    return " ".join(line for line in _lines_in(cell, known) if line.strip())


def _owner(element: _Element, tag: str) -> _Element | None:
    return next(element.iterancestors(tag), None)


def _words(element: _Element) -> str:
    """Return the words of a paragraph, those of its text boxes left out."""
    pieces = []
    for child in element:
        if child.tag in _NO_TEXT or child.tag == f"{_W}txbxContent":
            continue
        if child.tag == f"{_W}t":
            pieces.append(child.text or "")
        elif child.tag in _MARKS:
            pieces.append(_MARKS[child.tag])
        else:
            pieces.append(_words(child))
    return "".join(pieces)


def _boxes(paragraph: _Element) -> Iterator[_Element]:
    """Yield the text boxes that hang on a paragraph, each once."""
    for box in paragraph.iter(f"{_W}txbxContent"):
        if _owner(box, f"{_W}p") is paragraph and _owner(box, _FALLBACK) is None:
            yield box


def _notes(document: Document, part: str, name: str) -> Iterator[str]:
    """Yield the words of the footnotes or endnotes in the order in which the text refers to them."""
    from docx.oxml import parse_xml

    kind = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{part}"
    notes = next((rel.target_part for rel in document.part.rels.values() if rel.reltype == kind and not rel.is_external), None)
    if notes is None:
        return
    words = {
        note.get(f"{_W}id"): " ".join(_words(line).strip() for line in note.iter(f"{_W}p")).strip()
        for note in parse_xml(notes.blob).iterchildren(f"{_W}{name}")
    }
    for reference in document.element.body.iter(f"{_W}{name}Reference"):
        note = words.pop(reference.get(f"{_W}id"), "")
        if note:
            yield note
