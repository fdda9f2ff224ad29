"""Holds the answers of two builds of the library against each other, for changes that no caller may
see.

    same_answers.py OLD NEW [--calls N] [--seed N]
                                  exit 0: the same, 1: a difference, 2: wrong usage

Each library is asked in a process of its own: every step of every journey, then N calls (5,000)
that are journey requests with something changed in them, and at last what the stores that the OLD
library wrote say when they are opened. Status and every field of each reply count; ids and the
machine's own times are numbered in the order in which they appear.
"""

import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS / "python"))
import journey  # noqa: E402

NOW = "2026-11-23T10:00:00Z"
IDS = re.compile(r"\b(?:doc|dlv|lse|run|lea)_[0-9A-Za-z]{6,}\b|\b[0-9a-f]{32}\b"
                 r"|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")
FOLDER = re.compile(r"/[\w./-]*(?:postbud-journey-|same-answers-)\w+")


def main(arguments):
    if arguments[:1] == ["--ask"]:
        return ask(*arguments[1:])
    options = {"--calls": "5000", "--seed": "1"}
    files = []
    while arguments:
        word = arguments.pop(0)
        if word in options and arguments:
            options[word] = arguments.pop(0)
        else:
            files.append(word)
    if len(files) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="same-answers-") as folder:
        answers = []
        for name, library in zip(["old", "new"], files):
            out = Path(folder, f"{name}.jsonl")
            stores = Path(folder, "stores")
            subprocess.run([sys.executable, __file__, "--ask", str(Path(library).resolve()),
                            str(out), str(stores), options["--calls"], options["--seed"]],
                           check=True)
            answers.append(out.read_text().splitlines())
        return compare(*answers)


def compare(old, new):
    differ = [(a, b) for a, b in zip(old, new) if a != b]
    for a, b in differ[:20]:
        print(f"old {a[:1500]}\nnew {b[:1500]}\n")
    print(f"{len(old)} answers of the old library, {len(new)} of the new, {len(differ)} differ")
    good = len(old) == len(new) and old and not differ
    print(f"{len(old) - len(differ)} passed, {len(differ) + (not good and not differ)} failed")
    return 0 if good else 1


def ask(library, out, stores, calls, seed):
    """Writes one line for each answer."""
    scripts = sorted((TESTS / "journeys").glob("*.json"))
    with open(out, "w") as file:
        writer = Writer(file)
        ended = []
        for script in scripts:
            ended.append(play(library, script, writer))
        generated(library, ended, writer, int(calls), random.Random(int(seed)))
        keep_stores(library, scripts, Path(stores))
        for store in sorted(Path(stores).glob("*.db")):
            look_into(library, store, writer)
    return 0


class Writer:
    def __init__(self, file):
        self.file, self.seen = file, {}

    def say(self, what, status, reply):
        text = reply.decode("utf-8", "replace")
        text = FOLDER.sub("<folder>", text)
        text = IDS.sub(lambda hit: self.seen.setdefault(hit[0], f"<{len(self.seen)}>"), text)
        self.file.write(json.dumps([what, status, text], ensure_ascii=False) + "\n")

    def forget(self):
        self.seen = {}


def play(library, script, writer, store=None):
    """Plays a journey; the calls that it made, as they were sent."""
    script_json = json.loads(script.read_bytes())
    config = dict(script_json["config"])
    if store:
        config["store"] = str(store)
    made = []
    with tempfile.TemporaryDirectory(prefix="postbud-journey-") as folder:
        run = journey.Journey(config, folder, library, None)
        run.opened()
        for at, step in enumerate(script_json["steps"]):
            if "reopen" in step:
                if not store:
                    run.opened()
                continue
            try:
                status, reply = run.ask(step)
                run.faults_of_reply(step, reply)
            except (KeyError, journey.Unusable) as fault:
                status, reply = -1, repr(fault).encode()
            if writer:
                writer.say(f"{script.stem}/{at}", status, reply)
            if isinstance(step.get("request"), dict) and step["verb"] != "document_validate":
                made.append((step["verb"], step["request"]))
        run.close()
    if writer:
        writer.forget()
    return script, made


def generated(library, ended, writer, calls, chance):
    """Requests of a journey with something changed, put to an office that has played it."""
    each = max(1, calls // len(ended))
    for script, made in ended:
        if not made:
            continue
        script_json = json.loads(script.read_bytes())
        with tempfile.TemporaryDirectory(prefix="postbud-journey-") as folder:
            run = journey.Journey(script_json["config"], folder, library, None)
            run.opened()
            for step in script_json["steps"]:
                if "reopen" not in step:
                    try:
                        _, reply = run.ask(step)
                        run.faults_of_reply(step, reply)
                    except (KeyError, journey.Unusable):
                        pass
            for at in range(each):
                verb, request = chance.choice(made)
                request = changed(json.loads(json.dumps(request)), chance)
                try:
                    request = run.expanded(request)
                except KeyError:
                    request = {}
                if isinstance(request, dict):
                    request.setdefault("now", NOW)
                status, reply = run.office.call(verb, json.dumps(request).encode())
                writer.say(f"{script.stem}+{at} {verb}", status, reply)
            run.close()
            writer.forget()


ODD = ["", " ", "x", "0", "-1", "1.005", "99999999999", "NO", "SE", "æøå", "987654325", "a@b.no",
       "2026-11-24", "2030-01-01T00:00:00Z", None, True, 7, [], {}, "S", "credit_note", "email"]


def changed(node, chance):
    """Changes one to three places somewhere in the request."""
    for _ in range(chance.randint(0, 3)):
        holders = [n for n in walk(node) if isinstance(n, (dict, list)) and n]
        if not holders:
            break
        holder = chance.choice(holders)
        keys = [k for k in (holder if isinstance(holder, dict) else range(len(holder))) if k != "now"]
        if not keys:
            continue
        key = chance.choice(keys)
        kind = chance.randint(0, 4)
        if kind == 0 and isinstance(holder, dict):
            del holder[key]
        elif kind == 1 and isinstance(holder, dict):
            holder[str(key) + "x"] = holder.pop(key)
        elif kind == 2 and isinstance(holder[key], str) and holder[key]:
            text = holder[key]
            at = chance.randrange(len(text))
            holder[key] = text[:at] + chance.choice("019 -xé") + text[at + 1:]
        elif kind == 3 and isinstance(holder, list):
            holder.append(json.loads(json.dumps(holder[key])))
        else:
            holder[key] = chance.choice(ODD)
    return node


def walk(node):
    yield node
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else []
    for child in children:
        yield from walk(child)


def keep_stores(library, scripts, stores):
    """The stores that the old library leaves after its journeys; the new one only reads them."""
    if stores.exists():
        return
    stores.mkdir()
    for script in scripts:
        play(library, script, None, stores / f"{script.stem}.db")


def look_into(library, store, writer):
    with tempfile.TemporaryDirectory(prefix="same-answers-") as folder:
        for part in store.parent.glob(store.name + "*"):
            shutil.copy(part, folder)
        try:
            office = journey.postbud.Office(library=library, store=str(Path(folder, store.name)),
                                            allow_now=True)
        except journey.postbud.PostbudError as fault:
            writer.say(f"{store.stem} opens", fault.status, fault.reply)
            return
        for company in ["987654325", "123456785", "910000012", "988077917", "5560360793"]:
            whose = {"company": company, "now": NOW}
            for verb in ["company_get", "kyc_get", "agreement_get", "user_list", "customer_list",
                         "customer_class_list", "lookup_list", "invoice_list", "outbox_list",
                         "distribution_decide"]:
                status, reply = office.call(verb, json.dumps(whose).encode())
                writer.say(f"{store.stem} {verb} {company}", status, reply)
                if verb == "invoice_list" and status == 0:
                    for row in json.loads(reply).get("invoices", []):
                        asked = dict(whose, number=row["number"], type=row["type"])
                        status, reply = office.call("invoice_get", json.dumps(asked).encode())
                        writer.say(f"{store.stem} invoice_get", status, reply)
            status, reply = office.call("outbox_claim", json.dumps(whose).encode())
            writer.say(f"{store.stem} outbox_claim {company}", status, reply)
        office.close()
        writer.forget()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
