#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A Python to compare with: the one that `TERN_PYTHON` names, or `python3`.
public struct Python: Sendable {
  private let program: String

  /// The Python, if it is there and can import these modules, such as `numpy, torch`.
  public init?(importing modules: String) {
    program = ProcessInfo.processInfo.environment["TERN_PYTHON"] ?? "python3"
    guard run("import \(modules)") == 0 else { return nil }
  }

  /// Runs a script with arguments, and returns its exit code; what it prints as errors is shown
  /// nowhere.
  public func run(_ script: String, _ arguments: [String] = []) -> Int32 {
    let environment = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
    let argv = ([program, "-c", script] + arguments).map { strdup($0) }
    let envp = environment.map { strdup($0) }
    defer { for text in argv + envp { free(text) } }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var process: pid_t = 0
    guard posix_spawnp(&process, program, &actions, nil, argv + [nil], envp + [nil]) == 0 else {
      return -1
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    let hasExited = status & 0x7F == 0
    return hasExited ? status >> 8 & 0xFF : -1
  }
}
