#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Throws if tensors of a file would take more bytes than this machine has memory: asking the system
/// for them would end the process. A file with holes is that long without taking any space.
package func requireMemory(for byteCount: Int, path: String) throws(FormatError) {
  let limit = sysconf(Int32(_SC_PHYS_PAGES)).multipliedReportingOverflow(
    by: sysconf(Int32(_SC_PAGESIZE)))
  // A system that does not say how much it has limits nothing.
  guard limit.partialValue > 0, !limit.overflow, byteCount > limit.partialValue else { return }
  throw .malformed(
    path: path, expected: "at most \(limit.partialValue) bytes, the memory of this machine",
    found: "\(byteCount)")
}
