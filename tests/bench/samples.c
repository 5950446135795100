#include "samples.h"

#include <stdlib.h>

void samples_add(struct samples *samples, int64_t value)
{
	if (samples->count < SAMPLES_MAX)
		samples->values[samples->count++] = value;
}

static int compare(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

int64_t samples_at(struct samples *samples, int percent)
{
	size_t rank;

	if (samples->count == 0)
		return -1;
	qsort(samples->values, samples->count, sizeof(samples->values[0]), compare);
	rank = (samples->count * (size_t)percent + 99) / 100;
	return samples->values[rank > 0 ? rank - 1 : 0];
}
