import pytest

from .example import VERDICT


@pytest.fixture
def verdict():
    """A verdict with evidence of each relation, figures and a correction."""
    return VERDICT
