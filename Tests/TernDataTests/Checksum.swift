import Tern
import TernData

/// The CRC-32 of a tensor's elements as they lie in memory.
func checksum<Scalar>(_ tensor: Tensor<Scalar>) -> UInt32 {
  var checksum = CRC32()
  tensor.withUnsafeBufferPointer { checksum.update(UnsafeRawBufferPointer($0)) }
  return checksum.value
}
