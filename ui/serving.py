"""Starting the explorer: Streamlit inside this process, quiet, on loopback only, gone when the command ends.

Streamlit by itself listens on every interface, asks an outside service for its address, sends usage statistics and
stops at an e-mail prompt on a first start; every one of these is switched off here.
"""

from __future__ import annotations

import json
import os
import socket
import threading
import time
import urllib.request
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from extract.errors import InputError, TifaError

HOST = "127.0.0.1"
PORT = 8501


def check_port(port: int) -> None:
    """Raise InputError where something listens on the port already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise InputError(f"Port {port} cannot be used ({error.strerror}). Name another one: tifa ui --port {port + 1}") from error


def serve(folder: Path, port: int, browser: bool) -> None:
    """Show a graph folder at http://localhost:PORT until the command is ended.

    The graph is opened beside the server's own start, so that both are ready together.

    Raises:
        InputError: the graph cannot be opened.
    """
    opening = _Opening(folder)
    opening.start()
    from streamlit.web import bootstrap

    options = settings(port)
    script = str(files("ui").joinpath("app.py"))
    bootstrap.load_config_options(options)
    opening.finish()
    threading.Thread(target=_announce, args=(port, browser), daemon=True).start()
    bootstrap.run(script, False, [str(folder)], options)


def settings(port: int) -> dict[str, object]:
    """Return Streamlit's settings, in the form of its command line."""
    quiet = {
        "server.address": HOST,
        "server.port": port,
        "server.headless": True,
        "server.showEmailPrompt": False,
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": False,
        "browser.serverAddress": "localhost",
        "client.toolbarMode": "viewer",
        "client.showErrorDetails": "none",
        "global.developmentMode": False,
        "logger.hideWelcomeMessage": True,
        "logger.level": "error",
    }
    return {name.replace(".", "_"): value for name, value in (quiet | _theme()).items()}


def _theme() -> dict[str, object]:
    """Return the explorer's colours and type faces (graph/look.json) as Streamlit's themes."""
    look: Mapping[str, object] = json.loads(files("graph").joinpath("look.json").read_text("utf-8"))
    theme: dict[str, object] = {"theme.font": look["sans"], "theme.baseFontSize": 14}
    parts = {"primaryColor": "accent", "backgroundColor": "ground", "textColor": "ink", "borderColor": "hairline"}
    for mode in ("light", "dark"):
        theme |= {f"theme.{mode}.{name}": look[part][mode] for name, part in parts.items()}
        theme[f"theme.{mode}.linkColor"] = look["accent"][mode]
    return theme


def _announce(port: int, browser: bool) -> None:
    """Say where the explorer is as soon as it answers, and open the browser."""
    url = f"http://localhost:{port}"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"http://{HOST}:{port}/_stcore/health", timeout=1).close()
            break
        except OSError:
            time.sleep(0.05)
    print(f"Tifa: {url} (Ctrl+C ends it)", flush=True)
    if browser and not os.environ.get("CI"):
        import webbrowser

        webbrowser.open(url)


class _Opening(threading.Thread):
    """Opens the graph, and makes what is derived from it where that is missing, while the server starts."""

    def __init__(self, folder: Path) -> None:
        super().__init__(daemon=True)
        self.folder = folder
        self.failure: Exception | None = None
        self.store: object | None = None

    def run(self) -> None:
        """Open; what goes wrong is kept for the one who waits."""
        from graph.derived import derive
        from graph.stores.arcade import open_store

        try:
            derive(self.folder)
            self.store = open_store(self.folder)
        except Exception as error:
            self.failure = error

    def finish(self) -> None:
        """Wait until the graph is open; it stays open as long as the process lives."""
        self.join()
        if isinstance(self.failure, TifaError):
            raise self.failure
        if self.failure is not None:
            raise TifaError(f"{self.folder}: the graph cannot be opened ({self.failure}). Build it again.") from self.failure
