"""Where a verb writes: a file, written beside and renamed, or `-` for standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

STANDARD = "-"


@contextmanager
def writing(target: str) -> Iterator[BinaryIO]:
    """Give a binary file to write to; a named file appears only when all is written."""
    if target == STANDARD:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    from graph.files import replacing

    with replacing(Path(target)) as beside, beside.open("wb") as file:
        yield file
