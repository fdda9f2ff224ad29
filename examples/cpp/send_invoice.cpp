// Sends one invoice, and shows which way it goes, why, and what was found.
//
//   $ c++ -std=c++11 -Iinclude -Ibindings/cpp -o target/send_invoice examples/cpp/send_invoice.cpp -Ltarget/release -lpostbud -lcjson
//   $ LD_LIBRARY_PATH=target/release target/send_invoice
//
// Any JSON library will do; this one is cJSON.
#include <cjson/cJSON.h>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include "postbud.hpp"

static std::string file(const std::string &name) {
    std::ifstream opened("examples/data/" + name);
    return std::string(std::istreambuf_iterator<char>(opened), std::istreambuf_iterator<char>());
}

static std::string text(const cJSON *object, const char *name) {
    const char *value = cJSON_GetStringValue(cJSON_GetObjectItem(object, name));
    return value ? value : "";
}

int main() try {
    // In memory, and with the moment to judge at in each request, as no real program has it.
    auto office = postbudpp::office::open("{\"store\": \":memory:\", \"allow_now\": true}");
    office.company_register(file("company.json"));
    office.customer_put(file("customer.json"));

    const std::string sent = office.invoice_send(file("invoice.json"));
    std::unique_ptr<cJSON, void (*)(cJSON *)> reply(cJSON_Parse(sent.c_str()), cJSON_Delete);
    std::cout << text(reply.get(), "state") << ", by " << text(reply.get(), "channel") << "\n";
    const cJSON *each, *decision = cJSON_GetObjectItem(reply.get(), "decision");
    cJSON_ArrayForEach(each, cJSON_GetObjectItem(decision, "trace"))
        std::cout << text(each, "step") << " is " << text(each, "result") << " ("
                  << text(each, "code") << "): " << text(each, "message") << "\n";
    cJSON_ArrayForEach(each, cJSON_GetObjectItem(reply.get(), "findings"))
        std::cout << text(each, "severity") << " at " << text(each, "path") << " ("
                  << text(each, "rule") << "): " << text(each, "message") << "\n";
} catch (const postbudpp::error &fault) {
    // The findings stand in fault.reply().
    std::cout << fault.code() << ": " << fault.what() << "\n";
    return fault.status();
}
