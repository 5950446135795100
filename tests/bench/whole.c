#include "whole.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void fail(const char *what, const char *program)
{
	fprintf(stderr, "bench: %s: %s\n", program, what);
	exit(1);
}

static void start(const char *const *arguments, int output)
{
	char *words[16] = {NULL};

	dup2(output, STDOUT_FILENO);
	for (size_t i = 0; i + 1 < sizeof words / sizeof *words && arguments[i] != NULL; i++)
		words[i] = strdup(arguments[i]);
	execvp(words[0], words);
	perror(words[0]);
	_exit(127);
}

struct whole whole_run(const char *const *arguments)
{
	struct whole run = {0};
	char rest[65536];
	struct rusage usage;
	int ends[2], status;
	ssize_t got;
	size_t length = 0;

	if (pipe(ends) != 0)
		fail("no pipe", arguments[0]);
	pid_t child = fork();
	if (child < 0)
		fail("no process", arguments[0]);
	if (child == 0)
		start(arguments, ends[1]);
	close(ends[1]);
	while (length < sizeof run.head - 1 &&
	       (got = read(ends[0], run.head + length, sizeof run.head - 1 - length)) > 0)
		length += (size_t)got;
	while (read(ends[0], rest, sizeof rest) > 0)
		;
	close(ends[0]);
	if (wait4(child, &status, 0, &usage) != child || status != 0)
		fail("it failed", arguments[0]);
	run.memory = usage.ru_maxrss;
	run.seconds = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
		      (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
	return run;
}

double whole_number(const struct whole *run, const char *key)
{
	const char *at = strstr(run->head, key);

	if (!at)
		fail("it printed something else", key);
	return strtod(at + strlen(key), NULL);
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

double median_of_doubles(double *values, size_t count)
{
	qsort(values, count, sizeof *values, by_size);
	return count % 2 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}
