// The number of cores that this process may use, and the limit of a thread's share in them.

#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif

#include "CTernKernels.h"

#include <unistd.h>

#ifdef __linux__
#include <sched.h>
#endif

int32_t tern_core_count(void) {
#ifdef __linux__
  // Respects taskset and the cpusets of containers.
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0) return CPU_COUNT(&set);
#endif
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count > 0 ? (int32_t)count : 1;
}

_Thread_local int32_t tern_thread_limit = 0;

uint64_t tern_next_serial_number(void) {
  static _Thread_local uint64_t number = 0;
  return ++number;
}
