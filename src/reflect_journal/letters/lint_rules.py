"""What to look for in a letter, sentence by sentence; measured, not complete."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

DAYS: Final = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|noon|"
    "today|(?:the )?end of|(?:the )?weekend|next week|the day after"
)
THEM: Final = (
    r"(?:your|the|their) (?:\w+ )?(?:interviewers?|colleagues?|recruiters?|panel|"
    r"people|"
    r"team|staff|boss|process|tests?|tasks?|questions?|interview|room|company|agency)"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of sentence that makes people close the door.

    `why` says what it does to the reader, `instead` what can stand there.
    """

    pattern: re.Pattern[str]
    why: str
    instead: str


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)


RULES: Final[Mapping[str, Rule]] = {
    "defensive": Rule(
        _any(
            r"\bin my defen[cs]e\b",
            r"\bto be fair\b",
            r"\blet me (?:just )?(?:explain|clarify|correct|justify)",
            r"\b(?:like|want|wanted|wish|need|have|just) to (?:just |quickly |"
            r"briefly )?"
            r"(?:explain|clarify|justify|defend|put .{1,20} right)",
            r"\bplease understand\b",
            r"\b(?:that|which) is (?:the reason )?why (?:i|my)\b",
            r"\bi (?:was|am|felt|had been) (?:\w+ )?(?:nervous|tired|ill|sick|stressed|"
            r"unwell|distracted|exhausted|jet-?lagged|confused|under pressure)\b",
            r"\bi (?:had|have) (?:slept|not slept|a cold|a headache|a fever)\b",
            r"(?:\bnot|n't) (?:entirely |really )?my fault\b",
            r"\bwhat i (?:really |actually )?(?:meant|was trying|was saying|"
            r"wanted to say)",
            r"\bi (?:did not|didn't|never) (?:really )?mean(?:t)?\b",
            r"\bi was (?:only|just) (?:trying|being|joking)\b",
            r"(?:^|[,;] )actually,? i\b",
            r"\bi(?:'m| am) (?:really |usually )?not (?:like that|that kind)",
            r"\b(?:usually|normally|otherwise|on other days),? (?:i|my|it|they)\b",
            r"\bi (?:only |simply |just )?had (?:only |just |no |little |"
            r"not enough |hardly any )"
            r"(?:\w+ )?(?:days?|time|hours?|chance|preparation|notice|sleep)",
            r"\b(?:you|they|he|she|was|been) (?:have |"
            r"has )?(?:simply )?misunderstood\b",
            r"\bmisunderstanding\b",
            r"\bcame out wrong\b",
            r"\bi (?:could not|couldn't|was not able to|was unable to) show\b",
            r"\bmy (?:\w+ )?(?:answers?|presentation|talk) would have been\b",
            r"\bi would have (?:been|done|answered|known) \w+",
            r"\bi (?:simply )?(?:forgot|hesitated|froze|mixed \w+ up|"
            r"was late) because\b",
        ),
        "It explains you, and reads as if you had not heard them.",
        "Leave it out. Ask: what would you suggest I do differently next time?",
    ),
    "arguing": Rule(
        _any(
            r"\bdisagree\b",
            r"(?:\bnot|n't|\bcannot) (?:really |quite |fully )?(?:agree|accept that|"
            r"see it)",
            r"\bi (?:do not|don't|cannot|can't) (?:think|believe|see how) "
            r"(?:that |this |it )(?:is|was|can be)?\s?(?:right|true|correct|fair|just)",
            r"\bi see (?:it|this|that) (?:very |quite )?differently",
            r"\b(?:is|was|are|were|'s) (?:\w+ )?(?:wrong|incorrect|untrue|false|"
            r"not (?:true|correct|right|accurate))\b",
            r"\b(?:is|was) (?:simply|just) not (?:true|correct|right|so)\b",
            r"\byou(?:'re| are| were) (?:\w+ )?(?:mistaken|wrong)\b",
            r"\bwrong (?:decision|choice|candidate|person)\b",
            r"\bdecision (?:is|was) (?:clearly |surely )?an? (?:mistake|error)",
            r"\b(?:error|mistake) in (?:your|the) (?:decision|judge?ment|choice)",
            r"\bmakes? no sense\b",
            r"(?:\bnot|n't) convince me\b",
            r"\bnot what i said\b",
            r"\b(?:meet|meets|met|fulfil|match|have) (?:\w+ )?(?:all|every|each)\b"
            r".{0,30}(?:requirement|point|criteri|qualification|skill)",
            r"\bmore than qualified\b",
            r"\b(?:better|more) (?:qualified|experienced|suited)\b",
            r"\bbest (?:candidate|person|one) for|\bi am the best\b",
            r"\bmore experience than\b",
            r"\bwith (?:all )?(?:due )?respect,",
            r"\bsay the opposite\b",
            r"\bi can prove\b",
            r"\bcontrary to (?:what|your)\b",
            r"\b(?:but|however),? i (?:have|had|do|did|am|know|can|already)\b",
        ),
        "It argues, and nobody's mind is changed by a letter.",
        "What they perceived is how it came across. Ask them for an example of it.",
    ),
    "pleading": Rule(
        _any(
            r"\breconsider",
            r"\bre-?think",
            r"\bthink (?:it |this )?(?:over|again)\b",
            r"\bsecond chance\b",
            r"\b(?:give|grant|allow|ask|asking|want|let|deserve)\b.{0,30}"
            r"\b(?:another|one more|a last|a further) (?:chance|try|interview|talk|go|"
            r"opportunity|conversation|meeting)",
            r"\bone more (?:chance|try|interview|talk|conversation)\b",
            r"\bchange (?:your|their) minds?\b",
            r"\bi (?:am )?(?:beg|begging|implore|urge) (?:you|of)\b",
            r"\bappeal (?:against|the)\b",
            r"\b(?:revise|reverse|overturn|reopen|revisit|review|change) "
            r"(?:it\b|(?:your|the|this|my) (?:decision|application|case))",
            r"\bcan still (?:change|be changed)",
            r"\bdecision (?:really )?final\b",
            r"\b(?:another|second|fresh) look at my\b",
            r"\blook at my (?:application|papers|cv) (?:again|once more)",
            r"\bdo anything\b",
            r"\bneed (?:this|the) job\b",
            r"\b(?:for|take|accept|with) (?:much )?less (?:money|pay)?\b",
            r"\beven (?:unpaid|for free|without pay)\b",
            r"\bclose the door\b",
            r"\blet me (?:try|come|show you) (?:\w+ )?(?:again|once more)",
            r"\b(?:can|could|will) convince you\b",
            r"\bi am the right (?:one|person|candidate)\b",
        ),
        "Their decision is made; asking to reopen it closes the door.",
        "Say that you accept it, and that you would be glad to be considered again.",
    ),
    "blaming": Rule(
        _any(
            r"\bunfair",
            r"\bunprofessional",
            r"\b(?:rude|disrespectful|arrogant|incompetent)\b",
            r"\bdiscriminat",
            r"\bwast(?:ed|ing|e of) (?:\w+ )?my time",
            rf"\b{THEM}\b.{{0,60}}\b(?:late|interrupt\w*|not (?:even )?(?:listen|read|"
            r"prepared?|care\w*|know|look)|had not read|never told|"
            r"(?:his|her|their) phone|confus\w+|nonsense|unclear|unprepared|"
            r"too (?:long|hard|loud)|wrong (?:job|information|time|floor)|loud|a joke)",
            r"\bnobody (?:cared|was prepared|had read|listened|knew)",
            r"\b(?:badly|poorly) (?:designed|organi[sz]ed|prepared|run|written)\b",
            r"\b(?:already|all along)\b.{0,30}\b(?:chosen|decided|picked|promised)\b",
            r"\b(?:chosen|decided|picked|promised)\b.{0,50}\b(?:all along|before you|"
            r"before i)",
            r"\b(?:is|was) (?:on you|your fault|your mistake)\b",
            r"\bdid(?: not|n't) (?:even )?listen\b",
            r"\b(?:kept|keep|keeping) me waiting\b",
            r"\bbecause of my (?:age|gender|sex|name|religion|colou?r|origin|accent)\b",
            r"\bnothing to do with the (?:job|role|post)\b",
        ),
        "It blames them, and they stop reading there.",
        "Leave it out of the letter; it has a place in your own notes.",
    ),
    "pressing": Rule(
        _any(
            r"\bas (?:soon|quickly|fast) as\b",
            r"\basap\b",
            r"\burgent",
            r"\bimmediate",
            rf"\b(?:by|until|before|not? later than) (?:\w+ )?(?:{DAYS})\b",
            r"\bwithin (?:the next )?(?:\d+|an?|one|two|three|a few) (?:hours?|"
            r"days?|week)",
            r"\bi (?:must )?(?:insist|demand)\b|\binsist on\b",
            r"\bi (?:do )?expect (?:an?|your|to hear|detailed|that you)\b",
            r"\bstill (?:waiting|no (?:answer|reply)|have (?:no|not))",
            r"\b(?:second|third|fourth|fifth) (?:message|mail|e-?mail|letter|time i)\b",
            r"\bwritten (?:to you )?(?:twice|again|several|three|many)\b",
            r"\byou have(?: not|n't) (?:\w+ )?(?:answered|replied)\b",
            r"\bwhy has(?:n't)? (?:nobody|no one|anybody)\b",
            r"\bwhen will i (?:hear|get)\b",
            r"\btoday if possible\b",
            r"\bi await\b",
        ),
        "It presses; good feedback needs time, and they have to ask others first.",
        "There is no hurry. One friendly reminder after ten working days is enough.",
    ),
}
UNHURRIED: Final = _any(
    r"\bno (?:need|hurry|rush)\b", r"\bnot urgent\b", r"\bas (?:soon|fast) as you like"
)
"""A sentence that takes pressure away does not press."""
THANKS: Final = _any(
    r"\bthank(?:s|ful|fully)?\b", r"\bgrateful", r"\bgratitude\b", r"\bappreciat"
)
NO_THANKS: Final = Rule(
    THANKS,
    "There is no word of thanks in it.",
    "Thank them for one concrete thing: their time, a question, something they showed.",
)
LONGEST: Final = 200
TOO_LONG: Final = Rule(
    THANKS,
    f"It has more than {LONGEST} words; a short letter is answered.",
    "Thanks, the decision accepted, two questions, no hurry. The rest can go.",
)
