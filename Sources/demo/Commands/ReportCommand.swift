import Tern

/// `tern report RUN…`: makes the pages of runs again, and one that compares them if they are several.
enum ReportCommand {
  static func run(_ options: Options) throws {
    guard !options.operands.isEmpty else { throw UsageError("the run's folder is missing") }
    if options.operands.count == 1, options.out != nil {
      throw UsageError("--out is for the page that compares several runs; there is only one")
    }
    if let threads = options.threads { Runtime.threadCount = threads }
    var notes: [String] = []
    var records: [RunRecord] = []
    for path in options.operands {
      notes += try RunPages.write(path, dataFolder: options.data).filter { !notes.contains($0) }
      if options.operands.count > 1 {
        records += try RunPages.records(in: path).map { $0.named(after: path) }
      }
      if !options.isQuiet { output("\(path)/report.html") }
    }
    if options.operands.count > 1 {
      let folder = try comparisonFolder(options.out)
      let comparison = RunComparison(title: "Comparison", records: records, folder: folder)
      notes += try comparison.report.write(to: folder).filter { !notes.contains($0) }
      if !options.isQuiet { output("\(folder)/report.html") }
    }
    for note in notes { printError("tern: \(note)") }
  }

  /// The folder of the comparison: the user's, or the first free `runs/comparison-N`.
  private static func comparisonFolder(_ path: String?) throws -> String {
    if let path {
      try TextFile.makeFolder(path)
      return path
    }
    var number = 1
    while try !TextFile.makeFolder("runs/comparison-\(number)") { number += 1 }
    return "runs/comparison-\(number)"
  }
}
