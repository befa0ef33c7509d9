"""Drafts outlive the program and the derived data, and end with the verdict."""

import pytest

from workbench.case import Case
from workbench.case.drafts import Draft
from workbench.errors import WorkbenchError


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "seeds").mkdir()
    return tmp_path


def test_a_draft_is_there_when_the_case_is_opened_again(folder):
    with Case.open(folder, reviewer="Ada") as case:
        case.drafts.keep("c1", Draft("true", "So far", "line one\nline two"))
        case.drafts.keep("c2", Draft(summary="Another"))
        case.drafts.drop("c2")
    Case.forget_derived(folder)
    with Case.open(folder, reviewer="Ada") as case:
        assert case.drafts.all() == {"c1": Draft("true", "So far", "line one\nline two")}
    with Case.open(folder, reviewer="Bo") as case:
        assert case.drafts.all() == {}


def test_a_draft_that_cannot_be_kept_says_so(folder):
    with Case.open(folder, reviewer="Ada") as case:
        (folder / ".workbench" / "drafts").write_text("in the way")
        with pytest.raises(WorkbenchError, match="not kept"):
            case.drafts.keep("c1", Draft("true"))
