"""`python -m sdkwright`: the same as the command `sdkwright`."""

from sdkwright.cli.process import run

if __name__ == "__main__":
    run()
