"""postbud for Python: invoices are stored, decided, built and carried inside your own process.

    with postbud.Office(store="invoices.db") as office:
        office.customer_put(**customer)
        reply = office.invoice_send(**invoice)

Keyword arguments become the fields of the request; postbud.schema.json says which there are. Money
is `decimal.Decimal` or text, never float. Any thread may call any method at any time; other Python
threads go on while a call runs.
"""

import ctypes
import datetime
import decimal
import json
import os
import sys
from pathlib import Path
from typing import Any, Dict, Iterator, List, Mapping, Optional, Tuple, Type

from ._verbs import VERBS, Reply, Verbs

__all__ = [
    "Office", "PostbudError", "Misuse", "Invalid", "NotFound", "Conflict", "NotReady",
    "Unavailable", "Refused", "Storage", "Panic", "ABI_VERSION", "VERBS", "Buffer", "load",
]

ABI_VERSION = 1


class PostbudError(Exception):
    """A status other than OK; each status has a subclass, which says what to do next."""

    status = -1

    def __init__(self, reply: bytes, status: Optional[int] = None) -> None:
        if status is not None:
            self.status = status
        error = _error_in(reply)
        self.reply = reply
        self.code = str(error.get("code", ""))
        self.message = str(error.get("message", ""))
        self.findings: List[Reply] = error.get("findings") or []
        super().__init__(self.message or type(self).__name__)

    def __reduce__(self) -> Tuple[Any, ...]:
        """Exceptions cross process pools; the default would pass the sentence as the reply."""
        return type(self), (self.reply, self.status)


class Misuse(PostbudError):
    """Fix the program: a closed office, or arguments that no request can have."""

    status = 1


class Invalid(PostbudError):
    """Fix the data: `findings` names every field at fault."""

    status = 2


class NotFound(PostbudError):
    """What the request names is not in the store."""

    status = 3


class Conflict(PostbudError):
    """What is stored already speaks against it."""

    status = 4


class NotReady(PostbudError):
    """Finish the verification or the agreement first."""

    status = 5


class Unavailable(PostbudError):
    """Try again later."""

    status = 6


class Refused(PostbudError):
    """A person has to look: a missing right, or a claim that must not be sent."""

    status = 7


class Storage(PostbudError):
    """The store cannot be read or written."""

    status = 8


class Panic(PostbudError):
    """A fault in postbud itself; what is stored is intact."""

    status = 9


_ERRORS: Dict[int, Type[PostbudError]] = {
    error.status: error for error in PostbudError.__subclasses__()
}


class Office(Verbs):
    """An open store. Close it, or use it in a `with` statement.

    `store` is a file or ":memory:"; `library` is the path of the shared library, when it lies
    neither beside this package nor where the system looks.
    """

    def __init__(self, *, library: Optional[str] = None, **config: Any) -> None:
        self._library = load(library)
        self._handle = ctypes.c_void_p()
        request, reply = _request(config), Buffer()
        status = self._library.postbud_open(
            ABI_VERSION, request, len(request), ctypes.byref(self._handle), ctypes.byref(reply)
        )
        _checked(status, self._taken(reply))

    def close(self) -> None:
        """Close the store. Calls that have begun finish, later ones raise Misuse; twice is fine."""
        self._library.postbud_close(self._handle)

    def __enter__(self) -> "Office":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        # An office whose library was not found, or which never opened, has nothing to close.
        if getattr(self, "_handle", None):
            self.close()

    def call(self, verb: str, request: bytes = b"") -> Tuple[int, bytes]:
        """Call a verb with the bytes as they are; returns status and reply, and never raises
        PostbudError."""
        if verb not in VERBS:
            raise ValueError(f"no verb {verb!r}")
        reply = Buffer()
        function = getattr(self._library, f"postbud_{verb}")
        # No bytes is no request: a null pointer, as in C.
        status = function(self._handle, request or None, len(request), ctypes.byref(reply))
        return status, self._taken(reply)

    def _ask(self, verb: str, fields: Mapping[str, Any]) -> Reply:
        return _json(_checked(*self.call(verb, _request(fields))))

    def _fetch(self, verb: str, fields: Mapping[str, Any]) -> bytes:
        return _checked(*self.call(verb, _request(fields)))

    def _judge(self, verb: str, document: bytes) -> Reply:
        if not isinstance(document, bytes):
            raise TypeError(f"document: bytes are needed, not {type(document).__name__}")
        return _json(_checked(*self.call(verb, document)))

    def _taken(self, reply: "Buffer") -> bytes:
        """A copy of the reply; the library gets its own bytes back in any case."""
        try:
            return ctypes.string_at(reply.data, reply.len) if reply.data else b""
        finally:
            self._library.postbud_buffer_free(ctypes.byref(reply))


class Buffer(ctypes.Structure):
    """`postbud_buffer`: the bytes of a reply, which belong to the library."""

    _fields_ = [("data", ctypes.POINTER(ctypes.c_uint8)), ("len", ctypes.c_size_t)]


def load(library: Optional[str] = None) -> ctypes.CDLL:
    """The shared library with its C functions declared: from the path given, else from beside this
    package, else by its name from where the system looks."""
    tried = []
    for path in [library] if library else _places():
        try:
            return _declared(ctypes.CDLL(path))
        except OSError as fault:
            tried.append(str(fault))
    raise OSError("the postbud library was not found: " + "; ".join(tried))


def _places() -> Iterator[str]:
    names = [f"libpostbud.so.{ABI_VERSION}", "libpostbud.so"]
    if sys.platform == "win32":
        names = ["postbud.dll", "libpostbud.dll"]
    elif sys.platform == "darwin":
        names = ["libpostbud.dylib"]
    beside = (Path(__file__).resolve().parent / name for name in names)
    yield from (str(path) for path in beside if path.exists())
    yield from names


def _declared(library: ctypes.CDLL) -> ctypes.CDLL:
    status, handle, out = ctypes.c_int32, ctypes.c_void_p, ctypes.POINTER(Buffer)
    text, size, number = ctypes.c_char_p, ctypes.c_size_t, ctypes.c_uint32
    _declare(library.postbud_open, status, number, text, size, ctypes.POINTER(handle), out)
    _declare(library.postbud_close, None, handle)
    _declare(library.postbud_buffer_free, None, out)
    _declare(library.postbud_abi_version, number)
    _declare(library.postbud_version, text)  # static text of the library, so nothing to free
    for verb in VERBS:
        _declare(getattr(library, f"postbud_{verb}"), status, handle, text, size, out)
    return library


def _declare(function: Any, result: Any, *arguments: Any) -> None:
    function.restype = result
    function.argtypes = arguments


def _checked(status: int, reply: bytes) -> bytes:
    if status == 0:
        return reply
    if status in _ERRORS:
        raise _ERRORS[status](reply)
    raise PostbudError(reply, status)


def _request(fields: Mapping[str, Any]) -> bytes:
    plain = {name: _plain(value, name) for name, value in fields.items()}
    return json.dumps(plain, ensure_ascii=False).encode("utf-8")


def _plain(value: Any, field: str) -> Any:
    """The value as JSON has it. Amounts and dates are text there, so nothing is ever rounded."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, decimal.Decimal):
        if not value.is_finite():
            raise ValueError(f"{field}: {value} is not an amount")
        return format(value, "f")
    if isinstance(value, datetime.datetime):
        if value.tzinfo is None:
            raise TypeError(f"{field}: a time needs its time zone")
        return value.astimezone(datetime.timezone.utc).isoformat().replace("+00:00", "Z")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {name: _plain(item, f"{field}.{name}") for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item, f"{field}[{place}]") for place, item in enumerate(value)]
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    if isinstance(value, float):
        raise TypeError(f"{field}: float cannot hold money exactly; use decimal.Decimal or str")
    raise TypeError(f"{field}: {type(value).__name__} has no form in a request")


def _json(reply: bytes) -> Reply:
    read: Reply = json.loads(reply.decode("utf-8"), parse_float=decimal.Decimal)
    return read


def _error_in(reply: bytes) -> Mapping[str, Any]:
    try:
        error = _json(reply)["error"]
    except (ValueError, KeyError, TypeError):
        return {}
    return error if isinstance(error, dict) else {}
