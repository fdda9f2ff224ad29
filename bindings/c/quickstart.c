/* postbud in C99: from an ERP's data to invoices on their way.
 *
 *   quickstart DATA.json FOLDER [NOW]
 *
 * Reads a company, its customers and a day's invoices from DATA.json (see quickstart.json), takes
 * the company through registration, verification and the consumer agreement, sends everything,
 * and prints which way each document took, and why. FOLDER must be there and hold no store yet;
 * the store and everything that leaves go into it. NOW is the moment to play at.
 *
 * Build:  cc -std=c99 -Iinclude bindings/c/quickstart.c -Ltarget/debug -lpostbud -lcjson
 * Exit:   0 every step went as it should, 1 one did not (stderr says which), 2 called wrongly.
 *
 * Requests and replies are JSON; any JSON library will do, here it is cJSON. The parts worth
 * copying are call(), read_reply() and complain() at the end: with them every verb is one line. */
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "postbud.h"

/* Every verb has the same form, so one function calls them all. */
typedef postbud_status (*verb_fn)(postbud *, const char *, size_t, postbud_buffer *);
#define VERB(name) #name, postbud_##name

struct demo {
    postbud *office;    /* the open library */
    cJSON *data;        /* what the ERP has */
    const char *folder; /* where the store and the files go */
    char now[40];       /* the moment that requests carry; a real program leaves it out */
    cJSON *sent;        /* the reply of invoice_send_batch */
    cJSON *carried;     /* the reply of outbox_run */
};

static int open_office(struct demo *demo);
static int register_company(struct demo *demo);
static int verify_company(struct demo *demo);
static int open_consumer_channels(struct demo *demo);
static int load_customers(struct demo *demo);
static int send_invoices(struct demo *demo);
static void print_table(const struct demo *demo);
static int print_summary(const struct demo *demo);
static void print_document(const struct demo *demo, const cJSON *invoice, const cJSON *result);
static int call_each(struct demo *demo, const char *list, const char *name, verb_fn verb);
static cJSON *record(struct demo *demo, const char *event, const char *name, verb_fn verb);
static cJSON *call(struct demo *demo, const cJSON *request, const char *name, verb_fn verb);
static cJSON *read_reply(const char *name, postbud_status status, postbud_buffer *reply);
static void complain(const char *name, postbud_status status, const cJSON *error);
static int done(cJSON *reply);
static int says(cJSON *reply, const char *field, const char *value);
static const cJSON *row_with(const cJSON *list, const char *field, const char *value);
static int count(const cJSON *list, const char *field, const char *value);
static const cJSON *part(const cJSON *object, const char *name);
static const char *text(const cJSON *object, const char *name);
static void print_cell(const char *words, int width);
static cJSON *read_json(const char *path);

int main(int argc, char **argv)
{
    struct demo demo = {NULL, NULL, NULL, "2026-11-23T09:00:00Z", NULL, NULL};
    if (argc < 3 || argc > 4) {
        fprintf(stderr, "usage: quickstart DATA.json FOLDER [NOW]\n");
        return 2;
    }
    demo.data = read_json(argv[1]);
    demo.folder = argv[2];
    if (argc == 4)
        snprintf(demo.now, sizeof demo.now, "%s", argv[3]);

    int good = demo.data && open_office(&demo) && register_company(&demo) &&
               verify_company(&demo) && open_consumer_channels(&demo) && load_customers(&demo) &&
               send_invoices(&demo);
    if (good) {
        print_table(&demo);
        good = print_summary(&demo);
    }

    postbud_close(demo.office);
    cJSON_Delete(demo.carried);
    cJSON_Delete(demo.sent);
    cJSON_Delete(demo.data);
    return good ? 0 : 1;
}

/* One open library serves the whole program, from any thread. The store is made when it is not
 * there. allow_now is for demos and tests: without it the clock counts. */
static int open_office(struct demo *demo)
{
    char store[FILENAME_MAX], out[FILENAME_MAX];
    snprintf(store, sizeof store, "%s/postbud.db", demo->folder);
    snprintf(out, sizeof out, "%s/out", demo->folder);
    FILE *earlier = fopen(store, "rb");
    if (earlier) {
        fprintf(stderr, "quickstart: %s is there already; name an empty folder\n", store);
        fclose(earlier);
        return 0;
    }
    cJSON *config = cJSON_CreateObject();
    cJSON_AddStringToObject(config, "store", store);
    cJSON_AddStringToObject(config, "folder", out);
    cJSON_AddStringToObject(config, "secrets_key", text(demo->data, "secrets_key"));
    cJSON_AddTrueToObject(config, "allow_now");
    char *json = cJSON_PrintUnformatted(config);
    postbud_buffer reply = {NULL, 0};
    postbud_status status =
        postbud_open(POSTBUD_ABI_VERSION, json, strlen(json), &demo->office, &reply);
    cJSON_free(json);
    cJSON_Delete(config);
    return done(read_reply("open", status, &reply));
}

/* The registration leaves through the outbox, as everything does. */
static int register_company(struct demo *demo)
{
    return done(call(demo, part(demo->data, "company"), VERB(company_register))) &&
           done(call(demo, NULL, VERB(outbox_run))) &&
           says(call(demo, NULL, VERB(company_get)), "registration", "registered");
}

/* Nothing leaves in the name of a company that nobody has verified. Once the request is carried the
 * signer has a mail; what the exchange says afterwards is recorded. */
static int verify_company(struct demo *demo)
{
    return done(call(demo, part(demo->data, "verification"), VERB(kyc_request))) &&
           done(call(demo, NULL, VERB(outbox_run))) &&
           says(call(demo, NULL, VERB(kyc_get)), "state", "sent") &&
           says(record(demo, "signed", VERB(kyc_record)), "company_state", "verified");
}

/* eFaktura and Vipps come with one agreement. It counts an hour after the signature at the latest:
 * the reply says when, and the demo goes on at that moment. */
static int open_consumer_channels(struct demo *demo)
{
    if (!done(call(demo, part(demo->data, "settings"), VERB(company_configure))) ||
        !done(call(demo, part(demo->data, "agreement"), VERB(agreement_order))) ||
        !done(call(demo, NULL, VERB(outbox_run))) ||
        !says(call(demo, NULL, VERB(agreement_get)), "state", "mail_sent"))
        return 0;
    cJSON *reply = record(demo, "signed", VERB(agreement_record));
    snprintf(demo->now, sizeof demo->now, "%s", text(reply, "visible_at"));
    return says(reply, "state", "signed") &&
           says(call(demo, NULL, VERB(agreement_get)), "state", "active");
}

/* The cards, then what the directory and the consumer register say about them. */
static int load_customers(struct demo *demo)
{
    return call_each(demo, "customers", VERB(customer_put)) &&
           done(call(demo, part(demo->data, "directory"), VERB(directory_put))) &&
           call_each(demo, "consumers", VERB(consumer_record));
}

/* The whole day in one transaction, each document with its own result: one that cannot be sent
 * holds up nobody. Then up to a hundred are carried; next_due_at says when to come again. */
static int send_invoices(struct demo *demo)
{
    cJSON *request = cJSON_CreateObject();
    cJSON_AddItemReferenceToObject(request, "invoices", (cJSON *)part(demo->data, "invoices"));
    demo->sent = call(demo, request, VERB(invoice_send_batch));
    cJSON_Delete(request);
    if (demo->sent)
        demo->carried = call(demo, NULL, VERB(outbox_run));
    return demo->carried != NULL;
}

/* One result for each invoice, in the order of the request. */
static void print_table(const struct demo *demo)
{
    const cJSON *invoices = part(demo->data, "invoices");
    const cJSON *result;
    int at = 0;
    printf("%-7s%-13s%-25s%14s  %-10s%s\n", "number", "type", "customer", "to pay", "channel",
           "why, and the file below FOLDER");
    cJSON_ArrayForEach(result, part(demo->sent, "results"))
        print_document(demo, cJSON_GetArrayItem(invoices, at++), result);
}

/* The decision keeps every step that was looked at: one was taken. The outbox names the files of a
 * delivery, first the one that a person reads. A refusal has a finding for everything missing. */
static void print_document(const struct demo *demo, const cJSON *invoice, const cJSON *result)
{
    const cJSON *customers = part(demo->data, "customers");
    const cJSON *sent = part(result, "sent");
    const cJSON *totals = part(sent, "totals");
    const cJSON *taken = row_with(part(part(sent, "decision"), "trace"), "result", "taken");
    const cJSON *delivery = row_with(part(demo->carried, "results"), "delivery",
                                     text(sent, "delivery"));
    const char *file = cJSON_GetStringValue(cJSON_GetArrayItem(part(delivery, "files"), 0));
    const cJSON *finding;
    char amount[40];
    snprintf(amount, sizeof amount, "%s %s", text(totals, "payable"), text(totals, "currency"));

    print_cell(text(invoice, "number"), 7);
    print_cell(cJSON_HasObjectItem(invoice, "type") ? text(invoice, "type") : "invoice", 13);
    print_cell(text(row_with(customers, "number", text(invoice, "customer")), "name"), 25);
    printf("%14s  ", amount);
    if (strcmp(text(result, "status_word"), "ok") == 0) {
        printf("%-10s%s\n", text(sent, "channel"), text(taken, "message"));
        printf("%71s%s\n", "", file ? file + strlen(demo->folder) + 1 : "not carried yet");
        return;
    }
    printf("%-10s%s\n", "refused", text(part(result, "error"), "message"));
    cJSON_ArrayForEach(finding, part(part(result, "error"), "findings"))
        printf("%71s%s\n", "", text(finding, "message"));
}

/* Counts the channels, and holds the day against what the data are made for: one document is
 * refused, every other is carried, and every channel is used. */
static int print_summary(const struct demo *demo)
{
    static const char *const channels[] = {"einvoice", "efaktura", "vipps",
                                           "email",    "print",    "self"};
    const cJSON *carried = part(demo->carried, "results");
    int all = cJSON_GetArraySize(part(demo->sent, "results"));
    int refused = all - count(part(demo->sent, "results"), "status_word", "ok");
    int gone = count(carried, "state", "sent");
    int every_channel = 1;

    printf("\n%d documents: %d carried, %d refused\n", all, gone, refused);
    for (size_t i = 0; i < sizeof channels / sizeof *channels; i++) {
        int used = count(carried, "channel", channels[i]);
        printf("  %-10s%3d\n", channels[i], used);
        every_channel = every_channel && used > 0;
    }
    printf("store     %s/postbud.db\n", demo->folder);
    printf("files     %s/out\n", demo->folder);

    if (refused == 1 && gone == all - refused && every_channel)
        return 1;
    fprintf(stderr, "quickstart: one document should be refused, every other carried, and every "
                    "channel used\n");
    return 0;
}

/* Calls a verb for every member of a list in the data. */
static int call_each(struct demo *demo, const char *list, const char *name, verb_fn verb)
{
    const cJSON *request;
    cJSON_ArrayForEach(request, part(demo->data, list))
        if (!done(call(demo, request, name, verb)))
            return 0;
    return 1;
}

/* Records what the exchange said; a real program asks the exchange, the demo makes it up. */
static cJSON *record(struct demo *demo, const char *event, const char *name, verb_fn verb)
{
    cJSON *request = cJSON_CreateObject();
    cJSON_AddStringToObject(request, "event", event);
    cJSON *reply = call(demo, request, name, verb);
    cJSON_Delete(request);
    return reply;
}

/* Calls a verb and answers with its reply, which the caller deletes; NULL when the call failed,
 * and then stderr says why. A request of NULL is an empty one. */
static cJSON *call(struct demo *demo, const cJSON *request, const char *name, verb_fn verb)
{
    cJSON *full = request ? cJSON_Duplicate(request, 1) : cJSON_CreateObject();
    cJSON_AddStringToObject(full, "now", demo->now);
    char *json = cJSON_PrintUnformatted(full);
    postbud_buffer buffer = {NULL, 0};
    postbud_status status = verb(demo->office, json, strlen(json), &buffer);
    cJSON_free(json);
    cJSON_Delete(full);
    return read_reply(name, status, &buffer);
}

/* Takes a reply over from the library: read, freed, and complained about when it is an error. */
static cJSON *read_reply(const char *name, postbud_status status, postbud_buffer *reply)
{
    cJSON *json = cJSON_ParseWithLength((const char *)reply->data, reply->len);
    postbud_buffer_free(reply);
    if (status == POSTBUD_OK)
        return json;
    complain(name, status, part(json, "error"));
    cJSON_Delete(json);
    return NULL;
}

/* An error says what is wrong and what to do; its findings say it for every field. */
static void complain(const char *name, postbud_status status, const cJSON *error)
{
    const cJSON *finding;
    fprintf(stderr, "postbud_%s: status %d, %s\n", name, (int)status, text(error, "code"));
    fprintf(stderr, "  %s %s\n", text(error, "message"), text(error, "fix"));
    cJSON_ArrayForEach(finding, part(error, "findings"))
        fprintf(stderr, "  %s: %s %s\n", text(finding, "path"), text(finding, "message"),
                text(finding, "fix"));
}

/* Whether a call went well. Deletes the reply. */
static int done(cJSON *reply)
{
    int good = reply != NULL;
    cJSON_Delete(reply);
    return good;
}

/* Whether a call went well and a field of its reply is as it should be. Deletes the reply. */
static int says(cJSON *reply, const char *field, const char *value)
{
    int good = reply && strcmp(text(reply, field), value) == 0;
    if (reply && !good)
        fprintf(stderr, "quickstart: %s is \"%s\", not %s\n", field, text(reply, field), value);
    cJSON_Delete(reply);
    return good;
}

static const cJSON *row_with(const cJSON *list, const char *field, const char *value)
{
    const cJSON *row;
    cJSON_ArrayForEach(row, list)
        if (strcmp(text(row, field), value) == 0)
            return row;
    return NULL;
}

static int count(const cJSON *list, const char *field, const char *value)
{
    const cJSON *row;
    int rows = 0;
    cJSON_ArrayForEach(row, list)
        rows += strcmp(text(row, field), value) == 0;
    return rows;
}

static const cJSON *part(const cJSON *object, const char *name)
{
    return cJSON_GetObjectItemCaseSensitive(object, name);
}

/* A text member; "" when there is none. */
static const char *text(const cJSON *object, const char *name)
{
    const char *value = cJSON_GetStringValue(part(object, name));
    return value ? value : "";
}

/* Pads with blanks by characters, which printf cannot: it counts bytes, and names are UTF-8. */
static void print_cell(const char *words, int width)
{
    fputs(words, stdout);
    for (; *words; words++)
        width -= ((unsigned char)*words & 0xC0) != 0x80;
    printf("%*s", width > 0 ? width : 1, "");
}

static cJSON *read_json(const char *path)
{
    FILE *file = fopen(path, "rb");
    long size = file && fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
    char *data = size > 0 ? malloc((size_t)size) : NULL;
    cJSON *json = NULL;
    if (data && fseek(file, 0, SEEK_SET) == 0)
        json = cJSON_ParseWithLength(data, fread(data, 1, (size_t)size, file));
    if (!json)
        fprintf(stderr, "quickstart: %s is not a JSON file\n", path);
    if (file)
        fclose(file);
    free(data);
    return json;
}
