"""Coverage-guided fuzzing of the readers (needs `pip install atheris pypdf`; not part of the
tests).

    python tests/fuzz/fuzz_readers.py READER [SECONDS] [OPTION …]

READER is one of `targets.TARGETS`, ten minutes are usual; an OPTION is one of
libFuzzer's. Inputs that reach new branches are gathered in `tests/fuzz/corpus/READER`,
which is not kept, and so is an input that crashes a reader, as `crash-…`, or takes
longer than 5 seconds, as `timeout-…`. What was found and mended is kept in
`tests/fuzz/findings/READER` and read again by `test_findings.py` with every run of
the tests.
"""

import logging
import sys
from pathlib import Path

import atheris

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

with atheris.instrument_imports(include=["workbench", "trafilatura", "htmldate", "pypdf", "email"]):
    import htmldate  # noqa: F401 (readers import it where they need it)
    import pypdf  # noqa: F401
    import targets


def main() -> None:
    """Fuzz one reader."""
    name, *options = sys.argv[1:]
    seconds = options.pop(0) if options and options[0].isdigit() else "600"
    target = targets.TARGETS[name]
    targets.in_this_process()
    logging.disable()
    corpus = HERE / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    kept = [path.read_bytes() for path in sorted((HERE / "findings" / name).glob("*"))]
    for number, data in enumerate((*targets.BEGINNINGS.get(name, ()), *kept)):
        (corpus / f"beginning-{number}").write_bytes(data)
    limits = [f"-max_total_time={seconds}", "-timeout=5", "-max_len=4096"]
    arguments = [*limits, f"-artifact_prefix={corpus}/", *options, str(corpus)]
    atheris.Setup([sys.argv[0], *arguments], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
