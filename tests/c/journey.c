/* Runs the scripts in tests/journeys through the C interface, as a host written in C would.
 *
 *   journey FILE.json...      exit 0: all passed, 1: something failed, 2: called wrongly
 *
 * The runners in C, C++, Python and C# give a script the same meaning. A member that the runner does
 * not know is a failure, so that no expectation is skipped in silence.
 *
 * No script may depend on the day it is played. So every call says its time: `now` in its request,
 * or `"at_any_time": true` beside the verb where the request has no place for a time (no request,
 * raw text, bytes that were kept) and neither the reply nor the store depends on one. */
#define _XOPEN_SOURCE 700
#include <cjson/cJSON.h>
#include <ftw.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "postbud.h"
#include "verbs.h"

typedef postbud_status (*verb_fn)(postbud *, const char *, size_t, postbud_buffer *);

/* Text that grows; `data` is always closed with a NUL, but may hold others. */
struct text {
    char *data;
    size_t len;
};

/* What a step kept: the whole reply as bytes, or one JSON value of it. */
struct kept {
    char *name;
    struct text bytes;
    cJSON *value; /* NULL for bytes */
    struct kept *next;
};

struct run {
    char journey[128];
    char folder[64];
    const cJSON *config;
    postbud *office;
    struct kept *kept;
};

static int passed;
static int failed;

static void run_journey(const char *file);
static void run_steps(struct run *run, const cJSON *steps);
static void open_office(struct run *run, struct text *why);
static void reopen(struct run *run, const cJSON *step, struct text *why);
static void call_verb(struct run *run, const cJSON *step, struct text *why);
static void check_time(const cJSON *step, struct text *why);
static verb_fn verb_named(const char *name);
static int request_of(const struct run *run, const cJSON *step, struct text *request,
                      struct text *why);
static void check_reply(struct run *run, const cJSON *step, const struct text *reply,
                        struct text *why);
static void check_error(const cJSON *reply, struct text *why);
static void keep_from(struct run *run, const cJSON *step, const cJSON *json,
                      const struct text *reply, struct text *why);
static const cJSON *at_pointer(const cJSON *json, const char *pointer);
static void match(const cJSON *expected, const cJSON *got, const char *path, struct text *why);
static void known_members(const cJSON *object, const char *known, struct text *why);
static cJSON *expanded(const struct run *run, const cJSON *node, struct text *why);
static int expand(const struct run *run, const char *from, struct text *to, struct text *why);
static const struct kept *kept_named(const struct run *run, const char *name, size_t len);
static void keep(struct run *run, const char *name, const struct text *bytes, const cJSON *value);
static void forget_all(struct run *run);
static void tell(const struct run *run, const char *says, struct text *why);
static const char *status_name(postbud_status status);
static const char *text_member(const cJSON *object, const char *name);
static cJSON *parsed(const struct text *text);
static int read_file(const char *file, struct text *text);
static void append(struct text *text, const char *data, size_t len);
static void add(struct text *text, const char *format, ...);
static void add_json(struct text *text, const cJSON *json);
static void empty(struct text *text);
static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *place);

int main(int argc, char **argv)
{
    if (argc < 2 || argv[1][0] == '-') {
        fprintf(stderr, "usage: journey FILE.json...\n");
        return 2;
    }
    for (int i = 1; i < argc; i++)
        run_journey(argv[i]);
    printf("%d passed, %d failed\n", passed, failed);
    return failed ? 1 : 0;
}

static void run_journey(const char *file)
{
    struct run run = {"", "/tmp/postbud-journey-XXXXXX", NULL, NULL, NULL};
    struct text script = {NULL, 0}, why = {NULL, 0};
    const char *slash = strrchr(file, '/');
    snprintf(run.journey, sizeof run.journey, "%s", slash ? slash + 1 : file);
    if (strrchr(run.journey, '.'))
        *strrchr(run.journey, '.') = '\0';

    cJSON *json = read_file(file, &script) ? parsed(&script) : NULL;
    const cJSON *steps = cJSON_GetObjectItemCaseSensitive(json, "steps");
    run.config = cJSON_GetObjectItemCaseSensitive(json, "config");
    if (!mkdtemp(run.folder))
        add(&why, "no temporary folder\n");
    else if (!text_member(json, "says") || !cJSON_IsObject(run.config) ||
             !cJSON_IsArray(steps) || cJSON_GetArraySize(steps) == 0)
        add(&why, "%s is not a JSON file with says, config and steps\n", file);
    else {
        known_members(json, " says config steps ", &why);
        open_office(&run, &why);
    }
    if (why.len)
        tell(&run, "opens", &why);
    run_steps(&run, steps);

    postbud_close(run.office);
    nftw(run.folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    forget_all(&run);
    cJSON_Delete(json);
    empty(&script);
}

static void run_steps(struct run *run, const cJSON *steps)
{
    const cJSON *step;
    cJSON_ArrayForEach(step, steps) {
        struct text why = {NULL, 0};
        const char *says = text_member(step, "says");
        if (!says)
            add(&why, "the step has no says\n");
        if (cJSON_HasObjectItem(step, "reopen"))
            reopen(run, step, &why);
        else
            call_verb(run, step, &why);
        tell(run, says ? says : "?", &why);
    }
}

static void open_office(struct run *run, struct text *why)
{
    cJSON *config = expanded(run, run->config, why);
    char *text = cJSON_PrintUnformatted(config);
    postbud_buffer reply = {NULL, 0};
    postbud_status status =
        postbud_open(POSTBUD_ABI_VERSION, text, strlen(text), &run->office, &reply);
    if (status != POSTBUD_OK)
        add(why, "expected OK\ngot %s %.*s\n", status_name(status), (int)reply.len,
            reply.data ? (const char *)reply.data : "");
    postbud_buffer_free(&reply);
    cJSON_free(text);
    cJSON_Delete(config);
}

static void reopen(struct run *run, const cJSON *step, struct text *why)
{
    known_members(step, " says reopen ", why);
    if (!cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(step, "reopen")))
        add(why, "reopen is not true\n");
    postbud_close(run->office);
    run->office = NULL;
    open_office(run, why);
}

static void call_verb(struct run *run, const cJSON *step, struct text *why)
{
    const char *name = text_member(step, "verb");
    const char *expected = text_member(step, "status");
    verb_fn verb = verb_named(name ? name : "");
    struct text request = {NULL, 0};
    known_members(step, " says verb at_any_time request request_text request_kept status reply"
                  " reply_contains keep keep_bytes ", why);
    check_time(step, why);
    if (!verb || !expected) {
        add(why, "no verb \"%s\", or the step has no status\n", name ? name : "");
        return;
    }
    if (request_of(run, step, &request, why)) {
        postbud_buffer buffer = {NULL, 0};
        postbud_status status = verb(run->office, request.data, request.len, &buffer);
        struct text reply = {NULL, 0};
        append(&reply, buffer.data ? (const char *)buffer.data : "", buffer.len);
        postbud_buffer_free(&buffer);

        if (strcmp(expected, status_name(status)) != 0)
            add(why, "the status differs\n");
        if (status != POSTBUD_OK) {
            cJSON *error = parsed(&reply);
            check_error(error, why);
            cJSON_Delete(error);
        }
        check_reply(run, step, &reply, why);
        if (why->len) {
            add(why, "expected %s ", expected);
            add_json(why, cJSON_GetObjectItemCaseSensitive(step, "reply"));
            add(why, "\ngot      %s %.2000s\n", status_name(status), reply.data);
        }
        empty(&reply);
    }
    empty(&request);
}

/* A call without a time would be judged by the machine's clock. */
static void check_time(const cJSON *step, struct text *why)
{
    const cJSON *request = cJSON_GetObjectItemCaseSensitive(step, "request");
    const cJSON *always = cJSON_GetObjectItemCaseSensitive(step, "at_any_time");
    const char *now = text_member(request, "now");
    const char *text = text_member(step, "request_text");
    int has_time = (now && *now) || (text && strstr(text, "\"now\""));
    if (always && !cJSON_IsTrue(always))
        add(why, "at_any_time is not true\n");
    if (always && has_time)
        add(why, "the call has a time, and says at_any_time\n");
    if (!always && !has_time)
        add(why, "the call has no time: give its request now, or say at_any_time\n");
}

static verb_fn verb_named(const char *name)
{
    static const struct {
        const char *name;
        verb_fn verb;
    } verbs[] = {
        EVERY_VERB,
    };
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++)
        if (strcmp(verbs[i].name, name) == 0)
            return verbs[i].verb;
    return NULL;
}

/* The bytes to send; a step without any request leaves them NULL, as a C caller would. */
static int request_of(const struct run *run, const cJSON *step, struct text *request,
                      struct text *why)
{
    const cJSON *json = cJSON_GetObjectItemCaseSensitive(step, "request");
    const char *text = text_member(step, "request_text");
    const char *name = text_member(step, "request_kept");
    int forms = cJSON_HasObjectItem(step, "request") + cJSON_HasObjectItem(step, "request_text") +
                cJSON_HasObjectItem(step, "request_kept");
    if (forms == 0)
        return 1;
    if (forms > 1 || (!json && !text && !name)) {
        add(why, "a step has one request, one request_text or one request_kept\n");
        return 0;
    }
    if (text)
        return expand(run, text, request, why);
    if (name) {
        const struct kept *kept = kept_named(run, name, strlen(name));
        if (!kept)
            add(why, "nothing was kept as \"%s\"\n", name);
        else
            append(request, kept->bytes.data, kept->bytes.len);
        return kept != NULL;
    }
    size_t faults = why->len;
    cJSON *full = expanded(run, json, why);
    char *printed = cJSON_PrintUnformatted(full);
    append(request, printed, strlen(printed));
    cJSON_free(printed);
    cJSON_Delete(full);
    return why->len == faults;
}

static void check_reply(struct run *run, const cJSON *step, const struct text *reply,
                        struct text *why)
{
    const cJSON *pattern = cJSON_GetObjectItemCaseSensitive(step, "reply");
    const cJSON *parts = cJSON_GetObjectItemCaseSensitive(step, "reply_contains");
    const cJSON *part;
    cJSON *json = parsed(reply);
    if (pattern) {
        cJSON *full = expanded(run, pattern, why);
        if (json)
            match(full, json, "", why);
        else
            add(why, "the reply is not JSON\n");
        cJSON_Delete(full);
    }
    if (parts && !cJSON_IsArray(parts))
        add(why, "reply_contains is not a list\n");
    cJSON_ArrayForEach(part, parts) {
        struct text full = {NULL, 0};
        if (!cJSON_IsString(part))
            add(why, "reply_contains holds something else than text\n");
        else if (expand(run, part->valuestring, &full, why) && !strstr(reply->data, full.data))
            add(why, "the reply does not contain %s\n", full.data);
        empty(&full);
    }
    keep_from(run, step, json, reply, why);
    cJSON_Delete(json);
}

/* The interface promises a code and a sentence with every failure, whatever the script expects. */
static void check_error(const cJSON *reply, struct text *why)
{
    const cJSON *error = cJSON_GetObjectItemCaseSensitive(reply, "error");
    const char *code = text_member(error, "code");
    const char *message = text_member(error, "message");
    if (!code || !*code || !message || !*message)
        add(why, "a failure without error.code and error.message\n");
}

static void keep_from(struct run *run, const cJSON *step, const cJSON *json,
                      const struct text *reply, struct text *why)
{
    const cJSON *names = cJSON_GetObjectItemCaseSensitive(step, "keep");
    const cJSON *pointer;
    if (names && !cJSON_IsObject(names))
        add(why, "keep is not an object\n");
    cJSON_ArrayForEach(pointer, names) {
        const char *where = cJSON_IsString(pointer) ? pointer->valuestring : "?";
        const cJSON *value = at_pointer(json, where);
        if (!value || cJSON_IsNull(value))
            add(why, "nothing to keep at %s\n", where);
        else
            keep(run, pointer->string, NULL, value);
    }
    if (text_member(step, "keep_bytes"))
        keep(run, text_member(step, "keep_bytes"), reply, NULL);
    else if (cJSON_HasObjectItem(step, "keep_bytes"))
        add(why, "keep_bytes is not a name\n");
}

/* A JSON pointer (RFC 6901): "/deliveries/0/lease", with ~1 for a slash and ~0 for a tilde. */
static const cJSON *at_pointer(const cJSON *json, const char *pointer)
{
    while (json && *pointer == '/') {
        char key[128];
        size_t len = 0;
        for (pointer++; *pointer && *pointer != '/' && len + 1 < sizeof key; pointer++) {
            int escaped = *pointer == '~' && (pointer[1] == '0' || pointer[1] == '1');
            key[len++] = !escaped ? *pointer : *++pointer == '0' ? '~' : '/';
        }
        key[len] = '\0';
        if (!cJSON_IsArray(json))
            json = cJSON_GetObjectItemCaseSensitive(json, key);
        else if (len && strspn(key, "0123456789") == len)
            json = cJSON_GetArrayItem(json, atoi(key));
        else
            return NULL;
    }
    return *pointer ? NULL : json;
}

/* Every expected member must be there and match; what the reply has beyond that is its own. */
static void match(const cJSON *expected, const cJSON *got, const char *path, struct text *why)
{
    const cJSON *item;
    char below[512];
    int index = 0;
    if (cJSON_IsString(expected) && strcmp(expected->valuestring, "*") == 0 && got &&
        !cJSON_IsNull(got))
        return;
    if (cJSON_IsObject(expected) && cJSON_IsObject(got)) {
        cJSON_ArrayForEach(item, expected) {
            const cJSON *member = cJSON_GetObjectItemCaseSensitive(got, item->string);
            int absent = cJSON_IsString(item) && strcmp(item->valuestring, "$absent") == 0;
            snprintf(below, sizeof below, "%s/%s", path, item->string);
            if (!absent || (member && !cJSON_IsNull(member)))
                match(item, member, below, why);
        }
        return;
    }
    if (cJSON_IsArray(expected) && cJSON_IsArray(got) &&
        cJSON_GetArraySize(expected) == cJSON_GetArraySize(got)) {
        cJSON_ArrayForEach(item, expected) {
            snprintf(below, sizeof below, "%s/%d", path, index);
            match(item, cJSON_GetArrayItem(got, index++), below, why);
        }
        return;
    }
    if (got && !cJSON_IsObject(expected) && !cJSON_IsArray(expected) &&
        cJSON_Compare(expected, got, 1))
        return;
    add(why, "%s: expected ", *path ? path : "/");
    add_json(why, expected);
    add(why, ", got ");
    add_json(why, got);
    add(why, "\n");
}

static void known_members(const cJSON *object, const char *known, struct text *why)
{
    const cJSON *member;
    if (!cJSON_IsObject(object))
        add(why, "not an object\n");
    cJSON_ArrayForEach(member, object) {
        char name[128];
        snprintf(name, sizeof name, " %s ", member->string ? member->string : "");
        if (!strstr(known, name))
            add(why, "this runner does not know \"%s\"\n", member->string);
    }
}

/* A copy with every ${name} filled in. A text that is nothing but ${name} becomes the kept value
 * itself, so that an object or a number can be sent back as it came. */
static cJSON *expanded(const struct run *run, const cJSON *node, struct text *why)
{
    const cJSON *item;
    if (cJSON_IsString(node)) {
        const char *from = node->valuestring;
        size_t len = strlen(from);
        const struct kept *kept = NULL;
        if (len > 3 && strncmp(from, "${", 2) == 0 && strchr(from, '}') == from + len - 1)
            kept = kept_named(run, from + 2, len - 3);
        if (kept && kept->value)
            return cJSON_Duplicate(kept->value, 1);
        struct text to = {NULL, 0};
        expand(run, from, &to, why);
        cJSON *text = cJSON_CreateString(to.data);
        empty(&to);
        return text;
    }
    if (!cJSON_IsObject(node) && !cJSON_IsArray(node))
        return cJSON_Duplicate(node, 1);
    cJSON *copy = cJSON_IsObject(node) ? cJSON_CreateObject() : cJSON_CreateArray();
    cJSON_ArrayForEach(item, node) {
        if (cJSON_IsObject(node))
            cJSON_AddItemToObject(copy, item->string, expanded(run, item, why));
        else
            cJSON_AddItemToArray(copy, expanded(run, item, why));
    }
    return copy;
}

static int expand(const struct run *run, const char *from, struct text *to, struct text *why)
{
    const char *open, *close;
    int complete = 1;
    append(to, "", 0);
    while ((open = strstr(from, "${")) && (close = strchr(open, '}'))) {
        size_t len = (size_t)(close - open) - 2;
        const struct kept *kept = kept_named(run, open + 2, len);
        append(to, from, (size_t)(open - from));
        if (len == 3 && strncmp(open + 2, "dir", 3) == 0)
            append(to, run->folder, strlen(run->folder));
        else if (kept)
            append(to, kept->bytes.data, kept->bytes.len);
        else {
            add(why, "nothing was kept as \"%.*s\"\n", (int)len, open + 2);
            complete = 0;
        }
        from = close + 1;
    }
    append(to, from, strlen(from));
    return complete;
}

static const struct kept *kept_named(const struct run *run, const char *name, size_t len)
{
    const struct kept *kept = run->kept;
    while (kept && (strlen(kept->name) != len || strncmp(kept->name, name, len) != 0))
        kept = kept->next;
    return kept;
}

/* The newest comes first, so a name that is kept again means the later value. */
static void keep(struct run *run, const char *name, const struct text *bytes, const cJSON *value)
{
    struct kept *kept = calloc(1, sizeof *kept);
    if (!kept)
        abort();
    kept->name = strcpy(malloc(strlen(name) + 1), name);
    kept->value = value ? cJSON_Duplicate(value, 1) : NULL;
    if (bytes)
        append(&kept->bytes, bytes->data, bytes->len);
    else if (cJSON_IsString(value))
        append(&kept->bytes, value->valuestring, strlen(value->valuestring));
    else
        add_json(&kept->bytes, value);
    kept->next = run->kept;
    run->kept = kept;
}

static void forget_all(struct run *run)
{
    while (run->kept) {
        struct kept *kept = run->kept;
        run->kept = kept->next;
        cJSON_Delete(kept->value);
        empty(&kept->bytes);
        free(kept->name);
        free(kept);
    }
}

/* Prints the outcome of one step, each line of the reason set in. */
static void tell(const struct run *run, const char *says, struct text *why)
{
    printf("%sok - %s : %s\n", why->len ? "not " : "", run->journey, says);
    for (char *line = why->len ? strtok(why->data, "\n") : NULL; line; line = strtok(NULL, "\n"))
        printf("    %s\n", line);
    fflush(stdout);
    if (why->len)
        failed++;
    else
        passed++;
    empty(why);
}

static const char *status_name(postbud_status status)
{
    static const char *const names[] = {"OK",        "MISUSE",      "INVALID", "NOT_FOUND",
                                        "CONFLICT",  "NOT_READY",   "UNAVAILABLE",
                                        "REFUSED",   "STORAGE",     "PANIC"};
    return status >= POSTBUD_OK && status <= POSTBUD_PANIC ? names[status] : "UNKNOWN";
}

static const char *text_member(const cJSON *object, const char *name)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, name));
}

/* NULL unless the whole text is one JSON value. */
static cJSON *parsed(const struct text *text)
{
    if (!text->data || strlen(text->data) != text->len)
        return NULL;
    return cJSON_ParseWithOpts(text->data, NULL, 1);
}

static int read_file(const char *file, struct text *text)
{
    char part[4096];
    size_t len;
    FILE *from = fopen(file, "rb");
    if (!from)
        return 0;
    while ((len = fread(part, 1, sizeof part, from)) > 0)
        append(text, part, len);
    fclose(from);
    return 1;
}

static void append(struct text *text, const char *data, size_t len)
{
    char *grown = realloc(text->data, text->len + len + 1);
    if (!grown)
        abort();
    text->data = grown;
    memcpy(text->data + text->len, data, len);
    text->len += len;
    text->data[text->len] = '\0';
}

static void add(struct text *text, const char *format, ...)
{
    char part[4096];
    va_list values;
    va_start(values, format);
    vsnprintf(part, sizeof part, format, values);
    va_end(values);
    append(text, part, strlen(part));
}

static void add_json(struct text *text, const cJSON *json)
{
    char *printed = json ? cJSON_PrintUnformatted(json) : NULL;
    append(text, printed ? printed : "nothing", strlen(printed ? printed : "nothing"));
    cJSON_free(printed);
}

static void empty(struct text *text)
{
    free(text->data);
    text->data = NULL;
    text->len = 0;
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *place)
{
    (void)about;
    (void)kind;
    (void)place;
    return remove(path);
}
