"""What is asked in the three forms, by the beginnings of the questions, and answers."""

from typing import Any, Final

Dialogue = list[tuple[str, str]]

STEP_1: Final[Dialogue] = [
    ("How much does it hurt", "3 flat"),
    ("Which company", "Harbour Analytics"),
    ("Which role", "Data engineer"),
    ("When did you hear", "2026-11-20"),
    ("How far did you get", "8"),
    ("How did it end", "1"),
]
FULL: Final[Dialogue] = [
    *STEP_1,
    ("They asked you in", "The schema question: drew the tables first."),
    ("Was it any of these", ""),
    ("Which moment would you like", "The pipeline story."),
    ("Was it one of their questions", "Tell us about a failure"),
    ("What you answered was", "3"),
    ("What would you answer now", "Result first."),
    ("Preparation. What did", "4"),
    ("Answers. Did they", "2"),
    ("Technical part or task", "3"),
    ("People side. Could", "4"),
    ("Body language: eyes", "5"),
    ("As a whole it was", "2"),
    ("Answers. Next time", "Result first, then stop."),
    ("Does one of these name it", "1"),
    ("Technical.*Next time", "Think aloud."),
    ("Does one of these name it", ""),
    ("Were there earlier rounds", ""),
    ("Did anything else play a part", ""),
    ("Skills aside", "4"),
    ("And the people, the pace", "?"),
    ("Did they tell you why", "1"),
    ("Which of these are yours to change", ""),
    ("A friend comes home", "One long answer, the rest was fine."),
    ("One line to take along", ""),
    ("One plan for it", "they ask for an example"),
    ("then I", "say the result first"),
    ("What could get in the way", "nerves"),
    ("Save it", ""),
]
FULL_DOCUMENT: Final[dict[str, Any]] = {
    "form": "full",
    "company": "Harbour Analytics",
    "role": "Data engineer",
    "rejected_on": "2026-11-20",
    "stage_reached": "panel",
    "decided_by": "company",
    "heard_by": "email",
    "sting": 3,
    "feeling": "flat",
    "what_worked": "The schema question: drew the tables first.",
    "moment": "The pipeline story.",
    "rounds": [
        {
            "stage": "panel",
            "balance": "right",
            "areas": {
                "preparation": {"rating": 4},
                "answers": {"rating": 2, "next_time": "Result first, then stop."},
                "technical": {"rating": 3, "next_time": "Think aloud."},
                "soft-skills": {"rating": 4},
                "body-language": {"rating": 5},
            },
            "questions": [
                {
                    "asked": "Tell us about a failure",
                    "depth": "too-long",
                    "next_time": "Result first.",
                }
            ],
        }
    ],
    "sightings": [
        {
            "weak_spot": "rambling-answers",
            "by": "self",
            "basis": "seen",
            "stage": "panel",
        },
        {
            "weak_spot": "no-reason-given",
            "by": "self",
            "basis": "said",
            "stage": "panel",
        },
    ],
    "fit": {"role": 4},
    "friend_words": "One long answer, the rest was fine.",
    "lesson": "Result first, then stop.",
    "plan": {
        "cue": "they ask for an example",
        "action": "say the result first",
        "obstacle": "nerves",
        "weak_spot": "rambling-answers",
    },
}
QUICK: Final[Dialogue] = [
    ("How much does it hurt", "3 flat"),
    ("Which company", "Acmé 日本 🙂"),
    ("Which role", "Chef"),
    ("How far did you get", "2"),
    ("What worked", "I asked back."),
    ("Where did it slip", "2"),
    ("Answers: which of these", "1"),
    ("Next time, how", "Stop after two minutes."),
    ("Did they say why", "n"),
    ("Save it", ""),
]
QUICK_DOCUMENT: Final[dict[str, Any]] = {
    "form": "quick",
    "company": "Acmé 日本 🙂",
    "role": "Chef",
    "stage_reached": "recruiter-screen",
    "sting": 3,
    "feeling": "flat",
    "what_worked": "I asked back.",
    "rounds": [{"stage": "recruiter-screen"}],
    "sightings": [
        {
            "weak_spot": "rambling-answers",
            "by": "self",
            "basis": "guess",
            "stage": "recruiter-screen",
        },
        {
            "weak_spot": "no-reason-given",
            "by": "self",
            "basis": "said",
            "stage": "recruiter-screen",
        },
    ],
    "lesson": "Stop after two minutes.",
}
FACTS: Final[Dialogue] = [
    ("How much does it hurt", "5 awful"),
    ("That is raw", ""),
    *STEP_1[1:],
    ("Their mail or words", "We chose\rsomebody else.\r."),
    ("Anything you do not want to forget", "The blue door."),
]
FACTS_DOCUMENT: Final[dict[str, Any]] = {
    "form": "facts",
    "company": "Harbour Analytics",
    "role": "Data engineer",
    "rejected_on": "2026-11-20",
    "stage_reached": "panel",
    "decided_by": "company",
    "heard_by": "email",
    "sting": 5,
    "feeling": "awful",
    "their_words": "We chose\nsomebody else.",
    "moment": "The blue door.",
}
