/// The four words of a Philox4x32-10 block, two to an integer, the first in the low half of `low`.
///
/// A round takes the words x0 … x3 and the key words k0, k1 to
/// `(hi(M1·x2) ^ x1 ^ k0, lo(M1·x2), hi(M0·x0) ^ x3 ^ k1, lo(M0·x0))`,
/// with the key words growing by the golden ratio and by √3 − 1 from round to round.
///
/// Words live in 64-bit integers whose upper half is ignored: so a round needs no truncation, and a
/// product of two of them is one vector instruction on every x86-64.
@inline(__always)
func philoxBlock(key: UInt64, low: UInt64, high: UInt64) -> (low: UInt64, high: UInt64) {
  let mask: UInt64 = 0xFFFF_FFFF
  var (x0, x1) = (low, low &>> 32)
  var (x2, x3) = (high, high &>> 32)
  var k0 = UInt32(truncatingIfNeeded: key)
  var k1 = UInt32(truncatingIfNeeded: key &>> 32)
  for _ in 0..<10 {
    let product0 = (x0 & mask) &* 0xD251_1F53
    let product1 = (x2 & mask) &* 0xCD9E_8D57
    x0 = (product1 &>> 32) ^ x1 ^ UInt64(k0)
    x1 = product1
    x2 = (product0 &>> 32) ^ x3 ^ UInt64(k1)
    x3 = product0
    k0 &+= 0x9E37_79B9
    k1 &+= 0xBB67_AE85
  }
  return ((x0 & mask) | (x1 &<< 32), (x2 & mask) | (x3 &<< 32))
}

/// The block of a 128-bit counter.
func philoxBlock(key: UInt64, counter: UInt128) -> (low: UInt64, high: UInt64) {
  philoxBlock(
    key: key, low: UInt64(truncatingIfNeeded: counter),
    high: UInt64(truncatingIfNeeded: counter >> 64))
}
