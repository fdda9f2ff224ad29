/* Every verb of the interface, for programs that find one by its name: VERB(name) is one entry.
 * Made from include/postbud.h: `make header` rewrites it. */
#ifndef POSTBUD_TESTS_VERBS_H
#define POSTBUD_TESTS_VERBS_H

#define VERB(name) {#name, postbud_##name}
#define EVERY_VERB \
    VERB(company_register), \
    VERB(company_get), \
    VERB(company_configure), \
    VERB(user_add), \
    VERB(user_list), \
    VERB(user_remove), \
    VERB(kyc_request), \
    VERB(kyc_record), \
    VERB(kyc_get), \
    VERB(agreement_order), \
    VERB(agreement_disable), \
    VERB(agreement_record), \
    VERB(agreement_get), \
    VERB(customer_class_put), \
    VERB(customer_class_list), \
    VERB(customer_put), \
    VERB(customer_get), \
    VERB(customer_list), \
    VERB(consumer_record), \
    VERB(directory_put), \
    VERB(lookup_list), \
    VERB(distribution_decide), \
    VERB(document_build), \
    VERB(document_read), \
    VERB(document_validate), \
    VERB(document_validate_as), \
    VERB(reference_make), \
    VERB(reference_check), \
    VERB(rules_list), \
    VERB(invoice_send), \
    VERB(invoice_send_batch), \
    VERB(invoice_resend), \
    VERB(invoice_reroute), \
    VERB(invoice_cancel), \
    VERB(invoice_get), \
    VERB(invoice_list), \
    VERB(outbox_run), \
    VERB(outbox_claim), \
    VERB(outbox_settle), \
    VERB(outbox_list)

#endif
