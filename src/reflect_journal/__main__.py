"""Start the program: as `reflect` and as `python -m reflect_journal`."""

import gc


def main() -> None:
    """Load the program and run it; leaves by SystemExit with the exit code."""
    # What is loaded stays; the collector would look through it in vain.
    gc.disable()
    from reflect_journal.cli.app import main as run

    gc.freeze()
    gc.enable()
    run()


if __name__ == "__main__":
    main()
