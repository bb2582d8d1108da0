// Tern's SIMD loops over plain arrays. They know nothing of tensors, shapes or threads: the caller
// splits the work and hands out pointers.
//
// Every loop is written once (`Kernels.inc`) for `float` and `double` and compiled for several
// instruction sets; `tern_kernels_f32` and `tern_kernels_f64` return the table of one of them.
//
// An element's result depends on that element alone, not on its place in the array: work may be
// split anywhere. Pointers may be NULL where there is nothing to read or write.

#ifndef CTERNKERNELS_H
#define CTERNKERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Instruction sets, from the least to the most capable. On arm64 `TERN_TIER_BASELINE` is NEON.
typedef int32_t TernTier;
enum { TERN_TIER_BASELINE = 0, TERN_TIER_AVX2 = 1, TERN_TIER_AVX512 = 2 };

/// The best tier of this processor, or the one that `TERN_SIMD=baseline|avx2|avx512` asks for
/// if the processor has it. Decided on the first call.
TernTier tern_selected_tier(void);
/// Whether this processor (and operating system) can run the tier.
bool tern_tier_is_available(TernTier tier);
/// "baseline" ("neon" on arm64), "avx2" or "avx512".
const char *tern_tier_name(TernTier tier);

/// y = f(x), a and b being parameters of some functions.
enum {
  TERN_NEGATE, TERN_ABS, TERN_SIGN, TERN_RECIPROCAL, TERN_SQUARE, TERN_SQRT, TERN_RSQRT,
  TERN_EXP, TERN_EXPM1, TERN_LOG, TERN_LOG1P, TERN_SIN, TERN_COS, TERN_TANH, TERN_SIGMOID,
  TERN_ERF,
  TERN_SOFTPLUS,     // log(1 + exp(x)), without overflow
  TERN_FLOOR, TERN_CEIL, TERN_ROUND,  // round: half to even
  TERN_RELU,         // max(x, 0); NaN stays NaN
  TERN_SCALE_SHIFT,  // a * x + b
  TERN_POWER,        // x ^ a (C's pow)
  TERN_CLAMP,        // min(max(x, a), b); NaN stays NaN
  TERN_LEAKY_RELU,   // x > 0 ? x : a * x
  TERN_ELU,          // x > 0 ? x : a * expm1(x)
  TERN_GELU,         // x Φ(x), Φ being the normal distribution function; 1 ulp of x
  TERN_TAN, TERN_ASIN, TERN_ACOS, TERN_ATAN,
  TERN_SINH, TERN_COSH, TERN_ASINH, TERN_ACOSH, TERN_ATANH,
  TERN_EXP2, TERN_LOG2, TERN_LOG10, TERN_CBRT,
  TERN_TRUNC,        // toward zero
};

/// z = f(x, y).
enum {
  TERN_ADD, TERN_SUBTRACT, TERN_MULTIPLY, TERN_DIVIDE, TERN_POW,
  TERN_MINIMUM, TERN_MAXIMUM,  // NaN if either is NaN
  TERN_MASK,                   // y > 0 ? x : 0, the gradient of relu
  TERN_GELU_GRADIENT,          // x (Φ(y) + y φ(y)), φ being the normal density
  TERN_ATAN2,                  // the angle of the point (y, x)
  TERN_HYPOT,                  // √(x² + y²)
  TERN_LOG_ADD_EXP,            // log(exp(x) + exp(y))
  TERN_COPY_SIGN,              // |x| with the sign of y
  TERN_NEXT_AFTER,             // the next number after x toward y
  TERN_REMAINDER,              // what x leaves of y, with the sign of y (NumPy's)
  TERN_FLOOR_DIVIDE,           // ⌊x / y⌋ (NumPy's)
};

/// z = x ⋚ y, as IEEE compares.
enum {
  TERN_EQUAL, TERN_NOT_EQUAL, TERN_LESS, TERN_LESS_EQUAL, TERN_GREATER, TERN_GREATER_EQUAL,
};

/// Reductions. Of nothing: 0, 1, +∞, −∞, 0. MINIMUM and MAXIMUM are NaN if any element is.
enum { TERN_SUM, TERN_PRODUCT, TERN_MIN, TERN_MAX, TERN_SUM_OF_SQUARES };

/// What a scan makes of the value s so far and the next element x: s + x, s · x, or a · s + x with a
/// factor a for each element.
enum { TERN_SCAN_SUM, TERN_SCAN_PRODUCT, TERN_SCAN_RECURRENCE };

/// Where the patches of an image lie that a kernel sees: output place (r, j) sees, at its element
/// (u, v), row r * stride_height + u * dilation_height - pad_top of a channel and column
/// j * stride_width + v * dilation_width - pad_left; 0 if that is outside.
typedef struct {
  ptrdiff_t height, width;  // of a channel
  ptrdiff_t output_width;
  ptrdiff_t kernel_height, kernel_width;
  ptrdiff_t stride_height, stride_width;
  ptrdiff_t dilation_height, dilation_width;
  ptrdiff_t pad_top, pad_left;
} TernPatchLayout;

/// The windows of pooling along one axis of a plane. Window o covers the elements start[o],
/// start[o] + step, … below end[o], all of them inside.
typedef struct {
  ptrdiff_t input, output;    // elements of the axis, and windows
  ptrdiff_t step;             // from one element of a window to the next
  const int32_t *start, *end;
  const int32_t *size;        // what an average divides by, padding perhaps included
  ptrdiff_t whole, whole_end; // these windows have the same extent and are `stride` apart
  ptrdiff_t stride;
} TernWindows;

/// The extents of a convolution of stride 1: of x [batch, channels, height, width] and of
/// y [batch, outputs, output_height, output_width]; y begins pad_top rows above x and pad_left
/// columns to its left.
typedef struct {
  ptrdiff_t batch, channels, height, width, outputs, output_height, output_width;
  ptrdiff_t kernel_height, kernel_width, pad_top, pad_left;
} TernConvolution;

/// What solve_small found, together.
enum { TERN_SMALL_SINGULAR = 1, TERN_SMALL_NOT_FINITE = 2 };

#define TERN_KERNEL_TABLE(NAME, REAL, KEY)                                                         \
  typedef struct {                                                                                 \
    /* y[i] = f(x[i]) for n elements; y may be x. */                                               \
    void (*unary)(int32_t f, ptrdiff_t n, const REAL *x, REAL a, REAL b, REAL *y);                 \
    /* z[r, c] = f(x[r, c], y[r, c]) for a contiguous z of rows × columns; element (r, c) of x is  \
       at x[r * xr + c * xc], xc being 0 or 1 (so is yc); z may be x or y. */                      \
    void (*binary)(int32_t f, ptrdiff_t rows, ptrdiff_t columns,                                   \
                   const REAL *x, ptrdiff_t xr, ptrdiff_t xc,                                      \
                   const REAL *y, ptrdiff_t yr, ptrdiff_t yc, REAL *z);                            \
    /* As binary, with a truth value as the result. */                                             \
    void (*compare)(int32_t f, ptrdiff_t rows, ptrdiff_t columns,                                  \
                    const REAL *x, ptrdiff_t xr, ptrdiff_t xc,                                     \
                    const REAL *y, ptrdiff_t yr, ptrdiff_t yc, bool *z);                           \
    /* z[i] = condition[i] ? x[i] : y[i]; z may be x or y. */                                      \
    void (*select)(ptrdiff_t n, const bool *condition, const REAL *x, const REAL *y, REAL *z);     \
    /* y[o, i] = reduction over k of x[o, k, i], x being outer × count × inner. Sums of float      \
       keep the error of a long sum near one rounding (blocks, or double). */                      \
    void (*reduce)(int32_t f, ptrdiff_t outer, ptrdiff_t count, ptrdiff_t inner,                   \
                   const REAL *x, REAL *y);                                                        \
    /* The index k of the first least (TERN_MIN) or greatest (TERN_MAX) x[o, k, i], the first NaN  \
       winning; count ≥ 1. */                                                                      \
    void (*arg_reduce)(int32_t f, ptrdiff_t outer, ptrdiff_t count, ptrdiff_t inner,               \
                       const REAL *x, int32_t *y);                                                 \
    /* y = a * x + b * y. */                                                                       \
    void (*axpby)(ptrdiff_t n, REAL a, const REAL *x, REAL b, REAL *y);                            \
    /* Σ x[i] * y[i]. */                                                                           \
    REAL (*dot)(ptrdiff_t n, const REAL *x, const REAL *y);                                        \
    /* Softmax and log-softmax of each row, stable for large elements; y may be x. */              \
    void (*softmax)(ptrdiff_t rows, ptrdiff_t columns, const REAL *x, REAL *y);                    \
    void (*log_softmax)(ptrdiff_t rows, ptrdiff_t columns, const REAL *x, REAL *y);                \
    /* loss[r] = log Σ exp(x[r, ·]) − x[r, label[r]]. Labels are in range. */                      \
    void (*cross_entropy)(ptrdiff_t rows, ptrdiff_t columns, const REAL *x, const int32_t *labels, \
                          REAL *loss);                                                             \
    /* dx[r, ·] = (softmax(x[r, ·]) − onehot(label[r])) * dy[r * dyr], dyr being 0 or 1. */        \
    void (*cross_entropy_gradient)(ptrdiff_t rows, ptrdiff_t columns, const REAL *x,               \
                                   const int32_t *labels, const REAL *dy, ptrdiff_t dyr,           \
                                   REAL *dx);                                                      \
    /* C[m × n] = op(A) · op(B) + bias, then max(·, 0) if rectifying; op is the transpose where     \
       asked. For small matrices: at most 4096 elements of a transposed B. bias, of n elements, may \
       be NULL. */                                                                                 \
    void (*small_product)(bool transpose_a, bool transpose_b, ptrdiff_t m, ptrdiff_t n,            \
                          ptrdiff_t k, const REAL *a, ptrdiff_t lda, const REAL *b, ptrdiff_t ldb, \
                          const REAL *bias, bool rectifying, REAL *c, ptrdiff_t ldc);              \
    /* C[m × n] = op(A) · B, added to C if it accumulates; n is a multiple of 16. For products of   \
       which m or k is small. */                                                                   \
    void (*slim_product)(bool transpose_a, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const REAL *a,   \
                         ptrdiff_t lda, const REAL *b, ptrdiff_t ldb, bool accumulates, REAL *c,   \
                         ptrdiff_t ldc);                                                           \
    /* y[0 ..< n] = x[0 ..< k] · B + bias, then max(·, 0) if rectifying. bias, of n elements, may be\
       NULL. */                                                                                    \
    void (*row_product)(ptrdiff_t n, ptrdiff_t k, const REAL *x, const REAL *b, ptrdiff_t ldb,     \
                        const REAL *bias, bool rectifying, REAL *y);                               \
    /* One SGD step in one pass: g += decay * w; v = momentum * v + g; w −= rate * (nesterov ?     \
       g + momentum * v : v), g staying as it was in memory. v may be NULL if momentum is 0. */    \
    void (*sgd)(ptrdiff_t n, REAL *w, const REAL *g, REAL *v, REAL rate, REAL momentum,            \
                REAL decay, bool nesterov);                                                        \
    /* One Adam step in one pass: w −= rate * decoupled * w; g += decay * w; m and v are the       \
       moving averages of g and g² with beta1, beta2;                                              \
       w −= rate * (m / correction1) / (sqrt(v / correction2) + epsilon). */                       \
    void (*adam)(ptrdiff_t n, REAL *w, const REAL *g, REAL *m, REAL *v, REAL rate, REAL beta1,     \
                 REAL beta2, REAL epsilon, REAL decay, REAL decoupled, REAL correction1,           \
                 REAL correction2);                                                                \
    /* y[index[r], ·] += x[r, ·] for rows of width elements. Indices are in range; they repeat. */ \
    void (*scatter_add)(ptrdiff_t rows, ptrdiff_t width, const int32_t *index, const REAL *x,      \
                        REAL *y);                                                                  \
    /* y[(c, u, v) * y_stride + (r, j)] = what output place (first_row + r, j) sees at (u, v) of   \
       channel c, for `rows` rows of output places: convolution as a product ("im2col"). */        \
    void (*gather_patches)(const TernPatchLayout *layout, ptrdiff_t channels,                      \
                           ptrdiff_t first_row, ptrdiff_t rows, const REAL *x, REAL *y,            \
                           ptrdiff_t y_stride);                                                    \
    /* The adjoint: x = the sums of the elements of y that see them; all rows of output places. */ \
    void (*scatter_patches)(const TernPatchLayout *layout, ptrdiff_t channels, ptrdiff_t rows,     \
                            const REAL *y, ptrdiff_t y_stride, REAL *x);                           \
    /* The greatest element of each 2 × 2 window of planes of height × width, side by side (an     \
       odd last row or column has none), the last NaN winning, else the first of equals; and its   \
       place in the window, counted by rows, unless position is NULL. */                           \
    void (*max_pool_2x2)(ptrdiff_t planes, ptrdiff_t height, ptrdiff_t width, const REAL *x,       \
                         REAL *y, uint8_t *position);                                              \
    /* y = the element of x at the position in each 2 × 2 window of x. */                          \
    void (*gather_2x2)(ptrdiff_t planes, ptrdiff_t height, ptrdiff_t width,                        \
                       const uint8_t *position, const REAL *x, REAL *y);                           \
    /* Its adjoint: x = y at each window's position, 0 elsewhere; a quarter of y at all four if    \
       position is NULL. */                                                                        \
    void (*scatter_2x2)(ptrdiff_t planes, ptrdiff_t height, ptrdiff_t width,                       \
                        const uint8_t *position, const REAL *y, REAL *x);                          \
    /* max_pool_2x2 for any windows: y[p, o, q] of windows o of the rows and q of the columns.     \
       Positions count elements of the plane; that of an empty window is −1, its value −∞. */      \
    void (*max_pool)(ptrdiff_t planes, const TernWindows *rows, const TernWindows *columns,        \
                     const REAL *x, REAL *y, int32_t *position);                                   \
    /* y[p, i] = x[p, position[p, i]], 0 for a negative position. */                               \
    void (*gather_planes)(ptrdiff_t planes, ptrdiff_t inputs, ptrdiff_t outputs,                   \
                          const int32_t *position, const REAL *x, REAL *y);                        \
    /* Its adjoint: x[p, ·] = 0, then x[p, position[p, i]] += y[p, i] in order. */                 \
    void (*scatter_planes)(ptrdiff_t planes, ptrdiff_t inputs, ptrdiff_t outputs,                  \
                           const int32_t *position, const REAL *y, REAL *x);                       \
    /* The sum of each window divided by both sizes; steps are 1. */                               \
    void (*average_pool)(ptrdiff_t planes, const TernWindows *rows, const TernWindows *columns,    \
                         const REAL *x, REAL *y);                                                  \
    /* Its adjoint: each dy divided by both sizes is added to the dx of its window. */             \
    void (*average_pool_gradient)(ptrdiff_t planes, const TernWindows *rows,                       \
                                  const TernWindows *columns, const REAL *dy, REAL *dx);           \
    /* Convolutions with 3×3 kernels by Winograd's F(4×4, 3×3). `scratch`: the elements of memory  \
       that a call needs, aligned to 64 bytes: winograd_input_gradient's (whole_images) or the     \
       others'. */                                                                                 \
    ptrdiff_t (*winograd_scratch)(const TernConvolution *s, bool whole_images);                    \
    /* u = weights at the 36 points, rows begin ..< end of 36 matrices of rows × columns. Weight   \
       (i, j) of (row, column) is w[row * row_step + column * column_step + 3 * i + j], or, if     \
       turned, + 8 − (3 * i + j). u has 36 * rows * columns elements, columns being rounded up to  \
       a multiple of 16. The product of the forward pass sums over rows. */                        \
    void (*winograd_weights)(ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t row_step,                \
                             ptrdiff_t column_step, bool turned, ptrdiff_t begin, ptrdiff_t end,   \
                             const REAL *w, REAL *u);                                              \
    /* y = convolution + bias for tile rows begin ..< end: each image has ⌈output_height / 4⌉.     \
       u: channels × outputs. */                                                                   \
    void (*winograd_forward)(const TernConvolution *s, ptrdiff_t begin, ptrdiff_t end,             \
                             const REAL *x, const REAL *u, const REAL *bias, REAL *y,              \
                             REAL *scratch);                                                       \
    /* dx for images begin ..< end. u: outputs × channels. */                                      \
    void (*winograd_input_gradient)(const TernConvolution *s, ptrdiff_t begin, ptrdiff_t end,      \
                                    const REAL *dy, const REAL *u, REAL *dx, REAL *scratch);       \
    /* u = the gradient of the weights at the points, channels × outputs, from tile rows           \
       begin ..< end. */                                                                           \
    void (*winograd_weight_gradient)(const TernConvolution *s, ptrdiff_t begin, ptrdiff_t end,     \
                                     const REAL *x, const REAL *dy, REAL *u, REAL *scratch);       \
    /* dw[outputs, channels, 3, 3] from such u. */                                                 \
    void (*winograd_weights_from_points)(const TernConvolution *s, const REAL *u, REAL *dw);       \
    /* y[i] = reduction over k < count of x[k * stride + i]: some of the columns of a matrix. */   \
    void (*reduce_columns)(int32_t f, ptrdiff_t count, ptrdiff_t columns, ptrdiff_t stride,        \
                           const REAL *x, REAL *y);                                                \
    /* Below, element (n, c, i) of channel c is at x[n * stride + c * inner + i] for n < batch and \
       i < inner, neither of them 0.                                                               \
       The mean of each channel and Σ (x − mean)², without cancellation: float's error is that of  \
       sums of some hundred elements. */                                                           \
    void (*moments)(ptrdiff_t batch, ptrdiff_t channels, ptrdiff_t inner, ptrdiff_t stride,        \
                    const REAL *x, double *mean, double *squares);                                 \
    /* y = (x − center[c]) * factor[c] + offset[c], and its rectifier if asked; y may be x. */     \
    void (*normalize)(ptrdiff_t batch, ptrdiff_t channels, ptrdiff_t inner, ptrdiff_t stride,      \
                      const REAL *x, const REAL *center, const REAL *factor, const REAL *offset,   \
                      bool rectify, REAL *y);                                                      \
    /* Σ g and Σ g * (x − center[c]) of each channel, g being dy, or 0 where normalize rectified   \
       a y that was not positive. */                                                               \
    void (*normalize_sums)(ptrdiff_t batch, ptrdiff_t channels, ptrdiff_t inner, ptrdiff_t stride, \
                           const REAL *x, const REAL *dy, const REAL *center,                      \
                           const REAL *factor, const REAL *offset, bool rectify, double *sum,      \
                           double *product);                                                       \
    /* dx = g * a[c] + ((x − center[c]) * b[c] + e[c]); dx may be dy. */                           \
    void (*normalize_gradient)(ptrdiff_t batch, ptrdiff_t channels, ptrdiff_t inner,               \
                               ptrdiff_t stride, const REAL *x, const REAL *dy,                    \
                               const REAL *center, const REAL *factor, const REAL *offset,         \
                               bool rectify, const REAL *a, const REAL *b, const REAL *e,          \
                               REAL *dx);                                                          \
    /* Convolutions by their definition. direct_scratch: the elements of memory that a call needs, \
       aligned to 64 bytes. */                                                                     \
    ptrdiff_t (*direct_scratch)(const TernConvolution *s);                                         \
    /* y = convolution + bias for bands begin ..< end, an image's rows being divided into `bands`. \
       Weight (i, j) of output o and channel c is w[o * output_step + c * channel_step +           \
       i * kernel_width + j], or, if turned, counted from the kernel's end. */                     \
    void (*direct_forward)(const TernConvolution *s, ptrdiff_t bands, ptrdiff_t begin,             \
                           ptrdiff_t end, const REAL *x, const REAL *w, ptrdiff_t output_step,     \
                           ptrdiff_t channel_step, bool turned, const REAL *bias, REAL *y,         \
                           REAL *scratch);                                                         \
    /* A vector of up to 16 elements for each weight, in order, whose sum is what images           \
       begin ..< end add to its gradient. */                                                       \
    void (*direct_weight_gradient)(const TernConvolution *s, ptrdiff_t begin, ptrdiff_t end,       \
                                   const REAL *x, const REAL *dy, REAL *sums, REAL *scratch);      \
    /* The gradients of `count` weights from `parts` such sums, `distance` elements apart. */      \
    void (*direct_weight_sum)(ptrdiff_t count, ptrdiff_t parts, ptrdiff_t distance,                \
                              const REAL *sums, REAL *dw);                                         \
    /* Copies x to y, unless y is NULL, and says whether all elements are finite. */               \
    bool (*copy_finite)(ptrdiff_t n, const REAL *x, REAL *y);                                      \
    /* A = P L U of a row-major panel of m × n, n ≤ 16, with partial pivoting: L, whose diagonal   \
       is 1, and U replace it. Row i was exchanged with row pivots[i] ≥ i, in order. Returns 1 +   \
       the first pivot that is 0, or 0. `scratch`: n * (m + 64) elements. */                       \
    ptrdiff_t (*lu_panel)(ptrdiff_t m, ptrdiff_t n, REAL *a, ptrdiff_t lda, int32_t *pivots,       \
                          REAL *scratch);                                                          \
    /* Exchanges rows i and pivots[i] for i = 0 ..< count, or, backward, for count − 1 … 0. */     \
    void (*swap_rows)(ptrdiff_t columns, REAL *a, ptrdiff_t lda, ptrdiff_t count,                  \
                      const int32_t *pivots, bool backward);                                       \
    /* A = Q R of a row-major panel of m × n, n ≤ m, n ≤ 16: R replaces its upper triangle, and    \
       below are the reflectors V, whose diagonal is 1; Q = 1 − V T Vᵀ with an upper triangular T  \
       of n × n. `scratch`: n * (m + 64) elements. */                                              \
    void (*qr_panel)(ptrdiff_t m, ptrdiff_t n, REAL *a, ptrdiff_t lda, REAL *t, ptrdiff_t ldt,     \
                     REAL *scratch);                                                               \
    /* V, m × n and contiguous, with its zeros and ones, from what qr_panel leaves of it. */       \
    void (*copy_reflectors)(ptrdiff_t m, ptrdiff_t n, const REAL *a, ptrdiff_t lda, REAL *v);      \
    /* Replaces the rows B of n × columns by A⁻¹ B for a triangular A, n ≤ 32, whose element       \
       (i, k) is at a[i * row_step + k * column_step]: a lower one, or, backward, an upper one,    \
       whose diagonal is 1 if it is a unit triangle. The other triangle is not read. */            \
    void (*solve_triangle)(ptrdiff_t n, ptrdiff_t columns, const REAL *a, ptrdiff_t row_step,      \
                           ptrdiff_t column_step, bool backward, bool is_unit, REAL *b,            \
                           ptrdiff_t ldb);                                                         \
    /* x[s] = A[s]⁻¹ B[s] for `count` matrices of n × n, n ≤ 8, and right sides of n × k, k ≤ 8,   \
       a_step and b_step elements apart (0 repeats one); B is the identity if it is NULL, k being  \
       n. info[s] is 1 + the first pivot that is 0, or 0. Returns whether there is any             \
       (TERN_SMALL_SINGULAR), and whether any element was not finite (TERN_SMALL_NOT_FINITE). */   \
    int32_t (*solve_small)(ptrdiff_t n, ptrdiff_t k, ptrdiff_t count, const REAL *a,               \
                           ptrdiff_t a_step, const REAL *b, ptrdiff_t b_step, REAL *x,             \
                           int32_t *info);                                                         \
    /* Sorts n keys, signed numbers as wide as REAL, in ascending order. */                        \
    void (*sort_keys)(ptrdiff_t n, KEY *x);                                                        \
    /* Brings the least k keys before the others, in any order; k < n. x[k] is the next greater. */\
    void (*select_keys)(ptrdiff_t n, ptrdiff_t k, KEY *x);                                         \
    /* Brings the keys below the pivot before the others, and gives their number; n ≥ 256. */      \
    ptrdiff_t (*partition)(ptrdiff_t n, KEY pivot, KEY *x);                                        \
    /* A key near the median of n ≥ 256. */                                                        \
    KEY (*sample_median)(ptrdiff_t n, const KEY *x);                                               \
    /* Adds to y what `rows` rows of a symmetric matrix of n x n, and their mirror images, make     \
       of x; of each row the elements from the diagonal on are read, the first at a. */             \
    void (*symmetric_rows)(ptrdiff_t rows, ptrdiff_t n, const REAL *a, ptrdiff_t lda,               \
                           const REAL *x, REAL *y);                                                 \
    /* The running values of each row of n elements, all of them accumulated in double: y[r, i]    \
       from x[r, 0] … x[r, i], a sum being added to start[r] unless that is NULL. If               \
       y is NULL, end[r] becomes the last value of row r; it is not written otherwise. The first   \
       value of a recurrence is x[r, 0], whatever a[r, 0] is. y may be x. */                       \
    void (*scan)(int32_t f, ptrdiff_t rows, ptrdiff_t n, const REAL *a, const REAL *x,             \
                 const double *start, REAL *y, double *end);                                       \
    /* The running values down `count` rows, `stride` apart, of some columns of a matrix. */       \
    void (*scan_columns)(int32_t f, ptrdiff_t count, ptrdiff_t columns, ptrdiff_t stride,          \
                         const REAL *a, const REAL *x, REAL *y);                                   \
  } NAME

TERN_KERNEL_TABLE(TernKernelsF32, float, int32_t);
TERN_KERNEL_TABLE(TernKernelsF64, double, int64_t);

/// The loops compiled for a tier. The tier must be available to be called.
const TernKernelsF32 *tern_kernels_f32(TernTier tier);
const TernKernelsF64 *tern_kernels_f64(TernTier tier);

// Integers: TERN_I32, TERN_I64 and TERN_U8 (see tern_convert). Results that do not fit wrap round.

/// y = f(x), low and high being the bounds of CLAMP.
enum {
  TERN_WHOLE_NEGATE, TERN_WHOLE_ABS, TERN_WHOLE_SIGN, TERN_WHOLE_NOT, TERN_WHOLE_CLAMP,
};

/// z = f(x, y).
enum {
  TERN_WHOLE_ADD, TERN_WHOLE_SUBTRACT, TERN_WHOLE_MULTIPLY,
  TERN_WHOLE_FLOOR_DIVIDE, TERN_WHOLE_REMAINDER,     // ⌊x / y⌋ and what it leaves; 0 for y = 0
  TERN_WHOLE_POWER,                                  // y ≥ 0
  TERN_WHOLE_MINIMUM, TERN_WHOLE_MAXIMUM,
  TERN_WHOLE_AND, TERN_WHOLE_OR, TERN_WHOLE_XOR,
  TERN_WHOLE_SHIFT_LEFT, TERN_WHOLE_SHIFT_RIGHT,     // y < 0 is as y = 64
};

typedef struct {
  /// y[i] = f(x[i]) for n elements; y may be x.
  void (*map)(int32_t type, int32_t f, ptrdiff_t n, const void *x, int64_t low, int64_t high,
              void *y);
  /// z[r, c] = f(x[r, c], y[r, c]), laid out as for `binary` above.
  void (*combine)(int32_t type, int32_t f, ptrdiff_t rows, ptrdiff_t columns,
                  const void *x, ptrdiff_t xr, ptrdiff_t xc,
                  const void *y, ptrdiff_t yr, ptrdiff_t yc, void *z);
  /// y[o, i] = reduction over k of element (o * count + k) * stride + i of x. TERN_SUM and
  /// TERN_PRODUCT give int64_t, TERN_MIN and TERN_MAX, for count ≥ 1, the type itself.
  void (*reduce)(int32_t type, int32_t f, ptrdiff_t outer, ptrdiff_t count, ptrdiff_t inner,
                 ptrdiff_t stride, const void *x, void *y);
  /// The index k of the first least (TERN_MIN) or greatest (TERN_MAX) x[o, k, i]; count ≥ 1.
  void (*arg_reduce)(int32_t type, int32_t f, ptrdiff_t outer, ptrdiff_t count, ptrdiff_t inner,
                     const void *x, int32_t *y);
  /// z = x · y, row-major matrices of m × k and k × n without gaps; sums wrap round.
  void (*multiply)(int32_t type, ptrdiff_t m, ptrdiff_t k, ptrdiff_t n, const void *x, const void *y,
                   void *z);
} TernWholeKernels;

/// The loops over integers compiled for a tier. The tier must be available to be called.
const TernWholeKernels *tern_whole_kernels(TernTier tier);

// Moving elements of any type (1, 4 or 8 bytes each), whatever they mean.

/// Copies a strided array of `rank` extents into contiguous memory, row-major. Strides count
/// elements and may be 0 or negative; `source` points at the element whose indices are all 0.
void tern_copy_from_strided(ptrdiff_t size, ptrdiff_t rank, const ptrdiff_t *extents,
                            const ptrdiff_t *strides, const void *source, void *destination);
/// The inverse: writes contiguous memory to a strided array (strides not 0).
void tern_copy_to_strided(ptrdiff_t size, ptrdiff_t rank, const ptrdiff_t *extents,
                          const ptrdiff_t *strides, const void *source, void *destination);
/// destination[c, r] = source[r, c], in blocks that fit the cache.
void tern_transpose(ptrdiff_t size, ptrdiff_t rows, ptrdiff_t columns, const void *source,
                    void *destination);
/// destination[r] = source[index[r]] for rows of `bytes` bytes.
void tern_gather(ptrdiff_t rows, ptrdiff_t bytes, const int32_t *index, const void *source,
                 void *destination);
/// destination[i] = the `size`-byte element that `value` points to.
void tern_fill(ptrdiff_t size, ptrdiff_t n, const void *value, void *destination);
/// z[i] = condition[i] ? x[i * xs] : y[i * ys], the steps xs and ys being 0 or 1.
void tern_select(ptrdiff_t size, ptrdiff_t n, const bool *condition, const void *x, ptrdiff_t xs,
                 const void *y, ptrdiff_t ys, void *z);
/// The inverse of tern_gather: destination[index[r]] = source[r]; of repeated ones the last stays.
void tern_scatter(ptrdiff_t rows, ptrdiff_t bytes, const int32_t *index, const void *source,
                  void *destination);
/// How many of n truth values are true.
ptrdiff_t tern_count_true(ptrdiff_t n, const bool *x);
/// y = the elements of x whose condition is true, `count` of them.
void tern_compress(ptrdiff_t size, ptrdiff_t n, const bool *condition, const void *x,
                   ptrdiff_t count, void *y);
/// y = first + the places where the condition is true, `count` of them.
void tern_true_places(ptrdiff_t n, const bool *condition, ptrdiff_t first, ptrdiff_t count,
                      int32_t *y);
/// y[o, i] = how many of x[o, k, i] are true, x being outer × count × inner.
void tern_count_true_along(ptrdiff_t outer, ptrdiff_t count, ptrdiff_t inner, const bool *x,
                           int32_t *y);
/// The bins of n elements of TERN_F32 or TERN_F64, the bins having equal widths and bins + 1 edges of
/// the same type: bin b has edge[b] ≤ x < edge[b + 1], the last one its upper edge, too. −1 for what
/// is outside, and for NaN.
void tern_bin_places(int32_t type, ptrdiff_t n, const void *elements, ptrdiff_t bins,
                     const void *edges, int32_t *places);
/// counts[p] += 1 for each of n places p that is not negative.
void tern_count_bins(ptrdiff_t n, const int32_t *places, int64_t *counts);
/// y = the running values, TERN_SCAN_SUM or TERN_SCAN_PRODUCT, of n integers that come after `start`;
/// they wrap round. Returns the last. y may be NULL.
int64_t tern_scan_integers(int32_t type, int32_t f, ptrdiff_t n, const void *x, int64_t start,
                           int64_t *y);
/// The running values down `count` rows, `stride` apart, of some columns of a matrix of integers.
void tern_scan_integer_columns(int32_t type, int32_t f, ptrdiff_t count, ptrdiff_t columns,
                               ptrdiff_t stride, const void *x, int64_t *y);
/// The least and the greatest of n ≥ 1 indices.
void tern_index_range(ptrdiff_t n, const int32_t *index, int32_t *least, int32_t *greatest);

/// Element types of tern_convert.
enum { TERN_F32, TERN_F64, TERN_I32, TERN_I64, TERN_U8, TERN_BOOL };
/// Converts n elements. Floating to integer truncates toward zero and saturates, NaN becomes 0;
/// integer to integer saturates; to bool is x != 0; bool to number is 0 or 1.
void tern_convert(int32_t from, int32_t to, ptrdiff_t n, const void *source, void *destination);

// Sorting: elements become keys, signed numbers in the same order, which sort_keys of the tables
// sorts. NaN is greater than every number. If descending, keys are in the opposite order.

/// The keys of elements of 4 or 8 bytes, as wide as these; −0 comes before 0. May work in place.
void tern_keys(int32_t type, bool descending, ptrdiff_t n, const void *x, void *keys);
/// The inverse of tern_keys.
void tern_elements_of_keys(int32_t type, bool descending, ptrdiff_t n, const void *keys, void *x);
/// For elements of 1 or 4 bytes: a key in the upper 32 bits, in which equal elements are equal, and
/// the index first + i in the lower ones.
void tern_key_pairs(int32_t type, bool descending, ptrdiff_t n, ptrdiff_t first, const void *x,
                    int64_t *pairs);
/// The keys of elements of 8 bytes, in which equal elements are equal.
void tern_wide_keys(int32_t type, bool descending, ptrdiff_t n, const void *x, int64_t *keys);
/// Pairs of 32 bits of key − low, from bit `shift` on, and the index first + i; ordered like these.
void tern_prefix_pairs(ptrdiff_t n, ptrdiff_t first, const int64_t *keys, int64_t low,
                       int32_t shift, int64_t *pairs);
/// index[i] = the index of a pair.
void tern_pair_indices(ptrdiff_t n, const int64_t *pairs, int32_t *index);
/// The least and the greatest of n ≥ 1 keys.
void tern_key_range(ptrdiff_t n, const int64_t *keys, int64_t *low, int64_t *high);
/// y = the bytes of x in order; y is not x.
void tern_sort_bytes(bool descending, ptrdiff_t n, const uint8_t *x, uint8_t *y);

/// How many of n ascending elements are less than each of `count` values; or, if right, how many
/// are not greater. NaN is greater than every number.
void tern_search_sorted(int32_t type, bool right, ptrdiff_t n, const void *sorted, ptrdiff_t count,
                        const void *values, int32_t *places);

/// The number of cores that this process may use.
int32_t tern_core_count(void);

/// The most threads that the calling thread's operations may use; 0 if it has no limit of its own.
extern _Thread_local int32_t tern_thread_limit;
static inline int32_t tern_get_thread_limit(void) { return tern_thread_limit; }
static inline void tern_set_thread_limit(int32_t limit) { tern_thread_limit = limit; }

/// A number that is greater with each call of the same thread.
uint64_t tern_next_serial_number(void);

/// Tells the processor that this thread spins.
static inline void tern_pause(void) {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

#ifdef __cplusplus
}
#endif

#endif
