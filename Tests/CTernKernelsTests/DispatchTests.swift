import CTernKernels
import Testing

@Test func theSelectedTierIsAvailable() {
  #expect(tern_tier_is_available(tern_selected_tier()))
  #expect(tern_selected_tier() == tern_selected_tier())
}

@Test func theBaselineIsAlwaysAvailable() {
  #expect(availableTiers.first == TernTier(TERN_TIER_BASELINE))
}

@Test func thereIsNoTierBeyondTheLast() {
  #expect(!tern_tier_is_available(TernTier(TERN_TIER_AVX512) + 1))
  #expect(!tern_tier_is_available(-1))
}

@Test func tiersAreNamedAsTheEnvironmentNamesThem() {
  #if arch(x86_64)
    #expect(String(cString: tern_tier_name(TernTier(TERN_TIER_BASELINE))) == "baseline")
  #else
    #expect(String(cString: tern_tier_name(TernTier(TERN_TIER_BASELINE))) == "neon")
  #endif
  #expect(String(cString: tern_tier_name(TernTier(TERN_TIER_AVX2))) == "avx2")
  #expect(String(cString: tern_tier_name(TernTier(TERN_TIER_AVX512))) == "avx512")
}
