"""The figures that the README names, measured side by side in one run: `make bench`.

Machines differ and are shared, so each time stands beside a yardstick taken in the same run: what Python needs to
import the libraries that the command cannot do without. `CORPUS=folder make bench` builds that folder's texts too.
"""

from __future__ import annotations

import importlib.util
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

RUNS = 5
HERE = Path(__file__).parent


def seconds(work: Callable[[], None], runs: int = RUNS) -> float:
    """Return the median wall time of several runs, in seconds."""
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def run(*command: str) -> None:
    """Run a command to its end; a failure ends the benchmark."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def tifa(*arguments: str) -> list[str]:
    """Return the console program's command line."""
    return [sys.executable, "-m", "ui.cli", *arguments]


def build_seeds(folder: Path) -> float:
    """Time `tifa build` of the five seeds from a cold process into a new folder."""
    import seeds

    with seeds.folder() as texts:
        count = iter(range(1000))
        return seconds(lambda: run(*tifa("build", str(texts), "-o", str(folder / f"seeds-{next(count)}"))))


def build_corpus(folder: Path, corpus: str) -> float:
    """Time `tifa build` of a folder of the user's, once."""
    return seconds(lambda: run(*tifa("build", corpus, "-o", str(folder / "corpus"))), runs=1)


def first_query(graph: Path) -> float:
    """Time opening the store of a graph whose cache is there, and one query, inside a warm process."""
    from graph.stores.arcade import open_store

    open_store(graph).close()

    def work() -> None:
        store = open_store(graph)
        store.query("MATCH (s:Speech) RETURN count(s)")
        store.close()

    return seconds(work)


def first_picture(graph: Path) -> float | None:
    """Time from the start of `tifa ui` to the columns drawn in a browser that already runs; None without a browser."""
    path = _find_browser()
    if path is None:
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        times = [_open_once(browser, graph) for _ in range(RUNS)]
        browser.close()
    return statistics.median(times)


def _open_once(browser: object, graph: Path) -> float:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    page = browser.new_context(viewport={"width": 1280, "height": 800}, locale="zh-CN").new_page()
    begin = time.perf_counter()
    process = subprocess.Popen(tifa("ui", str(graph), "--port", str(port), "--no-browser"), stdout=subprocess.DEVNULL)
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).read()
            break
        except OSError:
            time.sleep(0.02)
    page.goto(f"http://127.0.0.1:{port}/")
    page.wait_for_function("window.__tifa?.columns?.state().labels.length", polling=20)
    taken = time.perf_counter() - begin
    page.context.close()
    process.terminate()
    process.wait()
    return taken


def _find_browser() -> str | None:
    spec = importlib.util.spec_from_file_location("prepare", HERE.parent / "prepare.py")
    prepare = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(prepare)
    return prepare.find_browser()


def main() -> None:
    """Measure and print one line a figure: seconds, and the ratio to its yardstick."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        imports = seconds(lambda: run(sys.executable, "-c", "import spacy, networkx, pyarrow.parquet, arcadedb"))
        server = seconds(lambda: run(sys.executable, "-c", "import streamlit.web.bootstrap, networkx, pyarrow.parquet, arcadedb"))
        rows = [("import spaCy, networkx, pyarrow, arcadedb (yardstick)", imports, imports)]
        rows.append(("tifa build, five seeds, cold", build_seeds(folder), imports))
        graph = folder / "seeds-0"
        rows.append(("open the store and ask once, warm process", first_query(graph), imports))
        rows.append(("import Streamlit and the rest (yardstick)", server, server))
        picture = first_picture(graph)
        if picture is None:
            print("NOT MEASURED: the first picture; there is no Chromium.", file=sys.stderr)
        else:
            rows.append(("tifa ui, process start to the columns drawn", picture, server))
        if os.environ.get("CORPUS"):
            rows.append((f"tifa build {os.environ['CORPUS']}", build_corpus(folder, os.environ["CORPUS"]), imports))
        for name, taken, yardstick in rows:
            print(f"{name:58} {taken:8.2f} s   {taken / yardstick:6.2f} x")


if __name__ == "__main__":
    main()
