"""A client of one's own adds a header; the HTTP library is the one that the SDK has always had."""

import os

import httpx
from harbour_sdk import Harbour
from harbour_sdk.httpclient import HttpClient

with httpx.Client(headers={"X-Team": "quay"}) as client:
    http_client: HttpClient = client
    harbour = Harbour(key="secret", server_url=os.environ["HARBOUR"], client=http_client)
    assert harbour.berths.create(name="team").name == "quay"
