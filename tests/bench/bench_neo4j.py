"""How fast `tifa load` fills a Neo4j server, beside the bare driver with the same batches: `python tests/bench/bench_neo4j.py [EDGES]`.

The bare driver gets the batches ready made, on the same server, with the same constraints. Each goes twice, in turn,
after a load to warm the server up; the better time counts.
"""

from __future__ import annotations

import importlib.util
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType

from graph.load import batches, load_graph
from graph.manifest import read_manifest
from graph.stores.neo4j_server import Server, connect

TESTS = Path(__file__).parent.parent
EDGES = 100_000
RUNS = 2
OPTIONS = ("-Xmx2g",)
_CLEAR = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"


def helper(path: str) -> ModuleType:
    """Load a file of the tests that is no test."""
    spec = importlib.util.spec_from_file_location(Path(path).stem, TESTS / path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def clear(server: Server) -> None:
    """Remove all nodes; constraints stay."""
    with connect(server) as driver, driver.session() as session:
        session.run(_CLEAR).consume()


def bare(server: Server, folder: Path) -> float:
    """Return the seconds that the driver takes with batches that are ready."""
    ready = list(batches(folder))
    with connect(server) as driver, driver.session() as session:
        begin = time.perf_counter()
        for batch in ready:
            session.execute_write(lambda transaction: [transaction.run(text, rows=rows).consume() for text, rows in batch.statements])
        return time.perf_counter() - begin


def loaded(server: Server, folder: Path) -> float:
    """Return the seconds that `tifa load` takes, from opening the folder to the last batch."""
    begin = time.perf_counter()
    load_graph(folder, server)
    return time.perf_counter() - begin


def main() -> None:
    """Measure and print rows a second of both, and the ratio."""
    edges = int(sys.argv[1]) if len(sys.argv) > 1 else EDGES
    program, synthetic = helper("neo4j/server.py"), helper("synthetic.py")
    if not program.is_ready():
        sys.exit(f"NOT MEASURED: no Neo4j server can run. {program.HOW}")
    with tempfile.TemporaryDirectory() as place:
        folder = synthetic.save(synthetic.synthetic(edges), Path(place) / "graph")
        rows = sum(sum(numbers.values()) for numbers in read_manifest(folder)["counts"].values())
        with program.running(Path(place) / "home", OPTIONS) as running:
            server = Server(running.address, running.user, running.password)
            load_graph(folder, server)
            times: dict[str, list[float]] = {"bare driver": [], "tifa load": []}
            for _ in range(RUNS):
                for name, measure in (("bare driver", bare), ("tifa load", loaded)):
                    clear(server)
                    times[name].append(measure(server, folder))
    for name, taken in times.items():
        print(f"{name:12} {rows} rows  {min(taken):8.2f} s  {rows / min(taken):10.0f} rows/s")
    print(f"rate of tifa load / bare driver: {min(times['bare driver']) / min(times['tifa load']):.2f}")


if __name__ == "__main__":
    main()
