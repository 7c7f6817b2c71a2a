"""A real Neo4j server for the tests: its jars fetched once by Maven into the user's cache, a process, a free port.

The server is a separate program beside the tests; nothing of it is linked or shipped.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
VERSION = re.search(r"<version>([\d.]+)</version>", (HERE / "pom.xml").read_text("utf-8"))[1]
JAVA_AT_LEAST = 17
USER, DATABASE = "neo4j", "neo4j"
QUICK = ("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Options of Java for short runs: half the work until the server answers; a long run is faster without the last two."""
HOW = "Install Java 17 or newer and Maven (Debian, Ubuntu: apt-get install default-jdk-headless maven), then make test."


@dataclass(frozen=True, slots=True)
class Running:
    """A server that answers: its address, its user's password and its home."""

    address: str
    user: str
    password: str
    home: Path


def cache_folder() -> Path:
    """Return where the jars are kept, outside the tree."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "tifa-tests" / "neo4j" / VERSION


def find_java() -> str | None:
    """Return a Java that runs the server, None where there is none."""
    home = os.environ.get("JAVA_HOME")
    for path in (str(Path(home) / "bin" / "java") if home else None, "java"):
        found = shutil.which(path) if path else None
        if found and _version_of(found) >= JAVA_AT_LEAST:
            return found
    return None


def _version_of(java: str) -> int:
    shown = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(?:1\.)?(\d+)', shown)
    return int(found[1]) if found else 0


def is_ready() -> bool:
    """Say whether a server can be started without fetching anything."""
    return find_java() is not None and cache_folder().is_dir()


def fetch() -> None:
    """Let Maven fetch the jars into the cache; a fetch that is broken off leaves nothing there."""
    target, maven = cache_folder(), shutil.which("mvn")
    if target.is_dir() or maven is None:
        return
    beside = target.with_name(f"{target.name}.fetching-{os.getpid()}")
    goals = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={beside}"]
    result = subprocess.run([maven, "-q", "-B", "-f", str(HERE / "pom.xml"), *goals], stdout=subprocess.DEVNULL, check=False)
    if result.returncode == 0 and any(beside.glob("neo4j-bolt-*.jar")):
        os.rename(beside, target)
    shutil.rmtree(beside, ignore_errors=True)


def free_port() -> int:
    """Return a port of loopback that is free at this moment."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextmanager
def running(home: Path, options: tuple[str, ...] = QUICK) -> Iterator[Running]:
    """Run a server on a home folder until the block is left."""
    port, password = free_port(), secrets.token_urlsafe(12)
    command = [find_java() or "java", *options, "-cp", f"{cache_folder()}/*", str(HERE / "Neo4jServer.java"), str(home), str(port)]
    home.mkdir(parents=True, exist_ok=True)
    with (home / "server.log").open("wb") as log:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True)
    try:
        process.stdin.write(password + "\n")
        process.stdin.flush()
        if not any(line.strip() == "ready" for line in process.stdout):
            raise RuntimeError(f"The Neo4j server did not start:\n{(home / 'server.log').read_text('utf-8', 'replace')[-2000:]}")
        yield Running(f"bolt://127.0.0.1:{port}", USER, password, home)
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[str]) -> None:
    """End a server that we started: ask it, then insist."""
    process.terminate()
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for pipe in (process.stdin, process.stdout):
        pipe.close()


def admin(home: Path, *arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run `neo4j-admin` with these arguments, in a folder, on the home of a server that does not run."""
    (home / "conf").mkdir(parents=True, exist_ok=True)
    command = [find_java() or "java", "-cp", f"{cache_folder()}/*", "org.neo4j.cli.AdminTool", *arguments]
    environment = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    return subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=False)
