"""Serves a folder over HTTP on loopback while a command runs.

    python3 with-http-server.py FOLDER LOG COMMAND...

`http://SERVED` in plan.yaml of the current folder becomes the server's address. LOG receives one line
a request, "status bytes path", after the command has ended. Ranges are answered as RFC 9110 has them,
which http.server does not do by itself. The command has two minutes; its exit code is the program's.
"""

import http.server
import os
import pathlib
import re
import subprocess
import sys
import threading

folder = pathlib.Path(sys.argv[1])
served = []


class Ranges(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_HEAD(self):
        self.answer(False)

    def do_GET(self):
        self.answer(True)

    def answer(self, with_body):
        file = folder / self.path.lstrip("/").split("?")[0]
        if ".." in self.path or not file.is_file():
            return self.send(404, b"", with_body, {})
        body = file.read_bytes()
        wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        if not wanted:
            return self.send(200, body, with_body, {})
        first = int(wanted[1])
        last = min(int(wanted[2] or len(body)), len(body) - 1)
        if first > last:
            return self.send(416, b"", with_body, {"Content-Range": f"bytes */{len(body)}"})
        place = {"Content-Range": f"bytes {first}-{last}/{len(body)}"}
        self.send(206, body[first:last + 1], with_body, place)

    def send(self, status, body, with_body, headers):
        self.send_response(status)
        for name, value in {"Accept-Ranges": "bytes", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body:
            # Counted before it is sent: a client that has all it wants may hang up.
            served.append(f"{status} {len(body)} {self.path}")
            try:
                self.wfile.write(body)
            except ConnectionError:
                self.close_connection = True

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Ranges)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
plan = pathlib.Path("plan.yaml")
address = f"http://127.0.0.1:{server.server_port}"
plan.write_text(plan.read_text().replace("http://SERVED", address))
environment = {**os.environ, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1",
               "GDAL_HTTP_TIMEOUT": "20"}
status = subprocess.run(sys.argv[3:], timeout=120, env=environment).returncode
server.shutdown()
pathlib.Path(sys.argv[2]).write_text("".join(f"{line}\n" for line in served))
sys.exit(status)
