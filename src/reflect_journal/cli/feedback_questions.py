"""What is asked about somebody's words; each answer is saved before the next one."""

import re
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
    sitting = Sitting(context, prompter, taken.saved, speaker)
    with questions(context):
        try:
            sitting.hold()
        except QuitError:
            prompter.say("What you gave is saved.")
            return
    prompter.say(f"Saved. To see all of it: {context.call} feedback show last")


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

    def _put(self, single: Single, keep: Callable[[Any], None]) -> Any:
        """Ask, and have each pick and each line kept before the next one."""
        told = replace(single, help=single.help.replace("{call}", self.context.call))
        self.prompter.watch(keep)
        answer = ask_single(self.prompter, told, self.context.today, keep)
        if answer:
            keep(answer)
        return answer

    def _put_text(
        self,
        single: Single,
        change: Callable[[dict[str, Any], str], object],
        *before: str,
        field: str = "",
    ) -> Any:
        """Ask for a text; `before` is what would have to be given back with it."""

        def keep(text: str) -> None:
            self._save(lambda one: change(one, text), *before, text, field=field)

        return self._put(single, keep)

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
        at = len(self.saved.document["heard"]) - 1
        self._put_text(
            REACTION,
            lambda one, text: one["heard"][-1].update(reaction=text),
            field=f"heard[{at}].reaction",
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
        self._pick(
            spots,
            "sightings",
            lambda one, found: channels.note_sightings(one, self.speaker, found, []),
        )
        self._pick(
            strengths,
            "strengths",
            lambda one, found: channels.note_sightings(one, self.speaker, [], found),
        )

    def _pick(
        self,
        single: Single,
        key: str,
        change: Callable[[dict[str, Any], list[str]], object],
    ) -> None:
        """Ask for words that are kept under a key; :skip takes back those picked."""
        before = self.saved.document.get(key)

        def keep(found: list[str]) -> None:
            labels = map(self.context.vocabulary.get_label, found)
            self._save(lambda one: change(one, found), *labels)

        if self._put(single, keep) is None:
            self._save(lambda one: put_back(one, key, before))

    def _keep_wants(self) -> None:
        def keep(typed: str) -> None:
            wants = split_wants(typed)
            check_part(self.context, "wants", wants)
            self._save(lambda one: channels.note_wants(one, wants), ", ".join(wants))

        try:
            self._put(WANTS, keep)
        except RefusedInputError:
            self.prompter.say("Shorter ones, please, with commas between.")
            self._keep_wants()

    def _keep_impression(self) -> None:
        def change(document: dict[str, Any], **told: str) -> None:
            document["heard"][-1]["impressions"] = [told]

        intended = self._put_text(
            INTENDED, lambda one, text: change(one, intended=text)
        )
        if intended:
            self._put_text(
                CAME_ACROSS,
                lambda one, text: change(one, intended=intended, came_across=text),
            )

    def _keep_lesson(self) -> None:
        before = str(self.saved.document.get("lesson") or "")
        single = Single(
            "lesson",
            "One line to take along?",
            hint="Enter keeps it" if before else SKIP_HINT,
            example=f"now: {before}" if before else "",
        )
        self._put_text(
            single, lambda one, text: one.update(lesson=text), field="lesson"
        )

    def _keep_plan(self) -> None:
        plan = self.saved.document.get("plan")
        if isinstance(plan, dict) and plan.get("action") and not plan.get("tried"):
            cue = strip_lead(str(plan.get("cue") or ""), "if")
            self.prompter.say(f"The open plan: if {cue}, {plan['action']}.")
        cue = self._put_text(CUE, lambda one, text: one.update(plan={"cue": text}))
        if not cue:
            return
        action = self._put_text(
            ACTION,
            lambda one, text: one.update(plan={"cue": cue, "action": text}),
            cue,
        )
        if not action and plan:
            # Half a plan is no reason to give up the one that stood.
            self._save(lambda one: put_back(one, "plan", plan))


def split_wants(typed: str) -> list[str]:
    """Give what stands between commas and line ends."""
    return [one.strip() for one in re.split(r"[,\n]", typed) if one.strip()]


def put_back(document: dict[str, Any], key: str, before: Any) -> None:
    """Give a key the value that it had; None for none."""
    document.pop(key, None)
    if before is not None:
        document[key] = before
