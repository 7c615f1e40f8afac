"""Sentences that speak of hurting or killing oneself, in plain small letters.

A few idioms are let through; where one cannot be told from a cry it is answered.
"""

import re
from typing import Final

_END: Final = r"(?:$|[.,;!?])"
_BETTER: Final = r"(?:better(?: off)?|easier|happier)"
_NOT: Final = r"(?:don't|do not|dont|didn't|did not|didnt)"
_CANNOT: Final = r"(?:can't|cant|cannot|can not)"
_WANT: Final = r"(?:want(?:ed)? to|wanna)"
_WERE: Final = r"(?:was|were|am|'m)"
_WERE_NOT: Final = r"(?:wasn't|wasnt|weren't|werent|was not|were not|am not|'m not)"
_TOIL: Final = (
    r"(?:laughing|preparing|working|studying|practi[cs]ing|learning|training|trying"
    r"|getting|writing|coding|rehearsing)"
)
_ELSEWHERE: Final = (
    r"(?:in|near|at|on|with|there|here|so|that|close|far|off|out|by|for|abroad|alone)"
)
_THINGS: Final = r"(?:it|it's|that|this|project|product|company|team|code|app)"

_DYING: Final = (
    r"\bkill(?:ing)? ?my ?self\b(?! laughing)",
    rf"\bkilled my ?self\b(?! (?:\w+ly )?{_TOIL}\b)",
    r"\b(?:unalive|hang|drown|poison) myself\b(?! (?:in|out)\b)",
    r"\bshoot(?:ing)? myself\b(?! in (?:the|my|both) (?:foot|feet|leg|knee)\b)",
    rf"\b(?:to|could|might|will|just|gonna) (?:off|top) myself{_END}",
    r"\bkms\b",
    r"\b(?:slit|slitting|cut|cutting) my (?:own )?(?:wrists?|throat|veins)\b",
    (
        r"\b(?:jump(?:ing)?|throw(?:ing)? myself) (?:off|from|out of|under|in front of)"
        r" (?:a|the|that|this|my|some)"
        r" (?:bridge|roof|building|cliff|balcony|window|train|bus|car|truck|lorry)\b"
    ),
    (
        r"\b(?:to|might|could|take|taking|took)(?: an)? overdose\b"
        r"(?! of (?!pills|tablets|medic|sleeping))"
    ),
    (
        r"\b(?:took|take|taken|taking|swallowed) (?:too many|all (?:the|my|of my))"
        r" (?:pills|tablets|sleeping pills|painkillers|meds)\b"
    ),
    r"\b(?:end|ending|take|taking) my (?:own )?life\b",
    r"\b(?:end|ending) it all\b",
    rf"\b(?:thinking (?:of|about) ending|{_WANT} end) it{_END}",
    r"\bwant (?:it all|everything) to (?:end|be over)\b",
    (
        r"(?<!career )(?<!political )\bsuicid(?:e|al)\b"
        r"(?! (?:prevention|mission|squad|door))"
    ),
)
_NOT_LIVING: Final = (
    (
        rf"\b(?:wish(?:ed)?|{_BETTER} if) i ?{_WERE} (?:dead|gone)\b"
        r"(?! (?:sure|certain|right|wrong|on)\b)"
    ),
    rf"\b{_BETTER} if i {_WERE_NOT} (?:here|around|alive|there)\b",
    rf"\bwish(?:ed)? i {_WERE_NOT} alive\b",
    rf"\bwish(?:ed)? i {_WERE_NOT} here any ?more\b",
    r"\bi(?: had|'d|d| was| were)? never (?:been )?born\b",
    r"\bwish(?:ed)? i (?:didn't|did not|didnt) exist\b",
    r"\bif i (?:didn't|did not|didnt) exist\b",
    r"\b(?:want to|rather|as well) be dead\b(?! (?:sure|certain|right)\b)",
    (
        rf"\b(?:{_NOT} (?:even )?{_WANT}|no longer want to)"
        r" (?:live|be alive|go on living|exist)\b"
        rf"(?! {_ELSEWHERE}\b)"
    ),
    rf"\b{_NOT} {_WANT} be (?:here|around) any ?more\b",
    (
        rf"\b(?:{_NOT} {_WANT}|never|not) wake up"
        rf"(?:(?: again| any ?more| tomorrow)\b|{_END})"
    ),
    rf"\b{_CANNOT} go on living\b",
    (
        rf"\bi(?: just| really)? {_CANNOT} go on"
        rf"(?:(?: like this| any ?more| any ?longer)\b|{_END})"
    ),
    rf"\b{_CANNOT} (?:keep on |keep )?liv(?:e|ing) like this\b",
    (
        r"\bi(?:'d| would)?(?: just| really)? (?:want|like|wanna|wish i could)"
        r"(?: to)? die\b(?! (?:of|from|laughing|inside)\b)"
    ),
    rf"\bi (?:just )?wanted to die{_END}",
    r"\bi (?:should(?: just)?|deserve to) die\b(?! (?:of|from|laughing|inside)\b)",
    r"\b(?:hope|wish) i(?: would|'d)? die\b",
    (
        rf"^(?!.*\b{_THINGS}\b[^.!?]{{0,20}}better off dead)"
        r".*\bbetter off (?:being )?dead\b"
    ),
    r"\bbetter off without me\b",
    rf"\bbe (?:\w+ ){{0,2}}{_BETTER} without me\b",
    r"\b(?:no reason to|nothing (?:left )?to) (?:live(?: for)?|go on living)\b",
    (
        r"\b(?:no|(?:see|what's|what is) (?:the|a|any|much)) point"
        r" (?:of |in )?(?:living|being alive|(?:to )?(?:my )?life|going on living)\b"
    ),
    r"\b(?:life|living)(?: is|'s)?(?: not|n't)(?: even)? worth (?:living|it)\b",
    r"\bhate being alive\b",
    rf"\btired of (?:living|being alive){_END}",
)
_HARM: Final = (
    (
        r"\b(?:hurt|harm|cut|hurting|harming|cutting) myself\b"
        r"(?! (?:\w+ing|by \w+ing|on|while|in|at|off|short|out)\b)"
    ),
    r"\bself[- ]?harm",
    (
        r"\b(?:i've been|i am|i'm|i started) cutting again\b"
        r"(?! (?:\w+ing|on|into|at|out)\b)"
    ),
)
_IN_OTHER_TONGUES: Final = (
    r"\bich (?:will|möchte|mag|kann) nicht mehr (?:leben|weiterleben)\b",
    r"\bich (?:will|möchte) (?:nur noch )?sterben\b",
    r"\b(?:mich umbringen|bring(?:e)? mich um|mir das leben nehmen)\b",
    r"\bje (?:veux|voudrais) mourir\b",
    r"\b(?:me suicider|me tuer|plus envie de vivre)\b",
    r"\b(?:quiero morir(?:me)?|no quiero (?:seguir viviendo|vivir)|matarme)\b",
)
"""A few of the plainest, for people who fall back into their own language."""
DANGERS: Final = tuple(
    map(re.compile, (*_DYING, *_NOT_LIVING, *_HARM, *_IN_OTHER_TONGUES))
)
