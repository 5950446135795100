/*
 * How the process takes memory from the system, for the length of one large job.
 *
 * A long list's threads allocate little by little. By itself malloc then asks the system for a few pages at a time, and
 * gives back what a step has used before the next one wants as much: each page is found anew and cleared.
 * Where malloc has no such settings these do nothing.
 */
#ifndef CHIRON_BASE_HEAP_H
#define CHIRON_BASE_HEAP_H

/* From now on memory is taken in large steps, and what is freed is kept. For the whole process. */
void heap_begin_large_job(void);

/* As it was before; what is free goes back to the system. */
void heap_end_large_job(void);

#endif
