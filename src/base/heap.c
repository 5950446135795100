#include "base/heap.h"

#include <malloc.h>

#ifdef __GLIBC__

enum { MIB = 1024 * 1024, STEP = 4 * MIB, KEPT = 64 * MIB, ON_ITS_OWN = 32 * MIB, AS_BEFORE = 128 * 1024 };

void heap_begin_large_job(void)
{
	mallopt(M_TOP_PAD, STEP);
	mallopt(M_TRIM_THRESHOLD, KEPT);
	mallopt(M_MMAP_THRESHOLD, ON_ITS_OWN);
}

/* mallopt(3): each is 128 KiB until it is set. */
void heap_end_large_job(void)
{
	mallopt(M_TOP_PAD, AS_BEFORE);
	mallopt(M_TRIM_THRESHOLD, AS_BEFORE);
	mallopt(M_MMAP_THRESHOLD, AS_BEFORE);
	malloc_trim(0);
}

#else

void heap_begin_large_job(void)
{
}

void heap_end_large_job(void)
{
}

#endif
