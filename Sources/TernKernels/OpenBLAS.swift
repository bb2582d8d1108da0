import COpenBLAS
import CTernKernels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is known of OpenBLAS's products.
enum OpenBLAS {
  /// The most multiplications of a product for which OpenBLAS has kernels of its own, on processors
  /// with AVX-512 (`gemm_small_kernel_permit` in its sources).
  static let smallProduct = 1_000_000
}

/// Makes OpenBLAS ready, once, before the first product: one thread, kernels for this processor.
@inline(__always)
package func prepareOpenBLAS() { _ = openBLASIsPrepared }

private let openBLASIsPrepared: Bool = {
  chooseCoreIfUnknown()
  openblas_set_num_threads(1)
  requireBuffers(for: ThreadPool.shared.threadCount)
  return true
}()

/// Stops the program if there is no address space for OpenBLAS's buffers, one for each thread that
/// calls it: OpenBLAS asks for a buffer again and again until it gets one, for ever.
private func requireBuffers(for threads: Int) {
  // BUFFER_SIZE of OpenBLAS for 64-bit processors, and what an allocator adds.
  let byteCount = threads * (129 << 20)
  let probe = mmap(
    nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
  guard let probe, probe != MAP_FAILED else {
    fatalError(
      "no memory for OpenBLAS: its buffers for \(threads) threads take \(byteCount >> 20) MiB of "
        + "address space; use fewer threads, or raise the limit (ulimit -v)")
  }
  munmap(probe, byteCount)
}

/// What OpenBLAS says of itself: its version, and the processor that its kernels are for.
package var openBLASDescription: String {
  prepareOpenBLAS()
  return String(cString: openblas_get_config()) + ", running as "
    + String(cString: openblas_get_corename())
}

/// Gives OpenBLAS the core whose kernels this processor can run, if it knows no better.
///
/// On a processor newer than itself OpenBLAS falls back to its oldest 64-bit core, Prescott, whose
/// SSE3 kernels are four times slower than the processor is (0.3.21 on Emerald Rapids: 70 instead
/// of 300 GFLOP/s on two cores). The library chooses while it is loaded, before any code of ours
/// runs, so it is told to choose again. `OPENBLAS_CORETYPE` in the environment has the last word.
private func chooseCoreIfUnknown() {
  let variable = "OPENBLAS_CORETYPE"
  let core = tern_tier_is_available(TernTier(TERN_TIER_AVX512)) ? "SkylakeX" : "Haswell"
  // A static library, or one built for a single processor, does not offer the functions.
  let process = dlopen(nil, RTLD_NOW)
  guard String(cString: openblas_get_corename()) == "Prescott", getenv(variable) == nil,
    tern_tier_is_available(TernTier(TERN_TIER_AVX2)),
    let quit = dlsym(process, "gotoblas_dynamic_quit"),
    let start = dlsym(process, "gotoblas_dynamic_init")
  else { return }
  typealias Function = @convention(c) () -> Void
  setenv(variable, core, 1)
  unsafeBitCast(quit, to: Function.self)()
  unsafeBitCast(start, to: Function.self)()
  unsetenv(variable)
}
