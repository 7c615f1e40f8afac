"""Texts that would do harm if a terminal or a reader obeyed them, and what does it."""

import re
from typing import Any

from tests.cli.desk import rejection

HOSTILE = {
    "escape": "\x1b[31mred\x1b[0m",
    "title": "\x1b]0;owned\x07",
    "link": "\x1b]8;;https://example.org\x1b\\click\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;aGk=\x07",
    "device control": "\x1bP1$r\x1b\\",
    "c1": "\x9b31m \x9d0;x\x9c \x85 \x90",
    "bell, backspace, return, delete": "a\x07b\x08c\rd\x7fe\x0bf\x0cg",
    "bidi": "\u202aa\u202bb\u202cc\u202dd\u202ee\u2066f\u2067g\u2068h\u2069i\u061cj",
    "zero width": "a\u200bb\u200ec\u200fd\u2060e\ufefff",
    "separators": "a\u2028b\u2029c",
    "tags": "a\U000e0041\U000e0042\U000e007fb",
    "annotation": "a\ufff9b\ufffac\ufffbd",
    "markup": "[link=https://example.org]x[/link] [/x] [bold]y :smile:",
    "marks": "e" + "\u0301" * 300,
    "family": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f",
    "hebrew": "שלום עולם",
    "arabic": "مرحبا بالعالم",
    "wide": "東京 カタカナ 한국어 👍🏽 🇩🇪",
    "variation": "a\ufe00b\ufe0fc\U000e0100d",
    "swapping": "a\u206ab\u206fc",
    "spaces": "a\u00a0b\u3000c\u2003d\u00ade\u034ff\u180eg\u3164h",
    "percent": "%s {0} {x} %(y)s",
}
FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f"
    "\u2028\u2029\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
OWN_COLOR = re.compile("\x1b\\[(0|1|2|36)m")


def fill(text: str) -> dict[str, Any]:
    """Put a text into every field that takes one."""
    long = f"needle {text}\n\nneedle {text}"
    name = f"Acre {text}"[:200]
    return rejection(
        name,
        role=name,
        form="quick",
        their_words=long,
        feeling=long,
        what_worked=long,
        moment=long,
        rounds=[
            {
                "stage": "panel",
                "note": long,
                "areas": {
                    "answers": {"went_well": long, "next_time": long, "note": long}
                },
                "questions": [
                    {
                        "asked": long,
                        "meant": long,
                        "my_answer": long,
                        "next_time": long,
                    }
                ],
            }
        ],
        sightings=[{"weak_spot": "rambling-answers", "note": long}],
        strengths=[{"strength": "solid-knowledge", "note": long}],
        fit={"role": 3, "note": long},
        friend_words=long,
        lesson=long,
        plan={"cue": long, "action": long, "obstacle": long},
        tags=[name],
    )
