# postbud: two commands do all the set-up on a fresh Debian machine with Rust and a C compiler.
#
#   make demo    a C program takes an ERP's data to decided, valid, queued and carried invoices
#   make test    everything, on every binding; closes with one line over all groups
#   make bench   how fast, each beside a yardstick of the same run
#
# Two go further than the tests:
#
#   make soak      a million calls of every kind, a million carts with VAT in their prices, and
#                  hundreds of kills, on the library as it ships
#   make sanitize  a sample of the calls under AddressSanitizer and valgrind

CARGO   ?= cargo
CC      ?= cc
TARGET  := $(or $(CARGO_TARGET_DIR),target)
LIBRARY := $(TARGET)/release
DEMO    := $(TARGET)/demo
CFLAGS  ?= -std=c99 -Wall -Wextra -Werror -pedantic -O2

.PHONY: build demo test bench soak sanitize header clean

build:
	$(CARGO) build --release --locked
	@ln -sf libpostbud.so $(LIBRARY)/libpostbud.so.1

demo: build
	@tests/need.sh libcjson-dev
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	$(CC) $(CFLAGS) -Iinclude bindings/c/quickstart.c -o $(DEMO)/quickstart \
	    -L$(LIBRARY) -Wl,-rpath,'$$ORIGIN/../release' -lpostbud -lcjson
	@$(DEMO)/quickstart bindings/c/quickstart.json $(DEMO)

test:
	@tests/all.sh

# `make test` has a share of each; HAMMER_SEED and SEED draw others.
soak:
	HAMMER_CALLS=$${HAMMER_CALLS:-1000000} \
	    $(CARGO) test --release --locked --test hammer -- --nocapture
	POSTBUD_SOAK=1 $(CARGO) test --release --locked --test all solve:: -- --nocapture
	ON_DISK=1 KILLS=$${KILLS:-500} \
	    $(CARGO) test --release --locked --test killed_anywhere -- --nocapture

sanitize:
	@tests/sanitize.sh

# Documents are those of ../shared/corpus, or of CORPUS=folder with small.xml and medium.xml.
bench:
	$(CARGO) bench --locked --bench decide --bench dry_run --bench document
	$(CARGO) bench --locked --bench validate -- $(CORPUS)

# Rewrites the header, the JSON Schema, the verbs of the bindings, the golden documents, the drawn
# pages, the pages of rules and codes, and the notices of third parties; read the difference like
# code. The schema comes first, since the library is built with it.
header:
	UPDATE=1 $(CARGO) test --locked --test all -- header::
	UPDATE=1 $(CARGO) test --locked --test all -- \
	    bindings:: golden:: states:: rules:: bad_input:: licences::

clean:
	$(CARGO) clean
