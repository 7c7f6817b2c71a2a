"""PDF files: one file is one document, its text is put together from where the characters stand; see `extract.paper`.

Scans without a text behind them, encrypted files and fonts that do not tell their characters cannot be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extract.errors import InputError
from extract.readers import stem
from extract.registry import Document, Reader

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MOST_UNKNOWN = 0.3


def read_pdf(data: bytes, path: str) -> Iterator[Document]:
    """Yield the one document of a PDF file."""
    from pypdfium2 import PdfiumError

    from extract.paper import text_of_pages
    from extract.pdf_pages import pages_of, unknown_share
    from extract.running_heads import address_of

    if not data.strip():
        raise InputError(f"{path}: the file is empty. Give a file that holds text.")
    document = _opened(data, path)
    try:
        pages = list(pages_of(document))
    except PdfiumError:
        raise _damaged(path) from None
    finally:
        document.close()
    text = text_of_pages(pages)
    if not text.strip():
        raise InputError(
            f"{path}: its {len(pages)} page{'' if len(pages) == 1 else 's'} hold pictures and no text (a scan?). "
            "Run text recognition (OCR) on it and give what that makes."
        )
    if unknown_share(pages) > _MOST_UNKNOWN:
        raise InputError(f"{path}: its fonts do not tell which characters they show. Run text recognition (OCR) on it.")
    address = address_of(pages)
    yield stem(path), text, {"source_url": address} if address else {}


def _opened(data: bytes, path: str) -> PdfDocument:
    """Open a PDF."""
    from pypdfium2 import PdfDocument, PdfiumError
    from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

    try:
        return PdfDocument(data)
    except PdfiumError as error:
        if getattr(error, "err_code", None) in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY):
            raise InputError(f"{path}: the file is encrypted. Open it with its password and print it to a new PDF.") from None
        raise _damaged(path) from None


def _damaged(path: str) -> InputError:
    return InputError(f"{path}: this is no readable PDF (damaged or another format). Save or download it again.")


PLUGIN = Reader("pdf", (".pdf",), read_pdf)
