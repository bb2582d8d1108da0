#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Throws if what a file claims to hold would take more memory than this program can have: asking the
/// system for it would end the process. A file with holes is that long without taking any space.
package func requireMemory(for byteCount: Int, path: String) throws(FormatError) {
  guard let problem = memoryProblem(for: byteCount) else { return }
  throw .malformed(path: path, expected: problem.expected, found: problem.found)
}

/// Why so many bytes of memory cannot be had: what would be right and what was found; nil if they can.
package func memoryProblem(for byteCount: Int) -> (expected: String, found: String)? {
  if let limit = memoryLimit, byteCount > limit {
    return ("at most \(limit) bytes, the memory of this machine", "\(byteCount)")
  }
  // Limits of address space and of what is promised show only when memory is asked for.
  guard byteCount >= smallestProbe else { return nil }
  let memory = mmap(nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
  guard let memory, Int(bitPattern: memory) != -1 else {
    return ("no more bytes than the system gives this program", "\(byteCount)")
  }
  munmap(memory, byteCount)
  return nil
}

/// What is smaller is not asked for on trial.
private let smallestProbe = 1 << 24

/// The memory of this machine, or of the container that this program runs in; nil if the system does
/// not say.
private let memoryLimit: Int? = {
  let machine = sysconf(Int32(_SC_PHYS_PAGES)).multipliedReportingOverflow(
    by: sysconf(Int32(_SC_PAGESIZE)))
  // The files of control groups, version 2 and 1; a group without a limit says "max" or a number
  // greater than any memory.
  let files = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"]
  let limits = files.compactMap(number) + (machine.overflow ? [] : [machine.partialValue])
  return limits.filter { $0 > 0 }.min()
}()

/// The number that a small file consists of; nil if it does not.
private func number(inFile path: String) -> Int? {
  guard let reader = fopen(path, "r") else { return nil }
  defer { fclose(reader) }
  var text = [UInt8](repeating: 0, count: 32)
  let count = fread(&text, 1, text.count, reader)
  return Int(String(decoding: text[..<count].prefix { $0 > 0x20 }, as: UTF8.self))
}
