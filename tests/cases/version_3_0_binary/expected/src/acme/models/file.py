from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.files import File as _File


class File(_File):
    pass


if TYPE_CHECKING:
    from .file_typed import FileTypedDict as FileTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".file_typed": ("FileTypedDict",),
        },
    )
