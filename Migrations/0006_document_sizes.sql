-- How many words each article has, some hundred articles a row, for ranking by relevance: bm25 asks for every match, and
-- FTS5's own table has a row an article. Derived from article_search_docsize; the library keeps it in step.

CREATE TABLE document_sizes (
  -- The first article of the block; the block ends before the next row's.
  first_id INTEGER PRIMARY KEY,
  -- The ids in 8 bytes each, then the words of each article's headline and body together in 4, lowest byte first.
  sizes BLOB NOT NULL
);

INSERT INTO document_sizes (first_id, sizes)
SELECT min(id), newsarchive_size_block(id, sz)
FROM (SELECT id, sz, (row_number() OVER (ORDER BY id) - 1) / 256 AS block FROM article_search_docsize)
GROUP BY block;
