import Tern

/// `tern info`: what Tern uses of this machine.
enum Info {
  static func run(_ options: Options) throws {
    try options.refuseOperands()
    output("instruction set  \(Runtime.instructionSet)")
    output("threads          \(Runtime.threadCount)")
    output("OpenBLAS         \(Runtime.openBLAS)")
  }
}
