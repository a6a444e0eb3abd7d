"""Except clauses from the particular to the general, and an error that a test makes itself."""

import os

import httpx
from harbour_sdk import APIError, Harbour, models

with Harbour(key="secret", server_url=os.environ["HARBOUR"]) as harbour:
    try:
        harbour.berths.create(name="taken")
    except models.Taken as error:
        assert error.data.until == "noon"
    try:
        harbour.berths.create(name="broken")
    except models.APIError as error:
        assert (error.status_code, error.message, error.body) == (418, "It is broken", '{"message": "It is broken"}')
made = models.APIError("no", 500, "body", httpx.Response(500, request=httpx.Request("GET", "https://a.example")))
assert (made.message, made.status_code, made.body, models.APIError is APIError) == ("no", 500, "body", True)
