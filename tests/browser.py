"""A browser for the tests: `python tests/browser.py` makes sure that Chromium is there.

The system's own is fine. Where we are root and have apt-get it is installed, with a font for emoji;
else it is said what is missing. Imports nothing, so that it runs before anything is installed.
"""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-noto-color-emoji")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
]
FIX = (
    "The tests drive the chat page in a real Chromium, and there is none on this machine. Install "
    "it from the system's packages (on Debian: apt-get install chromium; on Ubuntu: snap install "
    "chromium; else Google Chrome will do), so that one of these is on the PATH: "
    f"{', '.join(NAMES)}."
)


def found() -> str:
    """Where the browser is, or nothing."""
    return next(filter(None, map(shutil.which, NAMES)), "")


def install() -> None:
    """Install it from the system's packages, as far as they have it."""
    there = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *PACKAGES]):
        subprocess.run(
            ["apt-get", "-q", *command], env=there, stdin=subprocess.DEVNULL, check=False
        )


def main() -> int:
    """Make sure of the browser; 1 where there is none to be had."""
    if not found() and os.geteuid() == 0 and shutil.which("apt-get"):
        install()
    if not found():
        print(FIX, file=sys.stderr)
        return 1
    print(f"the browser: {found()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
