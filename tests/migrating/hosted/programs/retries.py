"""Retries for one call and for all of them, as the readme of the SDK has it."""

import os

from harbour_sdk import Harbour
from harbour_sdk.utils import BackoffStrategy, RetryConfig
from harbour_sdk.utils.retries import RetryConfig as FromItsModule

often = RetryConfig("backoff", BackoffStrategy(1, 50, 1.1, 100_000), False)
assert FromItsModule is RetryConfig
with Harbour(key="secret", server_url=os.environ["HARBOUR"], retry_config=often) as harbour:
    assert harbour.berths.create(name="busy").name == "busy"
    assert harbour.berths.create(name="busy", retries=often).name == "busy"
