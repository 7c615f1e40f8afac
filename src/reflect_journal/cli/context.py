"""What a command works with: its common options, streams, places, journal, words."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

from reflect_journal.cli.world import World
from reflect_journal.errors import JournalUnusableError
from reflect_journal.journal.disk import DiskJournal
from reflect_journal.journal.places import Places, find_places
from reflect_journal.model.identity import SHORT_LENGTH
from reflect_journal.model.saved import SavedReflection
from reflect_journal.query.references import build_short_ids, find_reflection
from reflect_journal.terminal.color import choose_color
from reflect_journal.terminal.output import Output

if TYPE_CHECKING:
    from reflect_journal.journal.config import Config
    from reflect_journal.journal.drafts import DraftStore
    from reflect_journal.journal.versions import Survey
    from reflect_journal.model.outline import Outline
    from reflect_journal.model.vocabulary import Vocabulary
    from reflect_journal.query.filters import Filters

DAMAGE_LINE = "Some lines of the journal could not be read as saved: {call} doctor"
LEFT_LINE = (
    "A text from your editor was not saved; it is kept: {call} edit {short} --editor"
)


class CommonOptions(NamedTuple):
    """The options that every command takes."""

    json: bool = False
    plain: bool = False
    no_input: bool = False
    color: str = "auto"
    journal: str | None = None


@dataclass(eq=False, repr=False)
class Context:
    """One run of one command."""

    world: World
    command: str
    options: CommonOptions
    told_damage: bool = False
    told_left: bool = False

    @cached_property
    def out(self) -> Output:
        """Where the answer goes."""
        return self._open_output(self.world.stdout, must_arrive=True)

    @cached_property
    def err(self) -> Output:
        """Where the conversation goes."""
        return self._open_output(self.world.stderr, must_arrive=False)

    def _open_output(self, stream: TextIO, *, must_arrive: bool) -> Output:
        environ, when = self.world.environ, self.options.color
        # Who asks for plain lines in the environment may still ask for colour here.
        plain = self.options.plain or (self.wants_plain and when == "auto")
        color = choose_color(when, environ, is_terminal=stream.isatty())
        return Output(
            stream,
            color=color and not plain,
            plain=self.wants_plain,
            environ=environ,
            must_arrive=must_arrive,
            call=self.call,
        )

    @cached_property
    def call(self) -> str:
        """How to call the program so that it means the same journal."""
        if not self.options.journal:
            return "reflect"
        from shlex import quote

        return f"reflect --journal {quote(self.options.journal)}"

    @cached_property
    def places(self) -> Places:
        """Where everything is kept."""
        return find_places(self.world.environ, self.options.journal)

    @cached_property
    def journal(self) -> DiskJournal:
        """The journal."""
        return DiskJournal(self.places, self.world.now, self.world.new_id)

    @property
    def has_journal(self) -> bool:
        """Whether the journal was asked for at all."""
        return "journal" in self.__dict__

    @cached_property
    def drafts(self) -> "DraftStore":
        """The unfinished interviews."""
        from reflect_journal.journal.drafts import DraftStore

        return DraftStore(self.places)

    @cached_property
    def config(self) -> "Config":
        """The person's own words and weights; a slip in them is told in one line."""
        from reflect_journal.journal.config import load_config

        config = load_config(self.places.config)
        if config.problems:
            more = len(config.problems) - 1
            others = f" There are {more} more slips in it." if more > 1 else ""
            others = " There is one more slip in it." if more == 1 else others
            self.err.write_folded(f"{config.problems[0]}{others}")
        return config

    @cached_property
    def vocabulary(self) -> "Vocabulary":
        """All words, the person's own ones included."""
        from reflect_journal.model.vocabulary import load_built_in

        own = self.config
        return load_built_in().extended(own.own_weak_spots, own.own_strengths)

    @property
    def today(self) -> date:
        """The day on this machine's calendar."""
        return self.world.now().astimezone().date()

    @property
    def wants_plain(self) -> bool:
        """Whether the person asked for whole lines, by an option or for good."""
        named = self.world.environ.get("REFLECT_PLAIN", "")
        return self.options.plain or named not in {"", "0"}

    @property
    def is_plain(self) -> bool:
        """Whether questions are asked in whole lines, without cursor or colour."""
        return self.wants_plain or self.world.environ.get("TERM") == "dumb"

    def survey(
        self,
        mentions: Callable[[bytes], bool] | None = None,
        holds: Callable[[dict[str, Any]], bool] | None = None,
        keys: Sequence[str] = (),
    ) -> "Survey":
        """Read the journal; say in one line when something in it is damaged."""
        survey = self.journal.survey(mentions, holds, keys)
        if survey.damaged and not self.told_damage:
            self.err.write_folded(DAMAGE_LINE.format(call=self.call))
            self.told_damage = True
        self._tell_left()
        return survey

    def choose(self, filters: "Filters", outlines: "list[Outline]") -> "list[Outline]":
        """Give those that answer to the filters; words are loaded only for an area."""
        self.config  # noqa: B018 - loading it tells of a slip in it
        return filters.apply(outlines, self.vocabulary if filters.area else None)

    def _tell_left(self) -> None:
        """Say in one line that an editor left a text behind, and how to go on."""
        if self.told_left or not self.places.may_hold_edits:
            return
        from reflect_journal.journal.editing import EditorFolder

        self.told_left = True
        left = EditorFolder(self.places).list_left()
        if left:
            short = self.shorten_id(left[0].task.id)
            self.err.write_folded(LEFT_LINE.format(call=self.call, short=short))

    def find(self, reference: str) -> SavedReflection:
        """Find the one reflection that a reference means.

        Raises:
            NotFoundError, AmbiguousError: when there is none, or several.
        """
        survey = self.survey()
        latest = self.journal.find_latest()
        identifier = find_reflection(reference, survey.outlines, latest)
        return self.journal.get([identifier])[0]

    def shorten_id(self, identifier: str) -> str:
        """Give the short id of a reflection.

        Never raises: it is said of what was saved just now, whatever came after.
        """
        among = [identifier]
        with suppress(JournalUnusableError):
            among += self.journal.list_ids()
        return shorten_ids([identifier], among)[identifier]

    def answer_json(self, value: dict[str, Any]) -> None:
        """Print the one JSON object of this command."""
        self.out.write_json({"schema": f"reflect/{self.command}@1", **value})


def shorten_ids(identifiers: Sequence[str], among: Iterable[str]) -> dict[str, str]:
    """Give the short ids of a few among all others."""
    # Only ids with the same end make each other longer, and there are few of them.
    ends = {one[-SHORT_LENGTH:] for one in identifiers}
    return build_short_ids(one for one in among if one[-SHORT_LENGTH:] in ends)
