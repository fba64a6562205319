#!/usr/bin/env python3
"""Fills a tantivy index from a FIELDS file: for scale, since it is no SQLite and has no transactions.

    tantivy_import.py FIELDS FOLDER THREADS

PlainC's main.c says how FIELDS is laid out. It is read rather than JSON so that no time goes into parsing.
"""
import os
import struct
import sys

import tantivy

HEAD = struct.Struct("<IIqq")
NO_VIEWS = -(1 << 63)
# The package's own default, shared out among the threads.
HEAP_BYTES = 128_000_000


def records(path):
    with open(path, "rb", buffering=1 << 20) as fields:
        while len(head := fields.read(HEAD.size)) == HEAD.size:
            headline_size, body_size, seconds, views = HEAD.unpack(head)
            texts = fields.read(headline_size + body_size)
            if len(texts) != headline_size + body_size:
                sys.exit(f"{path} ends within a record: make it again")
            yield texts[:headline_size].decode(), seconds, views, texts[headline_size:].decode()


def schema():
    # Texts are stored as well as indexed, as in an archive; the default tokenizer, which knows no language.
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", stored=True, indexed=True, fast=True)
    builder.add_text_field("headline", stored=True)
    builder.add_integer_field("published", stored=True, fast=True)
    builder.add_integer_field("views", stored=True, fast=True)
    builder.add_text_field("body", stored=True)
    return builder.build()


def document(number, headline, published, views, body):
    result = tantivy.Document()
    result.add_integer("id", number)
    result.add_text("headline", headline)
    result.add_integer("published", published)
    if views != NO_VIEWS:
        result.add_integer("views", views)
    result.add_text("body", body)
    return result


def main():
    if len(sys.argv) != 4:
        sys.exit("usage: tantivy_import.py FIELDS FOLDER THREADS")
    fields, folder, threads = sys.argv[1:]
    os.makedirs(folder)
    writer = tantivy.Index(schema(), path=folder).writer(heap_size=HEAP_BYTES, num_threads=int(threads))
    for number, record in enumerate(records(fields), 1):
        writer.add_document(document(number, *record))
    writer.commit()
    # Segments go on being merged after the commit: they are part of the work.
    writer.wait_merging_threads()


main()
