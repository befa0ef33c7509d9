"""What commands say while they work."""

import pytest

from workbench.cli.narration import minutely, progress_bar


def test_a_log_gets_a_line_a_minute_with_the_time_left(
    capsys: pytest.CaptureFixture[str],
) -> None:
    now = [0.0]
    step = minutely(lambda: now[0])
    for second in range(0, 151, 10):
        now[0] = float(second)
        step(f"importing, {second} articles, 1.0 a second", second, 600)
    assert capsys.readouterr().err.splitlines() == [
        "importing, 60 articles, 1.0 a second, 10%, about 9 min left",
        "importing, 120 articles, 1.0 a second, 20%, about 8 min left",
    ]


def test_what_is_no_terminal_gets_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_bar() as step:
        step("importing, 5 articles", 5, 10)
    assert capsys.readouterr().err == ""
