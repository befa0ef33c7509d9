"""Write docs/keys.md and the keys in README.md from the registry of actions.

python docs/make_keys.py
"""

from pathlib import Path

from workbench.tui.actions import key_summary, key_table

BEGIN, END = "<!-- keys -->", "<!-- end of keys -->"
HEAD = """# Keys

Every action is also in the command palette (ctrl+p), and every key does its work by mouse too.
The id in the last column gives an action another key, in the case's `workbench.toml`:

```toml
[keys]
"claims.corroborates" = "o"
```

"""


def main() -> None:
    """Write the page, and the part of the README between its two marks."""
    page = Path(__file__).resolve().parent / "keys.md"
    page.write_text(HEAD + key_table(), encoding="utf-8")
    readme = page.parent.parent / "README.md"
    before, rest = readme.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    readme.write_text(f"{before}{BEGIN}\n{key_summary()}{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
