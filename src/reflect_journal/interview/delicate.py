"""Two kinds of sentences that are met with care: a global judgement, and danger.

Both lists know English words only; the text stays as it was typed. Judgements are
narrow on purpose, danger is heard rather too often than too rarely. Concrete "which
moment" questions after a global sentence follow Watkins, Moberly & Moulds 2008
(Emotion 8(3), 364-378).
"""

import re
from typing import Final

from reflect_journal.interview.danger import DANGERS

JUDGEMENT_QUESTION: Final = (
    "That is a big word for one conversation. Which moment made you think it?"
)
JUDGEMENT_HINT: Final = "Enter = leave it"
DANGER_TEXT: Final = """\
This sounds heavier than one interview. What you wrote is saved.
You do not have to carry it alone tonight: call someone you trust, or a
helpline (befrienders.org lists many, by country); in danger, the emergency
number."""
DANGER_HINT: Final = "Enter = stop here, g = go on"

_APOSTROPHES: Final = dict.fromkeys(
    map(
        ord,
        "`\N{RIGHT SINGLE QUOTATION MARK}\N{ACUTE ACCENT}"
        "\N{MODIFIER LETTER APOSTROPHE}",
    ),
    "'",
)
_WORTHLESS: Final = (
    r"(?:useless|worthless|hopeless|stupid|unemployable|never good enough"
    r"|an? (?:useless|worthless|hopeless|stupid)"
    r" (?:person|human|man|woman|candidate|engineer|developer|teacher|worker)"
    r"|(?:an? )?(?:\w+ )?(?:failure|loser|idiot)"
    r"(?! (?:of the|analy\w+|modes?|contact|rates?|cases?|tests?)\b)"
    r"|not good enough(?! (?:at|in|with)\b))"
)
_NEVER: Final = (
    r"(?:(?:be|get) (?:hired|good enough|a job|anywhere|anything right|it right|there)"
    r"|do anything right|find (?:a job|work|anything)|manage anything|succeed"
    r"|make it\b(?! to\b)|learn\b)"
)
_ALWAYS: Final = (
    r"(?:fail|choke|screw|mess|blow|ruin|lose|freeze|get it wrong|do everything wrong)"
)
_ABOUT_A_DEED: Final = (
    r"(?! (?:to|when|enough to) )(?! for (?!(?:anyone|anybody|anything"
    r"|(?:this|that|it|any)(?: (?:job|work|field|company|industry))?)"
    r"(?:$|[ ]?[.,;!?])))"
)
_VERY: Final = (
    r"(?: (?:just|simply|clearly|so|too|such|completely|totally|really|always)){0,2}"
)
_JUDGEMENTS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        (
            rf"\bi(?:'?m|(?: really)? am| feel| felt| was|'ve (?:always )?been)\b"
            rf"(?: like(?: i(?:'m| am| was))?)?(?: nothing but)?{_VERY}"
            rf" {_WORTHLESS}{_ABOUT_A_DEED}"
        ),
        (
            r"\bi (?:just )?(?:can't|cant|cannot|can not|can never|couldn't)"
            r" (?:do|get) anything right"
        ),
        rf"\bi(?:'ll| will)? (?:just )?never (?:will )?{_NEVER}",
        rf"\bi always {_ALWAYS}",
        r"\b(?:nobody|no one) (?:will|would) ever (?:hire|want|take) me",
        r"\bwhat a (?:failure|loser|idiot) i am",
        r"\bi fail at everything",
    )
)


def is_global_judgement(text: str) -> bool:
    """Tell whether a sentence judges the whole person instead of a moment."""
    return _matches(text, _JUDGEMENTS)


def is_danger(text: str) -> bool:
    """Tell whether a sentence speaks of hurting or killing oneself."""
    return _matches(text, DANGERS)


def _matches(text: str, patterns: tuple[re.Pattern[str], ...]) -> bool:
    plain = " ".join(text.lower().translate(_APOSTROPHES).split())
    return any(pattern.search(plain) for pattern in patterns)
