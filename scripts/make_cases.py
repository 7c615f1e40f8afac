"""Turn labelled cases into reflections: `make_cases.py CASES.jsonl`.

The cases are real-life sentences about one rejection each, with the weak spots and
strengths that careful readers found in them. As reflections they are what the tests
hold the journal against. The same cases always make the same bytes.
"""

import argparse
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Literal, TypedDict

REFLECTIONS = Path(__file__).parents[1] / "tests" / "data" / "cases.jsonl"

# A stage that is not listed tells no more than that there was a talk: "other".
STAGES = {
    "final round": "final",
    "onsite": "onsite",
    "pairing": "technical-interview",
    "panel": "panel",
    "panel presentation": "presentation",
    "phone interview": "phone-interview",
    "phone screen": "recruiter-screen",
    "reference check": "offer",
    "technical": "technical-interview",
    "video interview": "video-interview",
}

FIRST_REJECTION_ON = date(2026, 1, 1)
# Weekly, and around again in the same ten months: 7 and 300 share no divisor, so
# that the first 300 cases have 300 dates.
DAYS_APART = 7
DAYS_COVERED = 300


class Case(TypedDict):
    """One labelled sentence or two about a rejection."""

    id: str
    text: str
    labels: list[str]
    certainty: Literal["high", "medium"]
    source_type: str
    stage: str
    strengths: list[str]


def build_reflection(case: Case) -> dict[str, object]:
    """Say what a case says in the words of a reflection."""
    stage = STAGES.get(case["stage"], "other")
    source = case["source_type"]
    if source != "self":
        basis = "said"
    elif case["certainty"] == "medium":
        basis = "guess"
    else:
        basis = "seen"
    seen_there = {"by": source, "basis": basis, "stage": stage}
    number = int("".join(filter(str.isdigit, case["id"])))
    days = number * DAYS_APART % DAYS_COVERED
    return {
        "form": "full",
        "company": f"Case {case['id']}",
        "rejected_on": (FIRST_REJECTION_ON + timedelta(days)).isoformat(),
        "stage_reached": stage,
        "moment" if source == "self" else "their_words": case["text"],
        "sightings": [{"weak_spot": label} | seen_there for label in case["labels"]],
        "strengths": [
            {"strength": strength} | seen_there for strength in case["strengths"]
        ],
        "tags": ["case"],
    }


def main() -> None:
    """Read the cases and write the reflections."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path, help="JSON Lines, one case per line")
    parser.add_argument(
        "--into",
        type=Path,
        default=REFLECTIONS,
        metavar="FILE",
        help="where the reflections go (default: the data of the tests)",
    )
    arguments = parser.parse_args()
    cases: list[Case] = [
        json.loads(line)
        for line in arguments.cases.read_text(encoding="utf-8").splitlines()
    ]
    arguments.into.write_text(
        "".join(
            json.dumps(build_reflection(case), ensure_ascii=False) + "\n"
            for case in cases
        ),
        encoding="utf-8",
        newline="\n",
    )


if __name__ == "__main__":
    main()
