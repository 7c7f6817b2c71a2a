"""The first picture of a large graph beside that of the seeds, in turns in one run, and the memory it takes.

    python tests/bench/bench_large.py GRAPH [SEEDS_GRAPH]

GRAPH: a folder that `tifa build` made of a file of make_large.py, or multiply_graph.py of such a folder; its engine's
cache must be there (open it once). The issue's bounds: 1.5 times the seeds' time, 1 GB.
"""

from __future__ import annotations

import importlib.util
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

RUNS = 3
HERE = Path(__file__).parent
_MOST_RATIO, _MOST_MB = 1.5, 1024


def _bench() -> object:
    spec = importlib.util.spec_from_file_location("bench_run", HERE / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def opened(browser: object, graph: Path) -> tuple[float, float]:
    """Return seconds from the start of `tifa ui` to the columns drawn, and the most memory of the process in MB."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="zh-CN")
    page = context.new_page()
    command = [sys.executable, "-m", "ui.cli", "ui", str(graph), "--port", str(port), "--no-browser"]
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).read()
                break
            except OSError:
                time.sleep(0.02)
        page.goto(f"http://127.0.0.1:{port}/")
        page.wait_for_function("window.__tifa?.columns?.state().labels.length", polling=20, timeout=180_000)
        taken = time.perf_counter() - begin
        page.wait_for_timeout(3000)
        return taken, _peak_mb(process.pid)
    finally:
        context.close()
        process.terminate()
        process.wait()


def _peak_mb(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))


def main() -> None:
    """Measure, print one line a figure, and fail beyond a bound."""
    from playwright.sync_api import sync_playwright

    bench, large = _bench(), Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        small = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(place) / "seeds"
        if not (small / "manifest.json").exists():
            import seeds

            with seeds.folder() as texts:
                bench.run(*bench.tifa("build", str(texts), "-o", str(small)))
        browser = playwright.chromium.launch(executable_path=bench._find_browser(), args=["--no-sandbox", "--disable-gpu"])
        opened(browser, small), opened(browser, large)
        found = {graph: [] for graph in (small, large)}
        for _ in range(RUNS):
            for graph, figures in found.items():
                figures.append(opened(browser, graph))
        browser.close()
    times = {graph: statistics.median(taken for taken, _ in figures) for graph, figures in found.items()}
    peak = max(memory for _, memory in found[large])
    ratio = times[large] / times[small]
    print(f"first picture, seeds {times[small]:.2f} s, large {times[large]:.2f} s: {ratio:.2f} x (bound {_MOST_RATIO})")
    print(f"most memory, large: {peak:.0f} MB (bound {_MOST_MB})")
    sys.exit(ratio > _MOST_RATIO or peak > _MOST_MB)


if __name__ == "__main__":
    main()
