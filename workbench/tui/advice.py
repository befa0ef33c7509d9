"""Advice that names commands, in keys: who sits at the screen has a key for most of them."""

import re
from collections.abc import Sequence
from functools import partial

_COMMANDS: Sequence[tuple[str, str]] = (
    (r"workbench article (\S+) --published DAY", r"the date of \1: {correct}"),
    (r"workbench article (\S+) --title, --publisher or --url",
     r"title, publisher or link of \1: {correct}"),
    (r"workbench article (\S+) --url ADDRESS", r"the link of \1: {correct}"),
    (r"\(in the verdict form, or --claimant\)", "(<verdict.claimant>)"),
    (r" \(in the form, or --rationale\)", ""),
    (r"\(--unknown\)", "(<verdict.unknown>)"),
    (r" \(workbench link\)", ""),
    (r"ask a colleague for: workbench signoff \S+",
     "ask a colleague, who finds it under <everywhere.review>"),
    (r"`?workbench (?:claims|conflicts|review|history)`?", r"{screen}"),
    (r"`?workbench article`?", "<everywhere.articles>"),
    (r"`?workbench undo`?", "<everywhere.undo>"),
    (r"`?workbench retract`?", "<claims.retract>"),
    (r"`?workbench verdict [0-9a-f]+`?", "<claims.verdict>"),
    (r"`?workbench figures`?", "<everywhere.figures>"),
)  # fmt: skip
"""A command as advice gives it → the keys that do the same. What has no key stays: those are
repairs and permissions, for which the program is left anyway."""

_CORRECT = "<everywhere.articles>, then <articles.correct>"
_RULES = tuple((re.compile(pattern), instead) for pattern, instead in _COMMANDS)


def in_keys(words: str) -> str:
    """Words in which commands became ids of actions (`<everywhere.undo>`), where there is one.

    `workbench history` lists them → <everywhere.history> lists them
    """
    for pattern, instead in _RULES:
        words = pattern.sub(partial(_filled, instead), words)
    return words


def _filled(to: str, found: re.Match[str]) -> str:
    if to == "{screen}":
        return f"<everywhere.{found[0].strip('`').split()[1]}>"
    return found.expand(to.replace("{correct}", _CORRECT))
