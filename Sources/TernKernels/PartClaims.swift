import Synchronization

/// The parts of the thread pool's current job that nobody has claimed yet.
///
/// They are divided into spans of neighbouring parts, one for each thread. A thread claims the parts
/// of its own span from the front, and when that is empty, those of others from the back. So the
/// same thread works on the same region of an array in one operation after the other, and finds it
/// in its own cache (what another core has just written takes some 10 ns a line to fetch), unless it
/// is late: then others do its work.
package final class PartClaims: @unchecked Sendable {
  /// A word for each span: generation (32 bits), end (16) and next part to claim (16). Claiming
  /// compares and swaps the whole word, so a late worker cannot claim a part of one job with the
  /// data of another. Each word has a cache line of its own.
  private let words: UnsafeMutablePointer<Atomic<UInt64>>
  private let capacity: Int
  private let spans = Atomic<Int>(0)
  private let generation = Atomic<UInt64>(0)

  private static let wordsPerLine = 8
  /// The most parts that a job may have.
  package static let mostParts = Int(UInt16.max)

  /// Claims for jobs of at most this many threads.
  package init(threads: Int) {
    capacity = threads * Self.wordsPerLine
    words = .allocate(capacity: capacity)
    for index in 0..<capacity { (words + index).initialize(to: Atomic(0)) }
  }

  deinit {
    words.deinitialize(count: capacity)
    words.deallocate()
  }

  /// Offers the parts of a new job, once all of the job before have been claimed. What the caller
  /// wrote before is seen by whoever claims a part.
  package func offer(parts: Int, to threads: Int) {
    let count = min(parts, threads)
    let generation = (generation.load(ordering: .relaxed) + 1) & 0xFFFF_FFFF
    self.generation.store(generation, ordering: .relaxed)
    spans.store(count, ordering: .relaxed)
    // The caller, whose span is the first, begins last.
    for span in (0..<count).reversed() {
      let own = share(span, of: count, parts)
      words[span * Self.wordsPerLine].store(
        generation << 32 | UInt64(own.upperBound) << 16 | UInt64(own.lowerBound),
        ordering: .sequentiallyConsistent)
    }
  }

  /// A part that the thread may run now, or nil if there is none left.
  package func claim(for thread: Int) -> Int? {
    let count = spans.load(ordering: .relaxed)
    guard count > 0 else { return nil }
    let own = thread % count
    if let part = claim(from: own, isOwn: thread < count) { return part }
    for offset in 1..<max(count, 1) {
      let span = own + offset
      if let part = claim(from: span < count ? span : span - count, isOwn: false) { return part }
    }
    return nil
  }

  /// Whether there is a part left.
  package var isAnyLeft: Bool {
    (0..<spans.load(ordering: .sequentiallyConsistent)).contains { span in
      let word = words[span * Self.wordsPerLine].load(ordering: .sequentiallyConsistent)
      return word & 0xFFFF < word >> 16 & 0xFFFF
    }
  }

  private func claim(from span: Int, isOwn: Bool) -> Int? {
    var current = words[span * Self.wordsPerLine].load(ordering: .acquiring)
    while true {
      let (next, end) = (current & 0xFFFF, current >> 16 & 0xFFFF)
      guard next < end else { return nil }
      let (exchanged, original) = words[span * Self.wordsPerLine].compareExchange(
        expected: current, desired: isOwn ? current + 1 : current - 0x1_0000,
        ordering: .acquiringAndReleasing)
      if exchanged { return Int(isOwn ? next : end - 1) }
      current = original
    }
  }
}
