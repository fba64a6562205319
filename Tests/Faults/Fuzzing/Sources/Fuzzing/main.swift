// Fuzzing, with NEWS_ARCHIVE_TARGET=listing|query|words|opener and libFuzzer's own options.

import CFuzzing
import Glibc

let chosen = getenv("NEWS_ARCHIVE_TARGET").map { String(cString: $0) } ?? ""
let targets: [String: fuzz_target] = [
    "listing": { bytes, count in
        Targets.listing(UnsafeRawBufferPointer(start: bytes, count: count))
        return 0
    },
    "query": { bytes, count in
        Targets.query(UnsafeRawBufferPointer(start: bytes, count: count))
        return 0
    },
    "opener": { bytes, count in
        Targets.opener(UnsafeRawBufferPointer(start: bytes, count: count))
        return 0
    },
    "words": fuzz_words,
]
guard let target = targets[chosen] else {
    print("NEWS_ARCHIVE_TARGET must be one of \(targets.keys.sorted())")
    exit(64)
}
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(LLVMFuzzerRunDriver(&count, &arguments, target))
