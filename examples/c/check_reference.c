/* Checks an account number. No company is needed for that.
 *
 *   $ cc -std=c99 -Iinclude -o target/check_reference examples/c/check_reference.c -Ltarget/release -lpostbud
 *   $ LD_LIBRARY_PATH=target/release target/check_reference
 *
 * Without a JSON library: the reply is printed as it comes. */
#include <stdio.h>
#include <string.h>
#include "postbud.h"

int main(void) {
    const char *config = "{\"store\": \":memory:\"}";
    const char *question = "{\"kind\": \"bank_account\", \"value\": \"8601 11 17948\"}";
    postbud *office;
    postbud_buffer reply;
    postbud_status status =
        postbud_open(POSTBUD_ABI_VERSION, config, strlen(config), &office, &reply);
    if (status == POSTBUD_OK) {
        postbud_buffer_free(&reply);
        /* A wrong number is an answer, too: OK, with "valid": false and a finding. */
        status = postbud_reference_check(office, question, strlen(question), &reply);
    }
    printf("%s\n", (const char *) reply.data);
    postbud_buffer_free(&reply);
    postbud_close(office);
    return status;
}
