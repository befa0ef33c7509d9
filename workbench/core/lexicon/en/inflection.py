"""The forms of English verbs: what is listed is the infinitive, what is met is any form."""

from workbench.core.lexicon.listing import word_list, word_set

IRREGULAR: dict[str, tuple[str, str]] = {
    "say": ("said", "said"), "tell": ("told", "told"), "write": ("wrote", "written"),
    "think": ("thought", "thought"), "know": ("knew", "known"), "feel": ("felt", "felt"),
    "find": ("found", "found"), "show": ("showed", "shown"), "see": ("saw", "seen"),
    "hold": ("held", "held"), "swear": ("swore", "sworn"),
    "understand": ("understood", "understood"), "foresee": ("foresaw", "foreseen"),
    "hear": ("heard", "heard"), "mean": ("meant", "meant"), "speak": ("spoke", "spoken"),
    "hit": ("hit", "hit"), "put": ("put", "put"), "shoot": ("shot", "shot"),
    "take": ("took", "taken"), "lay": ("laid", "laid"), "bring": ("brought", "brought"),
    "go": ("went", "gone"), "throw": ("threw", "thrown"), "lead": ("led", "led"),
    "make": ("made", "made"), "seek": ("sought", "sought"), "begin": ("began", "begun"),
    "forecast": ("forecast", "forecast"), "undertake": ("undertook", "undertaken"),
    "lie": ("lied", "lied"), "steal": ("stole", "stolen"), "hide": ("hid", "hidden"),
    "mislead": ("misled", "misled"), "withhold": ("withheld", "withheld"),
    "break": ("broke", "broken"), "beat": ("beat", "beaten"), "spy": ("spied", "spied"),
    "cast": ("cast", "cast"), "give": ("gave", "given"), "do": ("did", "done"),
    "get": ("got", "got"), "set": ("set", "set"), "cut": ("cut", "cut"), "sell": ("sold", "sold"),
    "burn": ("burned", "burnt"), "feed": ("fed", "fed"), "let": ("let", "let"),
    "come": ("came", "come"), "draw": ("drew", "drawn"), "fake": ("faked", "faked"),
}  # fmt: skip
"""Infinitive → past and participle, where they do not end in -ed."""
_DOUBLED = word_set(
    "admit rebut refer quip dub plan blog sum opt slam chat hit put rig gas drug rob plot set cut "
    "let"
    " get kidnap"
)
_KEEP_E = word_set("see foresee")


def inflected(lemma: str) -> dict[str, str]:
    """The forms of a verb: `base`, `s`, `past`, `part` and `ing`."""
    stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma
    soft = lemma.endswith("y") and lemma[-2] not in "aeiou"
    if lemma.endswith("e"):
        past, ing = lemma + "d", (lemma if lemma in _KEEP_E else lemma[:-1]) + "ing"
    else:
        past, ing = (lemma[:-1] + "ied" if soft else stem + "ed"), stem + "ing"
    if lemma.endswith("ie"):
        ing = lemma[:-2] + "ying"
    past, part = IRREGULAR.get(lemma, (past, past))
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "go")) else "s")
    return {
        "base": lemma,
        "s": lemma[:-1] + "ies" if soft else third,
        "past": past,
        "part": part,
        "ing": ing,
    }


def verb_forms(lemmas: str) -> frozenset[str]:
    """Every form of each of the verbs listed."""
    return frozenset(form for lemma in word_list(lemmas) for form in inflected(lemma).values())
