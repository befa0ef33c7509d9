"""Pages as a real browser has them: their elements, and what axe finds in them."""

import html
import importlib.util
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
HEADLESS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
FLAGS = (*HEADLESS, "--virtual-time-budget=8000")
RUN = (
    "axe.run(document).then(r=>{const "
    "p=document.createElement('pre');p.id='axe';p.textContent=JSON.stringify(r.violations.map"
    "(v=>[v.id,v.impact,v.nodes[0].html]));document.body.append(p)})"
)
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


def dom(url: str, profile: Path, *flags: str) -> str:
    """The page's elements after its scripts have run."""
    command = [CHROMIUM, *FLAGS, *flags, f"--user-data-dir={profile}", "--dump-dom", url]
    return subprocess.run(command, capture_output=True, check=True, timeout=90).stdout.decode()


def axe_findings(page: Path, folder: Path, width: int, *, dark: bool = False) -> list:
    """What axe finds in a page at a width: (rule, impact, element) each.

    A copy in `folder` is looked at, for the page's own policy lets no script of others run.
    """
    found = importlib.util.find_spec("axe_core_python")
    if found is None or not found.submodule_search_locations:
        pytest.skip("needs axe-core")
    axe = (Path(found.submodule_search_locations[0]) / "axe.min.js").read_text(encoding="utf-8")
    text = page.read_text(encoding="utf-8")
    assert POLICY.search(text)
    scripts = f"<script>{axe}</script><script>{RUN}</script></body>"
    copy = folder / "copy.html"
    copy.write_text(POLICY.sub("", text).replace("</body>", scripts), encoding="utf-8")
    out = dom(
        copy.as_uri(),
        folder / "profile",
        f"--blink-settings=preferredColorScheme={0 if dark else 1}",
        f"--window-size={width},900",
    )
    told = re.search(r'<pre id="axe">(.*?)</pre>', out, re.DOTALL)
    assert told, "axe did not end"
    return json.loads(html.unescape(told[1]))
