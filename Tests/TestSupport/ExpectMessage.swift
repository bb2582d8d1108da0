import Testing

/// Expects that a mistake has ended its process with a message that says so.
///
/// Only debug builds print the message of a `precondition`; in release that the process has ended is
/// all that there is to see.
///
/// ```swift
/// expectMessage(
///   "a rate lies between 0 and 1",
///   await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
///     _ = Dropout<Float>(rate: 1)
///   })
/// ```
package func expectMessage(
  _ expected: String, _ result: ExitTest.Result?, sourceLocation: SourceLocation = #_sourceLocation
) {
  #if DEBUG
    guard let result else { return }
    let said = String(decoding: result.standardErrorContent, as: UTF8.self)
    #expect(said.contains(expected), "it said: \(said)", sourceLocation: sourceLocation)
  #endif
}
