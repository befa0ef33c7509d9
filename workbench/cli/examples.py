"""Examples of each command, shown at the end of its help; a test parses every one of them."""

EXAMPLES: dict[str, tuple[str, ...]] = {
    "import": (
        "workbench import saved-pages/ wires.jsonl",
        "workbench import table.csv --columns text=Body,title=Headline",
        "fetch-wires | workbench import - --published 2024-03-01",
    ),
    "import-reviews": ("workbench import-reviews others.json",),
    "annotate": ("workbench annotate story.txt --published 2024-03-01 --format jsonl",),
    "claims": (
        "workbench claims --kind casualty --min-score 40",
        "workbench claims 'flood !drought contested: after:2022' --format csv",
    ),
    "match": (
        "workbench match bfef03cb --top 3",
        "workbench match --text '13,000 people were killed' --others",
        "workbench match --queries queries.jsonl --format jsonl",
    ),
    "compare": ("workbench compare --pairs pairs.jsonl",),
    "conflicts": ("workbench conflicts --since 2024-03-01 --top 20",),
    "dismiss": ("workbench dismiss 3f9c2a1b --why 'two floods, a year apart'",),
    "figures": (
        "workbench figures --about 'people killed since 2014' --svg toll.svg",
        "workbench figures --ledger --format csv",
    ),
    "link": ("workbench link bfef03cb wire.txt:410-495 --as corroborates --note 'one count'",),
    "verdict": (
        "workbench verdict bfef03cb --rating true --summary 'Two lists agree.' --rationale why.md",
        "workbench verdict bfef03cb --rating false --summary 'The list was wrong.' "
        "--correction 'the ministry took its list back'",
    ),
    "signoff": ("workbench --reviewer Bo signoff bfef03cb --rating true",),
    "review": ("workbench review --format jsonl",),
    "settle": ("workbench settle bfef03cb", "workbench settle bfef03cb --version 2"),
    "relink": ("workbench relink 3f9c2a1b --show", "workbench relink 3f9c2a1b --as context"),
    "assign": ("workbench assign bfef03cb Bo", "workbench assign 3f9c2a1b Bo --conflict"),
    "note": ("workbench note bfef03cb 'Who counted?' --question", "workbench note bfef03cb"),
    "status": ("workbench status bfef03cb 'in progress'",),
    "undo": ("workbench undo",),
    "redo": ("workbench redo",),
    "history": ("workbench history bfef03cb --format jsonl",),
    "verify": (
        "workbench verify --against last-week.txt",
        "workbench verify bundle.zip --key public.pem",
    ),
    "article": (
        "workbench article wire.txt --published 2024-03-01 --url https://news.example/flood",
    ),
    "export": (
        "workbench export --preview",
        "workbench export bfef03cb --format html --to site/",
        "workbench export --format bundle --sign private.pem",
    ),
    "retract": ("workbench retract bfef03cb --why 'the list that it rests on was made up'",),
    "reindex": ("workbench reindex --jobs 4",),
    "move": (
        "workbench move --store postgresql://ada@db.example/news",
        "workbench move --to-json",
    ),
    "trust": ("workbench trust --show", "workbench trust --scheduler dask://one.example:8786"),
    "rules": ("workbench rules --format jsonl",),
    "learn": ("workbench learn --show",),
    "where": ("workbench where",),
    "serve": ("workbench --case newsroom serve --port 0",),
}  # fmt: skip
"""Command → how it is typed."""


def epilog(command: str) -> str:
    """The end of a command's help, in click's notation for lines that are not filled."""
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in EXAMPLES.get(command, ()))))
