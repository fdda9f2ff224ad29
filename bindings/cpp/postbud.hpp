/// postbud for C++11: the C interface with ownership and exceptions; nothing else is needed.
///
///     postbudpp::office office = postbudpp::office::open("{\"store\":\"invoices.db\"}");
///     std::string sent = office.invoice_send(request);     // JSON in, JSON out
///
/// What a request may hold stands in postbud.schema.json. The namespace is postbudpp because C++ lets
/// no namespace share the name of the handle type.
///
/// Threads: any thread may call any method of one office at any time. Only moving and destroying
/// an office object must not meet another use of that same object, as with any C++ object.
#ifndef POSTBUD_HPP
#define POSTBUD_HPP

#include <cstddef>
#include <cstdint>
#include <stddef.h>
#include <stdint.h>
#include <stdexcept>
#include <string>
#include <utility>

#include "postbud.h"

namespace postbudpp {

extern "C" {
/// Any verb of the C interface, such as `postbud_invoice_send`.
typedef postbud_status (*verb)(postbud *, const char *, size_t, postbud_buffer *);
}

/// The name of a status without its prefix: "OK", "INVALID", "NOT_READY".
inline const char *status_name(postbud_status status) noexcept {
    switch (status) {
    case POSTBUD_OK: return "OK";
    case POSTBUD_MISUSE: return "MISUSE";
    case POSTBUD_INVALID: return "INVALID";
    case POSTBUD_NOT_FOUND: return "NOT_FOUND";
    case POSTBUD_CONFLICT: return "CONFLICT";
    case POSTBUD_NOT_READY: return "NOT_READY";
    case POSTBUD_UNAVAILABLE: return "UNAVAILABLE";
    case POSTBUD_REFUSED: return "REFUSED";
    case POSTBUD_STORAGE: return "STORAGE";
    case POSTBUD_PANIC: return "PANIC";
    default: return "UNKNOWN";
    }
}

/// Owns the bytes of one reply and gives them back to the library at its end. Move only.
class buffer {
  public:
    buffer() noexcept : raw_() {}
    buffer(buffer &&other) noexcept : raw_(other.raw_) { other.raw_ = postbud_buffer(); }
    buffer &operator=(buffer &&other) noexcept {
        std::swap(raw_, other.raw_);
        return *this;
    }
    buffer(const buffer &) = delete;
    buffer &operator=(const buffer &) = delete;
    ~buffer() { postbud_buffer_free(&raw_); }

    /// The bytes; null when empty.
    const uint8_t *data() const noexcept { return raw_.data; }
    size_t size() const noexcept { return raw_.len; }

    /// A copy that outlives the buffer.
    std::string text() const {
        return raw_.data ? std::string(reinterpret_cast<const char *>(raw_.data), raw_.len)
                         : std::string();
    }

    /// Where a C function may write a reply; what was held before is given back first.
    postbud_buffer *out() noexcept {
        postbud_buffer_free(&raw_);
        return &raw_;
    }

  private:
    postbud_buffer raw_;
};

/// What a verb answered, without an exception: the status, and the reply in either case.
struct result {
    postbud_status status;
    buffer reply;

    bool ok() const noexcept { return status == POSTBUD_OK; }
};

namespace detail {

/// Reads one text member of `{"error":{…}}`: just enough JSON for what() to be a sentence.
class error_text {
  public:
    static std::string member(const std::string &reply, const std::string &name) {
        error_text scan(reply);
        return scan.find(name);
    }

  private:
    explicit error_text(const std::string &json) : json_(json), at_(0) {}

    /// Findings carry members of the same names, so depth counts and not the first hit.
    std::string find(const std::string &name) {
        int depth = 0;
        bool in_error = false;
        while (at_ < json_.size()) {
            const char c = json_[at_];
            if (c != '"') {
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
                ++at_;
                continue;
            }
            const std::string text = string();
            if (!next_is(':')) continue;
            ++at_;
            if (depth == 1) in_error = text == "error";
            if (depth == 2 && in_error && text == name && next_is('"')) return string();
        }
        return std::string();
    }

    bool next_is(char wanted) {
        while (at_ < json_.size() && (json_[at_] == ' ' || json_[at_] == '\n')) ++at_;
        return at_ < json_.size() && json_[at_] == wanted;
    }

    /// The text between the quote at `at_` and its partner, unescaped.
    std::string string() {
        std::string text;
        for (++at_; at_ < json_.size() && json_[at_] != '"'; ++at_) {
            if (json_[at_] != '\\' || at_ + 1 >= json_.size()) {
                text += json_[at_];
                continue;
            }
            switch (const char c = json_[++at_]) {
            case 'n': text += '\n'; break;
            case 't': text += '\t'; break;
            case 'r': text += '\r'; break;
            case 'b': text += '\b'; break;
            case 'f': text += '\f'; break;
            case 'u': append_utf8(text, code_point()); break;
            default: text += c;
            }
        }
        ++at_;
        return text;
    }

    unsigned long code_point() {
        const unsigned long high = hex4();
        if (high < 0xD800 || high > 0xDBFF || json_.compare(at_ + 1, 2, "\\u") != 0) return high;
        at_ += 2;
        return 0x10000 + ((high - 0xD800) << 10) + ((hex4() - 0xDC00) & 0x3FF);
    }

    /// Stands on the `u` or its last digit before, on the last digit after.
    unsigned long hex4() {
        unsigned long value = 0;
        for (int digit = 0; digit < 4 && at_ + 1 < json_.size(); ++digit) {
            const char c = json_[++at_];
            const int worth = c >= 'a' ? c - 'a' + 10 : c >= 'A' ? c - 'A' + 10 : c - '0';
            value = value * 16 + static_cast<unsigned long>(worth & 15);
        }
        return value;
    }

    static void append_utf8(std::string &text, unsigned long code) {
        if (code < 0x80) {
            text += static_cast<char>(code);
            return;
        }
        const int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
        const unsigned long lead = more == 1 ? 0xC0 : more == 2 ? 0xE0 : 0xF0;
        text += static_cast<char>(lead | (code >> (6 * more)));
        for (int left = more - 1; left >= 0; --left)
            text += static_cast<char>(0x80 | ((code >> (6 * left)) & 0x3F));
    }

    const std::string &json_;
    size_t at_;
};

} // namespace detail

/// Thrown for every status but OK. The status says what to do next, the reply holds all findings.
class error : public std::runtime_error {
  public:
    error(postbud_status status, std::string reply)
        : std::runtime_error(sentence(status, reply)), status_(status),
          code_(detail::error_text::member(reply, "code")), reply_(std::move(reply)) {}

    postbud_status status() const noexcept { return status_; }
    const char *status_name() const noexcept { return ::postbudpp::status_name(status_); }

    /// The stable code of the error; its sentence, what(), may change between versions.
    const std::string &code() const noexcept { return code_; }

    /// The whole reply: `{"error":{"code","message","findings":[…]}}`.
    const std::string &reply() const noexcept { return reply_; }

  private:
    static std::string sentence(postbud_status status, const std::string &reply) {
        const std::string message = detail::error_text::member(reply, "message");
        return message.empty() ? std::string(::postbudpp::status_name(status)) : message;
    }

    postbud_status status_;
    std::string code_;
    std::string reply_;
};

/// An open library on one store. Owns its handle: closed at the end of its life. Move only; an
/// office that was moved from answers MISUSE.
///
/// Each verb takes its request as JSON text and returns the reply as text of its own; both belong
/// to the caller. Every status but OK is thrown as `error`.
class office {
  public:
    /// Opens a store: `{"store":"invoices.db"}`, or ":memory:". Throws `error`.
    static office open(const std::string &config) {
        ::postbud *handle = nullptr;
        buffer reply;
        const postbud_status status = postbud_open(POSTBUD_ABI_VERSION, config.data(),
                                                   config.size(), &handle, reply.out());
        if (status != POSTBUD_OK) throw error(status, reply.text());
        return office(handle);
    }

    office(office &&other) noexcept : handle_(other.handle_) { other.handle_ = nullptr; }
    office &operator=(office &&other) noexcept {
        std::swap(handle_, other.handle_);
        return *this;
    }
    office(const office &) = delete;
    office &operator=(const office &) = delete;
    ~office() { close(); }

    /// Closes early. Any thread may do so at any time, also twice: calls that have begun finish,
    /// later ones get MISUSE. The token stays, so nothing that another thread reads changes.
    void close() noexcept { postbud_close(handle_); }

    /// Calls any verb without throwing. An empty request means `{}`.
    result call(verb function, const std::string &request = std::string()) const noexcept {
        result answer;
        answer.status = function(handle_, request.data(), request.size(), answer.reply.out());
        return answer;
    }

    // The verbs, made from postbud.h: `make header` rewrites them.

    /// Registers a company at the exchange: its data, the exchange user, the accepted terms.
    ///
    /// All faults are reported at once, each with its field. The registration leaves through the
    /// outbox; until it has been carried the company is registering, and documents wait. The same
    /// company again gives the same answer. With draft true nothing is stored, and OK is answered
    /// with the filled-in form and all that is wrong with it. INVALID: data, or terms not accepted.
    /// CONFLICT: registered with other data, or another account at the exchange holds the number.
    /// NOT_READY: an API key is given and the handle has no secrets_key. REFUSED: the role does not
    /// activate.
    ///
    /// Request: {"organisation_number", "country", "name", "address": {"street", "post_code",
    /// "place"}, "email", "phone", "bank_account", "vat_registered", "company_form", "f_tax",
    /// "activated_on", "sub_unit_of", "exchange_user": {"kind": "new", "name", "email", "phone"} or
    /// {"kind": "existing", "user_name", "api_key"}, "prefill", "terms": {"accepted", "version",
    /// "accepted_by"}, "draft"}
    /// Reply: {"company", "draft", "findings"}
    std::string company_register(const std::string &request = "{}") const {
        return ask(postbud_company_register, request);
    }

    /// Shows the company: registration, verification, agreement, settings, and the next step.
    ///
    /// Request: {}
    /// Reply: the company with registration, verification, agreement, settings, modes, next_step
    std::string company_get(const std::string &request = "{}") const {
        return ask(postbud_company_get, request);
    }

    /// Changes settings; what is left out stays as it is. Delivery settings (email, print, contact,
    /// sender_name, email_text, email_pdf, mark_attachments, own_pdf, print_colour, ask_consumers,
    /// ask_days, exchange_asks) are the right of exchange_admin, b2c and activation_by that of who
    /// activates, the others that of agency and company_admin; REFUSED says who may. Waiting
    /// documents are decided again.
    ///
    /// Request: {"email", "print", "b2c", "default_buyer_reference", "mobile_field",
    /// "payment_days", "contact": {"name", "phone", "email"}, "sender_name", "email_text",
    /// "email_pdf": "attached", "merged" or "link", "mark_attachments", "own_pdf", "print_colour",
    /// "ask_consumers", "ask_days", "exchange_asks", "lookup_hours", "claim_ground",
    /// "activation_by": ["agency", ...]}
    /// Reply: the settings
    std::string company_configure(const std::string &request = "{}") const {
        return ask(postbud_company_configure, request);
    }

    /// Gives a further user access at the exchange, through the outbox. NOT_READY before the
    /// company is registered; CONFLICT: the user is there with other data. Right: activation or
    /// exchange_admin.
    ///
    /// Request: {"name", "email", "phone", "level": "admin" or "user"}
    /// Reply: {"user_name", "name", "phone", "level", "state", "has_access", "has_api_key", ...}
    std::string user_add(const std::string &request = "{}") const {
        return ask(postbud_user_add, request);
    }

    /// Lists who has access at the exchange; the user of the registration comes first.
    ///
    /// Request: {}
    /// Reply: {"users"}
    std::string user_list(const std::string &request = "{}") const {
        return ask(postbud_user_list, request);
    }

    /// Takes a user's access away, through the outbox. NOT_FOUND: no such user. CONFLICT: the
    /// company was registered with that user. Right: activation or exchange_admin.
    ///
    /// Request: {"email"}
    /// Reply: as user_add
    std::string user_remove(const std::string &request = "{}") const {
        return ask(postbud_user_remove, request);
    }

    /// Asks a signer to verify the company (know your customer). Asking again replaces the open
    /// request. CONFLICT: already signed.
    ///
    /// Request: {"signer_email", "locale"}
    /// Reply: as kyc_get
    std::string kyc_request(const std::string &request = "{}") const {
        return ask(postbud_kyc_request, request);
    }

    /// Records what the exchange said about the verification: sent, forwarded (to another signer),
    /// signed or canceled. A signature lets everything go that waited for it.
    ///
    /// Request: {"event": "sent", "forwarded", "signed" or "canceled", "signer_email", "at"}
    /// Reply: as kyc_get
    std::string kyc_record(const std::string &request = "{}") const {
        return ask(postbud_kyc_record, request);
    }

    /// Shows how far the verification is. Companies activated before 2022-07-01 are exempt.
    ///
    /// Request: {}
    /// Reply: {"state", "company_state", "may_send", "signer_email", "signed_at", ...}
    std::string kyc_get(const std::string &request = "{}") const {
        return ask(postbud_kyc_get, request);
    }

    /// Orders the consumer (B2C) agreement: one for eFaktura and Vipps. Needs a registered
    /// Norwegian company (REFUSED, NOT_READY) and the setting b2c (NOT_READY). CONFLICT: there is
    /// one already.
    ///
    /// Request: {"signer_name", "signer_email", "move", "capture": {"bank_account",
    /// "reference_position": "1-5", "kid_length": "12"}}
    /// Reply: as agreement_get
    std::string agreement_order(const std::string &request = "{}") const {
        return ask(postbud_agreement_order, request);
    }

    /// Ends the agreement, through the outbox; no consumer is reached through it from now on.
    /// INVALID without confirm. CONFLICT: there is no active agreement.
    ///
    /// Request: {"confirm": true}
    /// Reply: as agreement_get
    std::string agreement_disable(const std::string &request = "{}") const {
        return ask(postbud_agreement_disable, request);
    }

    /// Records what the exchange said: mail_sent, signed, active (without a signature, where it
    /// works so), declined, held_elsewhere, ended, or polled when there was nothing new; or that an
    /// agreement from before 2018-12-20 is carried over. CONFLICT: the state does not allow it.
    ///
    /// Request: {"event": "mail_sent", "signed", "active", "declined", "held_elsewhere", "ended",
    /// "polled" or "carried_over", "at", "holder", "old": "both", "efaktura" or "vipps",
    /// "without_vipps"}
    /// Reply: as agreement_get
    std::string agreement_record(const std::string &request = "{}") const {
        return ask(postbud_agreement_record, request);
    }

    /// Shows how far the agreement is at the moment of the call. A signed one is active one hour
    /// after the signature at the latest, and in every bank after 24 hours.
    ///
    /// Request: {}
    /// Reply: {"state", "status_text", "message", "visible_at", "all_banks_at", "next_poll_at",
    /// ...}
    std::string agreement_get(const std::string &request = "{}") const {
        return ask(postbud_agreement_get, request);
    }

    /// Adds a class of customers, or replaces what new customers inherit from it. Customers who are
    /// there already stay as they are.
    ///
    /// Request: {"name", "mode", "efaktura", "omit_pdf", "first_attachment_is_image"}
    /// Reply: the class
    std::string customer_class_put(const std::string &request = "{}") const {
        return ask(postbud_customer_class_put, request);
    }

    /// Lists the classes of customers.
    ///
    /// Request: {}
    /// Reply: {"classes"}
    std::string customer_class_list(const std::string &request = "{}") const {
        return ask(postbud_customer_class_list, request);
    }

    /// Adds a customer or replaces his card. What his distribution mode needs is checked now, not
    /// when an invoice fails. NOT_READY: automatic or electronic before the company is registered.
    ///
    /// Request: {"number", "name", "kind": "business" or "private", "organisation_number",
    /// "vat_number", "address", "mobile", "phones", "email", "endpoint": {"scheme", "id"},
    /// "buyer_reference", "class", "mode": "automatic", "electronic", "email", "print" or "self",
    /// "efaktura", "omit_pdf", "first_attachment_is_image", "host_key", ...}
    /// Reply: {"customer", "findings"}
    std::string customer_put(const std::string &request = "{}") const {
        return ask(postbud_customer_put, request);
    }

    /// Shows a customer, with what is known of a consumer.
    ///
    /// Request: {"number"}
    /// Reply: the customer, with what is known of a consumer
    std::string customer_get(const std::string &request = "{}") const {
        return ask(postbud_customer_get, request);
    }

    /// Lists the customers, page by page in order of their numbers.
    ///
    /// Request: {"limit": 1 to 1000, "cursor"}
    /// Reply: {"customers", "next_cursor"}
    std::string customer_list(const std::string &request = "{}") const {
        return ask(postbud_customer_list, request);
    }

    /// Records what the outside world said about a consumer: eFaktura agreement, yes to all, Vipps.
    /// Documents that waited for a look-up are decided again.
    ///
    /// Request: {"customer", "efaktura", "yes_to_all", "vipps", "efaktura_id", "as_of"}
    /// Reply: what is known now
    std::string consumer_record(const std::string &request = "{}") const {
        return ask(postbud_consumer_record, request);
    }

    /// Records what a directory said about electronic addresses: receives, not_registered or
    /// failed. A failed look-up is not a no: documents wait for it. Those that waited are decided
    /// again.
    ///
    /// Request: {"entries": [{"endpoint" or "organisation_number" and "country", "answer":
    /// "receives", "not_registered" or "failed", "documents", "as_of"}]}
    /// Reply: {"kept", "released"}
    std::string directory_put(const std::string &request = "{}") const {
        return ask(postbud_directory_put, request);
    }

    /// Lists what has to be looked up before waiting documents can go on: addresses of businesses,
    /// to be answered with directory_put, and consumers, to be answered with consumer_record.
    ///
    /// Request: {}
    /// Reply: {"lookups": [{"kind", "customer", "endpoint", "mobile", "documents", ...}]}
    std::string lookup_list(const std::string &request = "{}") const {
        return ask(postbud_lookup_list, request);
    }

    /// Decides without sending: for an invoice, for a customer, or for the whole customer list page
    /// by page. Every step of the order comes with its result, a stable code and a sentence; with
    /// brief only the channel and its code, so that 100,000 customers fit one call.
    ///
    /// Request: {"invoice"} or {"customer", "document_type"} or {"limit", "cursor"}, "brief",
    /// "all_channels"
    /// Reply: {"decisions": [{"customer", "outcome", "code", "decision": {"outcome", "channel",
    /// "shown_also_in", "trace"}, "attachments": [{"name", "channel", "action", "code"}]}],
    /// "summary", "next_cursor"}
    std::string distribution_decide(const std::string &request = "{}") const {
        return ask(postbud_distribution_decide, request);
    }

    /// Builds the PEPPOL BIS Billing 3.0 payload of an invoice or credit note; nothing is stored.
    ///
    /// On POSTBUD_OK the reply holds the bytes of the XML, else JSON. Seller and buyer are given in
    /// full or by reference. VAT rates are checked for Norwegian and Swedish sellers. A document
    /// with rarer terms, or of a seller elsewhere, is judged by the official rules before it is
    /// answered.
    ///
    /// Request: {"invoice", "seller", "buyer"}
    /// Reply: the XML
    std::string document_build(const std::string &request = "{}") const {
        return ask(postbud_document_build, request);
    }

    /// Reads a finished document back into the data that builds it.
    ///
    /// Any invoice or credit note of BIS Billing 3.0: invoice, seller and buyer of the reply are a
    /// request of document_build, which writes the same content again. What has no business term is
    /// kept in invoice.other, put back when it is built, and named in findings. The document is not
    /// judged here.
    ///
    /// Request: {"document"}
    /// Reply: {"document_type", "invoice", "seller", "buyer", "totals", "findings"}
    std::string document_read(const std::string &request = "{}") const {
        return ask(postbud_document_read, request);
    }

    /// Judges a finished document: the request is the XML itself, not JSON.
    ///
    /// By the UBL 2.1 schema, EN 16931 and Peppol BIS Billing 3.0 (or self-billing, if the document
    /// says so) in the releases in force today. POSTBUD_OK whenever there is a verdict. valid is
    /// false on any fatal finding, null while anything was not judged, else true.
    ///
    /// Request: the XML
    /// Reply: {"valid", "document_type", "findings", "evaluated", "not_evaluated", "rule_pack",
    /// ...}
    std::string document_validate(const std::string &document) const {
        return ask(postbud_document_validate, document);
    }

    /// Judges a finished document by the rules of another day, or by a pack that is named.
    ///
    /// The document is the XML as text. Without pack and day: as document_validate.
    ///
    /// Request: {"document", "pack": "3.0.20", "3.0.21" or "self-billing 3.0.2", or "day"}
    /// Reply: as document_validate
    std::string document_validate_as(const std::string &request = "{}") const {
        return ask(postbud_document_validate_as, request);
    }

    /// Makes a KID, OCR reference, account number, IBAN, organisation number or VAT number.
    ///
    /// A KID of the company's agreement capture needs its parts only: length and position of the
    /// customer are known.
    ///
    /// Request: {"kind": "kid", "parts": {"customer_number", "payment_type", "invoice_number"} or
    /// "digits", "modulus": 10 or 11, "length", "customer_position": "1-5",
    /// "payment_type_position", "level", "country", "card_type", "creditor_number"}
    /// Reply: {"kind", "value", "print", "check_digit", "parts"}
    std::string reference_make(const std::string &request = "{}") const {
        return ask(postbud_reference_make, request);
    }

    /// Checks such a value, and shows how it is written and what it is made of.
    ///
    /// A wrong value is OK with "valid": false and a finding. Without kind, all that fit are
    /// listed.
    ///
    /// Request: {"kind", "value", "modulus": 10 or 11, "length" or "lengths", "customer_position",
    /// "level": "none", "soft", "hard", "length_digit" or "fixed_length", "country"}
    /// Reply: {"valid", "kind", "normal", "print", "check_digit", "parts", "findings", "guess"}
    std::string reference_check(const std::string &request = "{}") const {
        return ask(postbud_reference_check, request);
    }

    /// Lists the official rules of a pack with severity, business terms and sentences, page by
    /// page.
    ///
    /// Without pack and day: the rules in force today.
    ///
    /// Request: {"pack", "day", "limit": 1 to 1000, "cursor"}
    /// Reply: {"rule_pack", "total", "rules", "next_cursor"}
    std::string rules_list(const std::string &request = "{}") const {
        return ask(postbud_rules_list, request);
    }

    /// Sends an invoice or credit note: decided, built, checked, stored and queued in one
    /// transaction.
    ///
    /// Before registration or verification it is stored all the same and waits (waiting_for). The
    /// same number with the same content replays the earlier answer (replayed true); with other
    /// content it is a CONFLICT. INVALID: every finding at once, or no channel reaches the
    /// customer. REFUSED: a claim that may not be made against a consumer. A finished BIS Billing
    /// 3.0 document is judged and carried unchanged.
    ///
    /// Request: {"invoice": {"type", "number", "issue_date", "customer", "lines": [{"name",
    /// "quantity", "unit", "price", "vat": {"rate", "category"}}], "attachments": [{"name",
    /// "content" in base64 or "uri", "send", "required", "image"}], "claim": {"ground",
    /// "consented"}, "distribution": {"force", "forbid", "order", "email_text", "email"}, ...}} or
    /// {"document": {"xml", "customer", "claim", "distribution", "host_key"}}
    /// Reply: {"id", "delivery", "state", "channel", "waiting_for", "waiting_until", "next_step",
    /// "decision", "totals", "attachments": [{"name", "sent_as", "action": embed, merge, link or
    /// drop, "code", "message"}], "findings", "replayed"}
    std::string invoice_send(const std::string &request = "{}") const {
        return ask(postbud_invoice_send, request);
    }

    /// Sends many documents in one transaction, with one result for each. A refused document does
    /// not hold up the others; a store that fails keeps none.
    ///
    /// Request: {"invoices": [as invoice_send, at most 10,000]}
    /// Reply: {"sent", "refused", "results": [{"status", "sent" or "error"}]}
    std::string invoice_send_batch(const std::string &request = "{}") const {
        return ask(postbud_invoice_send_batch, request);
    }

    /// Sends a document again on purpose: decided anew, as a new round. CONFLICT: it is still on
    /// its way, or a carrier has it. INVALID: no channel is possible.
    ///
    /// Request: {"number", "type"} or {"id"}, and "distribution": {"force", "forbid", "order",
    /// "email_text", "email"}
    /// Reply: {"id", "round", "delivery", "state", "channel", "waiting_for", "decision", ...}
    std::string invoice_resend(const std::string &request = "{}") const {
        return ask(postbud_invoice_resend, request);
    }

    /// Sends a document another way, by this channel only: instead of the way it waits for, or
    /// again after it has left. CONFLICT: a carrier has it. INVALID: the channel is not possible.
    ///
    /// Request: {"number", "type"} or {"id"}, "channel", "email"
    /// Reply: as invoice_resend
    std::string invoice_reroute(const std::string &request = "{}") const {
        return ask(postbud_invoice_reroute, request);
    }

    /// Calls a document off before a carrier has it. CONFLICT: it has left, or a carrier has it.
    /// Its number stays used; invoice_resend sends it after all. A document that cannot be read can
    /// be called off, too.
    ///
    /// Request: {"number", "type"} or {"id"}
    /// Reply: the document in short
    std::string invoice_cancel(const std::string &request = "{}") const {
        return ask(postbud_invoice_cancel, request);
    }

    /// Shows where a document stands: deliveries, decision, and every step with its time.
    ///
    /// Request: {"number", "type"} or {"id"}
    /// Reply: {"invoice", "decision", "deliveries", "history"}
    std::string invoice_get(const std::string &request = "{}") const {
        return ask(postbud_invoice_get, request);
    }

    /// Lists the documents in the order of sending, or with changes true every step since a cursor.
    ///
    /// Request: {"customer", "state", "changes", "limit", "cursor"}
    /// Reply: {"invoices", "changes", "next_cursor"}
    std::string invoice_list(const std::string &request = "{}") const {
        return ask(postbud_invoice_list, request);
    }

    /// Carries what is due into the folder of the configuration. Safe to be killed at any moment:
    /// nothing is lost and nothing is carried twice. NOT_READY: no folder is configured.
    ///
    /// A delivery that needs a row of the store which cannot be read is set aside: it waits for
    /// repair, findings names the row and the way out, and everything else is carried. The same
    /// holds for every verb that goes through many rows: what it leaves out stands in its findings.
    ///
    /// Request: {"limit": 1 to 1000}
    /// Reply: {"carried", "results": [{"delivery", "state", "files", ...}], "next_due_at",
    /// "findings"}
    std::string outbox_run(const std::string &request = "{}") const {
        return ask(postbud_outbox_run, request);
    }

    /// Leases deliveries to the host, which carries them itself and settles each lease. A lease
    /// that expires leaves the delivery unknown; it is never queued again by itself. What cannot be
    /// read is set aside as in outbox_run.
    ///
    /// Request: {"limit": 1 to 1000, "lease_seconds": 10 to 86400}
    /// Reply: {"deliveries": [{"lease", "expires_at", "delivery", "purpose", "channel", "message",
    /// "xml", "files": [{"name", "mime", "content"}]}], "findings"}
    std::string outbox_claim(const std::string &request = "{}") const {
        return ask(postbud_outbox_claim, request);
    }

    /// Settles a lease: sent, delivered, later, unknown or failed. The same answer twice changes
    /// nothing; another one is a CONFLICT. A failed document goes on to the next channel by itself.
    ///
    /// Request: {"lease" or "delivery", "outcome", "code", "reason", "retry_at", "answer":
    /// {"api_key"}}
    /// Reply: {"delivery", "state", "changed", "next_delivery"}
    std::string outbox_settle(const std::string &request = "{}") const {
        return ask(postbud_outbox_settle, request);
    }

    /// Lists everything that leaves, oldest first: documents, registrations, requests, agreements.
    ///
    /// Request: {"state", "limit": 1 to 1000, "cursor"}
    /// Reply: {"deliveries", "next_cursor", "findings"}
    std::string outbox_list(const std::string &request = "{}") const {
        return ask(postbud_outbox_list, request);
    }

    // The end of the verbs.

  private:
    explicit office(::postbud *handle) noexcept : handle_(handle) {}

    std::string ask(verb function, const std::string &request) const {
        const result answer = call(function, request);
        if (!answer.ok()) throw error(answer.status, answer.reply.text());
        return answer.reply.text();
    }

    postbud *handle_;
};

} // namespace postbudpp

#endif
