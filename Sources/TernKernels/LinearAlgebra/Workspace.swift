/// Calls `body` with recycled memory for `count` elements, aligned to 64 bytes and not initialised.
package func withWorkspace<Scalar, R>(
  of type: Scalar.Type, count: Int, _ body: (UnsafeMutablePointer<Scalar>) throws -> R
) rethrows -> R {
  let (buffer, sizeClass) = BufferPool.shared.allocate(
    byteCount: count * MemoryLayout<Scalar>.stride)
  defer { BufferPool.shared.recycle(buffer, sizeClass: sizeClass) }
  return try body(buffer.bindMemory(to: Scalar.self, capacity: count))
}

/// Calls `body` with reflections of its own. LAPACK's routines write ones into the reflections while
/// they apply them, and restore what was there: threads must not share them.
func withOwnReflections<Scalar>(
  count: Int, _ reflections: UnsafePointer<Scalar>, _ body: (UnsafePointer<Scalar>) -> Void
) {
  withWorkspace(of: Scalar.self, count: count) { copy in
    copy.update(from: reflections, count: count)
    body(copy)
  }
}

/// Asks a routine of LAPACK how much workspace it wants (by a count of −1) and calls it with that.
func withLAPACKWorkspace<Scalar: BinaryFloatingPoint>(
  _ routine: (_ work: UnsafeMutablePointer<Scalar>, _ count: Int32) -> Int32
) -> Int {
  var wanted: Scalar = 0
  let refusal = routine(&wanted, -1)
  guard refusal == 0 else { return Int(refusal) }
  let count = max(1, Int(wanted))
  return withWorkspace(of: Scalar.self, count: count) { Int(routine($0, Int32(count))) }
}

/// The form for routines that want integers, too, and say how many in the first of them.
func withLAPACKWorkspace<Scalar: BinaryFloatingPoint>(
  _ routine: (
    _ work: UnsafeMutablePointer<Scalar>, _ count: Int32, _ integers: UnsafeMutablePointer<Int32>
  ) -> Int32
) -> Int {
  var wanted: Scalar = 0
  var wantedIntegers: Int32 = 0
  let refusal = routine(&wanted, -1, &wantedIntegers)
  guard refusal == 0 else { return Int(refusal) }
  let count = max(1, Int(wanted))
  return withWorkspace(of: Int32.self, count: max(1, Int(wantedIntegers))) { integers in
    withWorkspace(of: Scalar.self, count: count) { Int(routine($0, Int32(count), integers)) }
  }
}

/// The form for routines that are told how many integers they get.
func withLAPACKWorkspace<Scalar: BinaryFloatingPoint>(
  _ routine: (
    _ work: UnsafeMutablePointer<Scalar>, _ count: Int32, _ integers: UnsafeMutablePointer<Int32>,
    _ integerCount: Int32
  ) -> Int32
) -> Int {
  var wanted: Scalar = 0
  var wantedIntegers: Int32 = 0
  let refusal = routine(&wanted, -1, &wantedIntegers, -1)
  guard refusal == 0 else { return Int(refusal) }
  let (count, integerCount) = (max(1, Int(wanted)), max(1, Int(wantedIntegers)))
  return withWorkspace(of: Int32.self, count: integerCount) { integers in
    withWorkspace(of: Scalar.self, count: count) {
      Int(routine($0, Int32(count), integers, Int32(integerCount)))
    }
  }
}
