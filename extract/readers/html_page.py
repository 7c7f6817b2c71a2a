"""Web pages (.html): the title and the main text, a line a paragraph; menus, notices and links to other pages are left out.

trafilatura finds the main text. Nothing is fetched. Of the page's own metadata its address is kept, and its day of
publication as the latest day that the text can be of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from extract.encoding import decode
from extract.errors import InputError
from extract.readers import stem
from extract.registry import Document, Reader

if TYPE_CHECKING:
    from configparser import ConfigParser

    from lxml.etree import _Element

_HEAD_BYTES = 4096
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_ENCODINGS = {"utf-8": "utf-8", "utf8": "utf-8", **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk"), "gb18030")}
_BROKEN = 50
_BLOCKS = {"p", "head", "quote", "item", "code", "fw", "ab"}
_INNER_SPACE = re.compile(r"[ \t\u00a0]+")
_EDGE_SPACE = " \t\u00a0\u3000"
_SHORTEST_TITLE, _SHORTEST_TEXT = 4, 60


def read_html(data: bytes, path: str) -> Iterator[Document]:
    """Yield the one document of a web page."""
    from trafilatura import baseline, bare_extraction

    page = _decoded(data, path)
    dates = {"extensive_search": False, "original_date": True}
    found = bare_extraction(page, include_comments=False, with_metadata=True, date_extraction_params=dates, config=_settings())
    body = found.body if found is not None else baseline(page)[0]
    lines = [line for block in _lines(body) for line in block.split("\n") if line]
    if not lines:
        raise InputError(f"{path}: no text was found in the page. If a program in the page shows its text, save that text instead.")
    title = " ".join((found.title or "").split()) if found is not None else ""
    if len(title) >= _SHORTEST_TITLE and title != found.sitename and not any(title in line for line in lines[:3]):
        lines.insert(0, title)
    yield stem(path), "\n".join(lines), _given(found.url, found.date) if found is not None else {}


@cache
def _settings() -> ConfigParser:
    """Return trafilatura's settings, for texts that say in 60 characters what takes 250 in English."""
    from trafilatura.settings import use_config

    settings = use_config()
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(_SHORTEST_TEXT))
    return settings


def _given(url: str | None, published: str | None) -> dict[str, str]:
    given = {"source_url": url, "date_latest": published}
    return {name: value for name, value in given.items() if value}


def _lines(element: _Element) -> Iterator[str]:
    """Yield the blocks of a main text: paragraphs, headings, list items; the cells of a table's row parted by tabs."""
    if element.tag == "row":
        yield "\t".join(" ".join(_lines_of(cell)) for cell in element)
        return
    loose = [element.text or ""]
    for child in element:
        if child.tag in _BLOCKS or child.tag in ("table", "row", "list", "cell") or len(child) and child.tag == "div":
            yield _tidy("".join(loose))
            loose = [child.tail or ""]
            yield from _lines(child)
        else:
            loose += [_inline(child), child.tail or ""]
    yield _tidy("".join(loose))


def _lines_of(cell: _Element) -> list[str]:
    return [line.replace("\n", " ") for line in _lines(cell) if line]


def _inline(element: _Element) -> str:
    """Return the words of an element within a line; a line break is one."""
    if element.tag == "lb":
        return "\n"
    inner = "".join(_inline(child) + (child.tail or "") for child in element)
    return (element.text or "") + inner if isinstance(element.tag, str) else ""


def _tidy(words: str) -> str:
    """Fold the spaces within lines; trafilatura has folded the line ends that only wrap the page's source."""
    lines = (line.strip(_EDGE_SPACE) for line in _INNER_SPACE.sub(" ", words).splitlines())
    return "\n".join(line for line in lines if line)


def _decoded(data: bytes, path: str) -> str:
    """Decode a page: UTF-8 where it is that, else by what the page says of itself, else by its characters."""
    charset = _CHARSET.search(data[:_HEAD_BYTES])
    said = _ENCODINGS.get(charset[1].decode("ascii").lower()) if charset else None
    if said is None:
        return decode(data, path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        page = data.decode(said, "replace")  # a page may hold a broken character; the rest is good
    return page if page.count("\ufffd") <= len(page) // _BROKEN else decode(data, path)


PLUGIN = Reader("html", (".html", ".htm", ".xhtml"), read_html)
