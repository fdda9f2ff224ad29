# Sends one invoice, and shows which way it goes, why, and what was found.
#
#   $ LD_LIBRARY_PATH=target/release PYTHONPATH=bindings/python python3 examples/python/send_invoice.py
import json
import sys

import postbud


def data(name):
    with open(f"examples/data/{name}.json", encoding="utf-8") as file:
        return json.load(file)


# In memory, and with the moment to judge at in each request, as no real program has it.
with postbud.Office(store=":memory:", allow_now=True) as office:
    office.company_register(**data("company"))
    office.customer_put(**data("customer"))
    try:
        sent = office.invoice_send(**data("invoice"))
    except postbud.PostbudError as fault:
        # The findings stand in fault.findings.
        print(f"{fault.code}: {fault.message}")
        sys.exit(fault.status)

print(f"{sent['state']}, by {sent['channel']}")
for step in sent["decision"]["trace"]:
    print(f"{step['step']} is {step['result']} ({step['code']}): {step['message']}")
for found in sent["findings"]:
    print(f"{found['severity']} at {found['path']} ({found['rule']}): {found['message']}")
