import Tern

/// `tern info`: what Tern uses of this machine.
enum Info {
  static func run() {
    print("instruction set  \(Runtime.instructionSet)")
    print("threads          \(Runtime.threadCount)")
    print("OpenBLAS         \(Runtime.openBLAS)")
  }
}
