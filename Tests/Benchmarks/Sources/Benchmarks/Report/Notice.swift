import Foundation

/// What goes on, at standard error.
enum Notice {
    static func say(_ text: String) {
        FileHandle.standardError.write(Data("\(text)\n".utf8))
    }
}
