import os

from .types import AfterSuccessHook, BeforeRequestHook, Hooks
from .words import joined


class Seen(BeforeRequestHook, AfterSuccessHook):
    def before_request(self, hook_ctx, request):
        os.environ["SEEN"] = hook_ctx.operation_id
        return request

    def after_success(self, hook_ctx, response):
        os.environ["SEEN"] = joined(os.environ["SEEN"], response.status_code)
        return response


def init_hooks(hooks: Hooks):
    hook = Seen()
    hooks.register_before_request_hook(hook)
    hooks.register_after_success_hook(hook)
