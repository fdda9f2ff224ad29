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
 * reads no environment variable and writes nothing to stdout or stderr. A forked child must
 * neither use nor close its parent's handles: it opens its own.
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
//  "allow_now": false, "language": "en"}; only store is mandatory.
// The store is created when it is not there. On any status but POSTBUD_OK *self is NULL.
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
// company again gives the same answer. With draft true nothing is stored: the reply shows what
// would be sent. INVALID: data, or terms not accepted. CONFLICT: registered with other data, or
// another account at the exchange holds the number. NOT_READY: an API key is given and the
// handle has no secrets_key.
//
// Request: {"organisation_number", "country", "name", "address": {"street", "post_code",
//   "place"}, "email", "phone", "bank_account", "vat_registered", "company_form", "f_tax",
//   "activated_on", "exchange_user": {"kind": "new", "name", "email", "phone"} or {"kind":
//   "existing", "user_name", "api_key"}, "prefill", "terms": {"accepted", "version",
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

// Changes settings: e-mail, print, b2c, default_buyer_reference, mobile_field, payment_days,
// contact, sender_name, email_text. What is left out stays as it is.
//
// Request: {"email", "print", "b2c", "default_buyer_reference", "mobile_field", "payment_days",
//   "contact": {"name", "phone", "email"}, "sender_name", "email_text"}
// Reply: the settings
postbud_status postbud_company_configure(postbud *self,
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

// Records what the exchange said about the verification: sent, signed or canceled. A signature
// lets everything go that waited for it.
//
// Request: {"event": "sent", "signed" or "canceled", "at"}
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
// Request: {"signer_name", "signer_email", "move"}
// Reply: as agreement_get
postbud_status postbud_agreement_order(postbud *self,
                                       const char *request,
                                       size_t request_len,
                                       postbud_buffer *reply);

// Records what the exchange said: mail_sent, signed, active, declined, held_elsewhere or ended.
//
// Request: {"event": "mail_sent", "signed", "active", "declined", "held_elsewhere" or "ended",
//   "at", "holder"}
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

// Adds a customer or replaces his card. What his distribution mode needs is checked now, not
// when an invoice fails. NOT_READY: automatic or electronic before the company is registered.
//
// Request: {"number", "name", "kind": "business" or "private", "organisation_number",
//   "vat_number", "address", "mobile", "phones", "email", "endpoint": {"scheme", "id"},
//   "buyer_reference", "mode": "automatic", "electronic", "email", "print" or "self",
//   "host_key", ...}
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

// Decides without sending: for an invoice, for a customer, or for the whole customer list page
// by page. Every step of the order comes with its result, a stable code and a sentence.
//
// Request: {"invoice"} or {"customer", "document_type"} or {"limit", "cursor"}
// Reply: {"decisions": [{"customer", "decision": {"outcome", "channel", "shown_also_in",
//   "trace"}}], "next_cursor"}
postbud_status postbud_distribution_decide(postbud *self,
                                           const char *request,
                                           size_t request_len,
                                           postbud_buffer *reply);

// Builds the PEPPOL BIS Billing 3.0 payload of an invoice or credit note; nothing is stored.
//
// On POSTBUD_OK the reply holds the bytes of the XML, else JSON. Seller and buyer are given in
// full or by reference. VAT rates are checked for Norwegian and Swedish sellers; the national
// rules of sellers elsewhere (DK, DE, GR, IS, IT, NL) are not checked.
//
// Request: {"invoice", "seller", "buyer"}
// Reply: the XML
postbud_status postbud_document_build(postbud *self,
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
//
// Request: {"invoice": {"type", "number", "issue_date", "customer", "lines": [{"name",
//   "quantity", "unit", "price", "vat": {"rate", "category"}}], ...}}
// Reply: {"id", "delivery", "state", "channel", "waiting_for", "next_step", "decision",
//   "totals", "findings", "replayed"}
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
// Request: {"limit": 1 to 1000}
// Reply: {"carried", "results": [{"delivery", "state", "files", ...}], "next_due_at"}
postbud_status postbud_outbox_run(postbud *self,
                                  const char *request,
                                  size_t request_len,
                                  postbud_buffer *reply);

// Leases deliveries to the host, which carries them itself and settles each lease. A lease that
// expires leaves the delivery unknown; it is never queued again by itself.
//
// Request: {"limit": 1 to 1000, "lease_seconds": 10 to 86400}
// Reply: {"deliveries": [{"lease", "expires_at", "delivery", "purpose", "channel", "message",
//   "xml"}]}
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

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* POSTBUD_H */
