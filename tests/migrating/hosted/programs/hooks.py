"""The hooks of `registration.py` see every request and answer."""

import os

from harbour_sdk import Harbour

with Harbour(key="secret", server_url=os.environ["HARBOUR"]) as harbour:
    created = harbour.berths.create(name="north")
    assert created.name == "north"
    assert os.environ["SEEN"] == "create 201"
