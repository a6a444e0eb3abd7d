"""Compressed answers: the same bytes whatever the chunks, in bounded steps, and the library's error for broken ones."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.runtime import operation as op
from sdkwright.runtime.decode.decoding import STEP, AsyncPieces, pieces

from runtime import toy
from runtime.loopback import Answer, Loopback
from runtime.toy import WAYS, call, configuration, operation

every_way = pytest.mark.parametrize("way", WAYS)
every_library = pytest.mark.parametrize("library", ["httpx2", "httpx"])
TEXT = operation(responses=(op.Text("200", "text/plain"),))
PLAIN = {"Content-Type": "text/plain"}


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


PACKERS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "none": ("identity", bytes),
    "gzip": ("gzip", gzip.compress),
    "members of gzip": ("GZip", lambda data: gzip.compress(data[:5]) + gzip.compress(data[5:])),
    "padded gzip": ("gzip", lambda data: gzip.compress(data) + bytes(9)),
    "zlib": ("deflate", zlib.compress),
    "deflate": ("deflate", raw_deflate),
    "twice": ("deflate, gzip", lambda data: gzip.compress(zlib.compress(data))),
}


class Packed:
    """An open response."""

    status_code = 200
    is_stream_consumed = False

    def __init__(self, encoding: str, chunks: list[bytes]) -> None:
        self.headers = {"content-encoding": encoding}
        self.chunks = chunks

    def iter_raw(self, chunk_size: int | None = None) -> Any:
        yield from self.chunks

    iter_bytes = iter_raw

    async def aiter_raw(self, chunk_size: int | None = None) -> Any:
        for chunk in self.chunks:
            yield chunk

    aiter_bytes = aiter_raw

    def close(self) -> None:
        """Nothing is open."""

    async def aclose(self) -> None:
        """Nothing is open."""


async def all_of(response: Packed) -> bytes:
    return b"".join([piece async for piece in AsyncPieces(response)])


@given(st.binary(max_size=200), st.sampled_from(sorted(PACKERS)), st.lists(st.integers(0, 60)))
def test_the_chunks_do_not_matter(data: bytes, packer: str, cuts: list[int]) -> None:
    encoding, pack = PACKERS[packer]
    packed = pack(data)
    places = [0, *sorted(min(cut, len(packed)) for cut in cuts), len(packed)]
    response = Packed(encoding, [packed[start:end] for start, end in pairwise(places)])
    assert b"".join(pieces(response)) == data
    assert anyio.run(all_of, response) == data


def test_no_piece_is_larger_than_a_step() -> None:
    data = bytes(5_000_000)
    for encoding, pack in PACKERS.values():
        if encoding != "identity":
            found = list(pieces(Packed(encoding, [pack(data)])))
            assert b"".join(found) == data
            assert max(map(len, found)) <= STEP


@every_way
@every_library
def test_a_small_answer_that_becomes_a_large_one_costs_little_memory(server: Loopback, way: str, library: str) -> None:
    server.otherwise = Answer(200, gzip.compress(bytes(60_000_000)), {**PLAIN, "Content-Encoding": "gzip"})
    settings = configuration(http_library=library)
    options = {"server_url": server.url, "api_key": "k", "max_response_bytes": 1_000_000}
    call(way, TEXT, settings=settings, sdk={**options, "max_response_bytes": 100_000_000})  # whatever is loaded once
    tracemalloc.start()
    with pytest.raises(toy.APIError, match="max_response_bytes"):
        call(way, TEXT, settings=settings, sdk=options)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4_000_000


@every_way
@every_library
@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", b"\x1f\x8bnonsense" * 9),
        ("gzip", gzip.compress(bytes(range(256)))[:-40] + b"x" * 40),
        ("deflate", b"nonsense"),
        ("gzip, gzip, gzip, gzip, gzip, gzip", b"x"),
    ],
)
def test_an_answer_that_cannot_be_decoded_is_closed(
    server: Loopback, way: str, library: str, encoding: str, body: bytes
) -> None:
    module = pytest.importorskip(library)
    server.otherwise = Answer(200, body, {**PLAIN, "Content-Encoding": encoding})
    options = {"server_url": server.url, "api_key": "k"}
    with pytest.raises(module.DecodingError) as caught:
        call(way, TEXT, settings=configuration(http_library=library), sdk=options)
    assert caught.value.request.url.path == "/pets"
    assert server.until_no_connection_is_open()


@every_way
def test_an_encoding_that_is_not_ours_is_the_library_s(server: Loopback, way: str) -> None:
    server.otherwise = Answer(200, b"as it came", {**PLAIN, "Content-Encoding": "odd"})
    assert call(way, TEXT, sdk={"server_url": server.url, "api_key": "k"}) == "as it came"


@every_way
@every_library
@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, br", "Zstd"])
def test_what_nobody_asked_for_is_not_decompressed(server: Loopback, way: str, library: str, encoding: str) -> None:
    """By a library that can since something was installed: how much comes out of one chunk has no bound there."""
    module = pytest.importorskip(library)
    server.otherwise = Answer(200, b"x" * 100, {**PLAIN, "Content-Encoding": encoding})
    options = {"server_url": server.url, "api_key": "k"}
    with pytest.raises(module.DecodingError, match="not asked for"):
        call(way, TEXT, settings=configuration(http_library=library), sdk=options)
    assert server.until_no_connection_is_open()


@every_library
def test_what_a_supplied_client_asked_for_is_its_library_s(library: str) -> None:
    module = pytest.importorskip(library)
    packed = b"\x0b\x01\x80abc\x03"

    def answer_packed(_: object) -> object:
        return module.Response(200, headers={**PLAIN, "Content-Encoding": "br"}, stream=module.ByteStream(packed))

    transport = module.MockTransport(answer_packed)
    with module.Client(headers={"Accept-Encoding": "gzip;q=0.5, br"}, transport=transport) as client:
        found = call("sync", TEXT, settings=configuration(http_library=library), sdk={"api_key": "k", "client": client})
    assert found in ("abc", packed.decode("utf-8", "replace")), "as brotli is installed or not"
