import Testing

@testable import NewsArchive

@Suite struct SchemaTextTests {
    @Test(arguments: [
        ("CREATE  TABLE t (\n  -- a comment; with 'a quote\n  a\n)", "CREATE TABLE t ( a )"),
        ("a/* b */c /* open", "a c"), ("a -- open", "a"), ("", ""), (" \n", ""),
        ("DEFAULT '--  no comment'", "DEFAULT '--  no comment'"),
        ("\"/*  a\" `b  --` [c  /*] 'd'' --  '", "\"/*  a\" `b  --` [c  /*] 'd'' --  '"),
    ])
    func commentsAndSpacesSayNothing(sql: String, bare: String) {
        #expect(SchemaText.bare(sql) == bare)
    }
}
