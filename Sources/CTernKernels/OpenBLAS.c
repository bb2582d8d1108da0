// Makes an old OpenBLAS use the instructions of a newer processor.

#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE  // RTLD_DEFAULT
#endif

#include <cblas.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "Tiers.h"

// What OpenBLAS calls its choice for processors with AVX2, and that for those with AVX-512.
static bool is_avx2_core(const char *name) {
  return strcmp(name, "Haswell") == 0 || strcmp(name, "Zen") == 0;
}
static const char avx512_core[] = "SkylakeX";

static void choose_core(void) {
#if TERN_X86
  if (tern_selected_tier() != TERN_TIER_AVX512 || !__builtin_cpu_supports("avx512cd")) return;
  if (getenv("OPENBLAS_CORETYPE") || !is_avx2_core(openblas_get_corename())) return;
  // Builds for one processor only (not DYNAMIC_ARCH) lack these.
  void (*quit)(void) = (void (*)(void))dlsym(RTLD_DEFAULT, "gotoblas_dynamic_quit");
  void (*init)(void) = (void (*)(void))dlsym(RTLD_DEFAULT, "gotoblas_dynamic_init");
  if (!quit || !init) return;
  setenv("OPENBLAS_CORETYPE", avx512_core, 1);
  quit();
  init();
  unsetenv("OPENBLAS_CORETYPE");
#endif
}

static void prepare(void) {
  choose_core();
  openblas_set_num_threads(1);
}

void tern_prepare_openblas(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, prepare);
}
