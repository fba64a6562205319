// An embedder writes one import: the parsed values are part of the library's face.
@_exported public import NewsArchiveFormats
