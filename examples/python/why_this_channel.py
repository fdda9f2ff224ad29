# Asks which way a document to a consumer would take, and why. Nothing is sent.
#
#   $ LD_LIBRARY_PATH=target/release PYTHONPATH=bindings/python python3 examples/python/why_this_channel.py
import datetime
import json
import tempfile

import postbud


def data(name):
    with open(f"examples/data/{name}.json", encoding="utf-8") as file:
        return json.load(file)


now = datetime.datetime(2026, 11, 23, 8, tzinfo=datetime.timezone.utc)
with tempfile.TemporaryDirectory() as folder:
    with postbud.Office(store=":memory:", folder=folder, allow_now=True) as office:
        office.company_register(**data("company"))
        office.outbox_run(now=now)  # carries the registration
        office.customer_put(**data("consumer"), mode="automatic")
        decided = office.distribution_decide(customer="20001", now=now)["decisions"][0]

print(f"{decided['name']}: {decided['outcome']}")
for step in decided["decision"]["trace"]:
    print(f"{step['step']} is {step['result']} ({step['code']}): {step['message']}")
