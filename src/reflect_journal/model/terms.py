"""The closed sets of words that a reflection is made of, and how people see them."""

from typing import Final, Literal, TypeAlias, get_args

Form: TypeAlias = Literal["facts", "quick", "full"]
Stage: TypeAlias = Literal[
    "applied",
    "recruiter-screen",
    "phone-interview",
    "video-interview",
    "technical-interview",
    "take-home",
    "presentation",
    "panel",
    "onsite",
    "final",
    "offer",
    "other",
]
Pass: TypeAlias = Literal[
    "preparation", "answers", "technical", "soft-skills", "body-language"
]
Area: TypeAlias = Literal[
    "preparation",
    "answers",
    "technical",
    "soft-skills",
    "body-language",
    "appearance",
    "application",
    "fit",
    "logistics",
    "mindset",
    "outside-control",
]
Source: TypeAlias = Literal[
    "self", "recruiter", "interviewer", "friend", "colleague", "coach"
]
Basis: TypeAlias = Literal["said", "seen", "guess"]
Changeable: TypeAlias = Literal["soon", "slowly", "not-at-all"]
DecidedBy: TypeAlias = Literal["company", "me", "nobody", "role-closed"]
HeardBy: TypeAlias = Literal[
    "email", "phone", "in-person", "portal", "silence", "other"
]
Format: TypeAlias = Literal["chat", "fixed-questions", "task", "presentation", "mixed"]
Balance: TypeAlias = Literal["too-technical", "right", "too-little-technical"]
Went: TypeAlias = Literal["strong", "ok", "rough"]
Depth: TypeAlias = Literal["too-thin", "right", "too-long", "off-target"]
Tried: TypeAlias = Literal["yes", "partly", "no"]
Helped: TypeAlias = Literal["yes", "unclear", "no"]
Addressee: TypeAlias = Literal[
    "recruiter", "interviewer", "hiring-manager", "hr", "friend", "colleague", "coach"
]
Via: TypeAlias = Literal["email", "phone", "in-person", "other"]
FeedbackState: TypeAlias = Literal[
    "asked", "nudged", "received", "declined", "silent", "closed"
]

STAGES: Final[tuple[Stage, ...]] = get_args(Stage)
PASSES: Final[tuple[Pass, ...]] = get_args(Pass)
AREAS: Final[tuple[Area, ...]] = get_args(Area)
SOURCES: Final[tuple[Source, ...]] = get_args(Source)
ADDRESSEES: Final[tuple[Addressee, ...]] = get_args(Addressee)
VIAS: Final[tuple[Via, ...]] = get_args(Via)
FEEDBACK_STATES: Final[tuple[FeedbackState, ...]] = get_args(FeedbackState)
WAITING_STATES: Final[frozenset[str]] = frozenset({"asked", "nudged"})
CHANGEABLES: Final[tuple[Changeable, ...]] = get_args(Changeable)

# Sightings of this spot say that information is missing; they are no cause.
NO_REASON_GIVEN: Final = "no-reason-given"
UNNAMED: Final = "unnamed"

STAGE_LABELS: Final[dict[str, str]] = {
    "applied": "application",
    "recruiter-screen": "first call",
    "phone-interview": "phone",
    "video-interview": "video",
    "technical-interview": "technical",
    "take-home": "task at home",
    "presentation": "presentation",
    "panel": "panel",
    "onsite": "on site",
    "final": "final round",
    "offer": "offer",
    "other": "other",
}
AREA_LABELS: Final[dict[str, str]] = {
    "preparation": "Preparation",
    "answers": "Answers",
    "technical": "Technical part",
    "soft-skills": "People side",
    "body-language": "Body language",
    "appearance": "Appearance",
    "application": "Application",
    "fit": "Fit",
    "logistics": "Logistics",
    "mindset": "Mindset",
    "outside-control": "Not in your hands",
}
CHANGEABLE_LABELS: Final[dict[str, str]] = {
    "soon": "soon",
    "slowly": "slowly",
    "not-at-all": "not in your hands",
}
