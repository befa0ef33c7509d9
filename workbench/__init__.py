"""Claim workbench: from articles to published verdicts.

articles → passages → claims → candidates → links and verdicts → publication

core/    pure: text in, frozen dataclasses out; no I/O, no clock
edges/   every side effect: files, the index, the store, pages
case/    a case's verbs; the one door that both shells use
cli/     a shell over case: stdout is data, stderr is narration
tui/     a shell over case: the terminal UI
"""

__version__ = "0.1.0"
