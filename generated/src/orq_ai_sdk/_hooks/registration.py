"""Your hooks.  This file was written once and is never overwritten.

A hook runs before requests, after successes or after errors:

    class Trace:
        def before_request(self, context: HookContext, request: Request) -> Request:
            request.headers["x-trace"] = "..."
            return request

    def init_hooks(hooks: Hooks) -> None:
        hooks.register_before_request_hook(Trace())
"""

from __future__ import annotations

from .._runtime.hooks import Hooks


def init_hooks(hooks: Hooks) -> None:
    """Register hooks here; called when an SDK object is made."""
