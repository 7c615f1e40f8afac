"""Feedback put into words: what was asked, what they said, what comes later."""

from collections.abc import Iterator
from datetime import date

from reflect_journal.model.days import format_day
from reflect_journal.model.feedback import Channel, Heard, Later
from reflect_journal.model.reflection import Reflection
from reflect_journal.model.terms import AREA_LABELS
from reflect_journal.terminal.labels import ADDRESSEES, WAYS
from reflect_journal.terminal.portrait_rows import Row, Section


def list_feedback_sections(
    reflection: Reflection, *, reaction: bool = False
) -> Iterator[Section]:
    """Give the sections about feedback; reactions only where they are asked for."""
    yield Section("Feedback asked", tuple(map(_describe_channel, reflection.feedback)))
    for one in reflection.heard:
        yield Section(_name_speaker(one), tuple(_list_heard(one, reaction=reaction)))
    wants = ", ".join(reflection.wants)
    yield Section("What they want", (Row("", wants),) if wants else ())
    yield Section("Later", tuple(_list_later(reflection.later)))


def _describe_channel(channel: Channel) -> Row:
    days = [
        f"{word} {_day(day)}"
        for word, day in (
            ("asked", channel.asked_on),
            ("reminded", channel.nudged_on),
            ("answered", channel.received_on),
            (channel.state, channel.closed_on),
        )
        if day
    ]
    about = [channel.who, WAYS.get(channel.via, ""), *(days or [channel.state])]
    label = ADDRESSEES.get(channel.to, channel.to)
    return Row(label, ", ".join(part for part in about if part))


def _name_speaker(heard: Heard) -> str:
    about = [heard.by, heard.who, _day(heard.heard_on)]
    return f"They said: {', '.join(part for part in about if part)}"


def _list_heard(heard: Heard, *, reaction: bool) -> Iterator[Row]:
    numbers = [
        f"{AREA_LABELS[area].lower()} {rating or 'cannot tell'}"
        for area, rating in heard.ratings.items()
    ]
    rows = [
        ("", heard.words),
        ("numbers", ", ".join(numbers)),
        ("works", heard.works),
        ("to change", heard.change),
        ("your remark", heard.comment),
        *(
            ("meant", f"{one.intended}; came across: {one.came_across or 'not said'}")
            for one in heard.impressions
        ),
        ("could be true", heard.could_be_true),
        ("for you alone", heard.reaction if reaction else ""),
    ]
    return (Row(label, text) for label, text in rows if text)


def _list_later(later: Later | None) -> Iterator[Row]:
    if later is not None:
        done = f", done {_day(later.done_on)}" if later.done_on else ""
        yield Row("", f"write again on {_day(later.due_on)}{done}")
        if later.note:
            yield Row("", later.note)


def _day(day: date | None) -> str:
    return format_day(day.isoformat()) if day else ""
