"""Claims asked for in words, from wherever: the command line, a script."""

from workbench.case import Case, ClaimFilter, ClaimRow
from workbench.case.filters.choice import Queue
from workbench.case.filters.saved import as_choice, order_fault
from workbench.errors import UsageError


def asked_for(case: Case, where: ClaimFilter, words: str) -> list[ClaimRow]:
    """The claims of a case that a filter of fields and words let through, in their order.

    Raises UsageError for a kind, a status, a day, a number or an order that is none.
    """
    choice, queue = as_choice(words), Queue(case.corpus.claims(where))
    if faults := [*filter(None, (order_fault(words),)), *queue.faults(choice)]:
        raise UsageError("; ".join(faults))
    if queue.wants_reasons(choice):
        queue.reasons = case.corpus.reasons()
    return queue.select(choice, lambda: False) or []
