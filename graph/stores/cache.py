"""Where things that can be made again are kept: beside the graph, else in the user's cache folder.

A graph folder that cannot be written (a mounted archive, another user's) is opened all the same: what is derived from it
then lies in the user's cache folder under a name made of the graph folder's path.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from pathlib import Path

NAME = "tifa"


def derived_folder(folder: Path) -> Path:
    """Return the folder for what is derived from a graph folder; it exists and can be written."""
    beside = folder / ".derived"
    if _writable(beside):
        return beside
    path = str(folder.resolve()).encode("utf-8", "surrogateescape")
    apart = cache_folder() / "graphs" / hashlib.sha256(path).hexdigest()[:16]
    apart.mkdir(parents=True, exist_ok=True)
    return apart


def cache_folder() -> Path:
    """Return the program's folder for what may be deleted at any time (in the system's temporary one as a last resort)."""
    return _first_writable(_base("XDG_CACHE_HOME", ".cache", "Caches"))


def data_folder() -> Path:
    """Return the program's folder for the user's own graphs."""
    return _first_writable(_base("XDG_DATA_HOME", ".local/share", "Application Support"))


def _base(variable: str, linux: str, mac: str) -> Path:
    home = Path(os.path.expanduser("~"))
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / NAME
    if sys.platform == "darwin":
        return home / "Library" / mac / NAME
    given = os.environ.get(variable, "")
    # The base directory specification says that a relative value is to be ignored.
    return (Path(given) if os.path.isabs(given) else home / linux) / NAME


def _first_writable(folder: Path) -> Path:
    if _writable(folder):
        return folder
    user = str(os.getuid()) if hasattr(os, "getuid") else "user"
    last = Path(tempfile.gettempdir()) / f"{NAME}-{user}"
    last.mkdir(mode=0o700, parents=True, exist_ok=True)
    return last


def _writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK | os.X_OK)
