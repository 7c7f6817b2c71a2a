"""Screenshots of every view, Chinese and English, light and dark, at 1280 and 800 px: `make shots` writes them to shots/.

    python tests/shots.py [GRAPH] [--only PART_OF_NAME …] [--height PX]
"""

from __future__ import annotations

import argparse
import importlib.util
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

HERE = Path(__file__).parent
FOLDER = HERE.parent / "shots"
LANGUAGES, SCHEMES, WIDTHS = ("zh", "en"), ("light", "dark"), (1280, 800)
WAIT_MS = 60_000


def addresses(graph: Path) -> dict[str, tuple[str, dict[str, str], str]]:
    """Return what is photographed: by name the view, what its address says, and what must be there first."""
    from graph.derived import load_overview

    overview = load_overview(graph)
    shared = overview["findings"]["most_shared"][0]["id"]
    names = {speech["doc"][:3]: str(speech["id"]) for speech in overview["speeches"]}
    first, second = names.get("000", overview["speeches"][0]["id"]), names.get("003", overview["speeches"][1]["id"])
    theme = str(overview["themes"][0]["id"])
    canvas = "canvas"
    return {
        "overview": ("", {}, canvas),
        "overview-selected": ("", {"sel": shared}, ".tifa-evidence"),
        "map": ("map", {}, canvas),
        "map-around": ("map", {"around": shared, "sel": shared}, ".tifa-evidence"),
        "reader": ("reader", {"speech": first}, ".tifa-text"),
        "themes": ("themes", {"sel": f"EXPRESSES~{first}~{theme}"}, ".tifa-heat"),
        "formulations": ("formulations", {"id": shared}, ".tifa-kwic"),
        "compare": ("compare", {"left": first, "right": second}, ".tifa-parallel"),
        "ask": ("ask", {"question": "formulations-of-theme"}, ".tifa-grid"),
        "ask-cypher": ("ask", {"mode": "cypher"}, ".tifa-schema"),
        "corpus": ("corpus", {}, ".tifa-grid"),
        "corpus-edit": ("corpus", {"do": "edit"}, ".tifa-grid"),
        "corpus-add": ("corpus", {"do": "add"}, ".tifa-grid"),
        "corpus-correct": ("corpus", {"do": "correct", "sel": shared}, ".tifa-grid"),
        "corpus-export": ("corpus", {"do": "export"}, ".tifa-grid"),
    }


@contextmanager
def served(graph: Path) -> Iterator[str]:
    """Serve a graph while the block runs, and give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "ui.cli", "ui", str(graph), "--port", str(port), "--no-browser"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    url, deadline = f"http://127.0.0.1:{port}", time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"{url}/_stcore/health", timeout=1).close()
            break
        except OSError:
            time.sleep(0.1)
    try:
        yield url
    finally:
        process.terminate()
        process.wait(20)


def photograph(url: str, graph: Path, only: list[str], height: int) -> list[str]:
    """Write the screenshots; return what went wrong."""
    from playwright.sync_api import Error, sync_playwright

    wrong = []
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_find_browser(), args=["--no-sandbox", "--disable-gpu"])
        for language in LANGUAGES:
            for scheme in SCHEMES:
                context = browser.new_context(locale="zh-CN" if language == "zh" else "en-GB", color_scheme=scheme)
                page = context.new_page()
                page.on("pageerror", lambda error: wrong.append(str(error)))
                for name, (view, query, ready) in addresses(graph).items():
                    for width in WIDTHS:
                        shot = f"{name}-{language}-{scheme}-{width}"
                        if only and not any(word in shot for word in only):
                            continue
                        page.set_viewport_size({"width": width, "height": height})
                        page.goto(f"{url}/{view}?{urlencode({**query, 'lang': language})}")
                        try:
                            page.wait_for_selector(ready, timeout=WAIT_MS)
                        except Error as error:
                            wrong.append(f"{shot}: {error.message.splitlines()[0]}")
                        page.wait_for_timeout(900)
                        page.screenshot(path=FOLDER / f"{shot}.png")
                context.close()
        browser.close()
    return wrong


def _find_browser() -> str:
    spec = importlib.util.spec_from_file_location("prepare", HERE / "prepare.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return str(module.find_browser())


def main() -> None:
    """Photograph the seeds' graph, or the one that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("graph", nargs="?", type=Path)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--height", type=int, default=900)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        graph = chosen.graph or _seeds_graph(Path(place))
        with served(graph) as url:
            wrong = photograph(url, graph, chosen.only, chosen.height)
    print(f"{len(list(FOLDER.glob('*.png')))} screenshots in {FOLDER}")
    if wrong:
        sys.exit("\n".join(wrong))


def _seeds_graph(place: Path) -> Path:
    import seeds
    from ui.reading import Options, build_folder

    with seeds.folder() as texts:
        build_folder([str(texts / name) for name in seeds.names()], place / "graph", Options())
    return place / "graph"


if __name__ == "__main__":
    main()
