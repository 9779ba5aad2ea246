"""Starts the command line."""

from toolkit.cli.main import main

if __name__ == "__main__":
    main()
