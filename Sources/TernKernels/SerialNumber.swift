import CTernKernels

/// A number that is greater with each call of the same thread.
package func nextSerialNumber() -> UInt64 { tern_next_serial_number() }
