/// Calls `body` with memory for `count` elements, not initialised, that goes back to the buffer
/// pool afterwards.
///
/// Memory for all parts of a job is asked for at once, before they run: how much of it there is at
/// a time would otherwise depend on the threads, and with it what the system is asked for.
package func withScratch<Scalar, R>(
  of type: Scalar.Type, count: Int, _ body: (UnsafeMutablePointer<Scalar>) -> R
) -> R {
  let (buffer, sizeClass) = BufferPool.shared.allocate(
    byteCount: count * MemoryLayout<Scalar>.stride)
  defer { BufferPool.shared.recycle(buffer, sizeClass: sizeClass) }
  return body(buffer.bindMemory(to: Scalar.self, capacity: count))
}
