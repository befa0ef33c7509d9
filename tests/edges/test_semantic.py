"""The encoder of sentences: an extra that says what it lacks, and never asks a network."""

import socket
from importlib.util import find_spec

import pytest

from workbench.edges import semantic
from workbench.edges.semantic import MODEL, TOKENIZER, Encoder
from workbench.errors import UsageError

PARTS = (MODEL[0], TOKENIZER[0], "onnxruntime", "tokenizers", "numpy")


@pytest.mark.parametrize("missing", PARTS)
def test_a_part_that_is_missing_is_an_error_that_says_what_to_install(monkeypatch, missing):
    real = find_spec
    monkeypatch.setattr(semantic, "find_spec", lambda name: None if name == missing else real(name))
    with pytest.raises(UsageError, match=r"claim-workbench\[semantic\]"):
        Encoder()


@pytest.fixture
def encoder(monkeypatch):
    if not all(map(find_spec, PARTS)):
        pytest.skip("the extra `semantic` is not installed")

    def refused(*_):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refused)
    return Encoder()


def test_what_means_the_same_is_more_alike_than_what_shares_words(encoder):
    near, far = encoder.alike(
        "The president stepped down.",
        ["The head of state resigned.", "He stepped down the stairs."],
    )
    assert near > far


def test_a_text_is_wholly_alike_to_itself_in_whatever_company(encoder):
    texts = ["Floods hit Aville.", "A long report. " * 200, "x", ""]
    for text in texts:
        assert encoder.alike(text, texts)[texts.index(text)] == pytest.approx(1.0, abs=1e-3)
    assert encoder.alike("Floods hit Aville.", []) == []
