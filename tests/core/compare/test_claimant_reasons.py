import pytest

from workbench.core.compare.claimant_reasons import same_claimant


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Volodymyr Zelensky", "Zelenskiy", True),
        ("Ukraine President Volodymyr Zelenskiy", "Zelensky", True),
        ("Ann Lee", "Ann Lee", True),
        ("Ann Lee", "Bo Marsh", False),
        ("", "Ann Lee", False),
        ("The minister", "the indictment", False),
        ("The army", "the army", True),
        ("Some officials", "Some witnesses", False),
    ],
)
def test_whether_two_names_are_one_source(one, other, same):
    assert same_claimant(one, other) is same
