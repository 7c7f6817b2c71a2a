"""Find or install what the tests need beside Python: a Chromium browser, a Chinese font, a Neo4j server.

Run by `make test`. As root on a Debian-like system the packages are installed; elsewhere it says what is missing and
how to get it, and the tests that need it say so again. With CI set in the environment a missing part is an error.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_browser() -> str | None:
    """Return the path of a Chromium-based browser, None where there is none."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def has_chinese_font() -> bool:
    """Say whether fontconfig knows a font for Chinese; True where there is no fontconfig to ask (macOS, Windows)."""
    if not shutil.which("fc-list"):
        return not sys.platform.startswith("linux")
    listed = subprocess.run(["fc-list", ":lang=zh", "family"], capture_output=True, text=True, check=False)
    return bool(listed.stdout.strip())


def missing_packages() -> list[str]:
    """Return the Debian packages of the parts that are missing."""
    packages = [] if find_browser() else ["chromium"]
    return packages if has_chinese_font() else [*packages, "fonts-noto-cjk"]


def neo4j_server() -> ModuleType:
    """Return the module that fetches and starts the Neo4j server (tests/neo4j/server.py)."""
    path = Path(__file__).parent / "neo4j" / "server.py"
    spec = importlib.util.spec_from_file_location("tifa_tests_neo4j", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def install(packages: list[str]) -> None:
    """Install Debian packages where that is possible."""
    if not (packages and shutil.which("apt-get") and os.geteuid() == 0):
        return
    print(f"Installing for the tests: {' '.join(packages)}", flush=True)
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL}
    subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
    subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], check=False, **quiet)


def prepare_browser() -> str | None:
    """Install what the browser tests need; return what is missing still, in words."""
    install(missing_packages())
    packages = missing_packages()
    if not packages:
        return None
    return (
        f"NOT RUN: the tests in a real browser. Missing: {' '.join(packages)}.\n"
        "Install Chromium and a Chinese font (Debian, Ubuntu: apt-get install chromium fonts-noto-cjk), then make test."
    )


def prepare_neo4j() -> str | None:
    """Install Java and Maven and fetch the server's jars; return what is missing still, in words."""
    server = neo4j_server()
    if server.is_ready():
        return None
    java = [] if server.find_java() else ["default-jdk-headless"]
    install(java if shutil.which("mvn") else [*java, "maven"])
    if server.find_java() and shutil.which("mvn"):
        print(f"Fetching Neo4j {server.VERSION} for the tests into {server.cache_folder()}", flush=True)
        server.fetch()
    return None if server.is_ready() else f"NOT RUN: the tests on a real Neo4j server.\n{server.HOW}"


def main() -> int:
    """Install what is missing where that is possible; return the exit status."""
    missing = [words for words in (prepare_browser(), prepare_neo4j()) if words]
    line = "=" * 78
    for words in missing:
        print(f"{line}\n{words}\n{line}", file=sys.stderr)
    return 1 if missing and os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
