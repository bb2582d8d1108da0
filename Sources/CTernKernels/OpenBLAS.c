// Makes an old OpenBLAS use the instructions of a newer processor.

#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE  // RTLD_DEFAULT
#endif

#include <cblas.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>

#include "Tiers.h"

static void choose_core(void) {
#if TERN_X86
  if (tern_selected_tier() != TERN_TIER_AVX512 || !__builtin_cpu_supports("avx512cd")) return;
  if (getenv("OPENBLAS_CORETYPE")) return;
  const char *core = openblas_get_corename();
  if (strcmp(core, "Haswell") != 0 && strcmp(core, "Zen") != 0) return;  // those with AVX2 only
  // Builds for one processor only (not DYNAMIC_ARCH) lack these.
  void (*quit)(void) = (void (*)(void))dlsym(RTLD_DEFAULT, "gotoblas_dynamic_quit");
  void (*init)(void) = (void (*)(void))dlsym(RTLD_DEFAULT, "gotoblas_dynamic_init");
  if (!quit || !init) return;
  static const char wanted[] = "SkylakeX";  // AVX-512
  setenv("OPENBLAS_CORETYPE", wanted, 1);
  quit();
  init();
  unsetenv("OPENBLAS_CORETYPE");
  if (strcmp(openblas_get_corename(), wanted) != 0) {  // built without it: back to its own choice
    quit();
    init();
  }
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
