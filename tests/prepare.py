"""Find or install what the tests need beside Python: a Chromium browser and a Chinese font.

Run by `make test`. As root on a Debian-like system the packages are installed; elsewhere it says what is missing and
how to get it, and the tests that need it say so again. With CI set in the environment a missing part is an error.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

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


def main() -> int:
    """Install what is missing where that is possible; return the exit status."""
    packages = missing_packages()
    if packages and shutil.which("apt-get") and os.geteuid() == 0:
        print(f"Installing for the browser tests: {' '.join(packages)}", flush=True)
        quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL}
        subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], check=False, **quiet)
        packages = missing_packages()
    if not packages:
        return 0
    line = "=" * 78
    print(
        f"{line}\nNOT RUN: the tests in a real browser. Missing: {' '.join(packages)}.\n"
        f"Install Chromium and a Chinese font (Debian, Ubuntu: apt-get install chromium fonts-noto-cjk), then make test.\n{line}",
        file=sys.stderr,
    )
    return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
