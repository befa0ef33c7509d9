"""Everything the workbench can refuse, as one tree.

WorkbenchError              one line for the user: what is wrong, what to do
├── UsageError              exit 2: the call is wrong
│   └── UnknownId           no claim, article or passage of that id
├── CaseError               exit 3: the case is not usable as it is
│   ├── CaseMissing         no folder, or nothing in it
│   ├── CaseDamaged         a store or index that does not read
│   ├── CaseLocked          another process holds it
│   ├── CaseUnsafe          a link, pipe or device stands where a file belongs
│   ├── CaseNewer           a newer program has written it
│   └── EngineFailed        a server of the case does not answer, or not wholly
├── InputRefused            exit 1: one input is refused, the rest goes on
└── StaleRevision           somebody else saved a newer revision first
"""

from collections.abc import Mapping
from typing import Any


class WorkbenchError(Exception):
    """Base of all expected failures; `str(error)` is one line fit for a user."""


class UsageError(WorkbenchError):
    """The call itself is wrong."""


class UnknownId(UsageError):
    """No claim, article or passage has that id."""


class CaseError(WorkbenchError):
    """The case cannot be used as it is."""


class CaseMissing(CaseError):
    """There is no case in the folder."""


class CaseDamaged(CaseError):
    """A file of the case does not read; the message names the file and the place."""


class CaseLocked(CaseError):
    """Another process holds the case; the message names the holder."""


class CaseUnsafe(CaseError):
    """What stands in the case leads out of it, or is no file; it was not opened."""


class CaseNewer(CaseError):
    """A newer program has written what this one cannot read."""


class EngineFailed(CaseError):
    """A server that the case works with is away, slow or answers for a part only.

    Nothing is taken from such an answer: "not found" is only ever said by a whole one.
    """


class InputRefused(WorkbenchError):
    """One input cannot be taken in.

    `source` names the input as the user gave it, `reason` says why in plain words.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class StaleRevision(WorkbenchError):
    """A record was saved by somebody else since it was read.

    `stored` is the record as it stands now, `offered` the one that was refused.
    """

    def __init__(self, stored: Mapping[str, Any], offered: Mapping[str, Any]) -> None:
        who = stored.get("by", "another reviewer")
        super().__init__(f"{who} saved a newer revision; look at it and save again")
        self.stored = stored
        self.offered = offered
