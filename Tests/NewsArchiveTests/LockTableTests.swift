import Glibc
import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct LockTableTests {
    private let table = LockTable(
        """
        1: POSIX  ADVISORY  READ 11 fe:00:77 120 120
        2: POSIX  ADVISORY  WRITE 12 fe:00:78 120 120
        3: POSIX  ADVISORY  WRITE 13 fe:00:77 120 120
        3: -> POSIX  ADVISORY  WRITE 14 fe:00:77 120 120
        4: POSIX  ADVISORY  WRITE -1 fe:00:79 0 EOF
        5: FLOCK  ADVISORY  WRITE 15 fe:00:79 0 EOF
        6: POSIX  ADVISORY  WRITE 16 fe:00:80 100 EOF
        7: POSIX  ADVISORY  WRITE 17 08:01:77 120 120
        and something else
        """)

    @Test func theHolderOfBytesIsTheProcessThatHasThemAlone() {
        #expect(table.holder(of: 120...120, inode: 77, device: "fe:00") == 13)
        #expect(table.holder(of: 120...120, inode: 77, device: "08:01") == 17)
        #expect(table.holder(of: 120...120, inode: 78, device: "00:2a") == 12)
        #expect(table.holder(of: 120...120, inode: 80, device: "fe:00") == 16)
        #expect(table.holder(of: 120...120, inode: 79, device: "fe:00") == nil)
        #expect(table.holder(of: 122...122, inode: 77, device: "fe:00") == nil)
    }

    @Test func aDeviceIsCalledAsTheKernelCallsIt() {
        #expect(LockTable.name(ofDevice: 0xFE00) == "fe:00")
        #expect(LockTable.name(ofDevice: 0x801) == "08:01")
        #expect(LockTable.name(ofDevice: 0x10_0103) == "01:103")
    }

    @Test func whoWritesAnArchiveIsNamedAlsoThroughALink() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a.sqlite")
        _ = try Archive(path: path)
        #expect(LockTable.holder(ofArchiveAt: path) == nil)
        #expect(LockTable.holder(ofArchiveAt: folder.path("none.sqlite")) == nil)
        let connection = try Connection(.readWrite(path: path))
        try connection.transaction { _ in
            #expect(LockTable.holder(ofArchiveAt: path)?.processID == getpid())
            try folder.link("link.sqlite", to: "a.sqlite")
            let holder = LockTable.holder(ofArchiveAt: folder.path("link.sqlite"))
            #expect(holder?.processID == getpid())
            #expect(holder?.name?.isEmpty == false)
        }
        #expect(LockTable.holder(ofArchiveAt: path) == nil)
    }

    @Test func whoWritesADatabaseWithoutALogIsNamed() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a.sqlite")
        let connection = try Connection(.readWrite(path: path))
        try connection.transaction { connection in
            try connection.execute("CREATE TABLE t (a)")
            #expect(LockTable.holder(ofArchiveAt: path)?.processID == getpid())
        }
    }
}
