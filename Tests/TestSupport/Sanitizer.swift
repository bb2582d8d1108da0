import Foundation

/// Whether `Scripts/sanitize` runs the tests.
///
/// A sanitizer maps terabytes of addresses and files of its own, so limits on either (`ulimit`) stop
/// it, not the program.
public let isSanitized = ProcessInfo.processInfo.environment["TERN_SANITIZER"] != nil
