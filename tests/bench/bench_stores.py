"""Both stores side by side on made-up graphs: loading, the ready-made questions, first answers, memory, readers at once.

    .venv/bin/python tests/bench/bench_stores.py [RELATIONSHIPS…]        (100000 without one; 1000000 takes minutes)

Neo4j is measured where its test server can run (tests/neo4j). Times on a shared machine are good to a factor of two;
what counts is the ratio taken in one run.
"""

from __future__ import annotations

import importlib.util
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from graph.questions.asking import ask, values
from graph.questions.catalogue import questions
from graph.stores.store import Limits, Store

TESTS = Path(__file__).parents[1]
ALL = Limits(rows=1000, seconds=60)
RUNS = 3
LARGEST_FOR_NEO4J = 200_000


def helper(path: Path) -> object:
    """Import a file of the tests by its path."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


def make(folder: Path, edges: int) -> None:
    """Write a made-up graph, in a process of its own, so that its memory is not measured."""
    code = "import sys; sys.path.insert(0, sys.argv[1]); import synthetic; from pathlib import Path; synthetic.save(synthetic.synthetic(int(sys.argv[2])), Path(sys.argv[3]))"
    subprocess.run([sys.executable, "-c", code, str(TESTS), str(edges), str(folder)], check=True)


def load_embedded(folder: Path) -> tuple[float, float]:
    """Return seconds and peak MB of a process that makes the engine's database."""
    code = (
        "import resource, sys, time; from pathlib import Path; from graph.stores.arcade import open_store; begin = time.perf_counter(); "
        "open_store(Path(sys.argv[1])).close(); print(time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    out = subprocess.run([sys.executable, "-c", code, str(folder)], check=True, capture_output=True, text=True).stdout
    taken, peak = map(float, out.split()[-2:])
    return taken, peak


def first_query(folder: Path) -> tuple[float, float]:
    """Return the seconds of a first query after opening: in this process, and through a worker that is there."""
    from graph.stores.arcade import open_store
    from graph.stores.worker import open_guarded

    taken = []
    for opened in (open_store, open_guarded):
        store = opened(folder)
        if opened is open_guarded:
            time.sleep(3)  # the worker starts in the background, when the graph is opened
        begin = time.perf_counter()
        store.query("MATCH (s:Speech)-[:USES]->(p:Principle) RETURN p.name AS name, count(s) AS n ORDER BY n DESC, name LIMIT 5")
        taken.append(time.perf_counter() - begin)
        store.close()
    return taken[0], taken[1]


def times(store: Store) -> dict[str, float]:
    """Return the best time of each ready-made question."""
    found = {}
    for question in questions():
        if question.lexicon:
            continue
        filled = values(store, question)
        for _ in range(RUNS):
            begin = time.perf_counter()
            ask(store, question.id, filled, None, ALL)
            taken = time.perf_counter() - begin
            found[question.id] = min(taken, found.get(question.id, taken))
    return found


def at_once(folder: Path) -> str:
    """Ask with 8 threads and with 3 processes; say whether all answers are equal."""
    from graph.stores.arcade import open_store

    store, text = open_store(folder), questions()[0].cypher
    expected, answers = store.query(text, {"n": 3}, ALL).rows, []
    threads = [threading.Thread(target=lambda: answers.extend(store.query(text, {"n": 3}, ALL).rows == expected for _ in range(10))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    code = "import sys; from pathlib import Path; from graph.stores.arcade import open_store; print(len(open_store(Path(sys.argv[1])).query(sys.argv[2], {'n': 3}).rows))"
    processes = [subprocess.Popen([sys.executable, "-c", code, str(folder), text], stdout=subprocess.PIPE, text=True) for _ in range(3)]
    rows = {process.communicate()[0].strip() for process in processes}
    store.close()
    same = len(answers) == 80 and all(answers) and len(rows) == 1 and all(process.returncode == 0 for process in processes)
    return "the same answers" if same else "DIFFERENT ANSWERS"


def main(*sizes: str) -> None:
    """Measure each size and print."""
    server = helper(TESTS / "neo4j" / "server.py")
    for edges in map(int, sizes or ("100000",)):
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "graph"
            make(folder, edges)
            taken, peak = load_embedded(folder)
            print(f"{edges} relationships\n  embedded load {taken:.1f} s, peak {peak:.0f} MB")
            here, worker = first_query(folder)
            print(f"  first query after opening {here * 1000:.0f} ms, through a warm worker {worker * 1000:.0f} ms")
            print(f"  8 threads, 3 processes: {at_once(folder)}")
            from graph.stores.arcade import open_store

            store = open_store(folder, 60)
            embedded = times(store)
            if server.is_ready() and edges <= LARGEST_FOR_NEO4J:
                _beside_neo4j(server, folder, Path(place), embedded)
            else:
                _print(embedded)
            store.close()


def _print(embedded: dict[str, float]) -> None:
    print(f"  questions: median {statistics.median(embedded.values()) * 1000:.0f} ms, slowest {max(embedded, key=embedded.get)} {max(embedded.values()) * 1000:.0f} ms")


def _beside_neo4j(server: object, folder: Path, place: Path, embedded: dict[str, float]) -> None:
    from graph.load import load_graph
    from graph.stores.neo4j_server import Server
    from graph.stores.neo4j_store import open_server

    with server.running(place / "neo4j") as running:
        address = Server(running.address, running.user, running.password)
        begin = time.perf_counter()
        load_graph(folder, address)
        print(f"  tifa load {time.perf_counter() - begin:.1f} s")
        store = open_server(address)
        other = times(store)
        store.close()
    ratios = {own: embedded[own] / other[own] for own in embedded}
    for own in sorted(ratios, key=ratios.get):
        print(f"    {own:26} {embedded[own] * 1000:8.1f} ms  {other[own] * 1000:8.1f} ms  {ratios[own]:6.2f}")
    print(f"  embedded / Neo4j: median {statistics.median(ratios.values()):.2f}, highest {max(ratios.values()):.2f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
