"""Secrets that somebody has to show, and how often they may be wrong."""

import hmac
import secrets
from dataclasses import dataclass, field
from hashlib import sha256


def fresh() -> str:
    """A secret nobody can guess: 256 bits, fit for an address."""
    return secrets.token_urlsafe(32)


def same(known: str, given: str) -> bool:
    """Whether two secrets are the same, in a time that tells nothing about where they differ."""
    digests = (sha256(text.encode("utf-8", "surrogatepass")).digest() for text in (known, given))
    return hmac.compare_digest(*digests)


@dataclass(slots=True)
class Lock:
    """A secret that is void after some wrong guesses."""

    secret: str
    guesses: int
    wrong: int = field(default=0, init=False)
    void: bool = field(default=False, init=False)

    def fits(self, given: str) -> bool:
        """Whether the secret is the right one, and still counts. A wrong one is counted."""
        right = same(self.secret, given)
        if self.void:
            return False
        if not right:
            self.wrong += 1
            self.void = self.wrong >= self.guesses
        return right
