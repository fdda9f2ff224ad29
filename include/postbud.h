/*
 * postbud: invoice distribution for Nordic ERP programs, inside their own process.
 *
 * HOW TO CALL IT
 *
 *   postbud *self;  postbud_buffer reply;
 *   const char *config = "{\"store\": \"invoices.db\", \"folder\": \"out\"}";
 *   if (postbud_open(POSTBUD_ABI_VERSION, config, strlen(config), &self, &reply) == POSTBUD_OK) {
 *       postbud_buffer_free(&reply);
 *       postbud_invoice_send(self, request, strlen(request), &reply);
 *       puts((const char *) reply.data);
 *       postbud_buffer_free(&reply);
 *       postbud_close(self);
 *   }
 *
 * Requests and replies are JSON in UTF-8 (postbud.schema.json describes every field); documents are
 * XML bytes. Amounts, dates and ids are strings. Unknown request fields are refused, replies may
 * grow. NULL with length 0 is the same as {}, and an absent field is the same as null.
 *
 * EVERY REQUEST may carry, beside its own fields:
 *   company   organisation number of the company it is about; may be left out while there is one
 *   actor     {"user", "role"}: who calls; the user stands in the history
 *   now       the moment to judge at (UTC), if the handle was opened with allow_now
 *   language  en, nb or sv: the language of sentences in the reply
 *
 * A STATUS says what to do next. A failed call has a reply too:
 *   {"error": {"code", "message", "fix", "findings": [{"layer", "rule", "severity", "path", "value",
 *    "xpath", "term", "host_key", "message", "fix", "count"}]}}
 * Codes, rule ids, statuses and paths (JSON Pointers into the request) are contract; sentences are
 * not. A failed call has changed nothing; what outbox_run had carried by then stays carried.
 *
 * OWNERSHIP. What the caller passes is copied. What the library returns belongs to it until
 * postbud_buffer_free. Every call that gets a reply buffer overwrites it: free the last reply first.
 *
 * THREADS. Any thread may call anything at any time. The library starts none, installs nothing,
 * reads no environment variable and writes nothing to stdout or stderr. The calling thread has a
 * stack of at least 256 kB.
 *
 * A FORKED CHILD must neither use nor close its parent's handles. It may open its own if no other
 * thread was inside a call at the fork; else it must not call the library at all.
 *
 * ONE SQLITE. Another copy of SQLite in the same process must not open the file of a store: when it
 * closes the file, the system drops the locks of all copies, and the file is damaged. Another
 * process may.
 *
 * PATHS of store and folder are taken from the folder that the program is in when it opens; where
 * it goes later changes nothing.
 *
 * LIMITS. A request: 256 MiB, JSON 127 levels deep. A document: 256 MiB, 128 levels deep (64 where it
 * is read into data: document_read, invoice_send), 64 attributes an element (32), 10,000,000
 * elements. invoice.other: 1,000 pieces of 1 MiB together. A batch: 10,000 invoices. Larger ones are
 * INVALID, and the finding names the limit. An attachment is as large as the request lets it be; the
 * channels have limits of their own, which the plan in the reply tells. Of each rule 100 findings
 * are listed; the last one counts the others.
 *
 * MEMORY. A call of document_* or invoice_send takes at most 20 times its request at its peak, and 8
 * MiB for tables and the pages of the store. Every call first asks the system for that much; where
 * it is not given, the call is UNAVAILABLE (memory_short) and has changed nothing. UNAVAILABLE
 * with memory_short_for_reply, or without a reply: it was done, and only its reply found no memory.
 * What other threads take in the meantime is not reserved: a program that runs out of memory in the
 * middle of a call may still be ended by it.
 *
 * THE JOURNEY: company_register, outbox_run, kyc_request, kyc_record, company_configure,
 * agreement_order, agreement_record, customer_put, directory_put, consumer_record,
 * distribution_decide, invoice_send, outbox_run, invoice_get.
 */


#ifndef POSTBUD_H
#define POSTBUD_H

#include <stddef.h>
#include <stdint.h>

// The version of this interface. Functions are added to it, never changed.
#define POSTBUD_ABI_VERSION 1

// The opaque handle. It is a token: never followed, never an address.
typedef struct postbud postbud;

// Bytes that the library owns until postbud_buffer_free.
//
// One zero byte follows them, which len does not count: a JSON reply can be printed as a C string.
typedef struct {
  // The bytes; NULL when there are none.
  uint8_t *data;
  // How many.
  size_t len;
} postbud_buffer;

// What the caller does next. The numbers never change.
typedef int32_t postbud_status;

// Done.
#define POSTBUD_OK 0

// Fix the program: a NULL where none may be, a handle that is not open, a wrong ABI version.
#define POSTBUD_MISUSE 1

// Fix the data: the reply lists every finding with its field.
#define POSTBUD_INVALID 2

// No such company, customer, document, lease or delivery.
#define POSTBUD_NOT_FOUND 3

// The state does not allow it, or the number was used for something else.
#define POSTBUD_CONFLICT 4

// Finish the step that the reply names first: registration, verification, agreement.
#define POSTBUD_NOT_READY 5

// Try again later.
#define POSTBUD_UNAVAILABLE 6

// A person looks: it is not allowed.
#define POSTBUD_REFUSED 7

// The store failed; the call changed nothing.
#define POSTBUD_STORAGE 8

// A fault of postbud itself; the call changed nothing.
#define POSTBUD_PANIC 9

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// Frees the bytes of a reply and empties the buffer.
//
// NULL and an empty buffer are harmless, so calling it twice is too. A buffer that was never
// filled by the library must hold {NULL, 0}.
void postbud_buffer_free(postbud_buffer *buffer);

// Opens a store and answers with a handle in *self.
//
// abi_version is POSTBUD_ABI_VERSION. config is JSON:
// {"store": "path.db" or ":memory:", "secrets_key": 64 hex digits, "folder": "path",
//  "allow_now": false, "language": "en", "activation_by": ["agency"]}; only store is mandatory.
// The store is created when it is not there; its path is a path, and no URI. Relative paths are
// taken from the folder that the program is in at the call. No other copy of SQLite in this
// process may open the file. The first secrets_key that a store is opened with is the key of that
// store: another one is INVALID from then on, and without one no API key is kept. On any status
// but POSTBUD_OK *self is NULL.
// MISUSE: wrong version, NULL self or reply. INVALID: config. STORAGE: the file cannot be used,
// belongs to another program, or was written by a newer postbud (it is left untouched).
postbud_status postbud_open(uint32_t abi_version,
                            const char *config,
                            size_t config_len,
                            postbud **self,
                            postbud_buffer *reply);

// Closes a handle. Calls that have begun are waited for; later ones get MISUSE.
//
// NULL, a closed and an invented handle are harmless.
void postbud_close(postbud *self);

// The version of the interface that the library was built with.
uint32_t postbud_abi_version(void);

// The version of the library, such as "0.1.0". Static: it is not freed.
const char *postbud_version(void);

// Registers a company at the exchange: its data, the exchange user, the accepted terms.
//
// All faults are reported at once, each with its field. The registration leaves through the
// outbox; until it has been carried the company is registering, and documents wait. The same
// company again gives the same answer. With draft true nothing is stored, and OK is answered with
// the filled-in form and all that is wrong with it. INVALID: data, or terms not accepted.
// CONFLICT: registered with other data, or another account at the exchange holds the number.
// NOT_READY: an API key is given and the handle has no secrets_key. REFUSED: the role does not
// activate.
//
// Request: {"organisation_number", "country", "name", "address": {"street", "post_code",
//   "place"}, "email", "phone", "bank_account", "vat_registered", "company_form", "f_tax",
//   "activated_on", "sub_unit_of", "exchange_user": {"kind": "new", "name", "email", "phone"} or
//   {"kind": "existing", "user_name", "api_key"}, "prefill", "terms": {"accepted", "version",
//   "accepted_by"}, "draft"}
// Reply: {"company", "draft", "findings"}
postbud_status postbud_company_register(postbud *self,
                                        const char *request,
                                        size_t request_len,
                                        postbud_buffer *reply);

// Shows the company: registration, verification, agreement, settings, and the next step.
//
// Request: {}
// Reply: the company with registration, verification, agreement, settings, modes, next_step
postbud_status postbud_company_get(postbud *self,
                                   const char *request,
                                   size_t request_len,
                                   postbud_buffer *reply);

// Changes settings; what is left out stays as it is. Delivery settings (email, print, contact,
// sender_name, email_text, email_pdf, mark_attachments, own_pdf, print_colour, ask_consumers,
// ask_days, exchange_asks) are the right of exchange_admin, b2c and activation_by that of who
// activates, the others that of agency and company_admin; REFUSED says who may. Waiting documents
// are decided again.
//
// Request: {"email", "print", "b2c", "default_buyer_reference", "mobile_field", "payment_days",
//   "contact": {"name", "phone", "email"}, "sender_name", "email_text", "email_pdf": "attached",
//   "merged" or "link", "mark_attachments", "own_pdf", "print_colour", "ask_consumers",
//   "ask_days", "exchange_asks", "lookup_hours", "claim_ground", "activation_by": ["agency", ...]}
// Reply: the settings
postbud_status postbud_company_configure(postbud *self,
                                         const char *request,
                                         size_t request_len,
                                         postbud_buffer *reply);

// Gives a further user access at the exchange, through the outbox. NOT_READY before the company
// is registered; CONFLICT: the user is there with other data. Right: activation or exchange_admin.
//
// Request: {"name", "email", "phone", "level": "admin" or "user"}
// Reply: {"user_name", "name", "phone", "level", "state", "has_access", "has_api_key", ...}
postbud_status postbud_user_add(postbud *self,
                                const char *request,
                                size_t request_len,
                                postbud_buffer *reply);

// Lists who has access at the exchange; the user of the registration comes first.
//
// Request: {}
// Reply: {"users"}
postbud_status postbud_user_list(postbud *self,
                                 const char *request,
                                 size_t request_len,
                                 postbud_buffer *reply);

// Takes a user's access away, through the outbox. NOT_FOUND: no such user. CONFLICT: the company
// was registered with that user. Right: activation or exchange_admin.
//
// Request: {"email"}
// Reply: as user_add
postbud_status postbud_user_remove(postbud *self,
                                   const char *request,
                                   size_t request_len,
                                   postbud_buffer *reply);

// Asks a signer to verify the company (know your customer). Asking again replaces the open
// request. CONFLICT: already signed.
//
// Request: {"signer_email", "locale"}
// Reply: as kyc_get
postbud_status postbud_kyc_request(postbud *self,
                                   const char *request,
                                   size_t request_len,
                                   postbud_buffer *reply);

// Records what the exchange said about the verification: sent, forwarded (to another signer),
// signed or canceled. A signature lets everything go that waited for it.
//
// Request: {"event": "sent", "forwarded", "signed" or "canceled", "signer_email", "at"}
// Reply: as kyc_get
postbud_status postbud_kyc_record(postbud *self,
                                  const char *request,
                                  size_t request_len,
                                  postbud_buffer *reply);

// Shows how far the verification is. Companies activated before 2022-07-01 are exempt.
//
// Request: {}
// Reply: {"state", "company_state", "may_send", "signer_email", "signed_at", ...}
postbud_status postbud_kyc_get(postbud *self,
                               const char *request,
                               size_t request_len,
                               postbud_buffer *reply);

// Orders the consumer (B2C) agreement: one for eFaktura and Vipps. Needs a registered Norwegian
// company (REFUSED, NOT_READY) and the setting b2c (NOT_READY). CONFLICT: there is one already.
//
// Request: {"signer_name", "signer_email", "move", "capture": {"bank_account",
//   "reference_position": "1-5", "kid_length": "12"}}
// Reply: as agreement_get
postbud_status postbud_agreement_order(postbud *self,
                                       const char *request,
                                       size_t request_len,
                                       postbud_buffer *reply);

// Ends the agreement, through the outbox; no consumer is reached through it from now on. INVALID
// without confirm. CONFLICT: there is no active agreement.
//
// Request: {"confirm": true}
// Reply: as agreement_get
postbud_status postbud_agreement_disable(postbud *self,
                                         const char *request,
                                         size_t request_len,
                                         postbud_buffer *reply);

// Records what the exchange said: mail_sent, signed, active (without a signature, where it works
// so), declined, held_elsewhere, ended, or polled when there was nothing new; or that an agreement
// from before 2018-12-20 is carried over. CONFLICT: the state does not allow it.
//
// Request: {"event": "mail_sent", "signed", "active", "declined", "held_elsewhere", "ended",
//   "polled" or "carried_over", "at", "holder", "old": "both", "efaktura" or "vipps",
//   "without_vipps"}
// Reply: as agreement_get
postbud_status postbud_agreement_record(postbud *self,
                                        const char *request,
                                        size_t request_len,
                                        postbud_buffer *reply);

// Shows how far the agreement is at the moment of the call. A signed one is active one hour
// after the signature at the latest, and in every bank after 24 hours.
//
// Request: {}
// Reply: {"state", "status_text", "message", "visible_at", "all_banks_at", "next_poll_at", ...}
postbud_status postbud_agreement_get(postbud *self,
                                     const char *request,
                                     size_t request_len,
                                     postbud_buffer *reply);

// Adds a class of customers, or replaces what new customers inherit from it. Customers who are
// there already stay as they are.
//
// Request: {"name", "mode", "efaktura", "omit_pdf", "first_attachment_is_image"}
// Reply: the class
postbud_status postbud_customer_class_put(postbud *self,
                                          const char *request,
                                          size_t request_len,
                                          postbud_buffer *reply);

// Lists the classes of customers.
//
// Request: {}
// Reply: {"classes"}
postbud_status postbud_customer_class_list(postbud *self,
                                           const char *request,
                                           size_t request_len,
                                           postbud_buffer *reply);

// Adds a customer or replaces his card. What his distribution mode needs is checked now, not
// when an invoice fails. NOT_READY: automatic or electronic before the company is registered.
//
// Request: {"number", "name", "kind": "business" or "private", "organisation_number",
//   "vat_number", "address", "mobile", "phones", "email", "endpoint": {"scheme", "id"},
//   "buyer_reference", "class", "mode": "automatic", "electronic", "email", "print" or "self",
//   "efaktura", "omit_pdf", "first_attachment_is_image", "host_key", ...}
// Reply: {"customer", "findings"}
postbud_status postbud_customer_put(postbud *self,
                                    const char *request,
                                    size_t request_len,
                                    postbud_buffer *reply);

// Shows a customer, with what is known of a consumer.
//
// Request: {"number"}
// Reply: the customer, with what is known of a consumer
postbud_status postbud_customer_get(postbud *self,
                                    const char *request,
                                    size_t request_len,
                                    postbud_buffer *reply);

// Lists the customers, page by page in order of their numbers.
//
// Request: {"limit": 1 to 1000, "cursor"}
// Reply: {"customers", "next_cursor"}
postbud_status postbud_customer_list(postbud *self,
                                     const char *request,
                                     size_t request_len,
                                     postbud_buffer *reply);

// Records what the outside world said about a consumer: eFaktura agreement, yes to all, Vipps.
// Documents that waited for a look-up are decided again.
//
// Request: {"customer", "efaktura", "yes_to_all", "vipps", "efaktura_id", "as_of"}
// Reply: what is known now
postbud_status postbud_consumer_record(postbud *self,
                                       const char *request,
                                       size_t request_len,
                                       postbud_buffer *reply);

// Records what a directory said about electronic addresses: receives, not_registered or failed.
// A failed look-up is not a no: documents wait for it. Those that waited are decided again.
//
// Request: {"entries": [{"endpoint" or "organisation_number" and "country", "answer":
//   "receives", "not_registered" or "failed", "documents", "as_of"}]}
// Reply: {"kept", "released"}
postbud_status postbud_directory_put(postbud *self,
                                     const char *request,
                                     size_t request_len,
                                     postbud_buffer *reply);

// Lists what has to be looked up before waiting documents can go on: addresses of businesses, to
// be answered with directory_put, and consumers, to be answered with consumer_record.
//
// Request: {}
// Reply: {"lookups": [{"kind", "customer", "endpoint", "mobile", "documents", ...}]}
postbud_status postbud_lookup_list(postbud *self,
                                   const char *request,
                                   size_t request_len,
                                   postbud_buffer *reply);

// Decides without sending: for an invoice, for a customer, or for the whole customer list page
// by page. Every step of the order comes with its result, a stable code and a sentence; with brief
// only the channel and its code, so that 100,000 customers fit one call.
//
// Request: {"invoice"} or {"customer", "document_type"} or {"limit", "cursor"}, "brief",
//   "all_channels"
// Reply: {"decisions": [{"customer", "outcome", "code", "decision": {"outcome", "channel",
//   "shown_also_in", "trace"}, "attachments": [{"name", "channel", "action", "code"}]}],
//   "summary", "next_cursor"}
postbud_status postbud_distribution_decide(postbud *self,
                                           const char *request,
                                           size_t request_len,
                                           postbud_buffer *reply);

// Builds the PEPPOL BIS Billing 3.0 payload of an invoice or credit note; nothing is stored.
//
// On POSTBUD_OK the reply holds the bytes of the XML, else JSON. Seller and buyer are given in
// full or by reference. VAT rates are checked for Norwegian and Swedish sellers. A document with
// rarer terms, or of a seller elsewhere, is judged by the official rules before it is answered.
//
// Request: {"invoice", "seller", "buyer"}
// Reply: the XML
postbud_status postbud_document_build(postbud *self,
                                      const char *request,
                                      size_t request_len,
                                      postbud_buffer *reply);

// Reads a finished document back into the data that builds it.
//
// Any invoice or credit note of BIS Billing 3.0: invoice, seller and buyer of the reply are a
// request of postbud_document_build, which writes the same content again. What has no business
// term is kept in invoice.other, put back when it is built, and named in findings. The document
// is not judged here.
//
// Request: {"document"}
// Reply: {"document_type", "invoice", "seller", "buyer", "totals", "findings"}
postbud_status postbud_document_read(postbud *self,
                                     const char *request,
                                     size_t request_len,
                                     postbud_buffer *reply);

// Judges a finished document: the request is the XML itself, not JSON.
//
// By the UBL 2.1 schema, EN 16931 and Peppol BIS Billing 3.0 (or self-billing, if the document
// says so) in the releases in force today. POSTBUD_OK whenever there is a verdict. valid is false
// on any fatal finding, null while anything was not judged, else true.
//
// Request: the XML
// Reply: {"valid", "document_type", "findings", "evaluated", "not_evaluated", "rule_pack", ...}
postbud_status postbud_document_validate(postbud *self,
                                         const char *request,
                                         size_t request_len,
                                         postbud_buffer *reply);

// Judges a finished document by the rules of another day, or by a pack that is named.
//
// The document is the XML as text. Without pack and day: as postbud_document_validate.
//
// Request: {"document", "pack": "3.0.20", "3.0.21" or "self-billing 3.0.2", or "day"}
// Reply: as postbud_document_validate
postbud_status postbud_document_validate_as(postbud *self,
                                            const char *request,
                                            size_t request_len,
                                            postbud_buffer *reply);

// Makes a KID, OCR reference, account number, IBAN, organisation number or VAT number.
//
// A KID of the company's agreement capture needs its parts only: length and position of the
// customer are known.
//
// Request: {"kind": "kid", "parts": {"customer_number", "payment_type", "invoice_number"} or
// "digits", "modulus": 10 or 11, "length", "customer_position": "1-5", "payment_type_position",
// "level", "country", "card_type", "creditor_number"}
// Reply: {"kind", "value", "print", "check_digit", "parts"}
postbud_status postbud_reference_make(postbud *self,
                                      const char *request,
                                      size_t request_len,
                                      postbud_buffer *reply);

// Checks such a value, and shows how it is written and what it is made of.
//
// A wrong value is OK with "valid": false and a finding. Without kind, all that fit are listed.
//
// Request: {"kind", "value", "modulus": 10 or 11, "length" or "lengths", "customer_position",
// "level": "none", "soft", "hard", "length_digit" or "fixed_length", "country"}
// Reply: {"valid", "kind", "normal", "print", "check_digit", "parts", "findings", "guess"}
postbud_status postbud_reference_check(postbud *self,
                                       const char *request,
                                       size_t request_len,
                                       postbud_buffer *reply);

// Lists the official rules of a pack with severity, business terms and sentences, page by page.
//
// Without pack and day: the rules in force today.
//
// Request: {"pack", "day", "limit": 1 to 1000, "cursor"}
// Reply: {"rule_pack", "total", "rules", "next_cursor"}
postbud_status postbud_rules_list(postbud *self,
                                  const char *request,
                                  size_t request_len,
                                  postbud_buffer *reply);

// Sends an invoice or credit note: decided, built, checked, stored and queued in one
// transaction.
//
// Before registration or verification it is stored all the same and waits (waiting_for). The
// same number with the same content replays the earlier answer (replayed true); with other
// content it is a CONFLICT. INVALID: every finding at once, or no channel reaches the customer.
// REFUSED: a claim that may not be made against a consumer. A finished BIS Billing 3.0 document
// is judged and carried unchanged.
//
// Request: {"invoice": {"type", "number", "issue_date", "customer", "lines": [{"name",
//   "quantity", "unit", "price", "vat": {"rate", "category"}}], "attachments": [{"name",
//   "content" in base64 or "uri", "send", "required", "image"}], "claim": {"ground",
//   "consented"}, "distribution": {"force", "forbid", "order", "email_text", "email"}, ...}}
//   or {"document": {"xml", "customer", "claim", "distribution", "host_key"}}
// Reply: {"id", "delivery", "state", "channel", "waiting_for", "waiting_until", "next_step",
//   "decision", "totals", "attachments": [{"name", "sent_as", "action": embed, merge, link or
//   drop, "code", "message"}], "findings", "replayed"}
postbud_status postbud_invoice_send(postbud *self,
                                    const char *request,
                                    size_t request_len,
                                    postbud_buffer *reply);

// Sends many documents in one transaction, with one result for each. A refused document does not
// hold up the others; a store that fails keeps none.
//
// Request: {"invoices": [as invoice_send, at most 10,000]}
// Reply: {"sent", "refused", "results": [{"status", "sent" or "error"}]}
postbud_status postbud_invoice_send_batch(postbud *self,
                                          const char *request,
                                          size_t request_len,
                                          postbud_buffer *reply);

// Sends a document again on purpose: decided anew, as a new round. CONFLICT: it is still on its
// way, or a carrier has it. INVALID: no channel is possible.
//
// Request: {"number", "type"} or {"id"}, and "distribution": {"force", "forbid", "order",
//   "email_text", "email"}
// Reply: {"id", "round", "delivery", "state", "channel", "waiting_for", "decision", ...}
postbud_status postbud_invoice_resend(postbud *self,
                                      const char *request,
                                      size_t request_len,
                                      postbud_buffer *reply);

// Sends a document another way, by this channel only: instead of the way it waits for, or again
// after it has left. CONFLICT: a carrier has it. INVALID: the channel is not possible.
//
// Request: {"number", "type"} or {"id"}, "channel", "email"
// Reply: as invoice_resend
postbud_status postbud_invoice_reroute(postbud *self,
                                       const char *request,
                                       size_t request_len,
                                       postbud_buffer *reply);

// Calls a document off before a carrier has it. CONFLICT: it has left, or a carrier has it. Its
// number stays used; invoice_resend sends it after all. A document that cannot be read can be
// called off, too.
//
// Request: {"number", "type"} or {"id"}
// Reply: the document in short
postbud_status postbud_invoice_cancel(postbud *self,
                                      const char *request,
                                      size_t request_len,
                                      postbud_buffer *reply);

// Shows where a document stands: deliveries, decision, and every step with its time.
//
// Request: {"number", "type"} or {"id"}
// Reply: {"invoice", "decision", "deliveries", "history"}
postbud_status postbud_invoice_get(postbud *self,
                                   const char *request,
                                   size_t request_len,
                                   postbud_buffer *reply);

// Lists the documents in the order of sending, or with changes true every step since a cursor.
//
// Request: {"customer", "state", "changes", "limit", "cursor"}
// Reply: {"invoices", "changes", "next_cursor"}
postbud_status postbud_invoice_list(postbud *self,
                                    const char *request,
                                    size_t request_len,
                                    postbud_buffer *reply);

// Carries what is due into the folder of the configuration. Safe to be killed at any moment:
// nothing is lost and nothing is carried twice. NOT_READY: no folder is configured.
//
// A delivery that needs a row of the store which cannot be read is set aside: it waits for repair,
// findings names the row and the way out, and everything else is carried. The same holds for every
// verb that goes through many rows: what it leaves out stands in its findings.
//
// Request: {"limit": 1 to 1000}
// Reply: {"carried", "results": [{"delivery", "state", "files", ...}], "next_due_at", "findings"}
postbud_status postbud_outbox_run(postbud *self,
                                  const char *request,
                                  size_t request_len,
                                  postbud_buffer *reply);

// Leases deliveries to the host, which carries them itself and settles each lease. A lease that
// expires leaves the delivery unknown; it is never queued again by itself. What cannot be read is
// set aside as in outbox_run.
//
// Request: {"limit": 1 to 1000, "lease_seconds": 10 to 86400}
// Reply: {"deliveries": [{"lease", "expires_at", "delivery", "purpose", "channel", "message",
//   "xml", "files": [{"name", "mime", "content"}]}], "findings"}
postbud_status postbud_outbox_claim(postbud *self,
                                    const char *request,
                                    size_t request_len,
                                    postbud_buffer *reply);

// Settles a lease: sent, delivered, later, unknown or failed. The same answer twice changes
// nothing; another one is a CONFLICT. A failed document goes on to the next channel by itself.
//
// Request: {"lease" or "delivery", "outcome", "code", "reason", "retry_at", "answer":
//   {"api_key"}}
// Reply: {"delivery", "state", "changed", "next_delivery"}
postbud_status postbud_outbox_settle(postbud *self,
                                     const char *request,
                                     size_t request_len,
                                     postbud_buffer *reply);

// Lists everything that leaves, oldest first: documents, registrations, requests, agreements.
//
// Request: {"state", "limit": 1 to 1000, "cursor"}
// Reply: {"deliveries", "next_cursor", "findings"}
postbud_status postbud_outbox_list(postbud *self,
                                   const char *request,
                                   size_t request_len,
                                   postbud_buffer *reply);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* POSTBUD_H */
