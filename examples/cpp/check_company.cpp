// Checks a company before anything is stored: a draft, as a form asks after each field.
//
//   $ c++ -std=c++11 -Iinclude -Ibindings/cpp -o target/check examples/cpp/check_company.cpp -Ltarget/release -lpostbud
//   $ LD_LIBRARY_PATH=target/release target/check
#include <iostream>
#include "postbud.hpp"

int main() try {
    auto office = postbudpp::office::open("{\"store\": \":memory:\"}");

    // Two digits are swapped. A draft answers OK, with what is wrong and what is missing.
    std::cout << office.company_register(
                     "{\"draft\": true, \"country\": \"NO\","
                     " \"organisation_number\": \"987654352\", \"name\": \"Nordlys AS\"}")
              << "\n";

    // Without draft the same fault is thrown, and nothing is stored.
    office.company_register("{\"country\": \"NO\", \"organisation_number\": \"987654352\","
                            " \"name\": \"Nordlys AS\"}");
    return 1;
} catch (const postbudpp::error &fault) {
    std::cout << fault.status_name() << " " << fault.code() << ": " << fault.what() << "\n";
    return fault.status() == POSTBUD_INVALID ? 0 : 1;
}
