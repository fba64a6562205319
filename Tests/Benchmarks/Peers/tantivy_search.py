#!/usr/bin/env python3
"""Answers questions from a tantivy index, and says what each took: ContenderSession.swift has the protocol.

    tantivy_search.py FOLDER RUNS SECONDS < QUESTIONS

Python's own start is not in the times; that of opening the index is given apart.
"""
import calendar
import sys
import time

import tantivy

FIELDS = ["headline", "body"]
BOOSTS = {"headline": 10.0, "body": 1.0}
MOST_SECONDS = 10
SECONDS_OF_YEAR = 31_557_600


class Impossible(Exception):
    """tantivy has no such search."""


def months(first, last):
    """The months from one second to another as ranges, and what is before them."""
    year, month = time.gmtime(first)[:2]
    start = calendar.timegm((year, month, 1, 0, 0, 0))
    yield {"to": start}
    while start <= last:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        end = calendar.timegm((year, month, 1, 0, 0, 0))
        yield {"from": start, "to": end}
        start = end


class Contender:
    def __init__(self, folder):
        self.index = tantivy.Index.open(folder)
        self.searcher = self.index.searcher()
        self.known_months = None

    def query(self, match, words):
        if match == "beginning":
            parts = [tantivy.Query.regex_query(self.index.schema, field, words[0] + ".*") for field in FIELDS]
            return tantivy.Query.boolean_query([(tantivy.Occur.Should, part) for part in parts])
        typed = {"word": " ", "all": " ", "any": " OR ", "phrase": " "}[match].join(words)
        typed = f'"{typed}"' if match == "phrase" else typed
        return self.index.parse_query(typed, FIELDS, field_boosts=BOOSTS, conjunction_by_default=match != "any")

    def answer(self, measure, match, words):
        # Its scores of beginnings are all the same.
        if measure == "relevance" and match == "beginning":
            raise Impossible
        query = self.query(match, words)
        if measure == "count":
            return self.searcher.search(query, 1, count=True).count
        if measure == "histogram":
            return self.histogram(query)
        return len(self.page(query, measure))

    def histogram(self, query):
        # Its date_histogram has no months of the calendar.
        ranges = {"range": {"field": "published", "ranges": self.months()}}
        buckets = self.searcher.aggregate(query, {"months": ranges})["months"]["buckets"]
        return sum(int(bucket["doc_count"]) for bucket in buckets)

    def months(self):
        if self.known_months is None:
            by_year = {"field": "published", "interval": SECONDS_OF_YEAR, "min_doc_count": 1}
            found = self.searcher.aggregate(tantivy.Query.all_query(), {"years": {"histogram": by_year}})
            # What has no date is in the first second of 1970.
            years = [int(bucket["key"]) for bucket in found["years"]["buckets"] if bucket["key"] > 0]
            self.known_months = list(months(min(years), max(years) + SECONDS_OF_YEAR))
        return self.known_months

    def page(self, query, measure):
        order = None if measure == "relevance" else "published"
        hits = self.searcher.search(query, 20, count=False, order_by_field=order).hits
        documents = [self.searcher.doc(address) for _, address in hits]
        return [(document["headline"][0], document["published"][0]) for document in documents]


class Times:
    def __init__(self, line):
        measure, match, words = line.rstrip("\n").split("\t")
        self.question = (measure, match, words.split(" "))
        self.outcome = ["unasked"]
        self.nanoseconds = []

    def ask(self, contender):
        start = time.perf_counter_ns()
        try:
            found = contender.answer(*self.question)
        except Impossible:
            self.outcome = ["impossible"]
        except ValueError as error:
            self.outcome = ["failed", " ".join(str(error).split())]
        else:
            self.nanoseconds.append(time.perf_counter_ns() - start)
            if self.outcome[0] != "failed":
                self.outcome = ["found", str(found)]

    def line(self):
        is_found = self.outcome[0] == "found"
        return "\t".join(self.outcome + [str(number) for number in self.nanoseconds if is_found])


def ask(contender, times, runs, seconds):
    if seconds > 0:
        end, index = time.monotonic() + seconds, 0
        while time.monotonic() < end:
            times[index].ask(contender)
            index = (index + 1) % len(times)
        return
    for one in times:
        for _ in range(runs):
            if sum(one.nanoseconds) < MOST_SECONDS * 1e9:
                one.ask(contender)


def main():
    _, folder, runs, seconds = sys.argv
    times = [Times(line) for line in sys.stdin]
    start = time.perf_counter_ns()
    contender = Contender(folder)
    print(f"opened\t{time.perf_counter_ns() - start}")
    ask(contender, times, int(runs), float(seconds))
    for one in times:
        print(one.line())


main()
