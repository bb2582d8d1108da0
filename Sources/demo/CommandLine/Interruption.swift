import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The user's wish to end a training early: Ctrl-C, or the signal to terminate.
struct Interruption: Error {
  /// The signal's number.
  let number: CInt

  /// What a shell reports for a program that the signal has ended.
  var exitCode: CInt { 128 + number }

  /// From now on the first signal is only noted; a second one ends the program at once.
  static func watch() {
    received.store(0, ordering: .relaxed)
    // A program that starts this one may have blocked the signals, as dispatch's threads do.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] {
      sigaddset(&signals, number)
      signal(number) { caught in
        Interruption.received.store(caught, ordering: .relaxed)
        signal(caught, SIG_DFL)
      }
    }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Throws if a signal has come.
  static func check() throws(Interruption) {
    let number = received.load(ordering: .relaxed)
    if number != 0 { throw Interruption(number: number) }
  }

  /// Signal handlers get no context, so what they note has to be global.
  private static let received = Atomic<CInt>(0)
}
