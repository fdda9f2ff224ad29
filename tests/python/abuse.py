"""What no host should do, and some do: each must end in an error, never in a crash or a hang.

    abuse.py [--library PATH]      exit 0: all passed, 1: a failure, 2: called wrongly
"""

import ctypes
import faulthandler
import os
import random
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bindings" / "python"))
import postbud  # noqa: E402

MISUSE, INVALID, PANIC = postbud.Misuse.status, postbud.Invalid.status, postbud.Panic.status
JSON_VERBS = [verb for verb in postbud.VERBS if verb != "document_validate"]
BUSY = [("customer_put", b'{"number":"10","name":"Kari Nordmann"}'), ("customer_list", b"{}"),
        ("distribution_decide", b"{}"), ("document_validate", b"<Invoice/>"), ("outbox_run", b"{}"),
        ("invoice_list", b"{}"), ("customer_put", b"{"), ("invoice_list", b'{"limit":1}')]
LIBRARY = None


def a_closed_office_is_misuse():
    office = opened()
    office.close()
    office.close()
    for verb in postbud.VERBS:
        answers(office, verb, b"{}", {MISUSE})


def invented_handles_are_misuse():
    library, live = postbud.load(LIBRARY), opened()
    some = [random.getrandbits(64) | 1 for _ in range(200)]
    for token in [None, 1, 2, 64, id(live), 2**64 - 1, *some]:
        reply = postbud.Buffer()
        status = library.postbud_customer_list(token, b"{}", 2, ctypes.byref(reply))
        assert status == MISUSE and b'"error"' in ctypes.string_at(reply.data, reply.len), token
        library.postbud_buffer_free(ctypes.byref(reply))
        library.postbud_buffer_free(ctypes.byref(reply))
        library.postbud_close(token)
    assert not reply.data and reply.len == 0
    assert live.call("customer_list")[0] != MISUSE


def bytes_that_are_no_request_are_invalid():
    deep, long = b"[" * 100_000, b'{"company":"' + b"a" * 20_000_000
    bad = [b"{", b"{}\0", b'{"language":"\xff"}', b"\xef\xbb\xbf\xef", b'{"a":1} x', deep, long]
    with opened() as office:
        for verb in JSON_VERBS:
            for request in bad:
                answers(office, verb, request, {INVALID})


def unknown_fields_are_named():
    with opened() as office:
        for verb in JSON_VERBS:
            try:
                getattr(office, verb)(surprise=1)
                raise AssertionError(f"{verb} took an unknown field")
            except postbud.Invalid as fault:
                assert "surprise" in fault.findings[0]["path"], verb


def a_float_never_leaves_the_package():
    with opened() as office:
        try:
            office.invoice_send(lines=[{"price": 0.1}])
            raise AssertionError("a float was taken for money")
        except TypeError as fault:
            assert "lines[0].price" in str(fault)


def garbage_is_never_a_valid_document():
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (i, b"&l%d;" % (i - 1) * 9) for i in range(1, 10))
    bomb = b'<!DOCTYPE a [<!ENTITY l0 "lol">' + laughs + b"]><a>&l9;</a>"
    with opened() as office:
        for document in [b"", b"\0", b"<", os.urandom(5000), b"<a>" * 100_000, bomb]:
            reply = answers(office, "document_validate", document, {0, INVALID})
            assert b'"valid":true' not in reply.replace(b" ", b"") and len(reply) < 1_000_000


def threads_survive_a_close():
    with tempfile.TemporaryDirectory(prefix="postbud-abuse-") as folder:
        for turn in range(20):
            office, faults, served = opened(store=Path(folder) / "a.db"), [], []
            threads = [threading.Thread(target=work, args=(office, *busy, faults, served))
                       for busy in BUSY]
            for thread in threads:
                thread.start()
            time.sleep(0.001 * (1 + turn % 5))
            office.close()
            for thread in threads:
                thread.join(60)
                assert not thread.is_alive(), "a thread hangs"
            assert not faults, faults[0]
            assert served, "no call came before the close, so nothing was tried"


def work(office, verb, request, faults, served):
    """Calls until the office is closed; what is wrong goes into `faults`."""
    try:
        while office.call(verb, request)[0] != MISUSE:
            answers(office, verb, request, set(range(PANIC)))
            served.append(verb)
    except Exception as fault:  # a thread's exception would be printed and forgotten
        faults.append(repr(fault))


def two_stores_are_apart():
    one, two = opened(), opened()
    one.close()
    answers(one, "customer_list", b"", {MISUSE})
    assert two.call("customer_list")[0] not in (MISUSE, PANIC)
    two.close()


def opened(**config):
    return postbud.Office(library=LIBRARY, **(config or {"store": ":memory:"}))


def answers(office, verb, request, allowed):
    """The reply, after a look at the status and, for a failure, at its code and sentence."""
    status, reply = office.call(verb, request)
    assert status in allowed, f"{verb}({request[:60]!r}): status {status}, {reply[:300]!r}"
    error = postbud.PostbudError(reply, status)
    assert status == 0 or (error.code and error.message), f"{verb}: no error in {reply[:300]!r}"
    return reply


CHECKS = [a_closed_office_is_misuse, invented_handles_are_misuse,
          bytes_that_are_no_request_are_invalid, unknown_fields_are_named,
          a_float_never_leaves_the_package, garbage_is_never_a_valid_document,
          threads_survive_a_close, two_stores_are_apart]


def main(arguments):
    global LIBRARY
    if arguments[:1] == ["--library"] and len(arguments) == 2:
        LIBRARY, arguments = arguments[1], []
    if arguments:
        print("usage: abuse.py [--library PATH]", file=sys.stderr)
        return 2
    failed = 0
    for check in CHECKS:
        faulthandler.dump_traceback_later(300, exit=True)  # a call that hangs ends the run
        says = check.__name__.replace("_", " ")
        try:
            check()
            print("ok - abuse :", says)
        except (AssertionError, postbud.PostbudError) as fault:
            failed += 1
            print(f"not ok - abuse : {says}\n    {fault!r}")
    print(f"{len(CHECKS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
