/// What the user asked for on the command line.
struct Options {
  /// Benchmarks run if their names contain it.
  var filter = ""
  var threads: Int?
  var isQuick = false
  /// The file for the figures.
  var json: String?
  /// A workload whose first steps are all there is to do.
  var firstSteps: String?
  var showsHelp = false

  static let help = """
    usage: swift run -c release benchmarks [options]

      --filter NAME       only benchmarks whose names contain NAME, such as training/iris,
                          inference, roofs, operators/softmax, products or scaling
      --threads N         threads to use; all cores by default
      --quick             short measurements, for a first impression
      --json FILE         writes the figures to a file, too
      --first-steps NAME  trains a workload for 50 steps, says when the first has ended, and measures
                          nothing itself: for start-up time and peak memory
      --help              this text

    Every figure is a median; what is compared runs in turn in one process.
    """

  /// Reads `--name value` and flags.
  ///
  /// - Throws: `UsageError` for an unknown option, and for a missing or useless value.
  init(_ arguments: some Collection<String>) throws(UsageError) {
    var rest = Array(arguments)[...]
    while let option = rest.popFirst() {
      func value() throws(UsageError) -> String {
        guard let value = rest.popFirst() else { throw UsageError("\(option) needs a value") }
        return value
      }
      switch option {
      case "--filter": filter = try value()
      case "--threads":
        let text = try value()
        guard let count = Int(text), count > 0 else {
          throw UsageError("--threads needs a number above 0, got '\(text)'")
        }
        threads = count
      case "--quick": isQuick = true
      case "--json": json = try value()
      case "--first-steps": firstSteps = try value()
      case "--help", "-h": showsHelp = true
      default: throw UsageError("unknown option '\(option)'\n\n\(Options.help)")
      }
    }
  }
}

/// A command line that makes no sense, or asks for what cannot be done.
struct UsageError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
