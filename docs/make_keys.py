"""Write docs/keys.md from the registry of actions: python docs/make_keys.py"""

from pathlib import Path

from workbench.tui.actions import key_table

HEAD = """# Keys

Every action is also in the command palette (ctrl+p), and every key does its work by mouse too.
The id in the last column gives an action another key, in the case's `workbench.toml`:

```toml
[keys]
"claims.corroborates" = "o"
```

"""


def main() -> None:
    """Write the page."""
    page = Path(__file__).resolve().parent / "keys.md"
    page.write_text(HEAD + key_table(), encoding="utf-8")


if __name__ == "__main__":
    main()
