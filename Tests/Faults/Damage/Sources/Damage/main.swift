// Damage ARCHIVE DUMP FOLDER KIND FIRST COUNT: does the harm of COUNT seeds from FIRST on to an archive, and says of each
// what became of it. A line "begin SEED" comes before the work, so that a crash or a hang has its seed.

import Glibc

// An error may quote what it found, line feeds and all.
func say(_ line: String) {
    print(String(decoding: line.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self))
    fflush(nil)
}

let given = CommandLine.arguments
guard given.count == 7, let harm = Harm(rawValue: given[4]), let first = UInt64(given[5]),
    let count = UInt64(given[6])
else {
    print("usage: Damage ARCHIVE DUMP FOLDER bytes|pages FIRST COUNT")
    exit(64)
}
let archive = try File.read(given[1])
let dump = try File.read(given[2])
let path = given[3] + "/damaged-\(getpid()).sqlite"

func observed(_ bytes: [UInt8]) async throws -> Observation {
    File.removeArchive(path)
    try File.write(bytes, to: path)
    let observation = await Observation(path: path, dump: dump)
    File.removeArchive(path)
    return observation
}

let expected = try await observed(archive)
guard expected.reports.isEmpty, expected.strangers.isEmpty else {
    print("the undamaged archive: \(expected.reports + expected.strangers)")
    exit(1)
}
for seed in first..<first + count {
    say("begin \(seed)")
    let bytes = harm.done(to: archive, seed: seed)
    let found = try await observed(bytes)
    if let stranger = found.strangers.first {
        say("stranger \(seed) \(stranger)")
    } else if let report = found.reports.first {
        say("reported \(seed) \(report)")
    } else if found == expected {
        say("harmless \(seed)")
    } else {
        // Whether somebody who looks for damage would find it, is for damage.py to find out.
        let kept = given[3] + "/changed-\(harm.rawValue)-\(seed).sqlite"
        try File.write(bytes, to: kept)
        say("changed \(seed) \(kept)")
    }
}
