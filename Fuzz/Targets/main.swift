import Glibc

/// Runs one of the fuzzers under libFuzzer; see `Scripts/fuzz`.
///
///     fuzz TARGET [options of libFuzzer] [corpus folders]
///     fuzz --list

typealias Input = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ input: Input
) -> CInt

/// What is fed; libFuzzer's callback takes no context.
nonisolated(unsafe) var read: ([UInt8]) throws -> Void = { _ in }

let name = CommandLine.arguments.dropFirst().first ?? "--list"
if name == "--list" {
  print(FuzzTarget.all.map(\.name).joined(separator: "\n"))
  exit(0)
}
guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
  print("fuzz: there is no target '\(name)'")
  exit(2)
}
read = target.read

/// The arguments without the target's name.
var arguments = CommandLine.unsafeArgv.advanced(by: 1).withMemoryRebound(
  to: UnsafeMutablePointer<CChar>?.self, capacity: Int(CommandLine.argc)
) { $0 }
var count = CommandLine.argc - 1
let status = withUnsafeMutablePointer(to: &arguments) { place in
  runDriver(
    &count,
    UnsafeMutableRawPointer(place).assumingMemoryBound(
      to: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.self)
  ) { bytes, count in
    let input = Array(UnsafeBufferPointer(start: bytes, count: count))
    // Whatever is thrown is what a reader should do with what it cannot read; a message must be
    // possible, too.
    do { try read(input) } catch { keep("\(error)") }
    return 0
  }
}
exit(status)
