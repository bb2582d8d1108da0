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

extern const TernKernelsF32 tern_baseline_f32, tern_avx2_f32, tern_avx512_f32;
extern const TernKernelsF64 tern_baseline_f64, tern_avx2_f64, tern_avx512_f64;

#endif
