"""Word files (.docx): one file is one document, its text is made of its lines; see `extract.word`."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from extract.errors import InputError
from extract.readers import LIMIT_BYTES, stem
from extract.registry import Document, Reader

_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError),  # of the packing
    *(KeyError, ValueError, AttributeError, TypeError),  # of the parts: one that is missing or of another kind
)
_OLD_FORMAT = b"\xd0\xcf\x11\xe0"
_PACKED_DOCUMENT = "EncryptedPackage".encode("utf-16-le")


def read_docx(data: bytes, path: str) -> Iterator[Document]:
    """Yield the one document of a Word file."""
    if not data.strip():
        raise InputError(f"{path}: the file is empty. Give a file that holds text.")
    if data.startswith(_OLD_FORMAT):
        raise InputError(f"{path}: {_old_or_locked(data)}")
    _check_size(data, path)
    lines = _lines(data, path)
    text = "\n".join(line.rstrip() for line in lines).strip("\n")
    if not text.strip():
        raise InputError(f"{path}: the document holds no words (pictures only?). Run text recognition on its pictures first.")
    yield stem(path), text, {}


def _lines(data: bytes, path: str) -> list[str]:
    """Return the lines of a Word file."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError

    from extract.word import lines_of_word

    try:
        return list(lines_of_word(docx.Document(io.BytesIO(data))))
    except (PackageNotFoundError, LxmlError, *_DAMAGE):
        raise _damaged(path) from None


def _check_size(data: bytes, path: str) -> None:
    """See that a file is a packed one and does not unpack to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except _DAMAGE:
        raise _damaged(path) from None
    if size > LIMIT_BYTES:
        raise InputError(f"{path}: it unpacks to more than {LIMIT_BYTES >> 20} MB. Split the file.")


def _old_or_locked(data: bytes) -> str:
    if _PACKED_DOCUMENT in data:
        return "the document is encrypted. Open it in Word with its password and save it without one."
    return "this is the old Word format (.doc) under another name. Save it as .docx."


def _damaged(path: str) -> InputError:
    return InputError(f"{path}: this is no readable Word document (damaged or another format). Save it again as .docx.")


PLUGIN = Reader("docx", (".docx", ".docm"), read_docx)
