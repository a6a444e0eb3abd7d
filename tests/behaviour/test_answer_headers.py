"""What methods return where an answer declares headers: against a server, sync and async."""

from __future__ import annotations

import asyncio
from importlib import import_module
from pathlib import Path

from tests.runtime.loopback import Answer, Loopback, Received

from .packages import imported

CASE = Path(__file__).parents[1] / "cases" / "docs_answer_headers"


def _headed(request: Received) -> Answer:
    if request.method == "POST":
        return Answer(202, b"", {"Location": "/jobs/1"})
    if request.target == "/report":
        return Answer(200, b"pdf", {"Content-Type": "application/pdf", "ETag": "e"})
    return Answer(200, b'{"count": 2}', {"X-Left": "7"})


def test_declared_headers_are_beside_the_result(tmp_path: Path) -> None:
    with imported(CASE / "spec.yaml", tmp_path / "out", CASE / "gen.yaml") as target, Loopback() as server:
        server.respond = _headed
        acme = import_module(target.names.module)
        with acme.Acme(server_url=server.url) as sdk:
            started, counted = sdk.jobs.start_job(), sdk.jobs.count_jobs()
            assert isinstance(started, acme.models.StartJobResponse)
            assert started.headers["location"] == ["/jobs/1"]
            assert (counted.headers["x-left"], counted.result.count) == (["7"], 2)
            report = sdk.jobs.read_report()
            assert (report.headers["etag"], b"".join(report.result)) == (["e"], b"pdf")

            async def run() -> None:
                assert (await sdk.jobs.count_jobs_async()).result.count == 2

            asyncio.run(run())
