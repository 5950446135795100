/*
 * The matching of whole programmes: `chiron match` from a scheme file to saved
 * proposals, beside LEMON's network simplex on a bare instance of that size in
 * the same run, ROUNDS times each in turn; and on the board what a weight that
 * is typed takes, from the key to the last byte drawn.
 *
 * Prints tables in Markdown, for docs/performance.md.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "drive.h"
#include "instances.h"
#include "waiting.h"
#include "whole.h"

enum { ROUNDS = 5, LEARNERS = 10000, GUIDES = 4500, BOARD = 3000, KEYS = 20 };

/* ---- From the file to proposals ---------------------------------------------------- */

enum { OURS, BARE, SIDES };

struct side {
	double seconds[ROUNDS];
	long memory;
	long long matched, score;
};

static void add(struct side *side, int round, const struct whole *run)
{
	side->seconds[round] = run->seconds;
	side->memory = run->memory > side->memory ? run->memory : side->memory;
	side->matched = (long long)whole_number(run, "\"matched\":");
	side->score = (long long)whole_number(run, "\"score\":");
}

static void bench_whole(struct ch_arena *arena)
{
	static const struct instance_plan plan = {
		.name = "10,000 x 50", .learners = LEARNERS, .guides_per_learner = 0.45, .options = 50, .seed = 1};
	const char *lemon = ch_arena_printf(arena, "%s/tests/bench/peer_lemon", getenv("BUILD"));
	const char *instance = instance_file(&plan, arena), *file = waiting_file(LEARNERS, GUIDES, arena);
	const char *copy = ch_arena_printf(arena, "%s.copy", file);
	struct side sides[SIDES] = {0};

	for (int round = 0; round < ROUNDS; round++) {
		whole_run((const char *const[]){"cp", file, copy, NULL});
		struct whole ours = whole_run((const char *const[]){getenv("CHIRON"), "-d", copy, "match", "1",
								    "--format", "json", NULL});
		struct whole bare = whole_run((const char *const[]){lemon, "ns", instance, NULL});
		add(&sides[OURS], round, &ours);
		add(&sides[BARE], round, &bare);
	}
	double ours = median_of_doubles(sides[OURS].seconds, ROUNDS);
	double bare = median_of_doubles(sides[BARE].seconds, ROUNDS);
	printf("| what | matched | score | whole process, s | peak MiB | runs |\n|---|---|---|---|---|---|\n");
	printf("| `chiron match`: %d learners, %d guides, all possible pairs, proposals saved | %lld | %lld | %.3f "
	       "| %ld | %d |\n",
	       LEARNERS, GUIDES, sides[OURS].matched, sides[OURS].score, ours, sides[OURS].memory / 1024, ROUNDS);
	printf("| network simplex on the bare instance of %s | %lld | %lld | %.3f | %ld | %d |\n", plan.name,
	       sides[BARE].matched, sides[BARE].score, bare, sides[BARE].memory / 1024, ROUNDS);
	printf("\nOurs over network simplex: %.2f (goal: at most 1)\n", ours / bare);
	fflush(stdout);
}

/* ---- A weight typed on the board ---------------------------------------------------- */

static void bench_board(struct ch_arena *arena)
{
	const char *file = waiting_file(BOARD, BOARD, arena);
	const char *const arguments[] = {getenv("CHIRON"), "-d", file, NULL};
	double wait[KEYS], cpu[KEYS];
	struct drive drive;

	drive_start(&drive, arguments, getenv("BUILD"));
	drive_first(&drive, "Roster");
	drive_enter(&drive, "7");
	drive_enter(&drive, "m");
	drive_enter(&drive, "W");
	drive_enter(&drive, "e");
	drive_enter(&drive, "\025"); /* Ctrl-U: 2, 21, 2, 21, ... points are typed from here */
	drive_enter(&drive, "2");
	for (int i = 0; i < KEYS; i++) {
		struct reply reply = drive_key(&drive, i % 2 == 0 ? "1" : "\177");
		wait[i] = (double)reply.wait / 1e3;
		cpu[i] = (double)reply.cpu / 1e3;
	}
	drive_stop(&drive);
	printf("\nA weight typed on the board of %d learners and %d guides: %.0f ms from the key to the last byte "
	       "drawn (median of %d), %.0f ms of processor time (goal: 50 ms).\n",
	       BOARD, BOARD, median_of_doubles(wait, KEYS), KEYS, median_of_doubles(cpu, KEYS));
}

int main(void)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	if (!getenv("CHIRON") || !getenv("BUILD")) {
		fprintf(stderr, "bench_programme: CHIRON names the program and BUILD the build folder\n");
		return 1;
	}
	bench_whole(&arena);
	bench_board(&arena);
	ch_arena_release(&arena);
	return 0;
}
