-- Full-text search over headlines and bodies. The index holds no text of its own: it reads the view. The library
-- keeps it in step inside the transaction that changes an article; there are no triggers.

CREATE VIEW article_document (id, headline, body) AS
  SELECT article.id, article.headline, coalesce(body.text, '')
  FROM article
  LEFT JOIN body ON body.article_id = article.id;

CREATE VIRTUAL TABLE article_search USING fts5 (
  headline,
  body,
  content = 'article_document',
  content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2'
);
