"""The pieces of a letter: given, asked for, put together, noted as sent."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, cast

from reflect_journal.cli.context import Context
from reflect_journal.cli.feedback_saving import (
    name_company,
    note,
    parse_past_day,
    parse_word,
    questions,
)
from reflect_journal.errors import InvalidOptionError
from reflect_journal.interview.choices import number_labels
from reflect_journal.interview.single import QuitError, Single, ask_single
from reflect_journal.interview.typed import Letters, Some
from reflect_journal.interview.typed import name as name_kind
from reflect_journal.letters import channels
from reflect_journal.letters.facts import (
    KINDS,
    PIECES,
    TO,
    USUAL,
    VIA,
    LetterFacts,
    Piece,
    find_missing,
)
from reflect_journal.letters.lint import check_letter
from reflect_journal.letters.writing import (
    Letter,
    TemplateRefusedError,
    find_template,
    write_letter,
)
from reflect_journal.model.saved import SavedReflection
from reflect_journal.model.terms import AREA_LABELS, PASSES, UNNAMED
from reflect_journal.terminal.prompters import TerminalPrompter

SILENCE: Final = (
    "Many are not answered. That is normal, and says nothing about you or the letter."
)
TOMORROW: Final = "It still hurts. Tomorrow is early enough to send it."
HURTS_MUCH: Final = 4
NO_PIECE: Final = "none"
PIECE_CHOICES: Final = number_labels(
    ("others", "what those showed who got further"),
    ("unsure", "where you cannot tell yourself"),
    ("again", "that you would like to be considered again"),
    ("sorry", "that you are sorry, because you would like to work with them"),
)
SENT: Final = Single(
    key="sent",
    wording="Is it sent?",
    kind=Letters(letters={"y": "yes", "yes": "yes", "n": "", "no": ""}),
    hint="y = yes, today, Enter = not yet",
    help="Noted with its day, so that reflect feedback list can say what is open.",
)


def gather(
    context: Context,
    saved: SavedReflection,
    words: Mapping[str, str],
    texts: Mapping[str, str],
) -> LetterFacts:
    """Gather what the options and the reflection give.

    Raises:
        InvalidOptionError: for a word that an option does not take.
    """
    from reflect_journal.letters.mail import make_header

    del context
    to = words["to"] or suggest_addressee(saved.document)
    role = saved.document.get("role")
    company = name_company(saved)
    return LetterFacts(
        to=cast("Any", parse_word("--to", to, TO)),
        via=cast("Any", parse_word("--via", words["via"], VIA)),
        kind=cast("Any", parse_word("--kind", words["kind"], KINDS)),
        name=make_header(texts["name"]),
        my_name=make_header(texts["my_name"]),
        company="" if company == UNNAMED else make_header(company),
        role=make_header(role) if isinstance(role, str) else "",
        memory=texts["memory"].strip(),
        unsure=tuple(list_unsure(saved.document)),
        pieces=parse_pieces(words["with"]),
    )


def suggest_addressee(document: Mapping[str, Any]) -> str:
    """Suggest whom to ask: the agency where there was one, else who interviewed."""
    rounds = document.get("rounds")
    rounds = rounds if isinstance(rounds, list) else []
    stages = {one.get("stage") for one in rounds if isinstance(one, dict)}
    stages.add(document.get("stage_reached"))
    if "recruiter-screen" in stages:
        return "recruiter"
    return "hr" if stages <= {"applied", None} else "interviewer"


def list_unsure(document: Mapping[str, Any]) -> list[str]:
    """List the looks in which the person could not tell how it went."""
    from reflect_journal.model.tolerance import load_reflection

    rounds = load_reflection(document).rounds
    return [
        AREA_LABELS[area].lower()
        for area in PASSES
        if any(area in one.areas and not one.areas[area].rating for one in rounds)
    ]


def parse_pieces(typed: str) -> tuple[Piece, ...]:
    """Read which optional parts are to be in a letter.

    Raises:
        InvalidOptionError: naming all of them.
    """
    if not typed:
        return USUAL
    named = [one.strip() for one in typed.split(",")]
    if named == [NO_PIECE]:
        return ()
    if not set(named) <= set(PIECES):
        parts = f"it takes {', '.join(PIECES)}, with commas between, or {NO_PIECE}."
        raise InvalidOptionError("--with", parts)
    return tuple(one for one in PIECES if one in named)


def ask_for_missing(
    context: Context,
    prompter: TerminalPrompter,
    facts: LetterFacts,
    *,
    chosen: bool,
) -> LetterFacts:
    """Ask for the pieces that are missing; every one of them can be skipped."""

    def put(single: Single) -> Any:
        return ask_single(prompter, single, context.today)

    with questions(context):
        try:
            for piece, option in find_missing(facts):
                field = option.removeprefix("--").replace("-", "_")
                wording = f"{piece[0].upper()}{piece[1:]}?"
                given: Any = {field: put(Single(field, wording, name_kind())) or ""}
                facts = replace(facts, **given)
            if not chosen and facts.to != "friend" and facts.kind == "ask":
                facts = replace(facts, pieces=_ask_for_pieces(put, facts))
        except QuitError:
            return facts
    return facts


def _ask_for_pieces(put: Any, facts: LetterFacts) -> tuple[Piece, ...]:
    offered = [one for one in PIECE_CHOICES if one.value != "unsure" or facts.unsure]
    labels = number_labels(*((one.value, one.label) for one in offered))
    single = Single(
        "pieces",
        "What else should be in it?",
        Some(at_most=len(labels), suggests=True),
        labels,
        hint="Enter = all but the last, 0 = nothing",
    )
    picked = put(single)
    # Nothing picked in a list with a cursor is Enter as well.
    return facts.pieces if picked in (None, []) else tuple(picked)


def write(context: Context, facts: LetterFacts) -> Letter:
    """Write the letter; a template that cannot be used is told and passed over."""
    from reflect_journal.letters.mail import strip_address

    addressed = replace(facts, name=strip_address(facts.name))
    try:
        return write_letter(addressed, load_own(context))
    except TemplateRefusedError as error:
        context.err.write_folded(
            f"Your template {error.name} cannot be used ({error.problem}); the "
            "built-in one is used instead."
        )
        return write_letter(addressed)


def load_own(context: Context) -> dict[str, str]:
    """Load the person's templates; what cannot be read is told in one line each."""
    from reflect_journal.journal.letter_templates import load_templates

    templates, problems = load_templates(context.places.config)
    for one in problems:
        context.err.write_folded(str(one))
    return templates


def get_template(context: Context, facts: LetterFacts) -> str:
    """Get the text of the template, and say where an own one is to be put."""
    from reflect_journal.journal.letter_templates import FOLDER

    name, text = find_template(facts, load_own(context))
    path = context.places.config.parent / FOLDER / name
    context.err.write([f"Your own version of it goes into {path}"])
    return text.rstrip("\n")


def show(
    context: Context, saved: SavedReflection, facts: LetterFacts, letter: Letter
) -> None:
    """Show the letter, what it still lacks, and what to expect."""
    missing = list(find_missing(facts))
    findings = check_letter(letter.body)
    if context.options.json:
        lacking = [
            {
                "kind": "not-ready",
                "quote": "",
                "why": f"{what} is missing",
                "instead": how,
            }
            for what, how in missing
        ]
        rows = [*(one.to_json() for one in findings), *lacking]
        context.answer_json(
            {"subject": letter.subject, "body": letter.body, "findings": rows}
        )
    else:
        from reflect_journal.terminal.letter_view import render_letter

        context.out.write(render_letter(letter.subject, letter.body))
    context.err.write([f"not ready: {what} ({how})" for what, how in missing])
    context.err.write([f'{one.kind}: "{one.quote}"' for one in findings if one.quote])
    sting = saved.document.get("sting")
    if isinstance(sting, int) and sting >= HURTS_MUCH and facts.kind == "ask":
        context.err.write_folded(TOMORROW)
    if facts.kind in {"ask", "nudge"}:
        context.err.write_folded(SILENCE)


def write_draft(
    context: Context, facts: LetterFacts, letter: Letter, name: str, *, yes: bool
) -> bool:
    """Write the file that a mail program opens; False where that was declined.

    Raises:
        InvalidOptionError: when the name is none of a file.
        NotSavedError, RefusedInputError: when it cannot be written.
    """
    from reflect_journal.cli.confirming import confirm
    from reflect_journal.journal.files import STANDARD_INPUT, find_target, write_file
    from reflect_journal.letters.mail import make_message

    if name == STANDARD_INPUT:
        raise InvalidOptionError("--eml", "it needs the name of a file.")
    path, replaces = find_target(name)
    if replaces and not yes and not confirm(context, f"{name} is there. Replace it?"):
        context.err.write(["Nothing was written."])
        return False
    write_file(path, make_message(letter, facts.name), replace=replaces)
    context.err.write([f"Written: {name}, a draft for your mail program"])
    return True


def note_sent(
    context: Context,
    saved: SavedReflection,
    facts: LetterFacts,
    prompter: TerminalPrompter | None,
    *,
    sent: bool,
    on: str,
) -> None:
    """Note the day on which it was sent, when it was; asked on a terminal."""
    if facts.kind not in {"ask", "nudge"}:
        return
    if not sent and not on and not _is_sent(context, prompter):
        return
    day = parse_past_day(context, on)
    from reflect_journal.letters.mail import strip_address

    def change(document: dict[str, Any]) -> None:
        if facts.kind == "ask":
            who = strip_address(facts.name)
            channels.note_asked(document, facts.to, facts.via, who, day)
        elif not channels.note_nudged(document, facts.to, day):
            context.err.write_folded(
                "Nobody waits for that reminder: one is enough, after asking once."
            )

    if note(context, saved, change) is not saved:
        context.err.write_folded("Noted. What is open: reflect feedback list")


def _is_sent(context: Context, prompter: TerminalPrompter | None) -> bool:
    if prompter is None:
        return False
    with questions(context):
        try:
            return bool(ask_single(prompter, SENT, context.today))
        except QuitError:
            return False
