"""`python -m sdkwright`: the same as the command `sdkwright`."""

from sdkwright.cli.commands import main

if __name__ == "__main__":
    raise SystemExit(main())
