import COpenBLAS
import CTernKernels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Makes OpenBLAS ready, once, before the first product: one thread, kernels for this processor.
@inline(__always)
package func prepareOpenBLAS() { _ = openBLASIsPrepared }

private let openBLASIsPrepared: Bool = {
  chooseCoreIfUnknown()
  openblas_set_num_threads(1)
  return true
}()

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
