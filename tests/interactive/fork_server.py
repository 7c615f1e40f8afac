"""A process with the program loaded, of which every journey is a fork.

Loading takes longer than most journeys. A fork is a process of its own, leader of the
session of its own terminal, as one that a shell starts; what is written here is that
shell. What the interpreter does before is shown by the journeys through a real shell.
"""

import atexit
import gc
import json
import os
import pty
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, Final

PACKAGES: Final = ("cli", "insight", "interview", "journal", "reading", "terminal")
LIBRARIES: Final = (
    *("dateparser", "questionary", "prompt_toolkit.input.vt100", "rich.console"),
    *("rich.text", "ulid", "typer._click.decorators"),
)
Command = dict[str, Any]


class ForkServer:
    """The end of it that tests speak to."""

    def __init__(self) -> None:
        self._socket, theirs = socket.socketpair()
        # Its streams have to be made for a terminal, as those of its forks are.
        self._terminal, tty = pty.openpty()
        self._process = subprocess.Popen(
            [sys.executable, __file__, str(theirs.fileno())],
            env={
                "LANG": "C.UTF-8",
                **os.environ,
                "PYTHONPATH": os.pathsep.join(sys.path),
            },
            pass_fds=[theirs.fileno()],
            stdin=tty,
            stdout=tty,
            stderr=tty,
            start_new_session=True,
        )
        os.close(tty)
        theirs.close()

    def start(
        self, arguments: Sequence[str], environ: Mapping[str, str], tty: int
    ) -> int:
        """Start the program on a terminal and give the number of its process."""
        return self._start({"arguments": arguments}, environ, tty)

    def start_shell(self, line: str, environ: Mapping[str, str], tty: int) -> int:
        """Start a shell on a terminal, as any program is started."""
        return self._start({"shell": line}, environ, tty)

    def _start(self, what: Command, environ: Mapping[str, str], tty: int) -> int:
        command = {**what, "environ": dict(environ), "folder": str(Path.cwd())}
        return self._ask(command, [tty])

    def wait(self, process: int) -> int:
        """Wait for the end of a process: its code, or the signal below zero."""
        return self._ask({"wait": process}, [])

    def _ask(self, command: Command, handles: list[int]) -> int:
        line = json.dumps(command).encode() + b"\n"
        socket.send_fds(self._socket, [line], handles)
        answer = self._socket.recv(64)
        assert answer, "the server has gone"
        return int(answer)

    def close(self) -> None:
        """End it."""
        self._socket.close()
        self._process.wait()
        os.close(self._terminal)


@cache
def get_server() -> ForkServer:
    """Give the one of this process."""
    server = ForkServer()
    atexit.register(server.close)
    return server


def load() -> None:
    """Import what a journey may come to, and make what is remembered once made."""
    for name in PACKAGES:
        package = import_module(f"reflect_journal.{name}")
        for module in iter_modules(package.__path__, f"{package.__name__}."):
            import_module(module.name)
    for name in LIBRARIES:
        import_module(name)
    from reflect_journal.model.vocabulary import load_built_in
    from reflect_journal.reading.bank import load_bank
    from reflect_journal.reading.reader import build_reader

    build_reader(load_bank(), load_built_in())
    gc.freeze()


def serve(connection: socket.socket) -> None:
    """Answer until nobody asks any more; in a fork, go and be the program."""
    while True:
        line, handles, _, _ = socket.recv_fds(connection, 1 << 20, 1)
        if not line:
            return
        while not line.endswith(b"\n"):
            line += connection.recv(1 << 20)
        command = json.loads(line)
        if "wait" in command:
            _, status = os.waitpid(command["wait"], 0)
            answer = os.waitstatus_to_exitcode(status)
        else:
            answer = os.fork()
            if not answer:
                connection.close()
                become(command, handles[0])
                return
            os.close(handles[0])
        connection.sendall(str(answer).encode())


def become(command: Command, tty: int) -> None:
    """Run the program, or a shell, as the leader of a terminal."""
    os.login_tty(tty)
    os.chdir(command["folder"])
    os.environ.clear()
    os.environ.update(command["environ"])
    if "shell" in command:
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        shell = ["sh", "-c", command["shell"]]
        os.execv("/bin/sh", shell)  # noqa: S606 - it is the shell
    program = import_module("reflect_journal.__main__")
    sys.argv[:] = [str(program.__file__), *command["arguments"]]
    program.main()


if __name__ == "__main__":
    load()
    serve(socket.socket(fileno=int(sys.argv[1])))
