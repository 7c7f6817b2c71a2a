"""Tables with a column `file` in, metadata of the files that they name out.

A row's `file` is a path below the table's folder or just a file's name, with or without its suffix; for a document
of a table or of JSON Lines it is the document's id.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from extract.encoding import decode
from extract.errors import InputError
from extract.readers import read_bytes, stem, without_gz
from extract.records import Dropped
from extract.tables import FILE, TEXT, columns_of, has_column, rows_of_table

_HEAD_BYTES = 1 << 16
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class MetadataFile:
    """A table that describes files: the cells of each row by what its `file` says; `used` are the rows that were needed."""

    path: str
    folder: Path
    rows: Mapping[str, Mapping[str, str]]
    used: set[str] = field(default_factory=set)

    def given(self, location: Path | None, path: str, doc: str) -> Mapping[str, str]:
        """Return what is said of a document: by its path from the table's folder or from the source, its name or its id."""
        names = [path, Path(path).name, doc]
        if location is not None and location.resolve().is_relative_to(self.folder.resolve()):
            names.insert(0, location.resolve().relative_to(self.folder.resolve()).as_posix())
        for name in names:
            for key in (name, without_gz(name), _without_suffix(name)):
                if key in self.rows:
                    self.used.add(key)
                    return self.rows[key]
        return {}

    def unused(self) -> Dropped | None:
        """Return which rows name no file that was read, if any."""
        left = [name for name in self.rows if name not in self.used]
        if not left:
            return None
        more = f" and {len(left) - _SHOWN} more" if len(left) > _SHOWN else ""
        return Dropped(self.path, f"metadata of files that are not among the sources: {', '.join(left[:_SHOWN])}{more}")


def is_metadata(location: Path) -> bool:
    """Tell whether a .csv describes files: a column `file` and none `text`."""
    try:
        head = read_bytes(location, str(location), _HEAD_BYTES)
        columns = columns_of(decode(head if b"\0" in head else b"\n".join(head.split(b"\n", 2)[:2]), str(location)))
    except InputError:
        return False
    return has_column(columns, FILE) and not has_column(columns, TEXT)


def read_metadata(location: Path, path: str | None = None) -> MetadataFile:
    """Read a table of metadata; `path` names it in messages.

    Raises:
        InputError: it cannot be read, has no column `file`, or describes one file twice.
    """
    shown = str(location)
    text = decode(read_bytes(location, shown), shown)
    columns = columns_of(text)
    if not has_column(columns, FILE):
        raise InputError(f"{shown}: no column `file`. Its columns are: {', '.join(columns)[:200]}. Name the files in `file`.")
    rows: dict[str, dict[str, str]] = {}
    for row in rows_of_table(text, shown):
        if isinstance(row, Dropped):
            raise InputError(f"{row.path}: {row.reason}. Put quotation marks around cells that hold the delimiter.")
        name = (row.cell(FILE) or "").strip().replace("\\", "/").removeprefix("./")
        if name in rows:
            raise InputError(f"{shown}:{row.line}: {name} is described a second time. Keep one of the rows.")
        if name:
            rows[name] = row.rest()
    return MetadataFile(path or shown, location.parent, rows)


def _without_suffix(path: str) -> str:
    folder, slash, name = path.rpartition("/")
    return f"{folder}{slash}{stem(name)}"
