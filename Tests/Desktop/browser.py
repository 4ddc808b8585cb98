"""Headless Chromium by its own debugging protocol, over a pipe: no port, no driver, no package.

The browser reads commands from its file descriptor 3 and writes answers and events to 4, each a JSON text ended
by a zero byte (--remote-debugging-pipe).
"""

import base64
import contextlib
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

PATIENCE_S = 120


class BrowserError(Exception):
    """Raised when Chromium does not start, does not answer, or refuses a command."""


class Page:
    """A page of a browser of its own, with the network off and everything that goes wrong kept."""

    def __init__(self, width=1280, height=900, scale=1, mobile=False):
        program = shutil.which("chromium")
        if program is None:
            raise BrowserError("chromium is not installed: Scripts/run-desktop-tests.sh installs it")
        self._home = tempfile.mkdtemp(prefix="upland-chromium-")
        to_browser, self._out = os.pipe()
        self._in, from_browser = os.pipe()
        # The browser looks at 3 and 4 whatever they are here.
        command = (
            f'exec 3<&{to_browser} 4>&{from_browser}; exec "$0" "$@"'
        )
        arguments = [
            program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--remote-debugging-pipe", f"--user-data-dir={self._home}", "--no-first-run", "--hide-scrollbars",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            # No name leads anywhere, so what asks for one shows.
            "--host-resolver-rules=MAP * ~NOTFOUND", "about:blank",
        ]
        self._process = subprocess.Popen(
            ["bash", "-c", command, *arguments], pass_fds=(to_browser, from_browser),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self._buffer = b""
        self._number = 0
        self._session = None
        self.requests = []
        self.messages = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Log", "Network", "DOM"]:
            self.call(f"{domain}.enable")
        self.call(
            "Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=-1, uploadThroughput=-1)
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=mobile)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        with contextlib.suppress(Exception):
            self._session = None
            self.call("Browser.close")
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._out)
        os.close(self._in)
        shutil.rmtree(self._home, ignore_errors=True)

    # Commands

    def call(self, method, **parameters):
        """Sends a command and waits for its answer; events that come meanwhile are kept."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        end = time.monotonic() + PATIENCE_S
        while True:
            answer = self._read(end)
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self._note(answer)

    def _read(self, end):
        while b"\0" not in self._buffer:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self._in], [], [], left)[0]:
                raise BrowserError("Chromium does not answer")
            piece = os.read(self._in, 1 << 20)
            if not piece:
                raise BrowserError("Chromium is gone")
            self._buffer += piece
        text, self._buffer = self._buffer.split(b"\0", 1)
        return json.loads(text)

    def _note(self, event):
        method, told = event.get("method"), event.get("params", {})
        if method == "Network.requestWillBeSent":
            self.requests.append(told["request"]["url"])
        elif method == "Runtime.consoleAPICalled" and told["type"] in ("error", "warning", "assert"):
            self.messages.append(f"console {told['type']}: {[part.get('value') for part in told['args']]}")
        elif method == "Runtime.exceptionThrown":
            details = told["exceptionDetails"]
            self.messages.append(
                f"exception: {details['text']} {details.get('exception', {}).get('description', '')}")
        elif method == "Log.entryAdded" and told["entry"]["level"] in ("error", "warning"):
            entry = told["entry"]
            self.messages.append(f"log {entry['level']}: {entry['text']} {entry.get('url', '')}")

    # What a reader does

    def open(self, path):
        """Opens a file and waits until the page says that it is ready."""
        self.call("Page.navigate", url="file://" + os.path.abspath(path))
        self.wait("document.documentElement?.dataset.ready === 'true' && document.readyState === 'complete'")

    def run(self, script):
        """What a JavaScript expression gives."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise BrowserError(details.get("exception", {}).get("description", details["text"]))
        return answer["result"].get("value")

    def wait(self, condition):
        """Waits until a JavaScript condition holds."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            if self.run(f"Boolean({condition})"):
                return
            time.sleep(0.05)
        raise BrowserError(f"it never came to hold: {condition}")

    def click(self, x, y):
        """Presses and releases the mouse at a place of the window."""
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def key(self, name, code, text=None):
        """Presses and releases a key."""
        told = {"key": name, "windowsVirtualKeyCode": code, **({"text": text} if text else {})}
        self.call("Input.dispatchKeyEvent", type="keyDown", **told)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=name, windowsVirtualKeyCode=code)

    def screenshot(self, path, whole=False):
        """Writes what is seen, or the whole page, as PNG."""
        picture = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        with open(path, "wb") as file:
            file.write(base64.b64decode(picture["data"]))

    def pdf(self):
        """The page as it would be printed."""
        answer = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return base64.b64decode(answer["data"])
