"""Ids as people type them: the end of a ULID."""

from typing import Final

SHORT_LENGTH: Final = 4
"""Characters of an id that are shown, where they are enough to tell it apart."""
