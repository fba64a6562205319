import Foundation

/// Makes a listing dump: of real articles where the project's tool is, else of invented words.
enum DumpMaker {
    /// The dump of so many records in a folder, which is made where it is not there. Another seed gives other articles.
    static func dump(records: Int, seed: Int = 1, in folder: URL) throws -> String {
        let name = seed == 1 ? "\(records).txt" : "\(records)-seed-\(seed).txt"
        let path = folder.appending(path: name).path
        guard !FileManager.default.fileExists(atPath: path) else { return path }
        // Under its name it is whole.
        let part = path + ".part"
        if !ListingTool.write(records: records, seed: seed, to: part) {
            Notice.say("there is no make_listing.py to be run: inventing words")
            try InventedListing.write(records: records, seed: seed, to: part)
        }
        try FileManager.default.moveItem(atPath: part, toPath: path)
        return path
    }
}
