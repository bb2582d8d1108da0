import Tern
import Testing

/// Expects a call to throw this error, whose description has these words.
func expectError<R>(
  _ expected: LinearAlgebraError, saying words: String...,
  sourceLocation: SourceLocation = #_sourceLocation,
  from body: () throws(LinearAlgebraError) -> R
) {
  do {
    _ = try body()
    Issue.record("nothing was thrown", sourceLocation: sourceLocation)
  } catch {
    #expect(error == expected, sourceLocation: sourceLocation)
    for word in words {
      #expect(
        error.description.contains(word), "\(error) does not say '\(word)'",
        sourceLocation: sourceLocation)
    }
  }
}
