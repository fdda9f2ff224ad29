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

__all__ = [
    "Office", "PostbudError", "Misuse", "Invalid", "NotFound", "Conflict", "NotReady",
    "Unavailable", "Refused", "Storage", "Panic", "ABI_VERSION", "VERBS", "Buffer", "load",
]

ABI_VERSION = 1
VERBS = (
    "company_register", "company_get", "company_configure", "user_add", "user_list",
    "user_remove", "kyc_request", "kyc_record", "kyc_get", "agreement_order",
    "agreement_disable", "agreement_record", "agreement_get", "customer_class_put",
    "customer_class_list", "customer_put", "customer_get", "customer_list", "consumer_record",
    "directory_put", "lookup_list", "distribution_decide", "document_build",
    "document_read", "document_validate", "document_validate_as", "reference_make", "reference_check",
    "rules_list", "invoice_send", "invoice_send_batch", "invoice_resend", "invoice_reroute",
    "invoice_cancel", "invoice_get", "invoice_list", "outbox_list", "outbox_run",
    "outbox_claim", "outbox_settle",
)
Reply = Dict[str, Any]


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


class Office:
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

    def company_register(self, /, **fields: Any) -> Reply:
        """Register the sending company at the exchange."""
        return self._ask("company_register", fields)

    def company_get(self, /, **fields: Any) -> Reply:
        """The company as it stands."""
        return self._ask("company_get", fields)

    def company_configure(self, /, **fields: Any) -> Reply:
        """Change the company's settings."""
        return self._ask("company_configure", fields)

    def user_add(self, /, **fields: Any) -> Reply:
        """Give a further user access at the exchange."""
        return self._ask("user_add", fields)

    def user_list(self, /, **fields: Any) -> Reply:
        """Who has access at the exchange."""
        return self._ask("user_list", fields)

    def user_remove(self, /, **fields: Any) -> Reply:
        """Take a user's access away."""
        return self._ask("user_remove", fields)

    def kyc_request(self, /, **fields: Any) -> Reply:
        """Ask a signer to verify the company."""
        return self._ask("kyc_request", fields)

    def kyc_record(self, /, **fields: Any) -> Reply:
        """Record what became of a verification."""
        return self._ask("kyc_record", fields)

    def kyc_get(self, /, **fields: Any) -> Reply:
        """How far the verification is."""
        return self._ask("kyc_get", fields)

    def agreement_order(self, /, **fields: Any) -> Reply:
        """Order the consumer agreement."""
        return self._ask("agreement_order", fields)

    def agreement_disable(self, /, **fields: Any) -> Reply:
        """End the consumer agreement; confirm=True is mandatory."""
        return self._ask("agreement_disable", fields)

    def agreement_record(self, /, **fields: Any) -> Reply:
        """Record what became of an agreement."""
        return self._ask("agreement_record", fields)

    def agreement_get(self, /, **fields: Any) -> Reply:
        """How far the agreement is."""
        return self._ask("agreement_get", fields)

    def customer_class_put(self, /, **fields: Any) -> Reply:
        """Store a class that new customers inherit from."""
        return self._ask("customer_class_put", fields)

    def customer_class_list(self, /, **fields: Any) -> Reply:
        """The classes of customers."""
        return self._ask("customer_class_list", fields)

    def customer_put(self, /, **fields: Any) -> Reply:
        """Store a customer card."""
        return self._ask("customer_put", fields)

    def customer_get(self, /, **fields: Any) -> Reply:
        """One customer card."""
        return self._ask("customer_get", fields)

    def customer_list(self, /, **fields: Any) -> Reply:
        """The customer cards, page by page."""
        return self._ask("customer_list", fields)

    def consumer_record(self, /, **fields: Any) -> Reply:
        """Record what a consumer has agreed to."""
        return self._ask("consumer_record", fields)

    def directory_put(self, /, **fields: Any) -> Reply:
        """Store what the host knows about a receiver."""
        return self._ask("directory_put", fields)

    def lookup_list(self, /, **fields: Any) -> Reply:
        """What has to be looked up before waiting documents go on."""
        return self._ask("lookup_list", fields)

    def distribution_decide(self, /, **fields: Any) -> Reply:
        """Decide the channel, with the trace, and send nothing."""
        return self._ask("distribution_decide", fields)

    def document_build(self, /, **fields: Any) -> bytes:
        """Build the document; returns its XML."""
        return _checked(*self.call("document_build", _request(fields)))

    def document_read(self, /, **fields: Any) -> Reply:
        """Reads a finished document back into the data that builds it."""
        return self._ask("document_read", fields)

    def document_validate(self, document: bytes, /) -> Reply:
        """Validate a document, given as its XML bytes; returns the findings."""
        if not isinstance(document, bytes):
            raise TypeError(f"document: bytes are needed, not {type(document).__name__}")
        return _json(_checked(*self.call("document_validate", document)))

    def document_validate_as(self, /, **fields: Any) -> Reply:
        """Validate a document by the rules of another day or pack; returns the findings."""
        return self._ask("document_validate_as", fields)

    def reference_make(self, /, **fields: Any) -> Reply:
        """Make a KID, OCR reference, account number, IBAN, organisation number or VAT number."""
        return self._ask("reference_make", fields)

    def reference_check(self, /, **fields: Any) -> Reply:
        """Check such a value; returns how it is written, its parts, and what is wrong."""
        return self._ask("reference_check", fields)

    def rules_list(self, /, **fields: Any) -> Reply:
        """List the official rules of a pack, page by page."""
        return self._ask("rules_list", fields)

    def invoice_send(self, /, **fields: Any) -> Reply:
        """Store an invoice with its decision and delivery."""
        return self._ask("invoice_send", fields)

    def invoice_send_batch(self, /, **fields: Any) -> Reply:
        """Store many invoices."""
        return self._ask("invoice_send_batch", fields)

    def invoice_resend(self, /, **fields: Any) -> Reply:
        """Send a document again on purpose."""
        return self._ask("invoice_resend", fields)

    def invoice_reroute(self, /, **fields: Any) -> Reply:
        """Send a document another way."""
        return self._ask("invoice_reroute", fields)

    def invoice_cancel(self, /, **fields: Any) -> Reply:
        """Call a document off before it has left."""
        return self._ask("invoice_cancel", fields)

    def invoice_get(self, /, **fields: Any) -> Reply:
        """Status and history of one invoice."""
        return self._ask("invoice_get", fields)

    def invoice_list(self, /, **fields: Any) -> Reply:
        """The invoices, page by page."""
        return self._ask("invoice_list", fields)

    def outbox_list(self, /, **fields: Any) -> Reply:
        """Everything that leaves, oldest first."""
        return self._ask("outbox_list", fields)

    def outbox_run(self, /, **fields: Any) -> Reply:
        """Carry what is due with the library's own carriers."""
        return self._ask("outbox_run", fields)

    def outbox_claim(self, /, **fields: Any) -> Reply:
        """Lease deliveries that the caller will carry itself."""
        return self._ask("outbox_claim", fields)

    def outbox_settle(self, /, **fields: Any) -> Reply:
        """Report what became of a leased delivery."""
        return self._ask("outbox_settle", fields)

    def _ask(self, verb: str, fields: Mapping[str, Any]) -> Reply:
        return _json(_checked(*self.call(verb, _request(fields))))

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
