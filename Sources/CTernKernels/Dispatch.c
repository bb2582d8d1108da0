// Which compilation of the loops this process uses.

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

#include "Tiers.h"

bool tern_tier_is_available(TernTier tier) {
#if TERN_X86
  switch (tier) {
    case TERN_TIER_BASELINE: return true;
    case TERN_TIER_AVX2:
      return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
             __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("f16c");
    case TERN_TIER_AVX512:
      return tern_tier_is_available(TERN_TIER_AVX2) && __builtin_cpu_supports("avx512f") &&
             __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw") &&
             __builtin_cpu_supports("avx512vl");
    default: return false;
  }
#else
  return tier == TERN_TIER_BASELINE;
#endif
}

const char *tern_tier_name(TernTier tier) {
  switch (tier) {
    case TERN_TIER_AVX2: return "avx2";
    case TERN_TIER_AVX512: return "avx512";
    default: return TERN_X86 ? "baseline" : "neon";
  }
}

static TernTier chosen_tier(void) {
  TernTier best = TERN_TIER_AVX512;
  while (!tern_tier_is_available(best)) best--;
  const char *wish = getenv("TERN_SIMD");
  if (!wish || !*wish) return best;
  if (strcmp(wish, "baseline") == 0) return TERN_TIER_BASELINE;
  for (TernTier tier = TERN_TIER_BASELINE; tier <= best; tier++) {
    if (strcmp(wish, tern_tier_name(tier)) == 0) return tier;
  }
  fprintf(stderr, "TERN_SIMD=%s is not available here; using %s\n", wish, tern_tier_name(best));
  return best;
}

TernTier tern_selected_tier(void) {
  // Threads that come here together choose the same tier: one of them may say so twice at worst.
  static atomic_int selected = -1;
  int tier = atomic_load_explicit(&selected, memory_order_relaxed);
  if (tier < 0) {
    tier = chosen_tier();
    atomic_store_explicit(&selected, tier, memory_order_relaxed);
  }
  return tier;
}

const TernKernelsF32 *tern_kernels_f32(TernTier tier) {
#if TERN_X86
  if (tier == TERN_TIER_AVX512) return &tern_avx512_f32;
  if (tier == TERN_TIER_AVX2) return &tern_avx2_f32;
#endif
  (void)tier;
  return &tern_baseline_f32;
}

const TernKernelsF64 *tern_kernels_f64(TernTier tier) {
#if TERN_X86
  if (tier == TERN_TIER_AVX512) return &tern_avx512_f64;
  if (tier == TERN_TIER_AVX2) return &tern_avx2_f64;
#endif
  (void)tier;
  return &tern_baseline_f64;
}

const TernWholeKernels *tern_whole_kernels(TernTier tier) {
#if TERN_X86
  if (tier == TERN_TIER_AVX512) return &tern_avx512_whole;
  if (tier == TERN_TIER_AVX2) return &tern_avx2_whole;
#endif
  (void)tier;
  return &tern_baseline_whole;
}
