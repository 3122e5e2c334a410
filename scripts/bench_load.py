"""Makes load: some clients that ask for a question, save an answer, and go where that leads.

Run by bench.py as `bench_load.py PORT SECONDS`, one line of cookies per client on standard input.
Prints a JSON list of seconds, one for each request.
"""

import json
import re
import socket
import sys
import threading
import time
from urllib.parse import urlencode

TOKEN = re.compile(rb'name="csrf_token" value="([^"]+)"')
KEY = re.compile(rb'name="key" value="([^"]+)"')
INPUT = re.compile(rb"<input[^>]*>")
OPTION = re.compile(rb'value="([^"]+)"')
COOKIE = re.compile(rb"^Set-Cookie: ([^;]+)", re.MULTILINE | re.IGNORECASE)
LOCATION = re.compile(rb"^Location: (?:http://[^/]+)?([^\r]+)", re.MULTILINE | re.IGNORECASE)


class Client:
    """One browser after another: every cookie talks through its booklet once, then the next one does."""

    def __init__(self, port: int, cookies: list[str]) -> None:
        self.port, self.cookies, self.turn = port, cookies, 0
        self.cookie = cookies[0]
        self.took: list[float] = []

    def run(self, until: float) -> None:
        """Talk until then."""
        path = "/talk/1"
        while time.perf_counter() < until:
            page = self.ask("GET", path)
            path = self.follow(self.ask("POST", path, fill(page)))

    def follow(self, answer: bytes) -> str:
        """Where the answer leads; the first question for the next child at the end."""
        found = LOCATION.search(answer)
        if not answer.startswith(b"HTTP/1.1 303") or found is None:
            raise SystemExit(f"An answer was not saved: {answer[:300]!r}")
        path = found[1].decode()
        if re.fullmatch(r"/talk/\d+", path.partition("#")[0].partition("?")[0]):
            return path.partition("#")[0]
        self.turn += 1
        self.cookie = self.cookies[self.turn % len(self.cookies)]
        return "/talk/1"

    def ask(self, method: str, path: str, body: bytes = b"") -> bytes:
        """One request on a connection of its own, as sync workers serve it."""
        head = f"{method} {path} HTTP/1.1\r\nHost: localhost:{self.port}\r\nConnection: close\r\n"
        if self.cookie:
            head += f"Cookie: {self.cookie}\r\n"
        if body:
            head += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
        began = time.perf_counter()
        answer = exchange(self.port, head.encode() + b"\r\n" + body)
        self.took.append(time.perf_counter() - began)
        kept = COOKIE.search(answer)
        if kept:
            self.cookie = self.cookies[self.turn % len(self.cookies)] = kept[1].decode()
        return answer


def exchange(port: int, request: bytes) -> bytes:
    """Send, and read to the end."""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(request)
        pieces = []
        while piece := connection.recv(65536):
            pieces.append(piece)
    return b"".join(pieces)


def fill(page: bytes) -> bytes:
    """The form of a question, filled: its first option, or some words; who should come is skipped."""
    token, key = TOKEN.search(page), KEY.search(page)
    if token is None:
        raise SystemExit(f"No form here: {page[:300]!r}")
    fields = {"csrf_token": token[1].decode(), "key": key[1].decode() if key else ""}
    options = [each for each in INPUT.findall(page) if b'name="a"' in each]
    if options:
        value = OPTION.search(options[0])
        fields["a"] = value[1].decode() if value else ""
    elif b'name="who-' in page:  # who should come: every wish has a name of its own
        fields["skip"] = "1"
    else:
        fields["words"] = "I like my room and I miss my brother"
    return urlencode(fields).encode()


def main() -> None:
    """Read who talks, talk, tell how long each request took."""
    port, seconds = int(sys.argv[1]), float(sys.argv[2])
    clients = [Client(port, json.loads(line)) for line in sys.stdin]
    until = time.perf_counter() + seconds
    threads = [threading.Thread(target=client.run, args=(until,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(json.dumps([took for client in clients for took in client.took]))


if __name__ == "__main__":
    main()
