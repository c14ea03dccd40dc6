"""Chromium, driven by its own driver in the protocol that all drivers speak (W3C WebDriver)."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

_OPTIONS = {
    "binary": shutil.which("chromium") or "",
    "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
}
_CAPABILITIES = {"goog:chromeOptions": _OPTIONS, "goog:loggingPrefs": {"performance": "ALL"}}


class Browser:
    """A browser that shows one page at a time."""

    def __init__(self, server: str) -> None:
        wanted = {"capabilities": {"alwaysMatch": _CAPABILITIES}}
        session = _post(f"{server}/session", wanted)["sessionId"]
        self._session = f"{server}/session/{session}"

    def close(self) -> None:
        """End the browser."""
        with urlopen(Request(self._session, method="DELETE"), timeout=60):  # a server of our own
            pass

    def show(self, page: Path, *, width: int, is_dark: bool = False) -> None:
        """Open a page on a screen of that width."""
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        scheme = {"name": "prefers-color-scheme", "value": "dark" if is_dark else "light"}
        self._command("Emulation.setDeviceMetricsOverride", size)
        self._command("Emulation.setEmulatedMedia", {"features": [scheme]})
        _post(f"{self._session}/url", {"url": page.as_uri()})

    def value(self, expression: str) -> Any:
        """Return what an expression of JavaScript is on the page."""
        return _post(f"{self._session}/execute/sync", {"script": f"return {expression}", "args": []})

    def violations(self, axe: Path) -> list[str]:
        """Return what axe-core finds, each with where it is first."""
        _post(f"{self._session}/execute/sync", {"script": axe.read_text(encoding="utf-8"), "args": []})
        script = "const done = arguments[0]; axe.run().then(found => done(found.violations))"
        found = _post(f"{self._session}/execute/async", {"script": script, "args": []})
        return [f"{rule['id']}: {rule['nodes'][0]['html']}" for rule in found]

    def requests(self) -> list[str]:
        """Return the addresses that were asked for since this was asked last."""
        lines = _post(f"{self._session}/se/log", {"type": "performance"})
        messages = (json.loads(line["message"])["message"] for line in lines)
        return [told["params"]["request"]["url"] for told in messages if told["method"] == "Network.requestWillBeSent"]

    def printed(self) -> bytes:
        """Return the page as PDF, of the size that it asks for."""
        return base64.b64decode(self._command("Page.printToPDF", {"preferCSSPageSize": True})["data"])

    def _command(self, name: str, parameters: dict[str, Any]) -> Any:
        return _post(f"{self._session}/goog/cdp/execute", {"cmd": name, "params": parameters})


def _post(address: str, value: Any) -> Any:
    request = Request(address, json.dumps(value).encode(), {"Content-Type": "application/json"})
    with urlopen(request, timeout=120) as answer:  # a server of our own
        return json.load(answer)["value"]


@contextmanager
def browser() -> Iterator[Browser]:
    """Give a browser; the test is skipped where there is none."""
    driver = shutil.which("chromedriver")
    if driver is None or not _OPTIONS["binary"]:
        pytest.skip("chromium and chromedriver are not installed")
    with subprocess.Popen([driver, "--port=0"], stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            started = next(line for line in server.stdout if "successfully on port" in line)
            port = started.rstrip(".\n").rpartition(" ")[2]
            found = Browser(f"http://127.0.0.1:{port}")
            yield found
            found.close()
        finally:
            server.terminate()
