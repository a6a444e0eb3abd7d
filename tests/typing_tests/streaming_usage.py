"""What type checkers say about streams and pages.  `test_typing` generates the SDK and runs them; nothing here runs.

A comment `# mypy: code, code; pyright: rule` names the errors that a line must have.  A line without one has none.
"""

from __future__ import annotations

from typing import assert_type

from streaming_sdk import Streaming, models
from streaming_sdk.utils import eventstreaming


def events(sdk: Streaming) -> None:
    """A stream is iterated for its events, and closes with its block."""
    stream = sdk.chat.stream(model="m", messages=[{"role": "user", "content": "c"}])
    assert_type(stream, eventstreaming.EventStream[models.StreamChatResponseBody])
    with stream as opened:
        for event in opened:
            assert_type(event, models.StreamChatResponseBody)
            assert_type(event.data.choices[0].delta.content, str | None)
            assert_type(event.data.choices[0].finish_reason, str | None)
            print(event.data.choice)  # mypy: attr-defined; pyright: reportAttributeAccessIssue
    with sdk.logs.follow() as lines:
        assert_type(next(lines), models.LogLine)
        assert_type([line.text for line in lines], list[str])
    print(stream.data)  # mypy: attr-defined; pyright: reportAttributeAccessIssue


async def async_events(sdk: Streaming) -> None:
    """The async twin is awaited, and iterated with `async for`."""
    stream = await sdk.chat.stream_async(model="m", messages=[models.Message(role="user", content="c")])
    assert_type(stream, eventstreaming.EventStreamAsync[models.StreamChatResponseBody])
    async with stream as opened:
        async for event in opened:
            assert_type(event.data, models.Chunk)
    for event in stream:  # mypy: attr-defined; pyright: reportGeneralTypeIssues
        print(event)
    async with sdk.logs.follow_async() as lines:  # mypy: attr-defined; pyright: reportGeneralTypeIssues
        print(lines)


def arguments(sdk: Streaming) -> None:
    """What a stream is asked with is checked as for any call."""
    sdk.chat.stream(model="m")  # mypy: call-arg; pyright: reportCallIssue
    sdk.chat.stream(model="m", messages=["hello"])  # mypy: list-item; pyright: reportArgumentType
    sdk.chat.stream(model="m", messages=[{"role": "x", "content": "c"}])  # mypy: list-item; pyright: reportArgumentType
    sdk.chat.stream(model="m", messages=[], effort="low", temperature=None)
    sdk.chat.stream(model="m", messages=[], effort="much")  # mypy: arg-type; pyright: reportArgumentType


def pages(sdk: Streaming) -> None:
    """A page holds its result, and leads to the next one and to the items of all."""
    page = sdk.logs.list()
    assert_type(page.result, models.ListLogsResponseBody)
    for item in page.items():
        assert_type(item, models.LogLine)
    for each in page:
        assert_type(each.result.lines, list[models.LogLine])
    following = page.next()
    print(following.result)  # mypy: union-attr; pyright: reportOptionalMemberAccess
    assert following is not None
    assert_type(following.result.lines[0].text, str)
    print(page.results)  # mypy: attr-defined; pyright: reportAttributeAccessIssue


async def async_pages(sdk: Streaming) -> None:
    """The same, awaited."""
    page = await sdk.logs.list_async(cursor="c")
    async for item in page.items():
        assert_type(item, models.LogLine)
    async for each in page:
        assert_type(each.result, models.ListLogsResponseBody)
    following = await page.next()
    assert following is not None
    assert_type(following.result, models.ListLogsResponseBody)
    page.next()  # mypy: unused-coroutine; pyright: reportUnusedCoroutine
