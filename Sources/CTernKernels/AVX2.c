// The loops for x86-64 processors with AVX2 and FMA (2013 and later).

#include "Tiers.h"

#if TERN_X86
#pragma clang attribute push(__attribute__((target("avx2,fma,bmi2,f16c"))), apply_to = function)
#define VECTOR_BYTES 32
#define LANES_F32 8
#define LANES_F64 4
#define TABLE_F32 tern_avx2_f32
#define TABLE_F64 tern_avx2_f64
#define TABLE_WHOLE tern_avx2_whole
#include "Kernels.inc"
#include "WholeKernels.inc"
#pragma clang attribute pop
#endif
