"""Run the program as `python -m reflect_journal`."""

from reflect_journal.cli.app import main

if __name__ == "__main__":
    main()
