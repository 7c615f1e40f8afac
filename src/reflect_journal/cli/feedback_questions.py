"""What is asked about somebody's words; each answer is saved before the next one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from reflect_journal.cli.context import Context
from reflect_journal.cli.feedback_saving import check_part, note, questions
from reflect_journal.cli.feedback_taking import Taken
from reflect_journal.cli.likely import make_ranking
from reflect_journal.errors import (
    JournalUnusableError,
    NotSavedError,
    ReflectError,
    RefusedInputError,
)
from reflect_journal.interview.choices import (
    number_labels,
    offer_all_spots,
    offer_strengths,
)
from reflect_journal.interview.question import Situation
from reflect_journal.interview.single import (
    SKIP_HINT,
    QuitError,
    Single,
    ask_single,
)
from reflect_journal.interview.typed import OneOf
from reflect_journal.interview.words import SEE_ALL, Words
from reflect_journal.letters import channels
from reflect_journal.model.saved import SavedReflection
from reflect_journal.model.terms import AREA_LABELS
from reflect_journal.model.text import strip_lead
from reflect_journal.terminal.prompters import TerminalPrompter

SPEAKER: Final = Single(
    key="by",
    wording="Who said it?",
    kind=OneOf(),
    choices=number_labels(
        ("recruiter", "recruiter or HR"),
        ("interviewer", "somebody who interviewed you"),
        ("friend", "a friend"),
        ("colleague", "a colleague"),
        ("coach", "a coach"),
    ),
    hint="Enter stops here",
)
REACTION: Final = Single(
    key="reaction",
    wording="And your own reaction? It is for you alone and stays apart.",
    help="No list, search, summary or report shows it; only "
    "{call} feedback show ID --reaction does.",
)
INTENDED: Final = Single(
    key="intended",
    wording="Did something come across otherwise than you meant it? You meant ...",
    example="such as: calm",
)
CAME_ACROSS: Final = Single(
    key="came-across",
    wording="and it came across as ...",
    example="such as: uninterested",
)
WANTS: Final = Single(
    key="wants",
    wording="What do they say they want to see? A few words, commas between.",
    help="Counted over all employers in {call} summary --by who.",
)
CUE: Final = Single(
    key="cue", wording="One plan for it. If ...", hint="Enter = no new plan"
)
ACTION: Final = Single(key="action", wording="then I ...")
HANDED_BACK: Final = (
    "Their words are saved. This could not be written down; please copy it:"
)
COMPANY_SPEAKS: Final = frozenset({"recruiter", "interviewer"})


def ask_for_speaker(context: Context, prompter: TerminalPrompter) -> str:
    """Ask who spoke; "" where that is left open."""
    with questions(context):
        try:
            return ask_single(prompter, SPEAKER, context.today) or ""
        except QuitError:
            return ""


def ask_about(
    context: Context, prompter: TerminalPrompter, taken: Taken, speaker: str
) -> None:
    """Ask for one's own side, for words of the vocabulary, a line and a plan."""
    if taken.heard.get("ratings"):
        prompter.say(describe_ratings(taken.heard["ratings"]))
    sitting = Sitting(context, prompter, taken.saved, speaker)
    with questions(context):
        try:
            sitting.hold()
        except QuitError:
            prompter.say("What you gave is saved.")
            return
    prompter.say(f"Saved. To see all of it: {context.call} feedback show last")


def describe_ratings(ratings: dict[str, int | None]) -> str:
    """Say what of the form was read, so that a slip is seen."""
    read = [
        f"{AREA_LABELS[area].lower()} {rating or '?'}"
        for area, rating in ratings.items()
    ]
    return f"Read from the form: {', '.join(read)}."


def ask_for_words(key: str, wording: str, situation: Situation) -> Single:
    """Make a question for words of the vocabulary, the likely ones in sight."""
    offer = offer_strengths if key == "strengths" else offer_all_spots
    choices = offer(situation)
    how = "a number or a word" if choices[0].likely else "type a word"
    hint = f"{how}, Enter = go on, {SEE_ALL}"
    return Single(key, wording, Words(), choices, hint=hint)


@dataclass
class Sitting:
    """The questions behind somebody's words; every answer is a version of its own."""

    context: Context
    prompter: TerminalPrompter
    saved: SavedReflection
    speaker: str

    def hold(self) -> None:
        """Ask all of them; whatever is answered is saved at once."""
        self._keep_reaction()
        self._pick_words()
        if self.speaker in COMPANY_SPEAKS:
            self._keep_wants()
        self._keep_impression()
        self._keep_lesson()
        self._keep_plan()

    def _put(self, single: Single) -> Any:
        told = replace(single, help=single.help.replace("{call}", self.context.call))
        return ask_single(self.prompter, told, self.context.today)

    def _save(
        self, change: Callable[[dict[str, Any]], object], *texts: str, field: str = ""
    ) -> None:
        """Save an answer; the texts of one that cannot be saved are given back."""
        try:
            self.saved = note(self.context, self.saved, change)
        except (NotSavedError, JournalUnusableError) as error:
            if texts:
                self.prompter.say("\n".join((HANDED_BACK, *texts)))
            if isinstance(error, JournalUnusableError):
                raise
            where = f" --field '{field}=...'" if field else ""
            again = f"{ReflectError.call} edit {self.saved.id}{where}"
            raise NotSavedError(error.reason, "", again) from error

    def _keep_reaction(self) -> None:
        text = self._put(REACTION)
        if text:
            field = f"heard[{len(self.saved.document['heard']) - 1}].reaction"
            self._save(
                lambda one: one["heard"][-1].update(reaction=text), text, field=field
            )

    def _pick_words(self) -> None:
        words = self.saved.document["heard"][-1]["words"]
        situation = Situation(
            {"their_words": words},
            self.context.vocabulary,
            self.context.today,
            rank=make_ranking(self.context),
        )
        spots = ask_for_words(
            "weak-spots", "Which weak spots are in their words?", situation
        )
        strengths = ask_for_words("strengths", "And what did they like?", situation)
        found = self._put(spots) or []
        if found:
            self._save(
                lambda one: channels.note_sightings(one, self.speaker, found, [])
            )
        liked = self._put(strengths) or []
        if liked:
            self._save(
                lambda one: channels.note_sightings(one, self.speaker, [], liked)
            )

    def _keep_wants(self) -> None:
        typed = self._put(WANTS) or ""
        wants = [one.strip() for one in typed.split(",") if one.strip()]
        try:
            check_part(self.context, "wants", wants)
        except RefusedInputError:
            self.prompter.say("Shorter ones, please, with commas between.")
            self._keep_wants()
            return
        if wants:
            self._save(lambda one: channels.note_wants(one, wants), ", ".join(wants))

    def _keep_impression(self) -> None:
        intended = self._put(INTENDED)
        if not intended:
            return
        pair = {"intended": intended}
        self._save(lambda one: one["heard"][-1].update(impressions=[pair]), intended)
        across = self._put(CAME_ACROSS)
        if across:
            whole = {**pair, "came_across": across}
            self._save(lambda one: one["heard"][-1].update(impressions=[whole]), across)

    def _keep_lesson(self) -> None:
        before = str(self.saved.document.get("lesson") or "")
        single = Single(
            "lesson",
            "One line to take along?",
            hint="Enter keeps it" if before else SKIP_HINT,
            example=f"now: {before}" if before else "",
        )
        text = self._put(single)
        if text:
            self._save(lambda one: one.update(lesson=text), text, field="lesson")

    def _keep_plan(self) -> None:
        plan = self.saved.document.get("plan")
        if isinstance(plan, dict) and plan.get("action") and not plan.get("tried"):
            cue = strip_lead(str(plan.get("cue") or ""), "if")
            self.prompter.say(f"The open plan: if {cue}, {plan['action']}.")
        cue = self._put(CUE)
        if not cue:
            return
        action = self._put(ACTION)
        if action:
            new = {"cue": cue, "action": action}
            self._save(lambda one: one.update(plan=new), cue, action)
