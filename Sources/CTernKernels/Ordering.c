// Elements as the keys by which they are sorted: signed numbers in the same order.

#include "Tiers.h"

// The bits of a floating-point number as an integer, the magnitude turned round below zero. NaN of
// either sign comes last.
static inline int32_t key_of_f32(float x) {
  int32_t bits;
  memcpy(&bits, &x, sizeof bits);
  return x == x ? bits ^ (int32_t)((uint32_t)(bits >> 31) >> 1) : INT32_MAX;
}
static inline int64_t key_of_f64(double x) {
  int64_t bits;
  memcpy(&bits, &x, sizeof bits);
  return x == x ? bits ^ (int64_t)((uint64_t)(bits >> 63) >> 1) : INT64_MAX;
}
static inline float f32_of_key(int32_t key) {
  int32_t bits = key ^ (int32_t)((uint32_t)(key >> 31) >> 1);
  float x;
  memcpy(&x, &bits, sizeof x);
  return x;
}
static inline double f64_of_key(int64_t key) {
  int64_t bits = key ^ (int64_t)((uint64_t)(key >> 63) >> 1);
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

// Where equal elements must have equal keys, −0 becomes 0.
#define MERGED_F32(x) key_of_f32((x) + 0.0f)
#define MERGED_F64(x) key_of_f64((x) + 0.0)
#define WHOLE(x) (x)

#define FOR_EACH(FROM, TO, VALUE)                                  \
  {                                                                \
    const FROM *from = source;                                     \
    TO *to = destination;                                          \
    for (ptrdiff_t i = 0; i < n; i++) to[i] = VALUE;               \
    return;                                                        \
  }

void tern_keys(int32_t type, bool descending, ptrdiff_t n, const void *source, void *destination) {
  // ~key is the key of the other order: no difference of two keys changes but for its sign.
  const int32_t turn = descending ? -1 : 0;
  switch (type) {
    case TERN_F32: FOR_EACH(float, int32_t, key_of_f32(from[i]) ^ turn)
    case TERN_F64: FOR_EACH(double, int64_t, key_of_f64(from[i]) ^ turn)
    case TERN_I32: FOR_EACH(int32_t, int32_t, from[i] ^ turn)
    case TERN_I64: FOR_EACH(int64_t, int64_t, from[i] ^ turn)
  }
}

void tern_elements_of_keys(int32_t type, bool descending, ptrdiff_t n, const void *source,
                           void *destination) {
  const int32_t turn = descending ? -1 : 0;
  switch (type) {
    case TERN_F32: FOR_EACH(int32_t, float, f32_of_key(from[i] ^ turn))
    case TERN_F64: FOR_EACH(int64_t, double, f64_of_key(from[i] ^ turn))
    case TERN_I32: FOR_EACH(int32_t, int32_t, from[i] ^ turn)
    case TERN_I64: FOR_EACH(int64_t, int64_t, from[i] ^ turn)
  }
}

// A key of 32 bits above an index of 32 bits.
#define PAIR(KEY) (int64_t)((uint64_t)(uint32_t)((KEY) ^ turn) << 32 | (uint32_t)(first + i))

void tern_key_pairs(int32_t type, bool descending, ptrdiff_t n, ptrdiff_t first, const void *source,
                    int64_t *destination) {
  const int32_t turn = descending ? -1 : 0;
  switch (type) {
    case TERN_F32: FOR_EACH(float, int64_t, PAIR(MERGED_F32(from[i])))
    case TERN_I32: FOR_EACH(int32_t, int64_t, PAIR(from[i]))
    case TERN_U8:
    case TERN_BOOL: FOR_EACH(uint8_t, int64_t, PAIR((int32_t)from[i]))
  }
}

void tern_wide_keys(int32_t type, bool descending, ptrdiff_t n, const void *source,
                    int64_t *destination) {
  const int32_t turn = descending ? -1 : 0;
  switch (type) {
    case TERN_F64: FOR_EACH(double, int64_t, MERGED_F64(from[i]) ^ turn)
    case TERN_I64: FOR_EACH(int64_t, int64_t, from[i] ^ turn)
  }
}

void tern_prefix_pairs(ptrdiff_t n, ptrdiff_t first, const int64_t *keys, int64_t low,
                       int32_t shift, int64_t *pairs) {
  for (ptrdiff_t i = 0; i < n; i++) {
    const uint64_t prefix = ((uint64_t)keys[i] - (uint64_t)low) >> shift;
    pairs[i] = (int64_t)((prefix << 32 | (uint32_t)(first + i)) ^ (uint64_t)1 << 63);
  }
}

void tern_pair_indices(ptrdiff_t n, const int64_t *pairs, int32_t *index) {
  for (ptrdiff_t i = 0; i < n; i++) index[i] = (int32_t)(uint32_t)pairs[i];
}

void tern_key_range(ptrdiff_t n, const int64_t *keys, int64_t *low, int64_t *high) {
  int64_t least = INT64_MAX, most = INT64_MIN;
  for (ptrdiff_t i = 0; i < n; i++) {
    least = keys[i] < least ? keys[i] : least;
    most = keys[i] > most ? keys[i] : most;
  }
  *low = least, *high = most;
}

void tern_sort_bytes(bool descending, ptrdiff_t n, const uint8_t *x, uint8_t *y) {
  // Four counters for each value, since equal neighbours would wait for each other.
  ptrdiff_t counts[4][256];
  memset(counts, 0, sizeof counts);
  ptrdiff_t i = 0;
  for (; i + 4 <= n; i += 4) {
    for (int k = 0; k < 4; k++) counts[k][x[i + k]]++;
  }
  for (; i < n; i++) counts[0][x[i]]++;
  for (int step = 0; step < 256; step++) {
    const int value = descending ? 255 - step : step;
    const ptrdiff_t count =
        counts[0][value] + counts[1][value] + counts[2][value] + counts[3][value];
    if (count > 0) memset(y, value, count);
    y += count;
  }
}
