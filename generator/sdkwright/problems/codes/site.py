"""What can go wrong when the docs are made a site, and when that or an API is served."""

from __future__ import annotations

from sdkwright.problems.code import ProblemCode, situation

NO_SDK = ProblemCode(
    "no-sdk",
    "A command is about the SDK in a folder, and there is none.",
    "Run `sdkwright generate` first, or name the folder with --out.",
    situation("`sdkwright docs build` is typed before `sdkwright generate`."),
)
SITE_TOOL = ProblemCode(
    "site-tool",
    "Building a site needs a program that is not installed.",
    "Run: pip install 'sdkwright[docs]'.",
    situation("`sdkwright docs build` is typed where sdkwright was installed without the extra `docs`."),
)
SITE_FAILED = ProblemCode(
    "site-failed",
    "The program that builds the site has failed; the message ends with what it said.",
    "Mend what it says and run again.",
    situation("the disk is full."),
)
NOT_EMPTY = ProblemCode(
    "site-folder",
    "The folder that the site would be written to holds something that is no site.",
    "Name another one with --site.",
    situation("`sdkwright docs build --site .` is typed."),
)
PORT = ProblemCode(
    "port",
    "A server cannot listen on the port that --port names.",
    "Name another one with --port, or leave it out for one that is free.",
    situation("`sdkwright mock --port 8080` is typed while another program listens there."),
)
