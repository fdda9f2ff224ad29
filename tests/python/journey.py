"""Runs the scripts in tests/journeys through the Python package, as a host written in Python would.

    journey.py [--library PATH] [--schema FILE] FILE.json...
                                  exit 0: all passed, 1: failures, 2: wrong usage

The runners in C, C++, Python and C# give a script the same meaning. A member that the runner does
not know is a failure, so that no expectation is skipped in silence. So is a call without a time:
`now` in its request, or at_any_time (see the runner in C). A JSON request goes through the method
of its verb; what the package would not let out (a float, a request that is no object), raw
text and bytes go through `call`. With a schema every request and reply is held to it.
"""

import json
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bindings" / "python"))
import postbud  # noqa: E402

STATUSES = ["OK", "MISUSE", "INVALID", "NOT_FOUND", "CONFLICT", "NOT_READY", "UNAVAILABLE",
            "REFUSED", "STORAGE", "PANIC"]
JOURNEY = {"says", "config", "steps"}
STEP = {"says", "verb", "at_any_time", "request", "request_text", "request_kept", "status", "reply",
        "reply_contains", "keep", "keep_bytes"}
FORMS = {"request", "request_text", "request_kept"}


def main(arguments):
    library = None
    if arguments[:1] == ["--library"] and len(arguments) > 1:
        library, arguments = arguments[1], arguments[2:]
    contract = None
    if arguments[:1] == ["--schema"] and len(arguments) > 1:
        from contract import Contract  # only here: the package itself needs nothing

        contract, arguments = Contract(Path(arguments[1])), arguments[2:]
    if not arguments or arguments[0].startswith("-"):
        print("usage: journey.py [--library PATH] [--schema FILE] FILE.json...", file=sys.stderr)
        return 2
    passed = failed = 0
    for file in arguments:
        for says, why in run(Path(file), library, contract):
            print("not ok" if why else "ok", "-", Path(file).stem, ":", says)
            for line in "\n".join(why).splitlines():
                print("   ", line)
            sys.stdout.flush()
            passed, failed = passed + (not why), failed + bool(why)
    if contract:
        print(f"{contract.checked} requests and replies held to the schema")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def run(file, library, contract=None):
    """Yields each step's sentence and what is wrong with it."""
    try:
        script = json.loads(file.read_bytes())
        says, config, steps = script["says"], script["config"], script["steps"]
        assert isinstance(says, str) and isinstance(config, dict) and isinstance(steps, list)
        assert steps
    except (OSError, ValueError, LookupError, TypeError, AssertionError):
        yield "opens", [f"{file} is not a JSON file with says, config and steps"]
        return
    with tempfile.TemporaryDirectory(prefix="postbud-journey-") as folder:
        journey = Journey(config, folder, library, contract)
        why = unknown(script, JOURNEY) + journey.opened()
        if why:
            yield "opens", why
        for step in steps:
            step = step if isinstance(step, dict) else {}
            yield step.get("says", "?"), journey.step(step)
        journey.close()


class Journey:
    def __init__(self, config, folder, library, contract):
        self.config, self.library, self.contract = config, library, contract
        self.kept = {"dir": folder}
        self.office = None

    def opened(self):
        """Opens the office; what is wrong, if it does not."""
        self.close()
        try:
            self.office = postbud.Office(library=self.library, **self.expanded(self.config))
        except postbud.PostbudError as fault:
            return ["expected OK", f"got {name(fault.status)} {shown(fault.reply)}"]
        except (KeyError, TypeError, ValueError) as fault:
            return [f"the config cannot be used: {fault!r}"]
        return []

    def close(self):
        if self.office:
            self.office.close()
        self.office = None

    def step(self, step):
        why = [] if isinstance(step.get("says"), str) else ["the step has no says"]
        if "reopen" in step:
            why += unknown(step, {"says", "reopen"})
            why += [] if step["reopen"] is True else ["reopen is not true"]
            return why + self.opened()
        why += unknown(step, STEP) + faults_of_time(step)
        if step.get("verb") not in postbud.VERBS or not isinstance(step.get("status"), str):
            return why + [f"no verb \"{step.get('verb')}\", or the step has no status"]
        if not self.office:
            return why + ["the office is not open"]
        try:
            status, reply = self.ask(step)
            why += [] if name(status) == step["status"] else ["the status differs"]
            why += [] if status == 0 else faults_of_error(reply)
            why += self.faults_of_reply(step, reply)
            if self.contract:
                asked = self.expanded(step["request"]) if "request" in step else None
                got = parsed(reply)
                got = None if got is NOTHING else got
                why += self.contract.faults(step["verb"], status, asked, got)
        except KeyError as missing:
            return why + [f'nothing was kept as "{missing.args[0]}"']
        except Unusable as fault:
            return why + [str(fault)]
        if why:
            pattern = compact(step["reply"]) if "reply" in step else "nothing"
            why.append(f"expected {step['status']} {pattern}")
            why.append(f"got      {name(status)} {shown(reply)}")
        return why

    def ask(self, step):
        """Status and reply; a reply that the package parsed is written as JSON again."""
        forms = FORMS & set(step)
        if len(forms) > 1 or not all(isinstance(step[form], str) for form in forms - {"request"}):
            raise Unusable("a step has one request, one request_text or one request_kept")
        verb = step["verb"]
        if "request_text" in step:
            return self.office.call(verb, self.expand(step["request_text"]).encode())
        if "request_kept" in step:
            return self.office.call(verb, as_bytes(self.kept[step["request_kept"]]))
        if "request" not in step:
            return self.office.call(verb)
        request = self.expanded(step["request"])
        if not isinstance(request, dict) or holds_float(request) or verb == "document_validate":
            return self.office.call(verb, json.dumps(request).encode())
        try:
            reply = getattr(self.office, verb)(**request)
        except postbud.PostbudError as fault:
            return fault.status, fault.reply
        return 0, as_bytes(reply)

    def faults_of_reply(self, step, reply):
        why = []
        got = parsed(reply)
        if "reply" in step:
            expected = self.expanded(step["reply"])
            why += ["the reply is not JSON"] if got is NOTHING else mismatches(expected, got, "")
        parts = step.get("reply_contains", [])
        if not isinstance(step.get("keep_bytes", ""), str):
            raise Unusable("keep_bytes is not a name")
        if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
            raise Unusable("reply_contains is not a list of text")
        for part in map(self.expand, parts):
            why += [] if part.encode() in reply else [f"the reply does not contain {part}"]
        keep = step.get("keep", {})
        if not isinstance(keep, dict) or not all(isinstance(where, str) for where in keep.values()):
            raise Unusable("keep is not an object of JSON pointers")
        for key, pointer in keep.items():
            value = at_pointer(got, pointer)
            if value in (None, NOTHING):
                why.append(f"nothing to keep at {pointer}")
            else:
                self.kept[key] = value
        if "keep_bytes" in step:
            self.kept[step["keep_bytes"]] = reply
        return why

    def expanded(self, node):
        """A copy with every ${name} filled in. A text that is nothing but ${name} becomes the kept
        value itself, so that an object or a number can be sent back as it came."""
        if isinstance(node, dict):
            return {key: self.expanded(item) for key, item in node.items()}
        if isinstance(node, list):
            return [self.expanded(item) for item in node]
        if not isinstance(node, str):
            return node
        alone = re.fullmatch(r"\$\{([^}]*)\}", node)
        if alone and not isinstance(self.kept[alone[1]], bytes):
            return self.kept[alone[1]]
        return self.expand(node)

    def expand(self, text):
        return re.sub(r"\$\{([^}]*)\}", lambda hit: as_bytes(self.kept[hit[1]]).decode(), text)


class Unusable(Exception):
    """The step itself is wrong."""


NOTHING = object()  # what is not there, since None is JSON's null


def mismatches(expected, got, path):
    """Every expected member must be there and match; what the reply has beyond is its own."""
    if expected == "*" and got not in (None, NOTHING):
        return []
    if isinstance(expected, dict) and isinstance(got, dict):
        return [fault for key, item in expected.items()
                if not (item == "$absent" and got.get(key) is None)
                for fault in mismatches(item, got.get(key, NOTHING), f"{path}/{key}")]
    if isinstance(expected, list) and isinstance(got, list) and len(expected) == len(got):
        return [fault for place, (item, value) in enumerate(zip(expected, got))
                for fault in mismatches(item, value, f"{path}/{place}")]
    # True == 1 in Python, not in JSON.
    alike = isinstance(expected, bool) == isinstance(got, bool)
    if alike and not isinstance(expected, (dict, list)) and expected == got:
        return []
    said = "nothing" if got is NOTHING else compact(got)
    return [f"{path or '/'}: expected {compact(expected)}, got {said}"]


def at_pointer(node, pointer):
    if pointer and not pointer.startswith("/"):
        return NOTHING
    for key in pointer.split("/")[1:]:
        key = key.replace("~1", "/").replace("~0", "~")
        if isinstance(node, list) and key.isdigit() and int(key) < len(node):
            node = node[int(key)]
        else:
            node = node.get(key, NOTHING) if isinstance(node, dict) else NOTHING
    return node


def faults_of_time(step):
    """A call without a time would be judged by the machine's clock."""
    request, text = step.get("request"), step.get("request_text")
    now = request.get("now") if isinstance(request, dict) else None
    has_time = isinstance(now, str) and now or isinstance(text, str) and '"now"' in text
    always = "at_any_time" in step
    why = ["at_any_time is not true"] if always and step["at_any_time"] is not True else []
    why += ["the call has a time, and says at_any_time"] if always and has_time else []
    untimed = not always and not has_time
    return why + (["the call has no time: give its request now, or say at_any_time"]
                  if untimed else [])


def faults_of_error(reply):
    """The interface promises a code and a sentence with every failure, whatever is expected."""
    code, message = (at_pointer(parsed(reply), f"/error/{part}") for part in ("code", "message"))
    good = all(isinstance(text, str) and text for text in (code, message))
    return [] if good else ["a failure without error.code and error.message"]


def unknown(members, known):
    return [f"this runner does not know \"{member}\"" for member in members if member not in known]


def holds_float(node):
    if isinstance(node, dict):
        return any(map(holds_float, node.values()))
    return any(map(holds_float, node)) if isinstance(node, list) else isinstance(node, float)


def parsed(reply):
    try:
        return json.loads(reply.decode())
    except ValueError:
        return NOTHING


def as_bytes(value):
    if isinstance(value, bytes):
        return value
    return (value if isinstance(value, str) else compact(value)).encode()


def compact(value):
    """JSON as the library writes it, so that reply_contains means the same in every runner."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False, default=float)


def shown(reply):
    return reply[:2000].decode(errors="replace")


def name(status):
    return STATUSES[status] if 0 <= status < len(STATUSES) else "UNKNOWN"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
