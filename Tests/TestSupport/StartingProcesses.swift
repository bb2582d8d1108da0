import Foundation

/// Calls `body` `attempts` times while another thread starts processes; returns how often it threw.
///
/// A child has all open files of its parent, and so their locks, until its program begins.
public func refusalsWhileProcessesStart(
  attempts: Int, _ body: () throws -> Void
) async throws -> Int {
  async let processes: Void = startProcesses(200)
  let refused = (0..<attempts).count { _ in (try? body()) == nil }
  try await processes
  return refused
}

private func startProcesses(_ count: Int) async throws {
  for _ in 0..<count {
    try Process.run(URL(fileURLWithPath: "/bin/true"), arguments: []).waitUntilExit()
  }
}
