"""A server on loopback, in a process of its own, that gives every request the same answer.

python -m scripts.bench_runtime.loopback SUBJECT.json INDEX       prints its port; ends with its standard input
"""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from .nothing import body_of, chunked
from .subjects import Call, Subject


def answer_of(call: Call) -> bytes:
    """The whole answer, head and body."""
    head = b"HTTP/1.1 %d OK\r\nContent-Type: %b\r\n"
    if call.events is None:
        body = body_of(call)
        return head % (call.status, b"application/json") + b"Content-Length: %d\r\n\r\n" % len(body) + body
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in chunked(call.events, 0))
    return head % (call.status, b"text/event-stream") + b"Transfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\n\r\n"


def serve(connection: socket.socket, answer: bytes) -> None:
    """Answer the requests of one connection until the client closes it."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    held = b""
    with connection:
        while True:
            while b"\r\n\r\n" not in held:
                received = connection.recv(65536)
                if not received:
                    return
                held += received
            head, _, held = held.partition(b"\r\n\r\n")
            length = next(
                (int(line[15:]) for line in head.lower().split(b"\r\n") if line[:15] == b"content-length:"), 0
            )
            while len(held) < length:
                held += connection.recv(65536)
            held = held[length:]
            connection.sendall(answer)


def main() -> None:
    """Listen until standard input ends."""
    subject = Subject.from_json(Path(sys.argv[1]).read_text(encoding="utf-8"))
    answer = answer_of(subject.calls[int(sys.argv[2])])
    listener = socket.create_server(("127.0.0.1", 0))
    sys.stdout.write(f"{listener.getsockname()[1]}\n")
    sys.stdout.flush()

    def accept() -> None:
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=serve, args=(connection, answer), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    sys.stdin.read()


@contextmanager
def running(subject_file: Path, index: int) -> Generator[str]:
    """The URL of a server for one call of a subject, in a process that ends with the block."""
    command = [sys.executable, "-m", __name__, str(subject_file), str(index)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        process.stdin.close()


if __name__ == "__main__":
    main()
