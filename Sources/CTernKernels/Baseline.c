// The loops for every processor: SSE2 on x86-64, NEON on arm64.

#include "Tiers.h"

#define VECTOR_BYTES 16
#define LANES_F32 4
#define LANES_F64 2
#define TABLE_F32 tern_baseline_f32
#define TABLE_F64 tern_baseline_f64
#define TABLE_WHOLE tern_baseline_whole
#include "Kernels.inc"
#include "WholeKernels.inc"
