"""No test calls another machine, and what would call one can be watched."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

CALLS: Final = (
    *("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo"),
    *("socket.gethostbyname", "socket.gethostbyaddr", "webbrowser.open"),
)
LOCAL: Final = ("socket.connect", "socket.bind")
STARTS: Final = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn")
_watching: list[list[str]] = []


def refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Note what a watched program asks of others; refuse every call over a network."""
    if event not in CALLS and event not in STARTS:
        return
    for seen in _watching:
        seen.append(event)
    # Processes of one machine speak over sockets as well; those have a path.
    is_local = event in STARTS or not isinstance(arguments[-1], tuple)
    if event in CALLS and not (is_local and event in LOCAL):
        message = f"a test wanted to call another machine: {event}"
        raise RuntimeError(message)


@contextmanager
def watch() -> Iterator[list[str]]:
    """Gather what is asked of other machines and programs."""
    seen: list[str] = []
    _watching.append(seen)
    try:
        yield seen
    finally:
        _watching.remove(seen)


def forbid_network() -> None:
    """Refuse it until this process ends; there is no way back."""
    sys.addaudithook(refuse)
