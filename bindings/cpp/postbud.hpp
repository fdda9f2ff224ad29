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

    /// Registers the sending company at the exchange.
    std::string company_register(const std::string &request = "{}") const {
        return ask(postbud_company_register, request);
    }

    /// The company as it stands.
    std::string company_get(const std::string &request = "{}") const {
        return ask(postbud_company_get, request);
    }

    /// Changes the company's settings.
    std::string company_configure(const std::string &request = "{}") const {
        return ask(postbud_company_configure, request);
    }

    /// Gives a further user access at the exchange.
    std::string user_add(const std::string &request = "{}") const {
        return ask(postbud_user_add, request);
    }

    /// Who has access at the exchange.
    std::string user_list(const std::string &request = "{}") const {
        return ask(postbud_user_list, request);
    }

    /// Takes a user's access away.
    std::string user_remove(const std::string &request = "{}") const {
        return ask(postbud_user_remove, request);
    }

    /// Asks a signer to verify the company.
    std::string kyc_request(const std::string &request = "{}") const {
        return ask(postbud_kyc_request, request);
    }

    /// Records what became of a verification.
    std::string kyc_record(const std::string &request = "{}") const {
        return ask(postbud_kyc_record, request);
    }

    /// How far the verification is.
    std::string kyc_get(const std::string &request = "{}") const {
        return ask(postbud_kyc_get, request);
    }

    /// Orders the consumer agreement.
    std::string agreement_order(const std::string &request = "{}") const {
        return ask(postbud_agreement_order, request);
    }

    /// Ends the consumer agreement; "confirm": true is mandatory.
    std::string agreement_disable(const std::string &request = "{}") const {
        return ask(postbud_agreement_disable, request);
    }

    /// Records what became of an agreement.
    std::string agreement_record(const std::string &request = "{}") const {
        return ask(postbud_agreement_record, request);
    }

    /// How far the agreement is.
    std::string agreement_get(const std::string &request = "{}") const {
        return ask(postbud_agreement_get, request);
    }

    /// Stores a class that new customers inherit from.
    std::string customer_class_put(const std::string &request = "{}") const {
        return ask(postbud_customer_class_put, request);
    }

    /// The classes of customers.
    std::string customer_class_list(const std::string &request = "{}") const {
        return ask(postbud_customer_class_list, request);
    }

    /// Stores a customer card.
    std::string customer_put(const std::string &request = "{}") const {
        return ask(postbud_customer_put, request);
    }

    /// One customer card.
    std::string customer_get(const std::string &request = "{}") const {
        return ask(postbud_customer_get, request);
    }

    /// The customer cards, page by page.
    std::string customer_list(const std::string &request = "{}") const {
        return ask(postbud_customer_list, request);
    }

    /// Records what a consumer has agreed to.
    std::string consumer_record(const std::string &request = "{}") const {
        return ask(postbud_consumer_record, request);
    }

    /// Stores what the host knows about a receiver.
    std::string directory_put(const std::string &request = "{}") const {
        return ask(postbud_directory_put, request);
    }

    /// What has to be looked up before waiting documents go on.
    std::string lookup_list(const std::string &request = "{}") const {
        return ask(postbud_lookup_list, request);
    }

    /// Decides the channel, with the trace, and sends nothing.
    std::string distribution_decide(const std::string &request = "{}") const {
        return ask(postbud_distribution_decide, request);
    }

    /// Builds the document; the reply is its XML bytes.
    std::string document_build(const std::string &request = "{}") const {
        return ask(postbud_document_build, request);
    }

    /// Reads a finished document back into the data that builds it.
    std::string document_read(const std::string &request = "{}") const {
        return ask(postbud_document_read, request);
    }

    /// Validates a document; the request is its XML bytes, so it has no default.
    std::string document_validate(const std::string &document) const {
        return ask(postbud_document_validate, document);
    }

    /// Validates a document by the rules of another day or pack.
    std::string document_validate_as(const std::string &request = "{}") const {
        return ask(postbud_document_validate_as, request);
    }

    /// Makes a KID, OCR reference, account number, IBAN, organisation number or VAT number.
    std::string reference_make(const std::string &request = "{}") const {
        return ask(postbud_reference_make, request);
    }

    /// Checks such a value, and shows how it is written and what it is made of.
    std::string reference_check(const std::string &request = "{}") const {
        return ask(postbud_reference_check, request);
    }

    /// Lists the official rules of a pack, page by page.
    std::string rules_list(const std::string &request = "{}") const {
        return ask(postbud_rules_list, request);
    }

    /// Stores an invoice with its decision and delivery.
    std::string invoice_send(const std::string &request = "{}") const {
        return ask(postbud_invoice_send, request);
    }

    /// Stores many invoices.
    std::string invoice_send_batch(const std::string &request = "{}") const {
        return ask(postbud_invoice_send_batch, request);
    }

    /// Sends a document again on purpose.
    std::string invoice_resend(const std::string &request = "{}") const {
        return ask(postbud_invoice_resend, request);
    }

    /// Sends a document another way.
    std::string invoice_reroute(const std::string &request = "{}") const {
        return ask(postbud_invoice_reroute, request);
    }

    /// Calls a document off before it has left.
    std::string invoice_cancel(const std::string &request = "{}") const {
        return ask(postbud_invoice_cancel, request);
    }

    /// Status and history of one invoice.
    std::string invoice_get(const std::string &request = "{}") const {
        return ask(postbud_invoice_get, request);
    }

    /// The invoices, page by page.
    std::string invoice_list(const std::string &request = "{}") const {
        return ask(postbud_invoice_list, request);
    }

    /// Everything that leaves, oldest first.
    std::string outbox_list(const std::string &request = "{}") const {
        return ask(postbud_outbox_list, request);
    }

    /// Carries what is due with the library's own carriers.
    std::string outbox_run(const std::string &request = "{}") const {
        return ask(postbud_outbox_run, request);
    }

    /// Leases deliveries that the host will carry itself.
    std::string outbox_claim(const std::string &request = "{}") const {
        return ask(postbud_outbox_claim, request);
    }

    /// Reports what became of a leased delivery.
    std::string outbox_settle(const std::string &request = "{}") const {
        return ask(postbud_outbox_settle, request);
    }

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
