import Tern

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Times what Tern promises to do fast, against what the hardware can do:
//
//     swift run -c release benchmarks [--filter NAME] [--threads N]
//
// Every figure is a median; what is compared runs in turn in one process.

var filter = ""
var arguments = CommandLine.arguments.dropFirst()
while let option = arguments.popFirst() {
  let value = arguments.popFirst()
  if option == "--filter", let value {
    filter = value
  } else if option == "--threads", let value, let count = Int(value), count > 0 {
    Runtime.threadCount = count
  } else {
    print("usage: benchmarks [--filter NAME] [--threads N]")
    exit(2)
  }
}

print("instruction set \(Runtime.instructionSet), \(Runtime.threadCount) threads")
print("OpenBLAS \(Runtime.openBLAS)\n")
for (name, run) in trainingSteps + products + trainers
where filter.isEmpty || name.contains(filter) {
  print(run())
}
