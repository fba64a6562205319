"""Listings of invented words."""
import time


def words(chance, count=5000):
    return ["".join(chance.choices("aeioumnrstlkdv", k=chance.randint(2, 9))) for _ in range(count)]


def invent(path, chance, records, vocabulary=None, marker=None, first_minute=29_000_000):
    """Writes a listing of so many records of 2.5 kB each, every tenth a repeat with more views.

    `marker` is a word that every text has; two listings with the same `first_minute` and different chances share no
    headline.
    """
    vocabulary = vocabulary or words(chance)
    minutes, known = first_minute, []
    with open(path, "w", encoding="utf-8") as out:
        out.write(" date 2025-02-20\n")
        for number in range(records):
            if known and number % 10 == 9:
                stamp, headline, body = chance.choice(known)
            else:
                minutes -= chance.randint(1, 40)
                stamp = time.strftime("%d.%m.%Y, %H:%M", time.gmtime(minutes * 60))
                headline = " ".join(chance.choices(vocabulary, k=8)).capitalize() + " %d" % number
                body = "\n".join(" ".join(chance.choices(vocabulary, k=80)) + "." for _ in range(5))
                if marker:
                    body += "\n" + marker.capitalize() + "."
                known.append((stamp, headline, body))
            out.write("%s %d\n%s\n%s\n" % (stamp, number, headline, body))
