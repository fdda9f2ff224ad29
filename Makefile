# postbud: two commands do all the set-up on a fresh Debian machine with Rust and a C compiler.
#
#   make demo    a C program takes an ERP's data to decided, valid, queued and carried invoices
#   make test    everything, on every binding; closes with one line over all groups
#   make bench   how fast documents are judged, beside libxml2's plain parse of the same bytes

CARGO   ?= cargo
CC      ?= cc
TARGET  := $(or $(CARGO_TARGET_DIR),target)
LIBRARY := $(TARGET)/release
DEMO    := $(TARGET)/demo
CFLAGS  ?= -std=c99 -Wall -Wextra -Werror -pedantic -O2

.PHONY: build demo test bench header clean

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

# Needs the documents of ../shared/corpus (or CORPUS=folder with small.xml and medium.xml).
bench:
	$(CARGO) bench --locked --bench validate -- $(CORPUS)

# Rewrites the header, the JSON Schema, the golden documents and the page of rules; read the
# difference like code.
header:
	UPDATE=1 $(CARGO) test --locked --test header --test golden --test rules

clean:
	$(CARGO) clean
