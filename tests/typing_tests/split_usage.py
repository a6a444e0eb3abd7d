"""A program that uses an SDK of `asyncMode: split`: either client, each in its own way and in no other."""

from typing import assert_type

from kennel_sdk import AsyncKennel, Kennel, models


def plain(sdk: Kennel) -> models.Dog:
    with Kennel(key="k") as opened:
        assert_type(list(opened.dogs.list().items()), list[models.Dog])
    with AsyncKennel(key="k"):  # mypy: attr-defined; pyright: reportGeneralTypeIssues
        pass
    sdk.dogs.list_async()  # mypy: attr-defined; pyright: reportAttributeAccessIssue
    sdk.aclose()  # mypy: attr-defined; pyright: reportAttributeAccessIssue
    Kennel(async_client=None)  # mypy: call-arg; pyright: reportCallIssue
    return sdk.dogs.add(name="Rex")


async def awaited(sdk: AsyncKennel) -> models.Dog:
    async with AsyncKennel(key="k") as opened:
        assert_type([dog async for dog in (await opened.dogs.list()).items()], list[models.Dog])
    async with AsyncKennel.create_async(key="k") as made:
        assert_type(made, AsyncKennel)
        raw = await made.with_raw_response(made.dogs.add)(name="Rex")
        assert_type(raw.result, models.Dog)
    async with Kennel(key="k"):  # mypy: attr-defined; pyright: reportGeneralTypeIssues
        pass
    sdk.close()  # mypy: attr-defined; pyright: reportAttributeAccessIssue
    AsyncKennel(client=None)  # mypy: call-arg; pyright: reportCallIssue
    return await sdk.dogs.add(name="Rex")
