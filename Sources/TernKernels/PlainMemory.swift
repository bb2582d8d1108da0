#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension UnsafeMutablePointer {
  /// Memory aligned as the system aligns everything. `allocate` asks for that alignment by name, which
  /// is another function of the system and takes twice as long.
  package static func allocatePlain(capacity: Int) -> UnsafeMutablePointer {
    assert(MemoryLayout<Pointee>.alignment <= MemoryLayout<Int>.alignment)
    guard let memory = malloc(Swift.max(1, capacity * MemoryLayout<Pointee>.stride)) else {
      preconditionFailure("no memory for \(capacity) times \(Pointee.self)")
    }
    return memory.bindMemory(to: Pointee.self, capacity: capacity)
  }

  /// Ends the lives of `count` elements one by one: `deinitialize(count:)` asks their type how to.
  @inlinable @inline(__always)
  package func deinitializeEach(count: Int) {
    for index in 0..<count { (self + index).deinitialize(count: 1) }
  }

  /// Gives memory of `allocatePlain` back.
  package func deallocatePlain() { free(self) }
}
