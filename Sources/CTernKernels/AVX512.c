// The loops for x86-64 processors with AVX-512 (Skylake-X, Zen 4 and later).

#include "Tiers.h"

#if TERN_X86
#pragma clang attribute push( \
    __attribute__((target("avx512f,avx512dq,avx512bw,avx512vl,avx2,fma,bmi2"))), \
    apply_to = function)
#define VECTOR_BYTES 64
#define LANES_F32 16
#define LANES_F64 8
#define TABLE_F32 tern_avx512_f32
#define TABLE_F64 tern_avx512_f64
#define TABLE_WHOLE tern_avx512_whole
#include "Kernels.inc"
#include "WholeKernels.inc"
#pragma clang attribute pop
#endif
