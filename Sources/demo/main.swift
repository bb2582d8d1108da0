#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

do {
  try Command.run(Array(CommandLine.arguments.dropFirst()))
} catch let error as UsageError {
  printError("tern: \(error)\nSee 'tern help'.")
  exit(2)
} catch let error as Interruption {
  exit(error.exitCode)
} catch {
  printError("tern: \(error)")
  exit(1)
}
