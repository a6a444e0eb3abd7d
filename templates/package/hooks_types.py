"""What hooks are, and what they see."""

from .._runtime.hooks import AfterErrorHook as AfterErrorHook
from .._runtime.hooks import AfterSuccessHook as AfterSuccessHook
from .._runtime.hooks import AsyncAfterErrorHook as AsyncAfterErrorHook
from .._runtime.hooks import AsyncAfterSuccessHook as AsyncAfterSuccessHook
from .._runtime.hooks import AsyncBeforeRequestHook as AsyncBeforeRequestHook
from .._runtime.hooks import BeforeRequestHook as BeforeRequestHook
from .._runtime.hooks import HookContext as AfterErrorContext
from .._runtime.hooks import HookContext as AfterSuccessContext
from .._runtime.hooks import HookContext as BeforeRequestContext
from .._runtime.hooks import HookContext as HookContext
from .._runtime.hooks import Hooks as Hooks
from .._runtime.hooks import SDKInit as SDKInit
from .._runtime.hooks import SDKInitHook as SDKInitHook

__all__ = [
    "AfterErrorContext",
    "AfterErrorHook",
    "AfterSuccessContext",
    "AfterSuccessHook",
    "AsyncAfterErrorHook",
    "AsyncAfterSuccessHook",
    "AsyncBeforeRequestHook",
    "BeforeRequestContext",
    "BeforeRequestHook",
    "HookContext",
    "Hooks",
    "SDKInit",
    "SDKInitHook",
]
