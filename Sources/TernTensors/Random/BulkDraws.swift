extension RandomNumberGenerator {
  /// Fills a buffer with what as many calls of `next()` would return; fast for a `Philox`.
  package mutating func fillWords(_ buffer: UnsafeMutableBufferPointer<UInt64>) {
    guard Self.self == Philox.self else {
      for i in buffer.indices { buffer[i] = next() }
      return
    }
    withUnsafeMutablePointer(to: &self) { generator in
      UnsafeMutableRawPointer(generator).assumingMemoryBound(to: Philox.self).pointee.fill(buffer)
    }
  }

  /// Fills a buffer through a kernel that turns every `words` words into `elements` elements.
  ///
  /// A `Philox` is asked once per 512 words, and the kernel sees arrays: nothing costs a call per
  /// element, even where the caller is generic and unspecialised. What remains of the last group is
  /// dropped.
  mutating func fill<Element>(
    _ buffer: UnsafeMutableBufferPointer<Element>, elements: Int, perWords words: Int,
    _ kernel: (UnsafeBufferPointer<UInt64>, UnsafeMutableBufferPointer<Element>) -> Void
  ) {
    let groups = (buffer.count + elements - 1) / elements
    let groupsAtOnce = min(groups, 512 / words)
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: groupsAtOnce * words) { drawn in
      for group in stride(from: 0, to: groups, by: max(groupsAtOnce, 1)) {
        let count = min(groupsAtOnce, groups - group)
        let drawn = UnsafeMutableBufferPointer(rebasing: drawn[..<(count * words)])
        fillWords(drawn)
        let range = group * elements..<min((group + count) * elements, buffer.count)
        kernel(UnsafeBufferPointer(drawn), UnsafeMutableBufferPointer(rebasing: buffer[range]))
      }
    }
  }

  /// Fills a buffer of another type than `Float` and `Double` by rounding doubles.
  mutating func fillByRounding<T: BinaryFloatingPoint>(
    _ buffer: UnsafeMutableBufferPointer<T>,
    _ draw: (inout Self, UnsafeMutableBufferPointer<Double>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: buffer.count) { doubles in
      draw(&self, doubles)
      for i in buffer.indices { buffer[i] = T(doubles[i]) }
    }
  }
}
