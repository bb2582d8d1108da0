// Conversions between element types.

#include "Tiers.h"

#define OVERLOADED static inline __attribute__((always_inline, overloadable))

// Saturating conversions. What is out of range is replaced before the cast, which would otherwise
// be undefined.

OVERLOADED int32_t to_i32(int32_t x) { return x; }
OVERLOADED int32_t to_i32(int64_t x) {
  return (int32_t)(x < INT32_MIN ? INT32_MIN : x > INT32_MAX ? INT32_MAX : x);
}
OVERLOADED int32_t to_i32(double x) {
  x = x < INT32_MIN ? INT32_MIN : x > INT32_MAX ? INT32_MAX : x;
  return (int32_t)(x == x ? x : 0);
}
OVERLOADED int32_t to_i32(float x) {
  const float limit = 0x1p31f;
  float inside = x >= -limit && x < limit ? x : 0;
  return x >= limit ? INT32_MAX : x < -limit ? INT32_MIN : (int32_t)inside;
}

OVERLOADED int64_t to_i64(int32_t x) { return x; }
OVERLOADED int64_t to_i64(int64_t x) { return x; }
OVERLOADED int64_t to_i64(double x) {
  const double limit = 0x1p63;
  double inside = x >= -limit && x < limit ? x : 0;
  return x >= limit ? INT64_MAX : x < -limit ? INT64_MIN : (int64_t)inside;
}
OVERLOADED int64_t to_i64(float x) { return to_i64((double)x); }

OVERLOADED uint8_t to_u8(int32_t x) { return (uint8_t)(x < 0 ? 0 : x > 255 ? 255 : x); }
OVERLOADED uint8_t to_u8(int64_t x) { return (uint8_t)(x < 0 ? 0 : x > 255 ? 255 : x); }
OVERLOADED uint8_t to_u8(double x) { return (uint8_t)(x > 0 ? x > 255 ? 255 : x : 0); }
OVERLOADED uint8_t to_u8(float x) { return (uint8_t)(x > 0 ? x > 255 ? 255 : x : 0); }

#define TO_F32(x) (float)(x)
#define TO_F64(x) (double)(x)
#define TO_I32(x) to_i32(x)
#define TO_I64(x) to_i64(x)
#define TO_U8(x) to_u8(x)
#define TO_BOOL(x) (x) != 0

#define CONVERT(FROM, SOURCE, TO, DESTINATION)                                   \
  case TERN_##FROM * 8 + TERN_##TO: {                                            \
    const SOURCE *restrict x = source;                                           \
    DESTINATION *restrict y = destination;                                       \
    for (ptrdiff_t i = 0; i < n; i++) y[i] = TO_##TO(x[i]);                      \
    return;                                                                      \
  }

#define CONVERT_FROM(FROM, SOURCE)         \
  CONVERT(FROM, SOURCE, F32, float)        \
  CONVERT(FROM, SOURCE, F64, double)       \
  CONVERT(FROM, SOURCE, I32, int32_t)      \
  CONVERT(FROM, SOURCE, I64, int64_t)      \
  CONVERT(FROM, SOURCE, U8, uint8_t)       \
  CONVERT(FROM, SOURCE, BOOL, bool)

void tern_convert(int32_t from, int32_t to, ptrdiff_t n, const void *source, void *destination) {
  switch (from * 8 + to) {
    CONVERT_FROM(F32, float)
    CONVERT_FROM(F64, double)
    CONVERT_FROM(I32, int32_t)
    CONVERT_FROM(I64, int64_t)
    CONVERT_FROM(U8, uint8_t)
    CONVERT_FROM(BOOL, bool)
  }
}
