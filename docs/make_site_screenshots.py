"""Take screenshots of a published site in real Chromium into docs/images/.

    python docs/make_site_screenshots.py SITE [FOLDER]

SITE is a folder that `workbench export --format html` wrote. The verdict shown is
the one with the longest page. Needs Debian's `chromium`.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--hide-scrollbars",
)
SHOTS = (
    ("site-index", "index", "1000,900", "1"),
    ("site-index-dark", "index", "1000,900", "0"),
    ("site-verdict", "verdict", "1000,1400", "1"),
    ("site-verdict-phone", "verdict", "500,1400", "1"),
    ("site-corrections", "corrections", "1000,700", "1"),
)
"""(name, page, window, colour scheme: 0 dark, 1 light)."""


def main() -> None:
    """Take every picture of SHOTS."""
    site = Path(sys.argv[1]).resolve()
    default = Path(__file__).resolve().parent / "images"
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else default
    folder.mkdir(parents=True, exist_ok=True)
    browser = shutil.which("chromium") or sys.exit("chromium is not installed")
    verdict = max((site / "verdicts").glob("*.html"), key=lambda path: path.stat().st_size)
    pages = {
        "index": site / "index.html",
        "corrections": site / "corrections.html",
        "verdict": verdict,
    }
    with tempfile.TemporaryDirectory() as profile:
        for name, page, window, scheme in SHOTS:
            picture = folder / f"{name}.png"
            command = [
                browser,
                *FLAGS,
                f"--user-data-dir={profile}",
                f"--window-size={window}",
                f"--blink-settings=preferredColorScheme={scheme}",
                f"--screenshot={picture}",
                pages[page].as_uri(),
            ]
            subprocess.run(command, check=True, capture_output=True, timeout=120)
            print(picture)


if __name__ == "__main__":
    main()
