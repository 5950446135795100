/*
 * Bringing people in, beside SQLite's shell reading the same file into one
 * table without types, in turn in the same run. Both start as processes of
 * their own, on a file of their own, and end when it is safely on the disk.
 *
 * Prints tables in Markdown: what was measured, and for each goal whether it
 * was reached.
 */
#include <fcntl.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "roster.h"
#include "samples.h"

enum { ROUNDS = 5, SIZES = 4, PREVIEW_ROWS = 5000, BOOK_ROWS = 20000, PEAK_MIB = 100 };

/* Of one row: what a program costs before it has anything to do. */
static const int64_t sizes[SIZES] = {1, 10000, 100000, 1000000};
/* In each turn: all sizes in each, so that what the machine does meanwhile falls on all of them. */
enum { TURNS = 5 };
static const int rounds[SIZES] = {5, 5, 2, 1};

struct measured {
	struct samples wall, cpu; /* microseconds */
	int64_t peak;		  /* KiB, the most of all rounds */
};

static _Noreturn void give_up(const char *what)
{
	perror(what);
	exit(1);
}

static int64_t microseconds(struct timeval time)
{
	return (int64_t)time.tv_sec * 1000000 + time.tv_usec;
}

static int64_t now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

/* Runs the program to its end, without its output; ends the bench where it fails. */
static void run(const char *const *arguments, struct measured *measured)
{
	struct rusage usage;
	int status, quiet;
	int64_t start = now();
	pid_t pid = fork();

	if (pid < 0)
		give_up("fork");
	if (pid == 0) {
		quiet = open("/dev/null", O_RDWR);
		dup2(quiet, STDIN_FILENO);
		dup2(quiet, STDOUT_FILENO);
		execvp(arguments[0], (char *const *)(uintptr_t)arguments);
		_exit(127);
	}
	if (wait4(pid, &status, 0, &usage) != pid || status != 0) {
		fprintf(stderr, "%s failed\n", arguments[0]);
		exit(1);
	}
	if (!measured)
		return;
	samples_add(&measured->wall, now() - start);
	samples_add(&measured->cpu, microseconds(usage.ru_utime) + microseconds(usage.ru_stime));
	if (usage.ru_maxrss > measured->peak)
		measured->peak = usage.ru_maxrss;
}

struct place {
	const char *chiron, *scheme, *table;
};

static void remove_file(const char *path)
{
	char journal[4096];

	unlink(path);
	snprintf(journal, sizeof(journal), "%s-journal", path);
	unlink(journal);
}

static void new_scheme(const struct place *place)
{
	const char *const init[] = {place->chiron, "-d", place->scheme, "init", NULL};

	remove_file(place->scheme);
	run(init, NULL);
}

static void import(const struct place *place, const char *path, bool dry_run, struct measured *measured)
{
	const char *const arguments[] = {
		place->chiron, "-d", place->scheme, "import", "people", path, dry_run ? "--dry-run" : NULL, NULL};

	run(arguments, measured);
}

static void import_by_shell(const struct place *place, const char *path, struct measured *measured)
{
	char command[4096];

	remove_file(place->table);
	snprintf(command, sizeof(command), ".import --csv \"%s\" people", path);
	const char *const arguments[] = {"sqlite3", place->table, command, NULL};

	run(arguments, measured);
}

static double seconds(struct samples *samples)
{
	return (double)samples_at(samples, 50) / 1e6;
}

static void print_row(const char *what, int64_t rows, struct measured *measured)
{
	char row[32] = "";

	if (rows > 1)
		snprintf(row, sizeof(row), "%.2f", seconds(&measured->cpu) * 1e6 / (double)rows);
	printf("| %s | %" PRId64 " | %.3f | %.3f | %s | %" PRId64 " |\n", what, rows, seconds(&measured->wall),
	       seconds(&measured->cpu), row, measured->peak / 1024);
	fflush(stdout);
}

/* Of a row, what it costs beyond the first; with the first's and the program's start in it where `whole`. */
static double row_cost(struct measured *of, int size, bool whole)
{
	return whole ? seconds(&of[size].cpu) / (double)sizes[size]
		     : (seconds(&of[size].cpu) - seconds(&of[0].cpu)) / (double)(sizes[size] - 1);
}

/*
 * Processor time a row, that of the size at which it is most over that at which it is least; with `peer` by how many
 * times the peer's, which cancels how fast the machine was meanwhile.
 */
static double spread(struct measured *ours, struct measured *peer, bool whole)
{
	double least = 0, most = 0;

	for (int i = 1; i < SIZES; i++) {
		double each = row_cost(ours, i, whole) / (peer != NULL ? row_cost(peer, i, whole) : 1);

		least = i == 1 || each < least ? each : least;
		most = each > most ? each : most;
	}
	return most / least;
}

static void print_spread(const char *what, double most)
{
	printf("| %s | %.2f x | 1.2 x %s |\n", what, most, most <= 1.2 ? "reached" : "not reached");
}

struct sized {
	struct measured ours[SIZES], again[SIZES], shell[SIZES], shuffled;
};

static void run_size(const struct place *place, int size, struct sized *sized, struct ch_arena *arena)
{
	const char *path = roster_csv(sizes[size], ROSTER_BY_ADDRESS, arena);

	new_scheme(place);
	import(place, path, false, &sized->ours[size]);
	import_by_shell(place, path, &sized->shell[size]);
	import(place, path, false, &sized->again[size]);
}

static void run_turn(const struct place *place, struct sized *sized, struct ch_arena *arena)
{
	for (int i = 0; i < SIZES; i++)
		for (int round = 0; round < rounds[i]; round++)
			run_size(place, i, sized, arena);
	new_scheme(place);
	import(place, roster_csv(sizes[SIZES - 1], ROSTER_SHUFFLED, arena), false, &sized->shuffled);
}

static void bench_sizes(const struct place *place, struct ch_arena *arena)
{
	static struct sized sized;
	struct measured *ours = sized.ours, *again = sized.again, *shell = sized.shell;

	for (int i = 0; i < SIZES; i++)
		roster_csv(sizes[i], ROSTER_BY_ADDRESS, arena);
	for (int turn = 0; turn < TURNS; turn++)
		run_turn(place, &sized, arena);
	for (int i = 0; i < SIZES; i++) {
		print_row("chiron", sizes[i], &ours[i]);
		print_row("chiron, the same people again", sizes[i], &again[i]);
		print_row("sqlite3 .import", sizes[i], &shell[i]);
	}
	print_row("chiron, people in no order", sizes[SIZES - 1], &sized.shuffled);
	printf("\n| goal | reached | |\n|---|---|---|\n");
	double ratio = seconds(&ours[SIZES - 1].cpu) / seconds(&shell[SIZES - 1].cpu);
	double wall = seconds(&ours[SIZES - 1].wall) / seconds(&shell[SIZES - 1].wall);
	printf("| a million rows, processor time over the shell's | %.2f x | 1.5 x %s |\n", ratio,
	       ratio <= 1.5 ? "reached" : "not reached");
	printf("| the same, by the clock | %.2f x | 1.5 x %s |\n", wall, wall <= 1.5 ? "reached" : "not reached");
	printf("| people in no order, by the clock | %.2f x | |\n",
	       seconds(&sized.shuffled.wall) / seconds(&shell[SIZES - 1].wall));
	int64_t peak = (ours[SIZES - 1].peak > again[SIZES - 1].peak ? ours : again)[SIZES - 1].peak / 1024;
	printf("| peak of a million rows | %" PRId64 " MiB | %d MiB %s |\n", peak, PEAK_MIB,
	       peak < PEAK_MIB ? "reached" : "not reached");
	ratio = seconds(&again[SIZES - 1].cpu) / seconds(&shell[SIZES - 1].cpu);
	printf("| into a store that holds them already | %.2f x | 2 x %s |\n", ratio,
	       ratio <= 2 ? "reached" : "not reached");
	print_spread("processor time a row beyond the first, most over least", spread(ours, NULL, false));
	printf("| (the shell's own | %.2f x) | |\n", spread(shell, NULL, false));
	print_spread("with the start of the program in it", spread(ours, NULL, true));
	printf("| (the shell's own | %.2f x) | |\n", spread(shell, NULL, true));
	print_spread("that by how many times the shell's of that size", spread(ours, shell, true));
}

static void print_small(const char *what, struct measured *measured, double most_seconds, int64_t most_mib)
{
	bool small = measured->peak / 1024 < most_mib, quick = seconds(&measured->cpu) < most_seconds;
	bool soon = seconds(&measured->wall) < most_seconds;

	printf("| %s | %.2f s by the clock, %.2f s of processor, %" PRId64 " MiB | %g s %s |\n", what,
	       seconds(&measured->wall), seconds(&measured->cpu), measured->peak / 1024, most_seconds,
	       !small || !quick ? "not reached" : soon ? "reached" : "reached by processor time alone");
}

static void bench_small(const struct place *place, struct ch_arena *arena)
{
	static struct measured preview, book;
	const char *csv = roster_csv(PREVIEW_ROWS, ROSTER_BY_ADDRESS, arena), *xlsx = roster_xlsx(BOOK_ROWS, arena);

	for (int round = 0; round < ROUNDS; round++) {
		new_scheme(place);
		import(place, csv, true, &preview);
		import(place, xlsx, false, &book);
	}
	char what[80];

	snprintf(what, sizeof(what), "preview of %d rows", PREVIEW_ROWS);
	print_small(what, &preview, 0.3, INT64_MAX);
	snprintf(what, sizeof(what), ".xlsx of %d rows", BOOK_ROWS);
	print_small(what, &book, 1, 64);
}

int main(void)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *build = getenv("BUILD");
	struct place place = {.chiron = getenv("CHIRON")};

	if (!build || !place.chiron) {
		fputs("CHIRON names the program and BUILD the build folder\n", stderr);
		return 1;
	}
	place.scheme = ch_arena_printf(&arena, "%s/bench/import.db", build);
	place.table = ch_arena_printf(&arena, "%s/bench/import-table.db", build);
	mkdir(ch_arena_printf(&arena, "%s/bench", build), 0755);
	printf("| program | rows | by the clock, s | processor, s | processor a row, us | peak MiB |\n"
	       "|---|---|---|---|---|---|\n");
	bench_sizes(&place, &arena);
	bench_small(&place, &arena);
	remove_file(place.scheme);
	remove_file(place.table);
	ch_arena_release(&arena);
	return 0;
}
