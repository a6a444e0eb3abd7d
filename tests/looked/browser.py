"""Headless Chromium, spoken to over a pipe in the DevTools protocol: no driver, no port, no further package."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_SECONDS: Final = 60


def found() -> str | None:
    """The browser of this machine; `BROWSER_PATH` names another."""
    return os.environ.get("BROWSER_PATH") or next(filter(None, map(shutil.which, NAMES)), None)


class BrowserError(Exception):
    """The browser refuses a command, or has gone."""


@dataclass
class Tab:
    """One page of the browser, and what it has told meanwhile."""

    read: int
    write: int
    session: str = ""
    number: int = 0
    waiting: bytes = b""
    told: list[tuple[str, dict[str, Any]]] = field(default_factory=list[tuple[str, dict[str, Any]]])

    def say(self, method: str, **values: Any) -> dict[str, Any]:
        """The result of a command.  Raises BrowserError."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": values}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer['error'].get('message')}")
                result: dict[str, Any] = answer["result"]
                return result

    def wait(self, method: str) -> dict[str, Any]:
        """What an event says; those before it are kept."""
        while True:
            for at, (name, values) in enumerate(self.told):
                if name == method:
                    del self.told[at]
                    return values
            self._next()

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self.waiting:
            part = os.read(self.read, 1 << 20)
            if not part:
                raise BrowserError("the browser has ended")
            self.waiting += part
        text, _, self.waiting = self.waiting.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        if "method" in message:
            self.told.append((message["method"], message.get("params", {})))
        return message

    # ----------------------------------------------------------------------------------------------------- one page

    def open(self, url: str, *, dark: bool = False) -> None:
        """Shows a page, to the end of its loading; forgets what was told before."""
        features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.say("Emulation.setEmulatedMedia", features=features)
        self.say("Page.navigate", url="about:blank")
        self.wait("Page.loadEventFired")
        self.say("Storage.clearDataForOrigin", origin=url, storageTypes="local_storage")
        self.told.clear()
        self.say("Page.navigate", url=url)
        self.wait("Page.loadEventFired")

    def run(self, script: str) -> Any:
        """The value of a script, whose promise is waited for."""
        told = self.say("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in told:
            raise BrowserError(str(told["exceptionDetails"].get("exception", {}).get("description")))
        return told["result"].get("value")

    def picture(self, path: Path) -> None:
        """What is seen, as PNG."""
        path.write_bytes(base64.b64decode(self.say("Page.captureScreenshot", format="png")["data"]))

    @property
    def faults(self) -> list[str]:
        """What the page has complained of."""
        said: list[str] = []
        for method, values in self.told:
            if method == "Runtime.exceptionThrown":
                said.append(str(values["exceptionDetails"].get("exception", {}).get("description")))
            elif method == "Log.entryAdded" and values["entry"]["level"] == "error":
                said.append(f"{values['entry']['text']} {values['entry'].get('url', '')}")
            elif method == "Runtime.consoleAPICalled" and values["type"] == "error":
                said.append(" ".join(str(each.get("value", each.get("description"))) for each in values["args"]))
        return said

    @property
    def asked(self) -> list[str]:
        """Every address that was fetched."""
        return [values["request"]["url"] for name, values in self.told if name == "Network.requestWillBeSent"]


@contextmanager
def browsing(program: str, width: int = 1400, height: int = 900) -> Generator[Tab]:
    """A tab of a browser of its own, which ends with it."""
    to_browser, from_us = os.pipe()
    to_us, from_browser = os.pipe()
    with tempfile.TemporaryDirectory(prefix="looked-", ignore_cleanup_errors=True) as profile:
        # The protocol is read from descriptor 3 and written to 4.
        line = f'exec "$0" "$@" 3<&{to_browser} 4>&{from_browser}'
        options = [
            "--headless=new",
            "--remote-debugging-pipe",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            f"--user-data-dir={profile}",
            f"--window-size={width},{height}",
        ]
        process = subprocess.Popen(
            ["bash", "-c", line, program, *options],
            pass_fds=(to_browser, from_browser),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_browser)
        os.close(from_browser)
        tab = Tab(to_us, from_us)
        try:
            target = tab.say("Target.createTarget", url="about:blank")["targetId"]
            tab.session = tab.say("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
            for domain in ("Page", "Runtime", "Log", "Network"):
                tab.say(f"{domain}.enable")
            yield tab
        finally:
            os.close(from_us)
            os.close(to_us)
            process.terminate()
            process.wait(_SECONDS)
