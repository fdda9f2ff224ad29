"""The JSON Schema of every request and reply, as it is shipped, against what journeys say and get.

What a library answers is held to the schema of its reply; what a journey asks is held to the schema
of its request wherever it was answered OK, for a bad request is bad on purpose.
"""

import json

from jsonschema import Draft202012Validator, FormatChecker


class Contract:
    def __init__(self, file):
        whole = json.loads(file.read_bytes())
        shared = whole["$defs"]
        self.validators = {}
        entries = {**whole["verbs"], "error": {"reply": whole["error"]}}
        for verb, parts in entries.items():
            for part in ("request", "reply"):
                schema = parts.get(part)
                if isinstance(schema, dict):
                    self.validators[verb, part] = Draft202012Validator(
                        {**schema, "$defs": shared}, format_checker=FormatChecker(["date"]))
        self.checked = 0

    def faults(self, verb, status, request, reply):
        """What of a call is not as its schema has it."""
        found = []
        if status == 0:
            # A batch is answered OK though one of its documents be bad: that one is told in place.
            whole = '"error": {' not in json.dumps(reply) if verb == "invoice_send_batch" else True
            found += self._faults(verb, "request", request if whole else None)
            found += self._faults(verb, "reply", reply)
        else:
            found += self._faults("error", "reply", reply)
        return found

    def _faults(self, verb, part, value):
        validator = self.validators.get((verb, part))
        if validator is None or value is None:
            return []
        self.checked += 1
        faults = list(validator.iter_errors(value))[:3]
        return [f"{verb} {part} {fault.json_path}: {fault.message[:200]}" for fault in faults]
