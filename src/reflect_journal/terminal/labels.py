"""How the closed words of the data are said to people."""

from typing import Final

FORMS: Final = {"facts": "facts only", "quick": "short form"}
HEARD: Final = {
    "email": "by mail",
    "phone": "by phone",
    "in-person": "in person",
    "portal": "by their portal",
    "silence": "by silence",
    "other": "heard another way",
}
DECIDED: Final = {
    "company": "their no",
    "me": "your own no",
    "nobody": "nobody decided aloud",
    "role-closed": "the job was closed",
}
BALANCES: Final = {
    "too-technical": "too technical",
    "right": "balance about right",
    "too-little-technical": "not technical enough",
}
DEPTHS: Final = {
    "too-thin": "too thin",
    "right": "right in depth",
    "too-long": "too long",
    "off-target": "beside the question",
}
OWN_BASES: Final = {"said": "you", "seen": "you saw it", "guess": "your guess"}
BASES: Final = {"said": "said it", "seen": "saw it", "guess": "guessed it"}


def name_source(source: str, basis: str) -> str:
    """Say who saw something, and how sure that is: recruiter said it, your guess."""
    if source == "self":
        return OWN_BASES.get(basis, OWN_BASES["guess"])
    return f"{source} {BASES.get(basis, BASES['guess'])}"


ADDRESSEES: Final = {"hiring-manager": "hiring manager", "hr": "HR"}
WAYS: Final = {"email": "by mail", "phone": "by phone", "in-person": "in person"}
