"""The pieces of a letter: given, asked for, put together, noted as sent."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, cast

from reflect_journal.cli.context import Context
from reflect_journal.cli.feedback_saving import (
    name_company,
    parse_word,
)
from reflect_journal.errors import InvalidOptionError
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
from reflect_journal.model.limits import NAME_LIMIT
from reflect_journal.model.saved import SavedReflection
from reflect_journal.model.terms import AREA_LABELS, PASSES, UNNAMED

SILENCE: Final = (
    "Many are not answered. That is normal, and says nothing about you or the letter."
)
TOMORROW: Final = "It still hurts. Tomorrow is early enough to send it."
KEEP_SHEET: Final = (
    "To keep the sheet: leave --eml out and add > sheet.txt. To write: leave --via out."
)
HURTS_MUCH: Final = 4
NO_PIECE: Final = "none"


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


def check_way(facts: LetterFacts, eml: str) -> None:
    """Check that a letter can go to somebody of that name, and by that way.

    Raises:
        InvalidOptionError: saying what to do instead.
    """
    from reflect_journal.journal.files import STANDARD_INPUT

    if facts.via == "phone" and facts.kind != "ask":
        problem = f"{facts.kind} is a letter, and a call has no sheet for it."
        raise InvalidOptionError("--kind", problem, "Leave --via out.")
    if facts.via == "phone" and eml:
        problem = "a call sheet is no mail."
        raise InvalidOptionError("--eml", problem, KEEP_SHEET)
    if len(facts.name) > NAME_LIMIT:
        problem = f"has {len(facts.name)} characters; {NAME_LIMIT} fit."
        raise InvalidOptionError("--name", problem)
    if eml == STANDARD_INPUT:
        raise InvalidOptionError("--eml", "it needs the name of a file.")


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
        NotSavedError, RefusedInputError: when it cannot be written.
    """
    from reflect_journal.cli.confirming import confirm
    from reflect_journal.journal.files import find_target, write_file
    from reflect_journal.letters.mail import make_message

    path, replaces = find_target(name)
    if replaces and not yes and not confirm(context, f"{name} is there. Replace it?"):
        context.err.write(["Nothing was written."])
        return False
    write_file(path, make_message(letter, facts.name), replace=replaces)
    context.err.write([f"Written: {name}, a draft for your mail program"])
    return True
