// Runs the scripts in tests/journeys through postbud.hpp, as a host written in C++ would.
//
//   journey FILE.json...      exit 0: all passed, 1: something failed, 2: called wrongly
//
// The runners in C, C++, Python and C# give a script the same meaning. A member that the runner
// does not know is a failure, so that no expectation is skipped in silence. So is a call without a
// time: `now` in its request, or at_any_time (see the runner in C). JSON requests go through the
// methods, which throw; raw text and bytes go through call(), which does not.
#include "postbud.hpp"
#include "../c/verbs.h"

#include <cjson/cJSON.h>
#include <ftw.h>
#include <stdlib.h>

#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <vector>

namespace {

struct delete_json {
    void operator()(cJSON *json) const { cJSON_Delete(json); }
};
typedef std::unique_ptr<cJSON, delete_json> json;

// What a step kept: the bytes of it, and its JSON value unless the whole reply was kept as bytes.
struct kept {
    std::string bytes;
    std::shared_ptr<cJSON> value;
};

struct method {
    std::string (postbudpp::office::*throws)(const std::string &) const;
    postbudpp::verb function;
};

struct answer {
    std::string status;
    std::string reply;
};

class journey {
  public:
    explicit journey(const std::string &file);
    ~journey();
    void run();

  private:
    void step(const cJSON *step);
    void open();
    void reopen(const cJSON *step);
    void call_verb(const cJSON *step);
    void check_time(const cJSON *step);
    bool ask(const method &verb, const cJSON *step, answer &got);
    void check_error(const std::string &reply);
    void check_reply(const cJSON *step, const std::string &reply);
    void keep_from(const cJSON *step, const cJSON *reply, const std::string &bytes);
    void match(const cJSON *expected, const cJSON *got, const std::string &path);
    void known_members(const cJSON *object, const std::string &known);
    json expanded(const cJSON *node);
    std::string expand(const std::string &from);
    void tell(const std::string &says);

    std::string file_;
    std::string name_;
    std::string folder_;
    json script_;
    std::map<std::string, kept> kept_;
    std::unique_ptr<postbudpp::office> office_;
    std::vector<std::string> why_; // what is wrong with the step at hand
};

int passed = 0;
int failed = 0;

const std::map<std::string, method> &verbs();
const cJSON *member(const cJSON *object, const char *name);
bool text_member(const cJSON *object, const char *name, std::string &text);
const cJSON *at_pointer(const cJSON *node, const std::string &pointer);
json parsed(const std::string &text);
std::string printed(const cJSON *node);
int remove_one(const char *path, const struct stat *, int, struct FTW *) { return remove(path); }

journey::journey(const std::string &file) : file_(file), name_(file) {
    const size_t slash = name_.rfind('/');
    if (slash != std::string::npos) name_.erase(0, slash + 1);
    if (name_.rfind('.') != std::string::npos) name_.erase(name_.rfind('.'));
    char folder[] = "/tmp/postbud-journey-XXXXXX";
    if (mkdtemp(folder)) folder_ = folder;
}

journey::~journey() {
    office_.reset();
    if (!folder_.empty()) nftw(folder_.c_str(), remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

void journey::run() {
    std::ifstream from(file_.c_str(), std::ios::binary);
    std::ostringstream text;
    std::string says;
    text << from.rdbuf();
    script_ = parsed(text.str());
    const cJSON *steps = member(script_.get(), "steps");
    if (folder_.empty() || !text_member(script_.get(), "says", says) || !cJSON_IsArray(steps) ||
        cJSON_GetArraySize(steps) == 0 || !cJSON_IsObject(member(script_.get(), "config"))) {
        why_.push_back(file_ + " is not a JSON file with says, config and steps");
    } else {
        known_members(script_.get(), " says config steps ");
        open();
    }
    if (!why_.empty()) tell("opens");
    const cJSON *each;
    cJSON_ArrayForEach(each, steps) step(each);
}

void journey::step(const cJSON *step) {
    std::string says = "?";
    if (!text_member(step, "says", says)) why_.push_back("the step has no says");
    if (cJSON_HasObjectItem(step, "reopen"))
        reopen(step);
    else
        call_verb(step);
    tell(says);
}

void journey::open() {
    try {
        const std::string config = printed(expanded(member(script_.get(), "config")).get());
        office_.reset(new postbudpp::office(postbudpp::office::open(config)));
    } catch (const postbudpp::error &fault) {
        why_.push_back("expected OK");
        why_.push_back(std::string("got ") + fault.status_name() + " " + fault.reply());
    }
}

void journey::reopen(const cJSON *step) {
    known_members(step, " says reopen ");
    if (!cJSON_IsTrue(member(step, "reopen"))) why_.push_back("reopen is not true");
    office_.reset();
    open();
}

void journey::call_verb(const cJSON *step) {
    std::string name, expected;
    known_members(step, " says verb at_any_time request request_text request_kept status reply"
                        " reply_contains keep keep_bytes ");
    check_time(step);
    text_member(step, "verb", name);
    const auto verb = verbs().find(name);
    if (verb == verbs().end() || !text_member(step, "status", expected)) {
        why_.push_back("no verb \"" + name + "\", or the step has no status");
        return;
    }
    if (!office_) {
        why_.push_back("the office is not open");
        return;
    }
    answer got;
    if (!ask(verb->second, step, got)) return;
    if (got.status != expected) why_.push_back("the status differs");
    if (got.status != "OK") check_error(got.reply);
    check_reply(step, got.reply);
    if (why_.empty()) return;
    why_.push_back("expected " + expected + " " + printed(member(step, "reply")));
    why_.push_back("got      " + got.status + " " + got.reply.substr(0, 2000));
}

// A call without a time would be judged by the machine's clock.
void journey::check_time(const cJSON *step) {
    const cJSON *always = member(step, "at_any_time");
    std::string now, text;
    text_member(member(step, "request"), "now", now);
    text_member(step, "request_text", text);
    const bool has_time = !now.empty() || text.find("\"now\"") != std::string::npos;
    if (always && !cJSON_IsTrue(always)) why_.push_back("at_any_time is not true");
    if (always && has_time) why_.push_back("the call has a time, and says at_any_time");
    if (!always && !has_time)
        why_.push_back("the call has no time: give its request now, or say at_any_time");
}

// False when the step has no request that could be made.
bool journey::ask(const method &verb, const cJSON *step, answer &got) {
    const size_t faults = why_.size();
    const cJSON *request = member(step, "request");
    std::string bytes;
    const int forms = (request ? 1 : 0) + cJSON_HasObjectItem(step, "request_text") +
                      cJSON_HasObjectItem(step, "request_kept");
    if (forms > 1) {
        why_.push_back("a step has one request, one request_text or one request_kept");
    } else if (request) {
        bytes = printed(expanded(request).get());
    } else if (text_member(step, "request_text", bytes)) {
        bytes = expand(bytes);
    } else if (text_member(step, "request_kept", bytes)) {
        const auto found = kept_.find(bytes);
        if (found == kept_.end())
            why_.push_back("nothing was kept as \"" + bytes + "\"");
        else
            bytes = found->second.bytes;
    } else if (forms > 0) {
        why_.push_back("request_text and request_kept are text");
    }
    if (why_.size() > faults) return false;

    if (!request) {
        const postbudpp::result result = office_->call(verb.function, bytes);
        got.status = postbudpp::status_name(result.status);
        got.reply = result.reply.text();
        return true;
    }
    try {
        got.reply = (office_.get()->*verb.throws)(bytes);
        got.status = "OK";
    } catch (const postbudpp::error &fault) {
        got.status = fault.status_name();
        got.reply = fault.reply();
        std::string code, message;
        const json error = parsed(got.reply);
        text_member(member(error.get(), "error"), "code", code);
        text_member(member(error.get(), "error"), "message", message);
        if (code != fault.code() || message != fault.what())
            why_.push_back("the exception says: " + fault.code() + ", " + fault.what());
    }
    return true;
}

#undef VERB  // here a verb is a method too
#define VERB(name) {#name, {&postbudpp::office::name, postbud_##name}}

const std::map<std::string, method> &verbs() {
    static const std::map<std::string, method> table = {
        EVERY_VERB,
    };
    return table;
}

// The interface promises a code and a sentence with every failure, whatever the script expects.
void journey::check_error(const std::string &reply) {
    const json whole = parsed(reply);
    std::string code, message;
    text_member(member(whole.get(), "error"), "code", code);
    text_member(member(whole.get(), "error"), "message", message);
    if (code.empty() || message.empty())
        why_.push_back("a failure without error.code and error.message");
}

void journey::check_reply(const cJSON *step, const std::string &reply) {
    const cJSON *pattern = member(step, "reply");
    const cJSON *parts = member(step, "reply_contains");
    const json whole = parsed(reply);
    if (pattern && whole) match(expanded(pattern).get(), whole.get(), "");
    if (pattern && !whole) why_.push_back("the reply is not JSON");
    if (parts && !cJSON_IsArray(parts)) why_.push_back("reply_contains is not a list");
    const cJSON *part;
    cJSON_ArrayForEach(part, parts) {
        const std::string text = cJSON_IsString(part) ? expand(part->valuestring) : "?";
        if (!cJSON_IsString(part)) why_.push_back("reply_contains holds something else than text");
        if (reply.find(text) == std::string::npos)
            why_.push_back("the reply does not contain " + text);
    }
    keep_from(step, whole.get(), reply);
}

void journey::keep_from(const cJSON *step, const cJSON *reply, const std::string &bytes) {
    const cJSON *names = member(step, "keep");
    if (names && !cJSON_IsObject(names)) why_.push_back("keep is not an object");
    const cJSON *pointer;
    cJSON_ArrayForEach(pointer, names) {
        const std::string where = cJSON_IsString(pointer) ? pointer->valuestring : "?";
        const cJSON *value = at_pointer(reply, where);
        if (!value || cJSON_IsNull(value)) {
            why_.push_back("nothing to keep at " + where);
            continue;
        }
        kept &slot = kept_[pointer->string];
        slot.bytes = cJSON_IsString(value) ? value->valuestring : printed(value);
        slot.value = std::shared_ptr<cJSON>(cJSON_Duplicate(value, 1), cJSON_Delete);
    }
    std::string name;
    if (text_member(step, "keep_bytes", name))
        kept_[name] = kept{bytes, nullptr};
    else if (cJSON_HasObjectItem(step, "keep_bytes"))
        why_.push_back("keep_bytes is not a name");
}

// Every expected member must be there and match; what the reply has beyond that is its own.
void journey::match(const cJSON *expected, const cJSON *got, const std::string &path) {
    const cJSON *item;
    const bool anything = cJSON_IsString(expected) && !strcmp(expected->valuestring, "*");
    if (anything && got && !cJSON_IsNull(got)) return;
    if (cJSON_IsObject(expected) && cJSON_IsObject(got)) {
        cJSON_ArrayForEach(item, expected) {
            const cJSON *found = member(got, item->string);
            const bool absent = cJSON_IsString(item) && !strcmp(item->valuestring, "$absent");
            if (!absent || (found && !cJSON_IsNull(found)))
                match(item, found, path + "/" + item->string);
        }
        return;
    }
    if (cJSON_IsArray(expected) && cJSON_IsArray(got) &&
        cJSON_GetArraySize(expected) == cJSON_GetArraySize(got)) {
        int index = 0;
        cJSON_ArrayForEach(item, expected) {
            match(item, cJSON_GetArrayItem(got, index), path + "/" + std::to_string(index));
            ++index;
        }
        return;
    }
    const bool scalar = !cJSON_IsObject(expected) && !cJSON_IsArray(expected);
    if (got && scalar && cJSON_Compare(expected, got, 1)) return;
    why_.push_back((path.empty() ? "/" : path) + ": expected " + printed(expected) + ", got " +
                   printed(got));
}

void journey::known_members(const cJSON *object, const std::string &known) {
    if (!cJSON_IsObject(object)) why_.push_back("not an object");
    const cJSON *each;
    cJSON_ArrayForEach(each, object) {
        const std::string name = each->string ? each->string : "";
        if (known.find(" " + name + " ") == std::string::npos)
            why_.push_back("this runner does not know \"" + name + "\"");
    }
}

// A copy with every ${name} filled in. A text that is nothing but ${name} becomes the kept value
// itself, so that an object or a number can be sent back as it came.
json journey::expanded(const cJSON *node) {
    if (cJSON_IsString(node)) {
        const std::string from = node->valuestring;
        if (from.size() > 3 && from.compare(0, 2, "${") == 0 && from.find('}') == from.size() - 1) {
            const auto found = kept_.find(from.substr(2, from.size() - 3));
            if (found != kept_.end() && found->second.value)
                return json(cJSON_Duplicate(found->second.value.get(), 1));
        }
        return json(cJSON_CreateString(expand(from).c_str()));
    }
    if (!cJSON_IsObject(node) && !cJSON_IsArray(node)) return json(cJSON_Duplicate(node, 1));
    json copy(cJSON_IsObject(node) ? cJSON_CreateObject() : cJSON_CreateArray());
    const cJSON *item;
    cJSON_ArrayForEach(item, node) {
        if (cJSON_IsObject(node))
            cJSON_AddItemToObject(copy.get(), item->string, expanded(item).release());
        else
            cJSON_AddItemToArray(copy.get(), expanded(item).release());
    }
    return copy;
}

std::string journey::expand(const std::string &from) {
    std::string to;
    size_t at = 0;
    for (;;) {
        const size_t open = from.find("${", at);
        const size_t close = open == std::string::npos ? open : from.find('}', open);
        if (close == std::string::npos) return to + from.substr(at);
        const std::string name = from.substr(open + 2, close - open - 2);
        const auto found = kept_.find(name);
        to += from.substr(at, open - at);
        if (name == "dir")
            to += folder_;
        else if (found != kept_.end())
            to += found->second.bytes;
        else
            why_.push_back("nothing was kept as \"" + name + "\"");
        at = close + 1;
    }
}

// Prints the outcome of one step, each line of the reason set in.
void journey::tell(const std::string &says) {
    std::cout << (why_.empty() ? "ok - " : "not ok - ") << name_ << " : " << says << "\n";
    for (const std::string &reason : why_)
        std::cout << "    " << reason << "\n";
    std::cout.flush();
    ++(why_.empty() ? passed : failed);
    why_.clear();
}

const cJSON *member(const cJSON *object, const char *name) {
    return cJSON_GetObjectItemCaseSensitive(object, name);
}

bool text_member(const cJSON *object, const char *name, std::string &text) {
    const cJSON *found = member(object, name);
    if (!cJSON_IsString(found)) return false;
    text = found->valuestring;
    return true;
}

// A JSON pointer (RFC 6901): "/deliveries/0/lease", with ~1 for a slash and ~0 for a tilde.
const cJSON *at_pointer(const cJSON *node, const std::string &pointer) {
    if (!pointer.empty() && pointer[0] != '/') return nullptr;
    std::istringstream keys(pointer.empty() ? pointer : pointer.substr(1));
    std::string key;
    while (node && std::getline(keys, key, '/')) {
        for (size_t at = 0; (at = key.find('~', at)) != std::string::npos; ++at)
            key.replace(at, 2, key.compare(at, 2, "~1") == 0 ? "/" : "~");
        const bool number = key.find_first_not_of("0123456789") == std::string::npos;
        if (cJSON_IsArray(node))
            node = number && !key.empty() ? cJSON_GetArrayItem(node, atoi(key.c_str())) : nullptr;
        else
            node = member(node, key.c_str());
    }
    return node;
}

// Null unless the whole text is one JSON value.
json parsed(const std::string &text) {
    if (strlen(text.c_str()) != text.size()) return json();
    return json(cJSON_ParseWithOpts(text.c_str(), nullptr, 1));
}

std::string printed(const cJSON *node) {
    if (!node) return "nothing";
    char *text = cJSON_PrintUnformatted(node);
    const std::string copy = text ? text : "";
    cJSON_free(text);
    return copy;
}

} // namespace

int main(int argc, char **argv) {
    if (argc < 2 || argv[1][0] == '-') {
        std::cerr << "usage: journey FILE.json...\n";
        return 2;
    }
    for (int i = 1; i < argc; ++i)
        journey(argv[i]).run();
    std::cout << passed << " passed, " << failed << " failed\n";
    return failed ? 1 : 0;
}
