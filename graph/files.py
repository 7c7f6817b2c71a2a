"""Writing that leaves the old file or nothing when it fails: written beside, then renamed."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extract.errors import InputError, TifaError


def sha256_of(path: Path) -> str:
    """Return the hash of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def replacing(path: Path, own: tuple[str, ...] = ()) -> Iterator[Path]:
    """Give a path beside `path` to write a file or a folder to; it takes the place of `path` at the end.

    A file is replaced; a folder only by a folder, and only if it holds nothing else than files named in `own`.
    """
    if path.is_dir() and (not own or {entry.name for entry in path.iterdir()} - set(own)):
        raise InputError(f"{path}: this is a folder that is not empty, or a file is wanted. Name another place to write to.")
    beside = path.with_name(f".{path.name}.writing-{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield beside
        if path.is_dir():
            shutil.rmtree(path)
        os.replace(beside, path)
    except OSError as error:
        raise TifaError(f"{path}: cannot be written ({error.strerror or error}). Name another place to write to.") from error
    finally:
        remove(beside)


def remove(path: Path) -> None:
    """Remove a file or a folder if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
