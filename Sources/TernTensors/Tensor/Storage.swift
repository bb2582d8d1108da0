import TernKernels

/// The memory behind tensors: a recycled, 64-byte aligned buffer with a reference count.
///
/// Tensors share it and copy before writing unless they are its only owner, which is what makes
/// the unchecked `Sendable` sound.
package final class Storage: @unchecked Sendable {
  package let pointer: UnsafeMutableRawPointer
  private let sizeClass: Int

  /// Memory that is not initialised.
  package init(byteCount: Int) {
    (pointer, sizeClass) = BufferPool.shared.allocate(byteCount: byteCount)
  }

  deinit { BufferPool.shared.recycle(pointer, sizeClass: sizeClass) }
}
