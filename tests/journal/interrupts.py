"""Presses Ctrl-C at any opcode of the program that an action comes by."""

import signal
import sys
from collections.abc import Callable
from itertools import count
from types import FrameType
from typing import Any, NamedTuple

Action = Callable[[], object]


class Moment(NamedTuple):
    """Before one opcode of a function, in one of all calls of functions."""

    call: int
    opcode: int


def list_moments(action: Action) -> list[Moment]:
    """Do it, and list every moment at which Ctrl-C is not held back."""
    moments: list[Moment] = []
    calls = count()

    def trace(frame: FrameType, _: str, __: object) -> Any:
        if not is_traced(frame):
            return None
        call, opcodes = next(calls), count()
        frame.f_trace_opcodes = True

        def follow(_: FrameType, event: str, __: object) -> Any:
            if event == "opcode":
                moment = Moment(call, next(opcodes))
                if not is_held():
                    moments.append(moment)
            return follow

        return follow

    do_traced(trace, action)
    return moments


def interrupt_at(moment: Moment, action: Action) -> bool:
    """Press Ctrl-C at this moment of the action; tell whether it came."""
    calls = count()

    def trace(frame: FrameType, _: str, __: object) -> Any:
        # Only the call that is meant is followed, for following takes its time.
        if not is_traced(frame) or next(calls) != moment.call:
            return None
        opcodes = count()

        def follow(_: FrameType, event: str, __: object) -> Any:
            if event == "opcode" and next(opcodes) == moment.opcode:
                sys.settrace(None)
                raise KeyboardInterrupt
            return follow

        frame.f_trace_opcodes = True
        return follow

    try:
        do_traced(trace, action)
    except KeyboardInterrupt:
        return True
    return False


def do_traced(trace: Callable[[FrameType, str, object], Any], action: Action) -> None:
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        action()
    finally:
        sys.settrace(before)


def is_traced(frame: FrameType) -> bool:
    file = frame.f_code.co_filename
    return "reflect_journal" in file or "contextlib" in file


def is_held() -> bool:
    """Tell whether Ctrl-C has to wait."""
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())
