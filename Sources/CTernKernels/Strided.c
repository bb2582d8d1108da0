// Copies between strided and contiguous arrays, and transposition.

#include "Tiers.h"

// A strided array with as few axes as possible.
typedef struct {
  ptrdiff_t rank;
  ptrdiff_t *extents, *strides;
} Layout;

// Drops axes of one element and joins axes that together are one; false if there is no element.
static bool simplify(ptrdiff_t rank, const ptrdiff_t *extents, const ptrdiff_t *strides,
                     Layout *layout) {
  ptrdiff_t last = -1;
  for (ptrdiff_t axis = 0; axis < rank; axis++) {
    if (extents[axis] == 0) return false;
    if (extents[axis] == 1) continue;
    if (last >= 0 && layout->strides[last] == strides[axis] * extents[axis]) {
      layout->extents[last] *= extents[axis];
    } else {
      layout->extents[++last] = extents[axis];
    }
    layout->strides[last] = strides[axis];
  }
  layout->rank = last + 1;
  return true;
}

// Transposes a tile of 16-byte rows: y[r, c] = x[c, r], the rows being xs and ys elements apart.
static inline void transpose_tile_uint64_t(const uint64_t *x, ptrdiff_t xs, uint64_t *y,
                                           ptrdiff_t ys) {
  uint64_t tile[] = {x[0], x[xs], x[1], x[xs + 1]};
  memcpy(y, tile, 16);
  memcpy(y + ys, tile + 2, 16);
}

static inline void transpose_tile_uint32_t(const uint32_t *x, ptrdiff_t xs, uint32_t *y,
                                           ptrdiff_t ys) {
  typedef uint32_t Row __attribute__((ext_vector_type(4)));
  Row row[4], tile[4];
  for (int i = 0; i < 4; i++) memcpy(&row[i], x + i * xs, sizeof(Row));
  Row low01 = __builtin_shufflevector(row[0], row[1], 0, 4, 1, 5);
  Row low23 = __builtin_shufflevector(row[2], row[3], 0, 4, 1, 5);
  Row high01 = __builtin_shufflevector(row[0], row[1], 2, 6, 3, 7);
  Row high23 = __builtin_shufflevector(row[2], row[3], 2, 6, 3, 7);
  tile[0] = __builtin_shufflevector(low01, low23, 0, 1, 4, 5);
  tile[1] = __builtin_shufflevector(low01, low23, 2, 3, 6, 7);
  tile[2] = __builtin_shufflevector(high01, high23, 0, 1, 4, 5);
  tile[3] = __builtin_shufflevector(high01, high23, 2, 3, 6, 7);
  for (int i = 0; i < 4; i++) memcpy(y + i * ys, &tile[i], sizeof(Row));
}

static inline void transpose_tile_uint8_t(const uint8_t *x, ptrdiff_t xs, uint8_t *y,
                                          ptrdiff_t ys) {
  for (int r = 0; r < 16; r++) {
    for (int c = 0; c < 16; c++) y[r * ys + c] = x[c * xs + r];
  }
}

static ptrdiff_t smaller(ptrdiff_t x, ptrdiff_t y) { return x < y ? x : y; }

// Blocks are a cache line wide on both sides: few enough lines to stay, even where a stride of a
// power of two puts them all in one set of the cache.

// Copies rows × columns elements between two arrays, either of any strides.
#define COPY_PLANE(TYPE)                                                                        \
  static void reverse_##TYPE(ptrdiff_t n, const TYPE *x, TYPE *y) {                             \
    const TYPE *first = x - (n - 1);                                                            \
    for (ptrdiff_t i = 0; i < n; i++) y[i] = first[n - 1 - i];                                  \
  }                                                                                             \
                                                                                                \
  static void copy_block_##TYPE(ptrdiff_t rows, ptrdiff_t columns, const TYPE *x, ptrdiff_t xr, \
                                ptrdiff_t xc, TYPE *y, ptrdiff_t yr, ptrdiff_t yc) {            \
    for (ptrdiff_t r = 0; r < rows; r++) {                                                      \
      for (ptrdiff_t c = 0; c < columns; c++) y[r * yr + c * yc] = x[r * xr + c * xc];          \
    }                                                                                           \
  }                                                                                             \
                                                                                                \
  static void transpose_block_##TYPE(ptrdiff_t rows, ptrdiff_t columns, const TYPE *x,          \
                                     ptrdiff_t xc, TYPE *y, ptrdiff_t yr) {                     \
    const ptrdiff_t side = 16 / sizeof *x;                                                      \
    ptrdiff_t r = 0;                                                                            \
    for (; r + side <= rows; r += side) {                                                       \
      ptrdiff_t c = 0;                                                                          \
      for (; c + side <= columns; c += side) {                                                  \
        transpose_tile_##TYPE(x + r + c * xc, xc, y + r * yr + c, yr);                          \
      }                                                                                         \
      copy_block_##TYPE(side, columns - c, x + r + c * xc, 1, xc, y + r * yr + c, yr, 1);       \
    }                                                                                           \
    copy_block_##TYPE(rows - r, columns, x + r, 1, xc, y + r * yr, yr, 1);                      \
  }                                                                                             \
                                                                                                \
  static void copy_plane_##TYPE(ptrdiff_t rows, ptrdiff_t columns, const TYPE *x, ptrdiff_t xr, \
                                ptrdiff_t xc, TYPE *y, ptrdiff_t yr, ptrdiff_t yc) {            \
    if (xc == 1 && yc == 1) {                                                                   \
      for (ptrdiff_t r = 0; r < rows; r++) memcpy(y + r * yr, x + r * xr, columns * sizeof *x); \
    } else if (xc == -1 && yc == 1) {                                                           \
      for (ptrdiff_t r = 0; r < rows; r++) reverse_##TYPE(columns, x + r * xr, y + r * yr);     \
    } else if (xc == 0 && yc == 1) {                                                            \
      for (ptrdiff_t r = 0; r < rows; r++) {                                                    \
        for (ptrdiff_t c = 0; c < columns; c++) y[r * yr + c] = x[r * xr];                      \
      }                                                                                         \
    } else if (rows == 1 || columns == 1) {                                                     \
      copy_block_##TYPE(rows, columns, x, xr, xc, y, yr, yc);                                   \
    } else if (xc == 1 && yr == 1) { /* transposes, seen from the other side */                 \
      copy_plane_##TYPE(columns, rows, x, xc, xr, y, yc, yr);                                   \
    } else {                                                                                    \
      const ptrdiff_t block = 64 / sizeof *x;                                                   \
      for (ptrdiff_t r = 0; r < rows; r += block) {                                             \
        for (ptrdiff_t c = 0; c < columns; c += block) {                                        \
          ptrdiff_t height = smaller(block, rows - r), width = smaller(block, columns - c);     \
          const TYPE *from = x + r * xr + c * xc;                                               \
          TYPE *to = y + r * yr + c * yc;                                                       \
          if (xr == 1 && yc == 1) {                                                             \
            transpose_block_##TYPE(height, width, from, xc, to, yr);                            \
          } else {                                                                              \
            copy_block_##TYPE(height, width, from, xr, xc, to, yr, yc);                         \
          }                                                                                     \
        }                                                                                       \
      }                                                                                         \
    }                                                                                           \
  }

COPY_PLANE(uint8_t)
COPY_PLANE(uint32_t)
COPY_PLANE(uint64_t)

static void copy_plane(ptrdiff_t size, ptrdiff_t rows, ptrdiff_t columns, const void *x,
                       ptrdiff_t xr, ptrdiff_t xc, void *y, ptrdiff_t yr, ptrdiff_t yc) {
  switch (size) {
    case 1: copy_plane_uint8_t(rows, columns, x, xr, xc, y, yr, yc); return;
    case 4: copy_plane_uint32_t(rows, columns, x, xr, xc, y, yr, yc); return;
    case 8: copy_plane_uint64_t(rows, columns, x, xr, xc, y, yr, yc); return;
  }
}

// Copies plane by plane: the last two axes at once, the others by counting through their indices.
static void copy_strided(ptrdiff_t size, Layout layout, const char *source, char *destination,
                         bool to_strided) {
  ptrdiff_t rank = layout.rank, *extents = layout.extents, *strides = layout.strides;
  ptrdiff_t columns = rank > 0 ? extents[rank - 1] : 1, column = rank > 0 ? strides[rank - 1] : 1;
  ptrdiff_t rows = rank > 1 ? extents[rank - 2] : 1, row = rank > 1 ? strides[rank - 2] : 0;
  ptrdiff_t outer = rank > 2 ? rank - 2 : 0;
  ptrdiff_t index[outer + 1];
  memset(index, 0, sizeof index);
  for (;;) {
    if (to_strided) {
      copy_plane(size, rows, columns, source, columns, 1, destination, row, column);
      source += rows * columns * size;
    } else {
      copy_plane(size, rows, columns, source, row, column, destination, columns, 1);
      destination += rows * columns * size;
    }
    ptrdiff_t axis = outer - 1, step = 0;
    for (; axis >= 0 && ++index[axis] == extents[axis]; axis--) {
      index[axis] = 0;
      step -= (extents[axis] - 1) * strides[axis];
    }
    if (axis < 0) return;
    step += strides[axis];
    if (to_strided) {
      destination += step * size;
    } else {
      source += step * size;
    }
  }
}

void tern_copy_from_strided(ptrdiff_t size, ptrdiff_t rank, const ptrdiff_t *extents,
                            const ptrdiff_t *strides, const void *source, void *destination) {
  ptrdiff_t simple_extents[rank + 1], simple_strides[rank + 1];
  Layout layout = {0, simple_extents, simple_strides};
  if (simplify(rank, extents, strides, &layout)) {
    copy_strided(size, layout, source, destination, false);
  }
}

void tern_copy_to_strided(ptrdiff_t size, ptrdiff_t rank, const ptrdiff_t *extents,
                          const ptrdiff_t *strides, const void *source, void *destination) {
  ptrdiff_t simple_extents[rank + 1], simple_strides[rank + 1];
  Layout layout = {0, simple_extents, simple_strides};
  if (simplify(rank, extents, strides, &layout)) {
    copy_strided(size, layout, source, destination, true);
  }
}

void tern_transpose(ptrdiff_t size, ptrdiff_t rows, ptrdiff_t columns, const void *source,
                    void *destination) {
  copy_plane(size, columns, rows, source, 1, columns, destination, rows, 1);
}
