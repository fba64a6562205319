#!/usr/bin/env python3
"""Fills a tantivy index from records that are split into fields already.

    tantivy_fill.py FIELDS FOLDER

FIELDS is what FieldsFile.swift writes and PlainC reads. The index has what the archives have, texts included, and the time
and month of publication as fast fields: tantivy sorts and counts by nothing else.
"""
import os
import struct
import sys
import time

import tantivy

HEAD = struct.Struct("<IIqq")


def schema():
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("headline", stored=True)
    builder.add_text_field("body", stored=True)
    builder.add_integer_field("published", stored=True, fast=True)
    # Its date_histogram has no months of the calendar.
    builder.add_integer_field("month", fast=True)
    builder.add_integer_field("views", stored=True)
    return builder.build()


def month(seconds):
    day = time.gmtime(seconds)
    return (day.tm_year - 1970) * 12 + day.tm_mon - 1


def records(fields):
    while head := fields.read(HEAD.size):
        headline, body, seconds, views = HEAD.unpack(head)
        texts = fields.read(headline + body)
        yield texts[:headline].decode(), texts[headline:].decode(), seconds, max(views, 0)


def main():
    _, fields, folder = sys.argv
    os.makedirs(folder)
    # One thread makes fewer, larger segments, which are searched faster.
    writer = tantivy.Index(schema(), path=folder).writer(512_000_000, 1)
    with open(fields, "rb") as file:
        for headline, body, seconds, views in records(file):
            document = tantivy.Document()
            document.add_text("headline", headline)
            document.add_text("body", body)
            document.add_integer("published", seconds)
            document.add_integer("month", month(seconds))
            document.add_integer("views", views)
            writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


main()
