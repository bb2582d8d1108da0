import COpenBLAS
import CTernKernels
import TernKernels
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct OpenBLASTests {
  @Test func aProcessorThatOpenBLASDoesNotKnowStillGetsItsKernels() {
    prepareOpenBLAS()
    let core = String(cString: openblas_get_corename())
    let isChosenByUser = getenv("OPENBLAS_CORETYPE") != nil
    #expect(
      core != "Prescott" || isChosenByUser || !tern_tier_is_available(TernTier(TERN_TIER_AVX2)))
  }

  @Test func theEnvironmentOfChildProcessesStaysAsItWas() {
    let before = getenv("OPENBLAS_CORETYPE").map { String(cString: $0) }
    prepareOpenBLAS()
    #expect(getenv("OPENBLAS_CORETYPE").map { String(cString: $0) } == before)
  }
}
