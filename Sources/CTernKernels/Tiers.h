// What the three compilations of the loops (`Baseline.c`, `AVX2.c`, `AVX512.c`) share with each
// other and with `Dispatch.c`.

#ifndef TERN_TIERS_H
#define TERN_TIERS_H

#include <math.h>
#include <string.h>

#include "include/CTernKernels.h"

#if defined(__x86_64__)
#define TERN_X86 1
#include <immintrin.h>
#else
#define TERN_X86 0
#endif

// memcpy of less than 16 bytes.
static inline void copy_few(void *to, const void *from, ptrdiff_t bytes) {
  char *y = to;
  const char *x = from;
  if (bytes & 8) memcpy(y, x, 8), y += 8, x += 8;
  if (bytes & 4) memcpy(y, x, 4), y += 4, x += 4;
  if (bytes & 2) memcpy(y, x, 2), y += 2, x += 2;
  if (bytes & 1) *y = *x;
}

static inline ptrdiff_t least(ptrdiff_t a, ptrdiff_t b) { return a < b ? a : b; }
static inline ptrdiff_t greatest(ptrdiff_t a, ptrdiff_t b) { return a > b ? a : b; }

extern const TernKernelsF32 tern_baseline_f32, tern_avx2_f32, tern_avx512_f32;
extern const TernKernelsF64 tern_baseline_f64, tern_avx2_f64, tern_avx512_f64;
extern const TernWholeKernels tern_baseline_whole, tern_avx2_whole, tern_avx512_whole;

#endif
