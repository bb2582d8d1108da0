/// Calls `read` with every truncation of a file and with every file that differs from it in one bit.
/// Each must be read or refused with words; returns how many were refused.
public func refusals(
  ofEveryTruncationAndFlippedBitIn file: [UInt8], read: ([UInt8]) throws -> Void
) -> (truncated: Int, flipped: Int) {
  func isRefused(_ bytes: [UInt8]) -> Bool {
    do {
      try read(bytes)
      return false
    } catch {
      return !"\(error)".isEmpty
    }
  }
  let truncated = file.indices.count { isRefused(Array(file[..<$0])) }
  var flipped = 0
  var damaged = file
  for index in file.indices {
    for bit in 0..<8 {
      damaged[index] ^= 1 << bit
      if isRefused(damaged) { flipped += 1 }
      damaged[index] = file[index]
    }
  }
  return (truncated, flipped)
}
