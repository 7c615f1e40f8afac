"""One way to write what people write in many: short forms in full, small letters."""

import re
from typing import Final

STRAIGHT: Final = str.maketrans("\u2018\u2019\u02bc\u201c\u201d\u201e", "'''\"\"\"")
STRETCHED: Final = re.compile(r"([a-z])\1{2,}")
NEGATED: Final = re.compile(
    r"\b(do|does|did|is|was|are|were|has|have|had|would|could|should|might|must|need)"
    r"n'?t\b"
)
SHORT_FORMS: Final = tuple(
    (re.compile(rf"\b(?:{short})(?!\w)"), full)
    for short, full in {
        r"can'?t|cannot": "can not",
        r"won'?t": "will not",
        r"ain'?t": "is not",
        "i'?m": "i am",
        "i'?ve": "i have",
        "i'?d": "i would",
        r"(?<=\w)'re": " are",
        r"(?<=\w)'ve": " have",
        r"(?<=\w)'ll": " will",
        r"(?<=\w)'d": " would",
        r"that'?s": "that is",
        r"what'?s": "what is",
        "it's": "it is",
        "how's": "how is",
        "he's": "he is",
        "she's": "she is",
        "there's": "there is",
        "u|ye|ya|yous": "you",
        "ur": "your",
        "gonna": "going to",
        "wanna": "want to",
        "gimme": "give me",
        "b4": "before",
        "pl[sz]|plea?se?": "please",
        "bc|cos|coz|cuz|cause|bcos|becau?s": "because",
        "thx|thanx|thnx|tks|tnx": "thanks",
        "normaly": "normally",
        "no-one|no one|nobody": "nobody",
        "any ?one": "anybody",
        "some ?one": "somebody",
    }.items()
)


def to_plain(text: str) -> str:
    """Write `I DIDN'T, pleeease` as `i did not, please`, on one line.

    "'d" always becomes "would": the patterns take it for "had" as well.
    """
    plain = " ".join(text.translate(STRAIGHT).lower().split())
    plain = NEGATED.sub(r"\1 not", STRETCHED.sub(r"\1", plain))
    for pattern, full in SHORT_FORMS:
        plain = pattern.sub(full, plain)
    return plain
