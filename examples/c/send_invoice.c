/* Sends one invoice, and shows which way it goes, why, and what was found.
 *
 *   $ cc -std=c99 -Iinclude -o target/send_invoice examples/c/send_invoice.c -Ltarget/release -lpostbud -lcjson
 *   $ LD_LIBRARY_PATH=target/release target/send_invoice
 *
 * Any JSON library will do; this one is cJSON. */
#include <cjson/cJSON.h>
#include <stdio.h>
#include <string.h>
#include "postbud.h"

typedef postbud_status (*verb)(postbud *, const char *, size_t, postbud_buffer *);

/* Calls a verb with the request in a file. A reply is text with a zero byte behind it. */
static cJSON *ask(postbud *office, verb function, const char *file, postbud_status *status) {
    char request[4096];
    FILE *opened = fopen(file, "rb");
    size_t length = opened ? fread(request, 1, sizeof request, opened) : 0;
    if (opened) fclose(opened);
    postbud_buffer reply;
    *status = function(office, request, length, &reply);
    cJSON *parsed = cJSON_Parse((const char *) reply.data);
    postbud_buffer_free(&reply);
    return parsed;
}

static const char *text(const cJSON *object, const char *name) {
    const char *value = cJSON_GetStringValue(cJSON_GetObjectItem(object, name));
    return value ? value : "";
}

int main(void) {
    /* In memory, and with the moment to judge at in each request, as no real program has it. */
    const char *config = "{\"store\": \":memory:\", \"allow_now\": true}";
    postbud *office;
    postbud_buffer opened;
    postbud_status status;
    postbud_open(POSTBUD_ABI_VERSION, config, strlen(config), &office, &opened);
    postbud_buffer_free(&opened);
    cJSON_Delete(ask(office, postbud_company_register, "examples/data/company.json", &status));
    cJSON_Delete(ask(office, postbud_customer_put, "examples/data/customer.json", &status));

    cJSON *reply = ask(office, postbud_invoice_send, "examples/data/invoice.json", &status);
    const cJSON *of = status == POSTBUD_OK ? reply : cJSON_GetObjectItem(reply, "error");
    const cJSON *each, *decision = cJSON_GetObjectItem(reply, "decision");
    if (status == POSTBUD_OK) printf("%s, by %s\n", text(reply, "state"), text(reply, "channel"));
    else printf("%s: %s\n", text(of, "code"), text(of, "message"));
    cJSON_ArrayForEach(each, cJSON_GetObjectItem(decision, "trace"))
        printf("%s is %s (%s): %s\n", text(each, "step"), text(each, "result"),
               text(each, "code"), text(each, "message"));
    cJSON_ArrayForEach(each, cJSON_GetObjectItem(of, "findings"))
        printf("%s at %s (%s): %s\n", text(each, "severity"), text(each, "path"),
               text(each, "rule"), text(each, "message"));
    cJSON_Delete(reply);
    postbud_close(office);
    return status;
}
