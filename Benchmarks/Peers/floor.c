// The floor under a training step: what is left when there is no framework.
//
//     floor core                          prints the kernels that OpenBLAS has chosen
//     floor WORKLOAD SECONDS [THREADS] [--into-velocity] [--any-extents]
//
// The step is a forward pass, the mean softmax cross-entropy, a backward pass without the gradient
// of the first layer's input, and SGD with momentum 0.9 (v ← 0.9·v + g, w ← w − η·v). The matrix
// products go to OpenBLAS on one thread each, split by hand over two along their longer output side;
// everything else is one pass over memory that is still in cache: bias and ReLU; mask and the bias'
// gradient; parameter and velocity. The threads hand over by spinning. The loss is read every step.
//
// --into-velocity lets the product add the gradient to 0.9·v by itself (`beta` of `gemm`).
// `iris` is a program for that network alone: its compiler knows all extents, unrolls every loop and
// keeps half the network in registers. --any-extents takes them from memory, as a program for any network.
//
// Prints one line of JSON: the losses of the first steps at η 0.01, then the median time of a step
// in microseconds. Data and parameters are those of `workloads.py`.

#define _GNU_SOURCE
#include <cblas.h>
#include <math.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#ifdef __SSE__
#include <xmmintrin.h>
#endif

extern char *openblas_get_corename(void);

enum { maxLayers = 4, maxSamples = 4000, checkedSteps = 20 };

static const float momentum = 0.9F;
static float learningRate = 0.01F;

// Data -------------------------------------------------------------------------------------------

/// 24 bits that depend on the index and the stream alone.
static uint32_t bits(uint32_t stream, uint32_t index) {
  uint32_t x = index + stream * 0x9E3779B9U;
  x = (x ^ (x >> 16)) * 0x7FEB352DU;
  x = (x ^ (x >> 15)) * 0x846CA68BU;
  return (x ^ (x >> 16)) >> 8;
}

static float *aligned(size_t count) {
  float *values = aligned_alloc(64, (count * sizeof(float) + 63) / 64 * 64);
  if (!values) abort();
  memset(values, 0, count * sizeof(float));
  return values;
}

/// `count` numbers in [−bound, bound).
static float *uniform(uint32_t stream, size_t count, float bound) {
  float *values = aligned(count);
  for (size_t i = 0; i < count; i++) {
    values[i] = ((float)bits(stream, (uint32_t)i) * 0x1p-23F - 1) * bound;
  }
  return values;
}

// Networks ---------------------------------------------------------------------------------------

typedef struct {
  int inputs, outputs;
  float *weight, *weightVelocity, *weightGradient;  // [inputs, outputs]
  float *bias, *biasVelocity;                       // [outputs]
  float *output;                                    // [batch, outputs], after the activation
  float *delta;                                     // [batch, outputs], the gradient before it
} Layer;

typedef struct {
  const char *name;
  int batch, widths[maxLayers + 1];
} Workload;

static const Workload workloads[] = {
    {"iris", 5, {4, 40, 3}},
    {"mnist-mlp", 64, {784, 512, 10}},
    {"cifar-mlp", 64, {3072, 512, 256, 10}},
    {"cifar-two-layer", 200, {3072, 50, 10}},
};

static Layer layers[maxLayers];
static int layerCount, batch;
static float *inputs;
static int *labels;
static float losses[2];  // the sum of each thread's rows
static bool intoVelocity;

static void prepare(const Workload *workload) {
  batch = workload->batch;
  inputs = uniform(1, (size_t)batch * workload->widths[0], 1);
  layerCount = 0;
  for (int i = 0; workload->widths[i + 1]; i++) {
    int in = workload->widths[i], out = workload->widths[i + 1];
    size_t weights = (size_t)in * out, activations = (size_t)batch * out;
    layers[layerCount++] = (Layer){
        .inputs = in, .outputs = out,
        .weight = uniform(3 + i, weights, (float)sqrt(6.0 / in)),
        .weightVelocity = aligned(weights), .weightGradient = aligned(weights),
        .bias = aligned(out), .biasVelocity = aligned(out),
        .output = aligned(activations), .delta = aligned(activations)};
  }
  labels = malloc(sizeof(int) * batch);
  for (int i = 0; i < batch; i++) {
    labels[i] = (int)(bits(2, i) % layers[layerCount - 1].outputs);
  }
}

// Two threads ------------------------------------------------------------------------------------

static int threads = 2;
static atomic_int arrived, generation;

/// Waits until all threads are here.
static void meet(void) {
  if (threads == 1) return;
  int now = atomic_load_explicit(&generation, memory_order_relaxed);
  if (atomic_fetch_add_explicit(&arrived, 1, memory_order_acq_rel) == threads - 1) {
    atomic_store_explicit(&arrived, 0, memory_order_relaxed);
    atomic_store_explicit(&generation, now + 1, memory_order_release);
  } else {
    while (atomic_load_explicit(&generation, memory_order_acquire) == now) {
#if defined(__x86_64__)
      __builtin_ia32_pause();
#endif
    }
  }
}

/// Keeps the calling thread on the `thread`-th processor that this process may use: two threads that
/// spin on one processor wait for the scheduler at every hand-over.
static void pin(int thread) {
#if defined(__linux__)
  cpu_set_t allowed, one;
  if (sched_getaffinity(0, sizeof allowed, &allowed) || CPU_COUNT(&allowed) < threads) return;
  for (int i = 0; i < CPU_SETSIZE; i++) {
    if (!CPU_ISSET(i, &allowed) || thread-- > 0) continue;
    CPU_ZERO(&one);
    CPU_SET(i, &one);
    pthread_setaffinity_np(pthread_self(), sizeof one, &one);
    return;
  }
#else
  (void)thread;
#endif
}

typedef struct {
  int first, count;
} Part;

/// A thread's part of `count` columns or rows, a multiple of 16 but for the last.
static Part part(int count, int thread) {
  int share = ((count + threads - 1) / threads + 15) / 16 * 16;
  int first = thread * share < count ? thread * share : count;
  return (Part){first, count - first < share ? count - first : share};
}

// A step -----------------------------------------------------------------------------------------

/// output = relu(input · weight + bias), of some columns.
static void hiddenForward(Layer *layer, const float *input, Part columns) {
  if (!columns.count) return;
  int n = layer->outputs;
  float *output = layer->output + columns.first;
  const float *restrict bias = layer->bias + columns.first;
  cblas_sgemm(
      CblasRowMajor, CblasNoTrans, CblasNoTrans, batch, columns.count, layer->inputs, 1, input,
      layer->inputs, layer->weight + columns.first, n, 0, output, n);
  for (int row = 0; row < batch; row++) {
    float *restrict y = output + (size_t)row * n;
    for (int i = 0; i < columns.count; i++) {
      float score = y[i] + bias[i];
      y[i] = score > 0 ? score : 0;
    }
  }
}

/// The scores, their softmax cross-entropy and its gradient, of some rows.
static float lastForward(Layer *layer, const float *input, Part rows) {
  if (!rows.count) return 0;
  int n = layer->outputs;
  float *scores = layer->output + (size_t)rows.first * n, loss = 0;
  cblas_sgemm(
      CblasRowMajor, CblasNoTrans, CblasNoTrans, rows.count, n, layer->inputs, 1,
      input + (size_t)rows.first * layer->inputs, layer->inputs, layer->weight, n, 0, scores, n);
  for (int row = 0; row < rows.count; row++) {
    float *restrict y = scores + (size_t)row * n;
    float *restrict delta = layer->delta + (size_t)(rows.first + row) * n;
    int label = labels[rows.first + row];
    for (int i = 0; i < n; i++) y[i] += layer->bias[i];
    float largest = y[0], sum = 0;
    for (int i = 0; i < n; i++) largest = fmaxf(largest, y[i]);
    for (int i = 0; i < n; i++) sum += delta[i] = expf(y[i] - largest);
    float scale = 1 / (sum * batch);
    for (int i = 0; i < n; i++) delta[i] *= scale;
    delta[label] -= 1.0F / batch;
    loss += logf(sum) + largest - y[label];
  }
  return loss;
}

/// The gradient before the activation below `layer`, of some of its columns.
static void hiddenBackward(Layer *below, const Layer *layer, Part columns) {
  if (!columns.count) return;
  int n = below->outputs;
  float *delta = below->delta + columns.first;
  cblas_sgemm(
      CblasRowMajor, CblasNoTrans, CblasTrans, batch, columns.count, layer->outputs, 1,
      layer->delta, layer->outputs, layer->weight + (size_t)columns.first * layer->outputs,
      layer->outputs, 0, delta, n);
  float gradient[columns.count];
  memset(gradient, 0, sizeof gradient);
  for (int row = 0; row < batch; row++) {
    float *restrict d = delta + (size_t)row * n;
    const float *restrict y = below->output + (size_t)row * n + columns.first;
    for (int i = 0; i < columns.count; i++) {
      d[i] = y[i] > 0 ? d[i] : 0;
      gradient[i] += d[i];
    }
  }
  float *restrict velocity = below->biasVelocity + columns.first;
  float *restrict bias = below->bias + columns.first;
  for (int i = 0; i < columns.count; i++) {
    velocity[i] = momentum * velocity[i] + gradient[i];
    bias[i] -= learningRate * velocity[i];
  }
}

/// The last layer's bias, whose gradient is a sum over all rows.
static void updateLastBias(Layer *layer) {
  int n = layer->outputs;
  for (int i = 0; i < n; i++) {
    float gradient = 0;
    for (int row = 0; row < batch; row++) gradient += layer->delta[(size_t)row * n + i];
    layer->biasVelocity[i] = momentum * layer->biasVelocity[i] + gradient;
    layer->bias[i] -= learningRate * layer->biasVelocity[i];
  }
}

/// The weight's gradient and its update, of some rows of the weight.
static void updateWeight(Layer *layer, const float *input, Part rows) {
  if (!rows.count) return;
  int n = layer->outputs;
  size_t offset = (size_t)rows.first * n, count = (size_t)rows.count * n;
  float *restrict weight = layer->weight + offset;
  float *restrict velocity = layer->weightVelocity + offset;
  float *restrict gradient = layer->weightGradient + offset;
  cblas_sgemm(
      CblasRowMajor, CblasTrans, CblasNoTrans, rows.count, n, batch, 1, input + rows.first,
      layer->inputs, layer->delta, n, intoVelocity ? momentum : 0,
      intoVelocity ? velocity : gradient, n);
  if (intoVelocity) {
    for (size_t i = 0; i < count; i++) weight[i] -= learningRate * velocity[i];
  } else {
    for (size_t i = 0; i < count; i++) {
      velocity[i] = momentum * velocity[i] + gradient[i];
      weight[i] -= learningRate * velocity[i];
    }
  }
}

static const float *inputOf(int layer) { return layer ? layers[layer - 1].output : inputs; }

/// One thread's share of a step.
///
/// Columns of an activation are the rows of the weight above it: a thread that has computed its
/// columns of the gradient is the only one that still reads those rows, and may update them.
static void step(int thread) {
  int last = layerCount - 1;
  for (int i = 0; i < last; i++) {
    hiddenForward(&layers[i], inputOf(i), part(layers[i].outputs, thread));
    meet();
  }
  losses[thread] = lastForward(&layers[last], inputOf(last), part(batch, thread));
  meet();
  if (thread == 0) updateLastBias(&layers[last]);
  for (int i = last; i >= 0; i--) {
    Part rows = part(layers[i].inputs, thread);
    if (i > 0) hiddenBackward(&layers[i - 1], &layers[i], rows);
    updateWeight(&layers[i], inputOf(i), rows);
    meet();
  }
}

static atomic_bool ended;

static void *work(void *unused) {
  (void)unused;
  pin(1);
  for (;;) {
    meet();
    if (atomic_load(&ended)) return NULL;
    step(1);
  }
}

/// A whole step; returns the loss.
static float splitStep(void) {
  meet();
  step(0);
  return (losses[0] + (threads > 1 ? losses[1] : 0)) / batch;
}

// Iris: too small for OpenBLAS and for a second thread; plain loops on the same memory.

/// The step of a network with one hidden layer; returns the loss.
static inline __attribute__((always_inline)) float smallStep(int rows, int in, int hidden, int out) {
  float(*x)[in] = (void *)inputs;
  float(*w1)[hidden] = (void *)layers[0].weight, (*v1)[hidden] = (void *)layers[0].weightVelocity;
  float(*w2)[out] = (void *)layers[1].weight, (*v2)[out] = (void *)layers[1].weightVelocity;
  float *restrict b1 = layers[0].bias, *restrict u1 = layers[0].biasVelocity;
  float *restrict b2 = layers[1].bias, *restrict u2 = layers[1].biasVelocity;
  float h[rows][hidden], d1[rows][hidden], d2[rows][out], w2t[out][hidden], loss = 0;

  for (int j = 0; j < hidden; j++) {
    for (int k = 0; k < out; k++) w2t[k][j] = w2[j][k];
  }
  for (int i = 0; i < rows; i++) {
    for (int j = 0; j < hidden; j++) {
      float sum = b1[j];
      for (int k = 0; k < in; k++) sum += x[i][k] * w1[k][j];
      h[i][j] = sum > 0 ? sum : 0;
    }
  }
  for (int i = 0; i < rows; i++) {
    for (int k = 0; k < out; k++) {
      float sum = 0;
      for (int j = 0; j < hidden; j++) sum += h[i][j] * w2t[k][j];
      d2[i][k] = sum + b2[k];
    }
  }
  for (int i = 0; i < rows; i++) {
    float *y = d2[i], score = y[labels[i]], sum = 0;
    float largest = y[0];
    for (int k = 1; k < out; k++) largest = fmaxf(largest, y[k]);
    for (int k = 0; k < out; k++) sum += y[k] = expf(y[k] - largest);
    loss += logf(sum) + largest - score;
    for (int k = 0; k < out; k++) y[k] *= 1 / (sum * rows);
    y[labels[i]] -= 1.0F / rows;
  }
  for (int i = 0; i < rows; i++) {
    for (int j = 0; j < hidden; j++) {
      float sum = 0;
      for (int k = 0; k < out; k++) sum += d2[i][k] * w2t[k][j];
      d1[i][j] = h[i][j] > 0 ? sum : 0;
    }
  }
  for (int k = 0; k < out; k++) {
    float gradient = 0;
    for (int i = 0; i < rows; i++) gradient += d2[i][k];
    u2[k] = momentum * u2[k] + gradient;
    b2[k] -= learningRate * u2[k];
  }
  for (int j = 0; j < hidden; j++) {
    for (int k = 0; k < out; k++) {
      float gradient = 0;
      for (int i = 0; i < rows; i++) gradient += h[i][j] * d2[i][k];
      v2[j][k] = momentum * v2[j][k] + gradient;
      w2[j][k] -= learningRate * v2[j][k];
    }
  }
  for (int j = 0; j < hidden; j++) {
    float gradient = 0;
    for (int i = 0; i < rows; i++) gradient += d1[i][j];
    u1[j] = momentum * u1[j] + gradient;
    b1[j] -= learningRate * u1[j];
  }
  for (int k = 0; k < in; k++) {
    for (int j = 0; j < hidden; j++) {
      float gradient = 0;
      for (int i = 0; i < rows; i++) gradient += x[i][k] * d1[i][j];
      v1[k][j] = momentum * v1[k][j] + gradient;
      w1[k][j] -= learningRate * v1[k][j];
    }
  }
  return loss / rows;
}

static float smallStepOfAnyExtents(void) {
  return smallStep(batch, layers[0].inputs, layers[0].outputs, layers[1].outputs);
}

static float smallStepOfKnownExtents(void) { return smallStep(5, 4, 40, 3); }

// Timing -----------------------------------------------------------------------------------------

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec + now.tv_nsec * 1e-9;
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/// The median time of a call, of samples of about two milliseconds.
static double median(float (*run)(void), double budget, double *total) {
  static double samples[maxSamples];
  double start = seconds();
  for (int i = 0; i < 10; i++) *total += run();
  int repetitions = 1 + (int)(2e-3 / ((seconds() - start) / 10));
  int count = 0;
  for (start = seconds(); count < 5 || (count < maxSamples && seconds() - start < budget); count++) {
    double begin = seconds();
    for (int i = 0; i < repetitions; i++) *total += run();
    samples[count] = (seconds() - begin) / repetitions;
  }
  qsort(samples, count, sizeof(double), ascending);
  return samples[count / 2];
}

/// Subnormal numbers count as 0 from here on: the velocity of a unit that has died out becomes one, and
/// a step of `iris` takes some processors five times as long with them.
static void flushSubnormals(void) {
#ifdef __SSE__
  _mm_setcsr(_mm_getcsr() | 0x8040);  // flush to zero, denormals are zero
#endif
}

int main(int argumentCount, char **arguments) {
  openblas_set_num_threads(1);
  flushSubnormals();
  if (argumentCount == 2 && !strcmp(arguments[1], "core")) {
    puts(openblas_get_corename());
    return 0;
  }
  const Workload *workload = NULL;
  for (size_t i = 0; argumentCount > 2 && i < sizeof workloads / sizeof *workloads; i++) {
    if (!strcmp(arguments[1], workloads[i].name)) workload = &workloads[i];
  }
  if (!workload) {
    fputs("usage: floor core | floor WORKLOAD SECONDS [THREADS] [--into-velocity] [--any-extents]\n", stderr);
    return 2;
  }
  bool takesAnyExtents = false;
  for (int i = 3; i < argumentCount; i++) {
    if (!strcmp(arguments[i], "--into-velocity")) intoVelocity = true;
    else if (!strcmp(arguments[i], "--any-extents")) takesAnyExtents = true;
    else if (!strcmp(arguments[i], "1")) threads = 1;
  }
  bool iris = !strcmp(workload->name, "iris");
  if (iris) threads = 1;
  float (*run)(void) = !iris ? splitStep : takesAnyExtents ? smallStepOfAnyExtents : smallStepOfKnownExtents;
  prepare(workload);
  pthread_t helper;
  if (threads == 2) {
    if (pthread_create(&helper, NULL, work, NULL)) abort();
    pin(0);
  }

  printf("{\"losses\": [");
  for (int i = 0; i < checkedSteps; i++) printf("%s%.7g", i ? ", " : "", run());
  // So slow that nothing dies out: a gradient that is zero for ever makes subnormal velocities.
  learningRate = 1e-6F;
  double total = 0, time = median(run, atof(arguments[2]), &total);
  printf("], \"microseconds\": %.4g, \"finite\": %s}\n", time * 1e6, isfinite(total) ? "true" : "false");

  if (threads == 2) {
    atomic_store(&ended, true);
    meet();
    pthread_join(helper, NULL);
  }
  return 0;
}
