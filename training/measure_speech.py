"""Measure denials, accusations and who makes them on hand labels, fold by fold.

    python training/measure_speech.py DEVDATA [--gold GOLD] [--errors N]

A document's fold is a digest of its name. Fold 0 is never read: its errors are not shown, and
no rule, list or weight may be chosen by it. The labels (`labels/*.jsonl`) are positions in the
texts of the development data; `articles` has whole ones, all kinds and boilerplate labelled. With
`--gold` the articles of `news22` are scored like them.
"""

import argparse
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from speech_data import (
    ALL,
    NEVER_READ,
    Labelled,
    fold_of,
    labelled_articles,
    labelled_news,
    labelled_sentences,
    overlap,
    same_name,
)

from workbench.core.claims import annotate
from workbench.core.lexicon.en.grammar import PRONOUNS
from workbench.core.text.articles import Article
from workbench.core.text.passages import split

KINDS = ("denial", "accusation")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("devdata", type=Path)
    parser.add_argument("--gold", type=Path, help="folder with news22-claims.jsonl")
    parser.add_argument("--errors", type=int, default=0, help="errors to show, never of fold 0")
    args = parser.parse_args()
    sets = {
        "labels": labelled_sentences(args.devdata),
        "articles": labelled_articles(args.devdata),
    }
    if args.gold:
        sets["news22"] = labelled_news(args.gold)
    for name, documents in sets.items():
        counts: dict[str, Counter[str]] = {"read": Counter(), "unread": Counter()}
        errors: list[str] = []
        for text, sentences in documents.values():
            read = fold_of(sentences[0].document) != NEVER_READ
            found = _score(text, sentences, counts["read" if read else "unread"])
            errors += found if read else []
        for fold, count in counts.items():
            _print(f"{name}, {fold}", count)
        for error in errors[: args.errors]:
            print(error)


def _score(text: str, sentences: list[Labelled], counts: Counter[str]) -> list[str]:
    claims = list(annotate(split(Article("a", text))))
    errors = []
    for gold in sentences:
        under = [c for c in claims if overlap(c, gold)]
        kinds = {kind for claim in under for kind in claim.kinds}
        quote = " ".join(text[gold.start : gold.end].split())
        if gold.noise:
            counts[f"boilerplate {'reported' if kinds else 'left out'}"] += 1
            errors += [f"boilerplate | {sorted(kinds)} | {quote}"] if kinds else []
            continue
        for kind in gold.scored:
            if kind in gold.must:
                counts[f"{kind} {'found' if kind in kinds else 'missed'}"] += 1
            if kind in kinds:
                right = kind in gold.must or kind in gold.may
                counts[f"{kind} {'right' if right else 'wrong'}"] += 1
            unsure = kind in gold.may
            if (kind in gold.must) != (kind in kinds) and not unsure:
                rules = [r for c in under for r in c.rules if kind in r]
                sort = "missed" if kind in gold.must else "wrong"
                errors.append(f"{sort} {kind} | {rules} | {quote}")
        wanted = [name for name in gold.claimants if name.lower() not in PRONOUNS]
        if wanted and kinds & {"statement", *KINDS}:
            voices = [claim.claimant for claim in under]
            right = any(same_name(a, b) for a in wanted for b in voices)
            counts[f"claimant {'right' if right else 'wrong'}"] += 1
            if not right:
                errors.append(f"claimant | {wanted} {voices} | {quote}")
    return errors


def _print(name: str, n: Mapping[str, int]) -> None:
    scores = []
    for kind in ALL:
        found, missed, right, wrong = (
            n[f"{kind} {what}"] for what in ("found", "missed", "right", "wrong")
        )
        if found + missed:
            recall, precision = found / (found + missed), right / max(1, right + wrong)
            f1 = 2 * precision * recall / max(1e-9, precision + recall)
            scores.append(f1)
            print(
                f"{name:16} {kind:11} gold {found + missed:4}  precision {precision:.3f}"
                f"  recall {recall:.3f}  F1 {f1:.3f}"
            )
    print(f"{name:16} {'macro F1':11} {'':9}  {sum(scores) / max(1, len(scores)):.3f}")
    right, wrong = n["claimant right"], n["claimant wrong"]
    print(f"{name:16} {'claimant':11} gold {right + wrong:4}  {right / max(1, right + wrong):.3f}")
    told, left = n["boilerplate reported"], n["boilerplate left out"]
    if told + left:
        print(f"{name:16} {'boilerplate':11} gold {told + left:4}  {told / (told + left):.3f}")


if __name__ == "__main__":
    main()
