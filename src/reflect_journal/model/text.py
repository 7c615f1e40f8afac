"""How text is made safe to store, and how it is compared."""

import re
import unicodedata

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
SURROGATE_OR_NUL = re.compile("[\x00\ud800-\udfff]")


def normalise_text(text: str) -> str:
    """Replace what UTF-8 or a C program could not carry; keep all else as it is."""
    return SURROGATE_OR_NUL.sub(REPLACEMENT, text)


def fold_text(text: str) -> str:
    """Give the form in which case and accents do not count."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def shorten(text: str, limit: int = 40) -> str:
    """Quote the beginning of a text, enough to find it and no more."""
    return f'"{text}"' if len(text) <= limit else f'"{text[:limit]}..."'


def strip_lead(text: str, *leads: str) -> str:
    """Take off the words that the program says itself: "If", "then I"."""
    for lead in leads:
        if text.lower().startswith(f"{lead.lower()} "):
            text = text[len(lead) :].lstrip()
    return text
