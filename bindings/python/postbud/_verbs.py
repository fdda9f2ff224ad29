"""The verbs of an office, made from include/postbud.h: `make header` rewrites them."""

from typing import Any, Dict, Mapping

VERBS = (
    "company_register",
    "company_get",
    "company_configure",
    "user_add",
    "user_list",
    "user_remove",
    "kyc_request",
    "kyc_record",
    "kyc_get",
    "agreement_order",
    "agreement_disable",
    "agreement_record",
    "agreement_get",
    "customer_class_put",
    "customer_class_list",
    "customer_put",
    "customer_get",
    "customer_list",
    "consumer_record",
    "directory_put",
    "lookup_list",
    "distribution_decide",
    "document_build",
    "document_read",
    "document_validate",
    "document_validate_as",
    "reference_make",
    "reference_check",
    "rules_list",
    "invoice_send",
    "invoice_send_batch",
    "invoice_resend",
    "invoice_reroute",
    "invoice_cancel",
    "invoice_get",
    "invoice_list",
    "outbox_run",
    "outbox_claim",
    "outbox_settle",
    "outbox_list",
)
Reply = Dict[str, Any]


class Verbs:
    """What an office can be asked for. `Office` says how the library is called."""

    def _ask(self, verb: str, fields: Mapping[str, Any]) -> Reply:
        raise NotImplementedError

    def _fetch(self, verb: str, fields: Mapping[str, Any]) -> bytes:
        raise NotImplementedError

    def _judge(self, verb: str, document: bytes) -> Reply:
        raise NotImplementedError

    def company_register(self, /, **fields: Any) -> Reply:
        """Registers a company at the exchange: its data, the exchange user, the accepted terms.

        All faults are reported at once, each with its field. The registration leaves through the
        outbox; until it has been carried the company is registering, and documents wait. The
        same company again gives the same answer. With draft true nothing is stored, and OK is
        answered with the filled-in form and all that is wrong with it. Invalid: data, or terms
        not accepted. Conflict: registered with other data, or another account at the exchange
        holds the number. NotReady: an API key is given and the handle has no secrets_key.
        Refused: the role does not activate.

        Request: {"organisation_number", "country", "name", "address": {"street", "post_code",
        "place"}, "email", "phone", "bank_account", "vat_registered", "company_form", "f_tax",
        "activated_on", "sub_unit_of", "exchange_user": {"kind": "new", "name", "email", "phone"}
        or {"kind": "existing", "user_name", "api_key"}, "prefill", "terms": {"accepted",
        "version", "accepted_by"}, "draft"}
        Reply: {"company", "draft", "findings"}
        """
        return self._ask("company_register", fields)

    def company_get(self, /, **fields: Any) -> Reply:
        """Shows the company: registration, verification, agreement, settings, and the next step.

        Request: {}
        Reply: the company with registration, verification, agreement, settings, modes, next_step
        """
        return self._ask("company_get", fields)

    def company_configure(self, /, **fields: Any) -> Reply:
        """Changes settings; what is left out stays as it is. Delivery settings (email, print,
        contact, sender_name, email_text, email_pdf, mark_attachments, own_pdf, print_colour,
        ask_consumers, ask_days, exchange_asks) are the right of exchange_admin, b2c and
        activation_by that of who activates, the others that of agency and company_admin; Refused
        says who may. Waiting documents are decided again.

        Request: {"email", "print", "b2c", "default_buyer_reference", "mobile_field",
        "payment_days", "contact": {"name", "phone", "email"}, "sender_name", "email_text",
        "email_pdf": "attached", "merged" or "link", "mark_attachments", "own_pdf",
        "print_colour", "ask_consumers", "ask_days", "exchange_asks", "lookup_hours",
        "claim_ground", "activation_by": ["agency", ...]}
        Reply: the settings
        """
        return self._ask("company_configure", fields)

    def user_add(self, /, **fields: Any) -> Reply:
        """Gives a further user access at the exchange, through the outbox. NotReady before the
        company is registered; Conflict: the user is there with other data. Right: activation or
        exchange_admin.

        Request: {"name", "email", "phone", "level": "admin" or "user"}
        Reply: {"user_name", "name", "phone", "level", "state", "has_access", "has_api_key", ...}
        """
        return self._ask("user_add", fields)

    def user_list(self, /, **fields: Any) -> Reply:
        """Lists who has access at the exchange; the user of the registration comes first.

        Request: {}
        Reply: {"users"}
        """
        return self._ask("user_list", fields)

    def user_remove(self, /, **fields: Any) -> Reply:
        """Takes a user's access away, through the outbox. NotFound: no such user. Conflict: the
        company was registered with that user. Right: activation or exchange_admin.

        Request: {"email"}
        Reply: as user_add
        """
        return self._ask("user_remove", fields)

    def kyc_request(self, /, **fields: Any) -> Reply:
        """Asks a signer to verify the company (know your customer). Asking again replaces the open
        request. Conflict: already signed.

        Request: {"signer_email", "locale"}
        Reply: as kyc_get
        """
        return self._ask("kyc_request", fields)

    def kyc_record(self, /, **fields: Any) -> Reply:
        """Records what the exchange said about the verification: sent, forwarded (to another
        signer), signed or canceled. A signature lets everything go that waited for it.

        Request: {"event": "sent", "forwarded", "signed" or "canceled", "signer_email", "at"}
        Reply: as kyc_get
        """
        return self._ask("kyc_record", fields)

    def kyc_get(self, /, **fields: Any) -> Reply:
        """Shows how far the verification is. Companies activated before 2022-07-01 are exempt.

        Request: {}
        Reply: {"state", "company_state", "may_send", "signer_email", "signed_at", ...}
        """
        return self._ask("kyc_get", fields)

    def agreement_order(self, /, **fields: Any) -> Reply:
        """Orders the consumer (B2C) agreement: one for eFaktura and Vipps. Needs a registered
        Norwegian company (Refused, NotReady) and the setting b2c (NotReady). Conflict: there is
        one already.

        Request: {"signer_name", "signer_email", "move", "capture": {"bank_account",
        "reference_position": "1-5", "kid_length": "12"}}
        Reply: as agreement_get
        """
        return self._ask("agreement_order", fields)

    def agreement_disable(self, /, **fields: Any) -> Reply:
        """Ends the agreement, through the outbox; no consumer is reached through it from now on.
        Invalid without confirm. Conflict: there is no active agreement.

        Request: {"confirm": true}
        Reply: as agreement_get
        """
        return self._ask("agreement_disable", fields)

    def agreement_record(self, /, **fields: Any) -> Reply:
        """Records what the exchange said: mail_sent, signed, active (without a signature, where it
        works so), declined, held_elsewhere, ended, or polled when there was nothing new; or that
        an agreement from before 2018-12-20 is carried over. Conflict: the state does not allow
        it.

        Request: {"event": "mail_sent", "signed", "active", "declined", "held_elsewhere",
        "ended", "polled" or "carried_over", "at", "holder", "old": "both", "efaktura" or
        "vipps", "without_vipps"}
        Reply: as agreement_get
        """
        return self._ask("agreement_record", fields)

    def agreement_get(self, /, **fields: Any) -> Reply:
        """Shows how far the agreement is at the moment of the call. A signed one is active one hour
        after the signature at the latest, and in every bank after 24 hours.

        Request: {}
        Reply: {"state", "status_text", "message", "visible_at", "all_banks_at", "next_poll_at",
        ...}
        """
        return self._ask("agreement_get", fields)

    def customer_class_put(self, /, **fields: Any) -> Reply:
        """Adds a class of customers, or replaces what new customers inherit from it. Customers who
        are there already stay as they are.

        Request: {"name", "mode", "efaktura", "omit_pdf", "first_attachment_is_image"}
        Reply: the class
        """
        return self._ask("customer_class_put", fields)

    def customer_class_list(self, /, **fields: Any) -> Reply:
        """Lists the classes of customers.

        Request: {}
        Reply: {"classes"}
        """
        return self._ask("customer_class_list", fields)

    def customer_put(self, /, **fields: Any) -> Reply:
        """Adds a customer or replaces his card. What his distribution mode needs is checked now,
        not when an invoice fails. NotReady: automatic or electronic before the company is
        registered.

        Request: {"number", "name", "kind": "business" or "private", "organisation_number",
        "vat_number", "address", "mobile", "phones", "email", "endpoint": {"scheme", "id"},
        "buyer_reference", "class", "mode": "automatic", "electronic", "email", "print" or
        "self", "efaktura", "omit_pdf", "first_attachment_is_image", "host_key", ...}
        Reply: {"customer", "findings"}
        """
        return self._ask("customer_put", fields)

    def customer_get(self, /, **fields: Any) -> Reply:
        """Shows a customer, with what is known of a consumer.

        Request: {"number"}
        Reply: the customer, with what is known of a consumer
        """
        return self._ask("customer_get", fields)

    def customer_list(self, /, **fields: Any) -> Reply:
        """Lists the customers, page by page in order of their numbers.

        Request: {"limit": 1 to 1000, "cursor"}
        Reply: {"customers", "next_cursor"}
        """
        return self._ask("customer_list", fields)

    def consumer_record(self, /, **fields: Any) -> Reply:
        """Records what the outside world said about a consumer: eFaktura agreement, yes to all,
        Vipps. Documents that waited for a look-up are decided again.

        Request: {"customer", "efaktura", "yes_to_all", "vipps", "efaktura_id", "as_of"}
        Reply: what is known now
        """
        return self._ask("consumer_record", fields)

    def directory_put(self, /, **fields: Any) -> Reply:
        """Records what a directory said about electronic addresses: receives, not_registered or
        failed. A failed look-up is not a no: documents wait for it. Those that waited are
        decided again.

        Request: {"entries": [{"endpoint" or "organisation_number" and "country", "answer":
        "receives", "not_registered" or "failed", "documents", "as_of"}]}
        Reply: {"kept", "released"}
        """
        return self._ask("directory_put", fields)

    def lookup_list(self, /, **fields: Any) -> Reply:
        """Lists what has to be looked up before waiting documents can go on: addresses of
        businesses, to be answered with directory_put, and consumers, to be answered with
        consumer_record.

        Request: {}
        Reply: {"lookups": [{"kind", "customer", "endpoint", "mobile", "documents", ...}]}
        """
        return self._ask("lookup_list", fields)

    def distribution_decide(self, /, **fields: Any) -> Reply:
        """Decides without sending: for an invoice, for a customer, or for the whole customer list
        page by page. Every step of the order comes with its result, a stable code and a
        sentence; with brief only the channel and its code, so that 100,000 customers fit one
        call.

        Request: {"invoice"} or {"customer", "document_type"} or {"limit", "cursor"}, "brief",
        "all_channels"
        Reply: {"decisions": [{"customer", "outcome", "code", "decision": {"outcome", "channel",
        "shown_also_in", "trace"}, "attachments": [{"name", "channel", "action", "code"}]}],
        "summary", "next_cursor"}
        """
        return self._ask("distribution_decide", fields)

    def document_build(self, /, **fields: Any) -> bytes:
        """Builds the PEPPOL BIS Billing 3.0 payload of an invoice or credit note; nothing is
        stored.

        On OK the reply holds the bytes of the XML, else JSON. Seller and buyer are given in full
        or by reference. VAT rates are checked for Norwegian and Swedish sellers. A document with
        rarer terms, or of a seller elsewhere, is judged by the official rules before it is
        answered.

        Request: {"invoice", "seller", "buyer"}
        Reply: the XML
        """
        return self._fetch("document_build", fields)

    def document_read(self, /, **fields: Any) -> Reply:
        """Reads a finished document back into the data that builds it.

        Any invoice or credit note of BIS Billing 3.0: invoice, seller and buyer of the reply are
        a request of document_build, which writes the same content again. What has no business
        term is kept in invoice.other, put back when it is built, and named in findings. The
        document is not judged here.

        Request: {"document"}
        Reply: {"document_type", "invoice", "seller", "buyer", "totals", "findings"}
        """
        return self._ask("document_read", fields)

    def document_validate(self, document: bytes, /) -> Reply:
        """Judges a finished document: the request is the XML itself, not JSON.

        By the UBL 2.1 schema, EN 16931 and Peppol BIS Billing 3.0 (or self-billing, if the
        document says so) in the releases in force today. OK whenever there is a verdict. valid
        is false on any fatal finding, null while anything was not judged, else true.

        Request: the XML
        Reply: {"valid", "document_type", "findings", "evaluated", "not_evaluated", "rule_pack",
        ...}
        """
        return self._judge("document_validate", document)

    def document_validate_as(self, /, **fields: Any) -> Reply:
        """Judges a finished document by the rules of another day, or by a pack that is named.

        The document is the XML as text. Without pack and day: as document_validate.

        Request: {"document", "pack": "3.0.20", "3.0.21" or "self-billing 3.0.2", or "day"}
        Reply: as document_validate
        """
        return self._ask("document_validate_as", fields)

    def reference_make(self, /, **fields: Any) -> Reply:
        """Makes a KID, OCR reference, account number, IBAN, organisation number or VAT number.

        A KID of the company's agreement capture needs its parts only: length and position of the
        customer are known.

        Request: {"kind": "kid", "parts": {"customer_number", "payment_type", "invoice_number"}
        or "digits", "modulus": 10 or 11, "length", "customer_position": "1-5",
        "payment_type_position", "level", "country", "card_type", "creditor_number"}
        Reply: {"kind", "value", "print", "check_digit", "parts"}
        """
        return self._ask("reference_make", fields)

    def reference_check(self, /, **fields: Any) -> Reply:
        """Checks such a value, and shows how it is written and what it is made of.

        A wrong value is OK with "valid": false and a finding. Without kind, all that fit are
        listed.

        Request: {"kind", "value", "modulus": 10 or 11, "length" or "lengths",
        "customer_position", "level": "none", "soft", "hard", "length_digit" or "fixed_length",
        "country"}
        Reply: {"valid", "kind", "normal", "print", "check_digit", "parts", "findings", "guess"}
        """
        return self._ask("reference_check", fields)

    def rules_list(self, /, **fields: Any) -> Reply:
        """Lists the official rules of a pack with severity, business terms and sentences, page by
        page.

        Without pack and day: the rules in force today.

        Request: {"pack", "day", "limit": 1 to 1000, "cursor"}
        Reply: {"rule_pack", "total", "rules", "next_cursor"}
        """
        return self._ask("rules_list", fields)

    def invoice_send(self, /, **fields: Any) -> Reply:
        """Sends an invoice or credit note: decided, built, checked, stored and queued in one
        transaction.

        Before registration or verification it is stored all the same and waits (waiting_for).
        The same number with the same content replays the earlier answer (replayed true); with
        other content it is a Conflict. Invalid: every finding at once, or no channel reaches the
        customer. Refused: a claim that may not be made against a consumer. A finished BIS
        Billing 3.0 document is judged and carried unchanged.

        Request: {"invoice": {"type", "number", "issue_date", "customer", "lines": [{"name",
        "quantity", "unit", "price", "vat": {"rate", "category"}}], "attachments": [{"name",
        "content" in base64 or "uri", "send", "required", "image"}], "claim": {"ground",
        "consented"}, "distribution": {"force", "forbid", "order", "email_text", "email"}, ...}}
        or {"document": {"xml", "customer", "claim", "distribution", "host_key"}}
        Reply: {"id", "delivery", "state", "channel", "waiting_for", "waiting_until",
        "next_step", "decision", "totals", "attachments": [{"name", "sent_as", "action": embed,
        merge, link or drop, "code", "message"}], "findings", "replayed"}
        """
        return self._ask("invoice_send", fields)

    def invoice_send_batch(self, /, **fields: Any) -> Reply:
        """Sends many documents in one transaction, with one result for each. A refused document
        does not hold up the others; a store that fails keeps none.

        Request: {"invoices": [as invoice_send, at most 10,000]}
        Reply: {"sent", "refused", "results": [{"status", "sent" or "error"}]}
        """
        return self._ask("invoice_send_batch", fields)

    def invoice_resend(self, /, **fields: Any) -> Reply:
        """Sends a document again on purpose: decided anew, as a new round. Conflict: it is still on
        its way, or a carrier has it. Invalid: no channel is possible.

        Request: {"number", "type"} or {"id"}, and "distribution": {"force", "forbid", "order",
        "email_text", "email"}
        Reply: {"id", "round", "delivery", "state", "channel", "waiting_for", "decision", ...}
        """
        return self._ask("invoice_resend", fields)

    def invoice_reroute(self, /, **fields: Any) -> Reply:
        """Sends a document another way, by this channel only: instead of the way it waits for, or
        again after it has left. Conflict: a carrier has it. Invalid: the channel is not
        possible.

        Request: {"number", "type"} or {"id"}, "channel", "email"
        Reply: as invoice_resend
        """
        return self._ask("invoice_reroute", fields)

    def invoice_cancel(self, /, **fields: Any) -> Reply:
        """Calls a document off before a carrier has it. Conflict: it has left, or a carrier has it.
        Its number stays used; invoice_resend sends it after all. A document that cannot be read
        can be called off, too.

        Request: {"number", "type"} or {"id"}
        Reply: the document in short
        """
        return self._ask("invoice_cancel", fields)

    def invoice_get(self, /, **fields: Any) -> Reply:
        """Shows where a document stands: deliveries, decision, and every step with its time.

        Request: {"number", "type"} or {"id"}
        Reply: {"invoice", "decision", "deliveries", "history"}
        """
        return self._ask("invoice_get", fields)

    def invoice_list(self, /, **fields: Any) -> Reply:
        """Lists the documents in the order of sending, or with changes true every step since a
        cursor.

        Request: {"customer", "state", "changes", "limit", "cursor"}
        Reply: {"invoices", "changes", "next_cursor"}
        """
        return self._ask("invoice_list", fields)

    def outbox_run(self, /, **fields: Any) -> Reply:
        """Carries what is due into the folder of the configuration. Safe to be killed at any
        moment: nothing is lost and nothing is carried twice. NotReady: no folder is configured.

        A delivery that needs a row of the store which cannot be read is set aside: it waits for
        repair, findings names the row and the way out, and everything else is carried. The same
        holds for every verb that goes through many rows: what it leaves out stands in its
        findings.

        Request: {"limit": 1 to 1000}
        Reply: {"carried", "results": [{"delivery", "state", "files", ...}], "next_due_at",
        "findings"}
        """
        return self._ask("outbox_run", fields)

    def outbox_claim(self, /, **fields: Any) -> Reply:
        """Leases deliveries to the host, which carries them itself and settles each lease. A lease
        that expires leaves the delivery unknown; it is never queued again by itself. What cannot
        be read is set aside as in outbox_run.

        Request: {"limit": 1 to 1000, "lease_seconds": 10 to 86400}
        Reply: {"deliveries": [{"lease", "expires_at", "delivery", "purpose", "channel",
        "message", "xml", "files": [{"name", "mime", "content"}]}], "findings"}
        """
        return self._ask("outbox_claim", fields)

    def outbox_settle(self, /, **fields: Any) -> Reply:
        """Settles a lease: sent, delivered, later, unknown or failed. The same answer twice changes
        nothing; another one is a Conflict. A failed document goes on to the next channel by
        itself.

        Request: {"lease" or "delivery", "outcome", "code", "reason", "retry_at", "answer":
        {"api_key"}}
        Reply: {"delivery", "state", "changed", "next_delivery"}
        """
        return self._ask("outbox_settle", fields)

    def outbox_list(self, /, **fields: Any) -> Reply:
        """Lists everything that leaves, oldest first: documents, registrations, requests,
        agreements.

        Request: {"state", "limit": 1 to 1000, "cursor"}
        Reply: {"deliveries", "next_cursor", "findings"}
        """
        return self._ask("outbox_list", fields)
