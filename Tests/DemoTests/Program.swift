import Foundation
import TestSupport
import Testing

/// What a program that has ended leaves behind.
struct Outcome {
  /// The exit code; the negative number of the signal if one has ended the program.
  let status: Int32
  let output: String
  let errors: String

  /// The last line of the output as a JSON object.
  var json: [String: Any] {
    get throws {
      let line = try #require(output.split(separator: "\n").last, "no output; errors: \(errors)")
      return try parsedJSON(String(line))
    }
  }
}

/// A JSON object.
func parsedJSON(_ text: String) throws -> [String: Any] {
  try #require(
    JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "no object: \(text)")
}

/// `tern` and `benchmarks` as built beside the tests.
enum Program {
  /// `tern`.
  static let executable = built("tern")

  /// An executable, in the build folder that the test bundle is in, too.
  static func built(_ name: String) -> URL? {
    let bundles =
      [Bundle.main.bundleURL, Bundle.main.executableURL].compactMap(\.self)
      + CommandLine.arguments.filter { $0.contains(".xctest") }.map { URL(filePath: $0) }
    for bundle in bundles {
      var folder = bundle.absoluteURL
      while folder.pathComponents.count > 1 {
        let candidate = folder.appending(path: name)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder),
          !isFolder.boolValue
        {
          return candidate
        }
        folder.deleteLastPathComponent()
      }
    }
    return nil
  }

  /// Runs `tern` to its end.
  static func run(_ arguments: String..., in folder: String? = nil) throws -> Outcome {
    try run(arguments, in: folder)
  }

  /// Runs `tern` to its end.
  static func run(
    _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(
      try #require(executable, "tern is not built"), arguments, in: folder,
      environment: environment)
  }

  /// Runs any program to its end.
  static func run(
    _ program: URL, _ arguments: [String], in folder: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let scratch = try TemporaryFolder()
    func file(_ name: String) throws -> FileHandle {
      try FileHandle(forWritingTo: URL(filePath: try scratch.write("", to: name)))
    }
    let process = process(program, arguments, in: folder)
    process.environment?.merge(environment) { $1 }
    process.standardOutput = try file("output")
    process.standardError = try file("errors")
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: status(of: process), output: try scratch.read("output"),
      errors: try scratch.read("errors"))
  }

  /// Runs `tern`, and interrupts it as Ctrl-C does once its output has some words.
  static func interrupt(_ arguments: [String], after words: String) throws -> Outcome {
    let process = process(try #require(executable, "tern is not built"), arguments)
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    var text = ""
    while !text.contains(words) {
      let data = output.fileHandleForReading.availableData
      try #require(!data.isEmpty, "tern ended: \(text)")
      text += String(decoding: data, as: UTF8.self)
    }
    process.interrupt()
    func rest(of pipe: Pipe) throws -> String {
      String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    }
    text += try rest(of: output)
    let message = try rest(of: errors)
    process.waitUntilExit()
    return Outcome(status: status(of: process), output: text, errors: message)
  }

  /// A program that has not been started.
  static func process(_ program: URL, _ arguments: [String], in folder: String? = nil) -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    environment["SWIFT_BACKTRACE"] = "enable=no"
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    return process
  }

  /// The exit code, or the negative number of the signal.
  static func status(of process: Process) -> Int32 {
    process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }
}

/// The folder of the package.
let packageFolder = URL(filePath: #filePath).appending(path: "../../..").standardized
