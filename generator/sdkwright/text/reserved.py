"""Names that may not be used as they are, each table with the reason why.

The tables are data: they do not follow the running interpreter, so that the same document gives the same names under
every Python.  A reserved name gets a trailing underscore (`from_`), but for classes and modules, where a word is added.
"""

from __future__ import annotations

from sdkwright.text import fixed


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


KEYWORDS = _listed(
    """False None True and as assert async await break class continue def del elif else except finally for from global
    if import in is lambda nonlocal not or pass raise return try while with yield"""
)
"""The hard keywords of Python 3.10 to 3.15.  Soft ones (`match`, `type`, `case`, `_`) are fine as identifiers."""

PUBLISHED = frozenset({"bytes", "date", "filter", "format", "schema", "self", "validate"})
"""What published SDKs have as names with an underscore at the end, whether it is needed or not.  Other names of
builtins (`hash`, `id`, `max`, `type` …) they have as they are."""

BUILTINS = _listed(
    """bool bytearray bytes classmethod complex dict float frozenset int list memoryview set sorted staticmethod str
    super tuple"""
)
"""Types and functions of which the code of a model or a method speaks; a field or argument of the same name hides them
inside of it."""

SHADOWED = _listed(
    """abs aiter all anext any ascii bin breakpoint callable chr compile delattr dir divmod enumerate eval exec getattr
    globals hasattr hash help hex id input isinstance issubclass iter len locals map max memoryview min next object oct
    open ord pow print property range repr reversed round setattr slice sum type vars zip"""
)
"""Other functions of builtins: an argument of such a name hides one inside of its method alone, and keeps its name.
Methods of published SDKs have an underscore after it, but for the names of `allowedRedefinedBuiltins`."""

BUILTIN_CLASSES = _listed(
    """ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError
    BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
    ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception ExceptionGroup
    FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning
    IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError
    ModuleNotFoundError NameError NotADirectoryError NotImplemented NotImplementedError OSError OverflowError
    PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError RecursionError ReferenceError
    ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError
    SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError
    UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError"""
)
"""Builtins of Python 3.11 to 3.15 that a class of a document may be called like."""

PYDANTIC = _listed(
    """construct copy dict from_orm json model_computed_fields model_config model_construct model_copy model_dump
    model_dump_json model_extra model_fields model_fields_set model_json_schema model_parametrized_name
    model_post_init model_rebuild model_validate model_validate_json model_validate_strings parse_file parse_obj
    parse_raw schema schema_json update_forward_refs validate"""
)
"""Attributes of pydantic's BaseModel; a field that hides one breaks the class or draws a warning."""

METACLASSES = frozenset({"mro", "register"})
"""Attributes of `type` and of `ABCMeta`, which a class has as well: pydantic warns of a field that hides one."""

FIELDS = KEYWORDS | BUILTINS | PUBLISHED | PYDANTIC | METACLASSES | {"cls", "from_response"}
"""What no field of a model may be called."""

ADDITIONAL_PROPERTIES = "additional_properties"
"""The attribute of a model whose document types further properties; such a model has no field of this name."""

CALL_OPTIONS = frozenset(one.name for one in fixed.CALL if not one.yields)
"""The arguments that every generated method takes last, whatever the document says."""

ARGUMENTS = FIELDS | CALL_OPTIONS | {fixed.SECURITY}
"""What no argument of a generated method may be called.  A flattened property is called like the field it came from,
so what breaks a field is kept from arguments too."""

CONSTRUCTOR = frozenset({"self", "cls", fixed.SECURITY, *(one.name for one in fixed.CONSTRUCTOR if not one.yields)})
"""The arguments that the root class takes, whatever the document says."""

RESOURCE_MEMBERS = frozenset({"with_raw_response"})
"""Public attributes of the base of every resource class."""

ROOT_MEMBERS = frozenset({"aclose", "close", "create_async", "preload", "sdk_configuration"})
"""Further public attributes of the base of the root class."""

METHODS = KEYWORDS | RESOURCE_MEMBERS | {"self", "mro"}
"""What no method or resource attribute may be called.  A method may be called `list`: annotations say `List`."""

FIXED_ERRORS = frozenset({"NoResponseError", "ResponseValidationError", "SDKError"})
"""Exceptions of every SDK, next to its base error and its default error."""

MODEL_CLASSES = frozenset({"BaseModel", "BaseModelTypedDict", "False", "None", "True"})
"""What no class of a document may be called: the base class, and the keywords that look like class names.
A class may be called `List`, `Optional`, `Any`, `datetime`, `str` or `Field`: modules that define or use such a class
spell the import of the other meaning in another way, see `generator/plan/scope.py`."""

METADATA = ("HTTPMetadata", "HTTPMetadataTypedDict")
"""Classes of SDKs whose methods return them."""

PACKAGE_MODULES = _listed("basesdk errors httpclient models py sdk types utils")
"""Modules and packages that every generated SDK has; a resource module of such a name gets a word added."""

STDLIB_MODULES = _listed(
    """abc aifc antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii
    bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys
    compileall compression concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses
    dataclasses datetime dbm decimal difflib dis distutils doctest email encodings ensurepip enum errno
    faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass
    gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect
    io ipaddress itertools json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math
    mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers
    opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib
    poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue
    quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex
    shutil signal site smtpd smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants
    sre_parse ssl stat statistics string stringprep struct subprocess sunau symtable sys sysconfig syslog
    tabnanny tarfile telnetlib tempfile termios test textwrap this threading time timeit tkinter token
    tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest
    urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp
    zipfile zipimport zlib zoneinfo"""
)
"""Modules of the standard library of Python 3.10 to 3.15; a file of such a name at a package's root hides one from
whoever runs a script in that folder, and an import package of such a name hides it from everybody."""

WINDOWS_FILES = frozenset(
    ["aux", "clock", "con", "nul", "prn", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))]
)
"""File names that Windows keeps for devices, whatever their suffix."""

PYTHON_PACKAGES = _listed(
    """anyio certifi httpcore httpx httpx2 idna pip pydantic pydantic_core pytest setuptools sniffio src tests
    typing_extensions wheel"""
)
"""Import packages that a generated SDK needs or that its environment holds."""

IMPORT_PACKAGES = KEYWORDS | STDLIB_MODULES | PYTHON_PACKAGES | WINDOWS_FILES
"""What no import package at the root may be called: it could not be imported, or would hide another one."""
