// What the elements and attributes of feeds are called towards Swift.

#ifndef NA_FEED_CODES_H
#define NA_FEED_CODES_H

/// What an element says, whatever its format calls it.
enum na_feed_code {
    NA_FEED_NOTHING = 0,
    /// rss, RDF: an element around everything.
    NA_FEED_ROOT,
    /// channel, feed.
    NA_FEED_CHANNEL,
    /// item, entry: the record itself, for its attributes.
    NA_FEED_ITEM,
    NA_FEED_TITLE,
    NA_FEED_LINK,
    NA_FEED_GUID,
    NA_FEED_ID,
    NA_FEED_DESCRIPTION,
    NA_FEED_SUMMARY,
    NA_FEED_CONTENT,
    NA_FEED_ENCODED,
    NA_FEED_FULL_TEXT,
    NA_FEED_XHTML,
    NA_FEED_PUB_DATE,
    NA_FEED_PUBLISHED,
    NA_FEED_ISSUED,
    NA_FEED_CREATED,
    NA_FEED_UPDATED,
    NA_FEED_MODIFIED,
    NA_FEED_LAST_BUILD_DATE,
    NA_FEED_DATE,
    NA_FEED_TERMS_ISSUED,
    NA_FEED_TERMS_CREATED,
    NA_FEED_TERMS_MODIFIED,
    NA_FEED_AUTHOR,
    /// name within an author.
    NA_FEED_NAME,
    /// email within an author.
    NA_FEED_EMAIL,
    NA_FEED_CREATOR,
    NA_FEED_CATEGORY,
    NA_FEED_SUBJECT,
    NA_FEED_KEYWORDS,
    NA_FEED_ENCLOSURE,
    NA_FEED_MEDIA_GROUP,
    NA_FEED_MEDIA_CONTENT,
    NA_FEED_MEDIA_THUMBNAIL,
    NA_FEED_MEDIA_TITLE,
    NA_FEED_MEDIA_DESCRIPTION,
    NA_FEED_MEDIA_TEXT,
    NA_FEED_CREDIT,
    NA_FEED_ITUNES_AUTHOR,
    NA_FEED_ITUNES_SUMMARY,
    NA_FEED_ITUNES_TITLE,
    NA_FEED_ORIGINAL_LINK,
    NA_FEED_LANGUAGE,
    NA_FEED_SUBTITLE,
    NA_FEED_IDENTIFIER,
    NA_FEED_VIEWS,
    NA_FEED_DC_TITLE,
    NA_FEED_DC_DESCRIPTION,
    /// rdf:Bag, rdf:Seq, rdf:Alt, rdf:li: around what is meant.
    NA_FEED_CONTAINER,
};

/// What an attribute says.
enum na_feed_attribute_code {
    NA_FEED_NO_ATTRIBUTE = 0,
    NA_FEED_HREF,
    NA_FEED_URL,
    NA_FEED_REL,
    NA_FEED_TYPE,
    NA_FEED_MODE,
    NA_FEED_LENGTH,
    NA_FEED_TERM,
    NA_FEED_LABEL,
    NA_FEED_IS_PERMALINK,
    NA_FEED_ABOUT,
    NA_FEED_VERSION,
    NA_FEED_LAST_MODIFIED,
    NA_FEED_RESOURCE,
    NA_FEED_SRC,
    /// xml:lang that holds for the element, the element's own or an outer one's.
    NA_FEED_LANG,
    /// xml:base of the element or of one around it; the outermost first.
    NA_FEED_BASE,
};

/// What is known of a field beside its code.
enum na_feed_flag {
    /// Its text is HTML for certain: elements stood in it, and text between them was escaped again.
    NA_FEED_IS_MARKUP = 1,
    /// Elements stood in it, and text between them is as it was.
    NA_FEED_HAS_ELEMENTS = 2,
    /// It is an element of Atom 0.3.
    NA_FEED_IS_ATOM_03 = 4,
    /// It is an element of Atom 1.0.
    NA_FEED_IS_ATOM = 8,
    /// Its element stands in another field's.
    NA_FEED_IS_INNER = 16,
};

#endif
