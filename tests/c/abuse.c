/* What no host should do, and some do: each must end in an error, never in a crash or a hang.
 *
 *   abuse      exit 0: all passed, 1: something failed, 2: called wrongly
 *
 * valgrind wants --fair-sched=yes here: without it the threads keep the closing one waiting. */
#define _XOPEN_SOURCE 700
#include <cjson/cJSON.h>
#include <fcntl.h>
#include <ftw.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "postbud.h"

typedef postbud_status (*verb_fn)(postbud *, const char *, size_t, postbud_buffer *);

#define VERB(name) {#name, postbud_##name}

static const struct verb {
    const char *name;
    verb_fn call;
} VERBS[] = {
    VERB(company_register), VERB(company_get), VERB(company_configure),
    VERB(kyc_request), VERB(kyc_record), VERB(kyc_get),
    VERB(agreement_order), VERB(agreement_record), VERB(agreement_get),
    VERB(customer_put), VERB(customer_get), VERB(customer_list),
    VERB(consumer_record), VERB(directory_put), VERB(distribution_decide),
    VERB(document_build), VERB(document_validate), VERB(document_validate_as), VERB(rules_list),
    VERB(invoice_send), VERB(invoice_send_batch), VERB(invoice_get), VERB(invoice_list),
    VERB(outbox_run), VERB(outbox_claim), VERB(outbox_settle),
};
enum { VERB_COUNT = sizeof VERBS / sizeof VERBS[0] };

/* Sets of statuses that a call may answer. */
#define ONLY(status) (1u << (status))
#define ALL_BUT_PANIC 0x1FFu
#define A_LIVE_HANDLE (ALL_BUT_PANIC & ~ONLY(POSTBUD_MISUSE)) /* whatever it makes of the data */
#define A_VERDICT (ONLY(POSTBUD_OK) | ONLY(POSTBUD_INVALID))

enum { THREADS = 8, ROUNDS = 20, PATIENCE = 180, SMALL = 1 << 20 };

/* What is wrong so far; empty while all is well. */
struct check {
    char why[1000];
};

static char folder[] = "/tmp/postbud-abuse-XXXXXX";
static uint8_t unwritten; /* what a reply points to until the library has written it */

/* cJSON keeps its last error in a global. */
static pthread_mutex_t parsing = PTHREAD_MUTEX_INITIALIZER;

/* --- the one way to call, and what every reply must keep to --- */

static void blame(struct check *check, const char *what, const char *fault)
{
    size_t used = strlen(check->why);
    if (used < sizeof check->why / 2)
        snprintf(check->why + used, sizeof check->why - used, "    %s: %s\n", what, fault);
}

static postbud_buffer unwritten_reply(void)
{
    postbud_buffer reply = {&unwritten, 1};
    return reply;
}

static int has_error(const postbud_buffer *reply)
{
    const char *end = NULL, *text = (const char *)reply->data;
    pthread_mutex_lock(&parsing);
    cJSON *json = text ? cJSON_ParseWithLengthOpts(text, reply->len, &end, 0) : NULL;
    pthread_mutex_unlock(&parsing);
    const cJSON *error = cJSON_GetObjectItemCaseSensitive(json, "error");
    const char *code = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(error, "code"));
    const char *words = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(error, "message"));
    int good = json && end == text + reply->len && code && *code && words && *words;
    cJSON_Delete(json);
    return good;
}

/* Judges status and reply, and gives the reply back. */
static void expect(struct check *check, const char *what, postbud_status status,
                   postbud_buffer *reply, unsigned allowed)
{
    char fault[400];
    if (reply->data == &unwritten) {
        blame(check, what, "the reply was not written");
        return;
    }
    if (status < POSTBUD_OK || status > POSTBUD_PANIC || !(allowed & ONLY(status))) {
        snprintf(fault, sizeof fault, "got status %d, statuses allowed 0x%x: %.*s", (int)status,
                 allowed, reply->len < 300 ? (int)reply->len : 300,
                 reply->data ? (const char *)reply->data : "");
        blame(check, what, fault);
    }
    if (status != POSTBUD_OK && !has_error(reply))
        blame(check, what, "a failure without error.code and error.message");
    if (reply->len > SMALL)
        blame(check, what, "a reply of more than a megabyte");
    postbud_buffer_free(reply);
}

static postbud_status ask(struct check *check, const struct verb *verb, postbud *office,
                          const char *request, size_t len, unsigned allowed)
{
    postbud_buffer reply = unwritten_reply();
    postbud_status status = verb->call(office, request, len, &reply);
    expect(check, verb->name, status, &reply, allowed);
    return status;
}

static void ask_every_verb(struct check *check, postbud *office, const char *request, size_t len,
                           unsigned allowed)
{
    for (int i = 0; i < VERB_COUNT; i++)
        ask(check, &VERBS[i], office, request, len, allowed);
}

static const struct verb *verb_named(const char *name)
{
    int i = 0;
    while (strcmp(VERBS[i].name, name) != 0)
        i++;
    return &VERBS[i];
}

static int reads_json(const struct verb *verb)
{
    return verb->call != postbud_document_validate;
}

/* --- opening, rightly and wrongly --- */

static void open_with(struct check *check, const char *what, uint32_t abi, const char *config,
                      size_t len, postbud **office, unsigned allowed)
{
    postbud_buffer reply = unwritten_reply();
    *office = NULL;
    postbud_status status = postbud_open(abi, config, len, office, &reply);
    expect(check, what, status, &reply, allowed);
    if ((status == POSTBUD_OK) != (*office != NULL))
        blame(check, what, "a handle and the status OK do not come together");
}

static postbud *open_file(struct check *check, const char *name)
{
    char config[200];
    postbud *office;
    snprintf(config, sizeof config, "{\"store\":\"%s/%s\"}", folder, name);
    open_with(check, "open", POSTBUD_ABI_VERSION, config, strlen(config), &office,
              ONLY(POSTBUD_OK));
    return office;
}

static postbud *open_memory(struct check *check)
{
    const char *config = "{\"store\":\":memory:\"}";
    postbud *office;
    open_with(check, "open", POSTBUD_ABI_VERSION, config, strlen(config), &office,
              ONLY(POSTBUD_OK));
    return office;
}

static void no_file(struct check *check, const char *name)
{
    char path[200];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    if (access(path, F_OK) == 0)
        blame(check, name, "was made, before any effect was allowed");
}

static void refuse_config(struct check *check, const char *config, size_t len)
{
    postbud *office;
    open_with(check, config, POSTBUD_ABI_VERSION, config, len, &office, ONLY(POSTBUD_INVALID));
    postbud_close(office);
}

static void wrong_abi_version(struct check *check)
{
    static const uint32_t versions[] = {0, POSTBUD_ABI_VERSION + 1, UINT32_MAX};
    char config[200];
    postbud *office;
    snprintf(config, sizeof config, "{\"store\":\"%s/abi.db\"}", folder);
    for (int i = 0; i < 3; i++) {
        open_with(check, "open", versions[i], config, strlen(config), &office,
                  ONLY(POSTBUD_MISUSE));
        postbud_close(office);
    }
    no_file(check, "abi.db");
}

static void open_without_places(struct check *check)
{
    char config[200];
    postbud *office = NULL;
    postbud_buffer reply = unwritten_reply();
    snprintf(config, sizeof config, "{\"store\":\"%s/places.db\"}", folder);
    size_t len = strlen(config);
    postbud_status status = postbud_open(POSTBUD_ABI_VERSION, config, len, NULL, &reply);
    expect(check, "no place for the handle", status, &reply, ONLY(POSTBUD_MISUSE));
    if (postbud_open(POSTBUD_ABI_VERSION, config, len, &office, NULL) != POSTBUD_MISUSE || office)
        blame(check, "no place for the reply", "not MISUSE, or a handle was given");
    if (postbud_open(POSTBUD_ABI_VERSION, config, len, NULL, NULL) != POSTBUD_MISUSE)
        blame(check, "no place for either", "not MISUSE");
    no_file(check, "places.db");
}

static void open_without_config(struct check *check)
{
    postbud *office;
    open_with(check, "NULL and 0", POSTBUD_ABI_VERSION, NULL, 0, &office, A_VERDICT);
    postbud_close(office);
    open_with(check, "NULL and 5", POSTBUD_ABI_VERSION, NULL, 5, &office, ONLY(POSTBUD_MISUSE));
    postbud_close(office);
}

static void config_is_not_json(struct check *check)
{
    static const char *const configs[] = {"{", "[]", "7", "\"store\"", "{\"store\":7}", "{} {}",
                                          "{\"store\":\"\xff\"}", "store=a.db"};
    for (size_t i = 0; i < sizeof configs / sizeof configs[0]; i++)
        refuse_config(check, configs[i], strlen(configs[i]));
    refuse_config(check, "{\"store\":\":memory:\"}\0", 21);
}

static void config_has_an_unknown_field(struct check *check)
{
    const char *config = "{\"store\":\":memory:\",\"surprise\":1}";
    refuse_config(check, config, strlen(config));
}

/* --- arguments that point nowhere --- */

static void null_handle(struct check *check)
{
    ask_every_verb(check, NULL, "{}", 2, ONLY(POSTBUD_MISUSE));
    ask_every_verb(check, NULL, NULL, 0, ONLY(POSTBUD_MISUSE));
}

static void null_reply(struct check *check)
{
    postbud *office = open_memory(check);
    for (int i = 0; i < VERB_COUNT; i++) {
        if (VERBS[i].call(office, "{}", 2, NULL) != POSTBUD_MISUSE)
            blame(check, VERBS[i].name, "not MISUSE");
        if (VERBS[i].call(NULL, "{}", 2, NULL) != POSTBUD_MISUSE)
            blame(check, VERBS[i].name, "not MISUSE, without handle");
    }
    ask_every_verb(check, office, "{}", 2, A_LIVE_HANDLE);
    postbud_close(office);
}

static void null_request_with_a_length(struct check *check)
{
    postbud *office = open_memory(check);
    ask_every_verb(check, office, NULL, 1, ONLY(POSTBUD_MISUSE));
    ask_every_verb(check, office, NULL, SIZE_MAX, ONLY(POSTBUD_MISUSE));
    postbud_close(office);
}

static void no_request_means_an_empty_one(struct check *check)
{
    postbud *office = open_memory(check);
    for (int i = 0; i < VERB_COUNT; i++) {
        postbud_status none = ask(check, &VERBS[i], office, NULL, 0, A_LIVE_HANDLE);
        postbud_status blank = ask(check, &VERBS[i], office, "x", 0, A_LIVE_HANDLE);
        postbud_status braces = ask(check, &VERBS[i], office, "{}", 2, A_LIVE_HANDLE);
        if (none != blank || (reads_json(&VERBS[i]) && none != braces))
            blame(check, VERBS[i].name, "nothing, no bytes and {} are answered differently");
    }
    postbud_close(office);
}

/* --- requests that are not what they should be --- */

/* From a block of exactly its length, so that valgrind sees a read beyond it. */
static void refuse_request(struct check *check, postbud *office, const char *text, size_t len)
{
    char *exact = malloc(len);
    memcpy(exact, text, len);
    for (int i = 0; i < VERB_COUNT; i++)
        ask(check, &VERBS[i], office, exact, len,
            reads_json(&VERBS[i]) ? ONLY(POSTBUD_INVALID) : A_VERDICT);
    free(exact);
}

static void bad_utf8(struct check *check)
{
    static const char *const bytes[] = {"\xff", "\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xf5\x80"};
    postbud *office = open_memory(check);
    for (size_t i = 0; i < sizeof bytes / sizeof bytes[0]; i++) {
        char request[50];
        snprintf(request, sizeof request, "{\"language\":\"%s\"}", bytes[i]);
        refuse_request(check, office, request, strlen(request));
    }
    postbud_close(office);
}

static void embedded_nul(struct check *check)
{
    postbud *office = open_memory(check);
    refuse_request(check, office, "{}\0", 3);
    refuse_request(check, office, "\0{}", 3);
    refuse_request(check, office, "{\"language\":\"a\0b\"}", 18);
    refuse_request(check, office, "{\"language\":\"a\\u0000b\"}", 23);
    postbud_close(office);
}

static void length_shorter_than_the_text(struct check *check)
{
    const char *request = "{\"language\":\"nb\"}";
    postbud *office = open_memory(check);
    for (size_t len = 1; len < strlen(request); len++)
        refuse_request(check, office, request, len);
    postbud_close(office);
}

/* The first finding must lead to the field. */
static void refuse_field(struct check *check, postbud *office, const struct verb *verb,
                         const char *request)
{
    postbud_buffer reply = unwritten_reply();
    postbud_status status = verb->call(office, request, strlen(request), &reply);
    cJSON *json = cJSON_ParseWithLength((const char *)reply.data, reply.len);
    const cJSON *error = cJSON_GetObjectItemCaseSensitive(json, "error");
    const cJSON *findings = cJSON_GetObjectItemCaseSensitive(error, "findings");
    const char *path = cJSON_GetStringValue(
        cJSON_GetObjectItemCaseSensitive(cJSON_GetArrayItem(findings, 0), "path"));
    if (!path || !strstr(path, "surprise"))
        blame(check, verb->name, "error.findings[0].path does not name the unknown field");
    cJSON_Delete(json);
    expect(check, verb->name, status, &reply, ONLY(POSTBUD_INVALID));
}

static void unknown_fields(struct check *check)
{
    postbud *office = open_memory(check);
    for (int i = 0; i < VERB_COUNT; i++)
        if (reads_json(&VERBS[i]))
            refuse_field(check, office, &VERBS[i], "{\"surprise\":1}");
    refuse_field(check, office, verb_named("customer_list"),
                 "{\"actor\":{\"user\":\"u\",\"role\":\"agency\",\"surprise\":1}}");
    postbud_close(office);
}

/* `before`, then `part` so many times, then `after`. The caller frees it. */
static char *repeated(const char *before, const char *part, size_t times, const char *after)
{
    size_t step = strlen(part), head = strlen(before);
    char *text = malloc(head + step * times + strlen(after) + 1);
    memcpy(text, before, head);
    for (size_t i = 0; i < times; i++)
        memcpy(text + head + i * step, part, step);
    strcpy(text + head + step * times, after);
    return text;
}

static void json_nested_100000_deep(struct check *check)
{
    postbud *office = open_memory(check);
    const char *const opening[][2] = {
        {"", "["}, {"", "{\"a\":"}, {"{\"actor\":", "["}, {"{\"actor\":", "{\"user\":"}};
    for (int i = 0; i < 4; i++) {
        char *text = repeated(opening[i][0], opening[i][1], 100000, "");
        refuse_request(check, office, text, strlen(text));
        free(text);
    }
    postbud_close(office);
}

/* Large values are refused or not found, and never sent back in full. */
static void a_value_of_20_megabytes(struct check *check)
{
    const char *const around[][2] = {{"{\"company\":\"", "\"}"}, {"{\"", "\":1}"}, {"", ""}};
    const char *const names[] = {"customer_put", "customer_list", "document_build"};
    unsigned allowed = ONLY(POSTBUD_INVALID) | ONLY(POSTBUD_NOT_FOUND);
    postbud *office = open_memory(check);
    for (int i = 0; i < 3; i++) {
        char *text = repeated(around[i][0], "aaaaaaaaaa", 2000000, around[i][1]);
        for (int verb = 0; verb < 3; verb++)
            ask(check, verb_named(names[verb]), office, text, strlen(text), allowed);
        free(text);
    }
    postbud_close(office);
}

/* --- handles that are no longer, or never were --- */

static void closed_handle(struct check *check)
{
    postbud *office = open_memory(check);
    postbud *copy = office;
    postbud_close(office);
    ask_every_verb(check, office, "{}", 2, ONLY(POSTBUD_MISUSE));
    postbud_close(office);
    postbud_close(NULL);
    postbud *next = open_memory(check);
    ask_every_verb(check, copy, "{}", 2, ONLY(POSTBUD_MISUSE));
    postbud_close(copy);
    ask(check, verb_named("customer_list"), next, "{}", 2, A_LIVE_HANDLE);
    postbud_close(next);
}

static void invented_handle(struct check *check, uintptr_t token)
{
    postbud *office = (postbud *)token;
    ask(check, verb_named("customer_list"), office, "{}", 2, ONLY(POSTBUD_MISUSE));
    ask(check, verb_named("outbox_run"), office, "{}", 2, ONLY(POSTBUD_MISUSE));
    postbud_close(office);
}

static void invented_handles(struct check *check)
{
    postbud *office = open_memory(check);
    uint64_t random = (uint64_t)time(NULL) | 1;
    for (uintptr_t small = 1; small <= 64; small++)
        invented_handle(check, small);
    invented_handle(check, (uintptr_t)&office);
    invented_handle(check, (uintptr_t)folder);
    invented_handle(check, ~(uintptr_t)0);
    invented_handle(check, (uintptr_t)office + 1);
    invented_handle(check, (uintptr_t)office - 1);
    for (int i = 0; i < 200; i++) {
        random ^= random << 13, random ^= random >> 7, random ^= random << 17; /* xorshift */
        invented_handle(check, (uintptr_t)random);
    }
    ask(check, verb_named("customer_list"), office, "{}", 2, A_LIVE_HANDLE);
    postbud_close(office);
}

static void free_twice(struct check *check)
{
    postbud_buffer reply = {NULL, 0};
    postbud_buffer_free(NULL);
    postbud_buffer_free(&reply);
    verb_named("customer_list")->call(NULL, NULL, 0, &reply);
    for (int i = 0; i < 2; i++) {
        postbud_buffer_free(&reply);
        if (reply.data || reply.len)
            blame(check, "postbud_buffer_free", "the buffer is not empty");
    }
}

/* --- documents that are none --- */

static void not_valid(struct check *check, postbud *office, const char *what, const char *bytes,
                      size_t len)
{
    postbud_buffer reply = unwritten_reply();
    char *exact = malloc(len ? len : 1);
    memcpy(exact, bytes, len);
    postbud_status status = postbud_document_validate(office, exact, len, &reply);
    cJSON *json = cJSON_ParseWithLength((const char *)reply.data, reply.len);
    if (!json || cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(json, "valid")))
        blame(check, what, "not JSON, or taken for a valid document");
    cJSON_Delete(json);
    expect(check, what, status, &reply, A_VERDICT);
    free(exact);
}

static void documents_that_are_none(struct check *check)
{
    postbud *office = open_memory(check);
    const char *const texts[] = {"{}", "<", "<a", "<a></b>", "<a/><b/>", "<a>&b;</a>", "\xff\xfe<",
                                 "<?xml version=\"1.0\" encoding=\"x\"?><a/>", "<a b='1' b='2'/>",
                                 "<Invoice/>", "<a>\xff</a>", "]]>", "<!---->", "<a xmlns:b=''/>"};
    char noise[256];
    for (int i = 0; i < 256; i++)
        noise[i] = (char)(i * 167 + 13);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        not_valid(check, office, texts[i], texts[i], strlen(texts[i]));
    not_valid(check, office, "noise", noise, sizeof noise);
    not_valid(check, office, "zeros", "\0\0\0\0", 4);
    not_valid(check, office, "nothing", "", 0);
    char *deep = repeated("", "<a>", 100000, "");
    not_valid(check, office, "deep", deep, strlen(deep));
    free(deep);
    postbud_close(office);
}

static void entities_that_explode(struct check *check)
{
    char laughs[2000] = "<!DOCTYPE a [<!ENTITY l0 \"lol\">";
    const char *outside = "<!DOCTYPE a [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><a>&f;</a>";
    postbud *office = open_memory(check);
    for (int i = 1; i < 10; i++) {
        char line[160];
        int below = i - 1;
        snprintf(line, sizeof line, "<!ENTITY l%d \"&l%d;&l%d;&l%d;&l%d;&l%d;&l%d;&l%d;&l%d;\">", i,
                 below, below, below, below, below, below, below, below);
        strcat(laughs, line);
    }
    strcat(laughs, "]><a>&l9;</a>");
    not_valid(check, office, "billion laughs", laughs, strlen(laughs));
    not_valid(check, office, "outside entity", outside, strlen(outside));
    not_valid(check, office, "empty DTD", "<!DOCTYPE a><a/>", 16);
    postbud_close(office);
}

/* --- many threads, and a close in between --- */

struct shared {
    postbud *office;
    pthread_barrier_t start;
    pthread_mutex_t lock;
    int closed;
};

struct worker {
    struct shared *shared;
    const struct verb *verb;
    const char *request;
    long served;
    struct check check;
};

/* Whether these are stored or refused does not matter: they must be answered. */
static const struct verb *busy_verb(int worker, const char **request)
{
    static const char *const busy[][2] = {
        {"customer_put", "{\"number\":\"10\",\"name\":\"Kari Nordmann\"}"},
        {"customer_list", "{\"limit\":5}"},
        {"distribution_decide", "{}"},
        {"document_validate", "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:"
                              "Invoice-2\"/>"},
        {"outbox_run", "{}"},
        {"invoice_list", "{}"},
    };
    *request = busy[worker % 6][1];
    return verb_named(busy[worker % 6][0]);
}

static int is_closed(struct shared *shared)
{
    pthread_mutex_lock(&shared->lock);
    int closed = shared->closed;
    pthread_mutex_unlock(&shared->lock);
    return closed;
}

/* Calls until the office is closed and a little longer: what begins after close is MISUSE. */
static void *work(void *given)
{
    struct worker *worker = given;
    struct shared *shared = worker->shared;
    pthread_barrier_wait(&shared->start);
    for (int late = 0; late < 3;) {
        int closed = is_closed(shared);
        postbud_status status =
            ask(&worker->check, worker->verb, shared->office, worker->request,
                strlen(worker->request), closed ? ONLY(POSTBUD_MISUSE) : ALL_BUT_PANIC);
        worker->served += status != POSTBUD_MISUSE;
        late += closed;
    }
    return NULL;
}

static long close_under_load(struct check *check, int round)
{
    struct shared shared = {.closed = 0};
    struct worker workers[THREADS];
    pthread_t threads[THREADS];
    struct timespec pause = {0, (1 + round % 5) * 1000000L};
    long served = 0;
    shared.office = open_file(check, "threads.db");
    pthread_barrier_init(&shared.start, NULL, THREADS + 1);
    pthread_mutex_init(&shared.lock, NULL);
    for (int i = 0; i < THREADS; i++) {
        workers[i] = (struct worker){.shared = &shared};
        workers[i].verb = busy_verb(i, &workers[i].request);
        if (pthread_create(&threads[i], NULL, work, &workers[i]) != 0)
            abort();
    }
    pthread_barrier_wait(&shared.start);
    nanosleep(&pause, NULL);
    postbud_close(shared.office);
    pthread_mutex_lock(&shared.lock);
    shared.closed = 1;
    pthread_mutex_unlock(&shared.lock);
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        served += workers[i].served;
        if (workers[i].check.why[0])
            blame(check, "a thread", workers[i].check.why);
    }
    pthread_barrier_destroy(&shared.start);
    pthread_mutex_destroy(&shared.lock);
    return served;
}

static void closes_under_load(struct check *check)
{
    long served = 0;
    for (int round = 0; round < ROUNDS && !check->why[0]; round++) {
        alarm(PATIENCE);
        served += close_under_load(check, round);
    }
    if (served == 0)
        blame(check, "threads", "no call came before the close, so nothing was tried");
}

static void two_stores_at_once(struct check *check)
{
    postbud *one = open_file(check, "one.db");
    postbud *two = open_file(check, "two.db");
    if (one == two)
        blame(check, "two stores", "have the same handle");
    ask_every_verb(check, one, "{}", 2, A_LIVE_HANDLE);
    ask_every_verb(check, two, "{}", 2, A_LIVE_HANDLE);
    postbud_close(one);
    ask_every_verb(check, one, "{}", 2, ONLY(POSTBUD_MISUSE));
    ask_every_verb(check, two, "{}", 2, A_LIVE_HANDLE);
    postbud_close(two);
}

/* The number of the next file shows whether files stay open. */
static int next_descriptor(void)
{
    int next = open("/dev/null", O_RDONLY);
    close(next);
    return next;
}

static void open_and_close_200_times(struct check *check)
{
    postbud_close(open_file(check, "often.db"));
    int before = next_descriptor();
    for (int i = 0; i < 200 && !check->why[0]; i++) {
        postbud *office = open_file(check, "often.db");
        ask(check, verb_named("customer_list"), office, "{}", 2, A_LIVE_HANDLE);
        postbud_close(office);
    }
    if (next_descriptor() != before)
        blame(check, "close", "leaves files open");
}

/* --- one after the other --- */

static const struct {
    const char *says;
    void (*run)(struct check *);
} CHECKS[] = {
    {"another ABI version is refused and opens nothing", wrong_abi_version},
    {"open without a place for handle or reply has no effect", open_without_places},
    {"open without a config is answered", open_without_config},
    {"a config that is not JSON is refused", config_is_not_json},
    {"a config with an unknown field is refused", config_has_an_unknown_field},
    {"a NULL handle is misuse for every verb", null_handle},
    {"a NULL reply is misuse for every verb, with and without handle", null_reply},
    {"a NULL request with a length is misuse", null_request_with_a_length},
    {"no request is the same as an empty one", no_request_means_an_empty_one},
    {"bad UTF-8 is refused", bad_utf8},
    {"an embedded NUL is refused", embedded_nul},
    {"a length shorter than the text is refused", length_shorter_than_the_text},
    {"an unknown field is refused and named", unknown_fields},
    {"JSON nested 100,000 deep is refused", json_nested_100000_deep},
    {"a value of 20 megabytes is refused in a small reply", a_value_of_20_megabytes},
    {"a closed handle and its copies are misuse, close twice is harmless", closed_handle},
    {"invented handles are misuse and hurt nobody", invented_handles},
    {"a buffer is freed twice without harm", free_twice},
    {"bytes that are no document are never valid", documents_that_are_none},
    {"entities neither explode nor reach outside", entities_that_explode},
    {"a close under load lets calls finish and refuses later ones", closes_under_load},
    {"two stores are open at once, strictly apart", two_stores_at_once},
    {"opening and closing 200 times leaves nothing behind", open_and_close_200_times},
};

static void hangs(int signal)
{
    static const char text[] = "not ok - abuse : a check hangs\n";
    (void)signal;
    _exit(write(STDOUT_FILENO, text, sizeof text - 1) < 0 ? 3 : 1);
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *place)
{
    (void)about;
    (void)kind;
    (void)place;
    return remove(path);
}

int main(int argc, char **argv)
{
    int passed = 0, failed = 0;
    (void)argv;
    if (argc > 1 || !mkdtemp(folder)) {
        fprintf(stderr, "usage: abuse\n");
        return 2;
    }
    signal(SIGALRM, hangs);
    for (size_t i = 0; i < sizeof CHECKS / sizeof CHECKS[0]; i++) {
        struct check check = {""};
        alarm(PATIENCE);
        CHECKS[i].run(&check);
        printf("%sok - abuse : %s\n%s", check.why[0] ? "not " : "", CHECKS[i].says, check.why);
        fflush(stdout);
        failed += check.why[0] != '\0';
        passed += check.why[0] == '\0';
    }
    alarm(0);
    nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    printf("%d passed, %d failed\n", passed, failed);
    return failed ? 1 : 0;
}
