/*
 * The full screen beside other programs, each in a pseudo-terminal of 80 by
 * 24, in the same run. What counts are the ratios, so whatever else the machine
 * does has to fall on both sides of them: the programs are started in turn,
 * FIRSTS times, for their first frames; and those that a goal is held to run
 * beside ours, BLOCK keys for each and then again. Medians and 99th percentiles
 * are of all rounds together.
 *
 * Prints two tables in Markdown: what was measured, and for each goal whether
 * it was reached.
 *
 *     bench_terminal [floor|ncdu|...|scenes|ten]...
 *
 * Only what is named runs beside ours; without a name, everything does. `scenes`
 * are the jobs of ours that no other program has. With `ten` the large file has
 * ten million sessions instead of one.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "crowd.h"
#include "drive.h"
#include "peers.h"
#include "samples.h"
#include "scenes.h"

enum {
	FIRSTS = 15,
	ROUNDS = 3,
	BLOCK = 10,
	STEPS = 160, /* in a round: the 99th percentile of all 480 is the longest but four */
	SCROLLS = 150,
	KEYS_ALONE = 40,
	PAGES = 20,
	PAGE_ROWS = 30,
	SLOW_US = 300000, /* who takes so long twice in a row is at the end of its list, or is not asked more often */
	PROGRAMS_MAX = 16
};

#define FILTER_LETTERS "okafor"

struct measured {
	struct peer peer;
	struct drive drive;
	int slow; /* keys in a row */
	struct samples first, first_cpu, first_bytes, first_memory, memory, whole;
	struct samples step, step_cpu, step_bytes;
	struct samples scroll, scroll_cpu, scroll_own, scroll_bytes;
	struct samples page, page_bytes;
	struct samples letter, escape;
	struct samples idle_bytes, wake_ups;
};

enum { CHIRON_SMALL, CHIRON_LARGE, OURS };

static struct measured programs[PROGRAMS_MAX];
static size_t program_count;

static void add_program(const struct peer *peer)
{
	programs[program_count++].peer = *peer;
}

/* chiron itself, driven as the others are; its list is that of the people. */
static void add_ours(const struct crowd *crowd, const char *size, struct ch_arena *arena)
{
	struct peer ours = {.name = "chiron",
			    .size = size,
			    .first = "?:help",
			    .enter = "2",
			    .down = "j",
			    .up = "k",
			    .page = "\033[6~",
			    .ask = "/",
			    .compared = true};

	ours.arguments[0] = getenv("CHIRON");
	ours.arguments[1] = "-d";
	ours.arguments[2] = crowd_file(crowd, arena);
	if (ours.arguments[0] == NULL) {
		fputs("CHIRON must name the program\n", stderr);
		exit(1);
	}
	add_program(&ours);
}

/* ---- Measuring --------------------------------------------------------------- */

static struct reply press(struct measured *m, const char *key, struct samples *wait, struct samples *cpu,
			  struct samples *bytes)
{
	struct reply reply = {.came = false};

	if (m->slow < 2)
		reply = drive_key(&m->drive, key);
	m->slow = reply.came && reply.wait < SLOW_US ? 0 : m->slow + 1;
	if (!reply.came)
		return reply;
	samples_add(wait, reply.wait);
	if (cpu != NULL)
		samples_add(cpu, reply.cpu);
	if (bytes != NULL)
		samples_add(bytes, (int64_t)reply.bytes);
	return reply;
}

static bool is_ours(const struct measured *m)
{
	return strcmp(m->peer.name, "chiron") == 0;
}

/* Starts it and waits for its first frame; false, with the reason said and it ended, where none comes. */
static bool start(struct measured *m, const char *home, struct reply *first)
{
	drive_start(&m->drive, m->peer.arguments, home);
	*first = drive_first(&m->drive, m->peer.first);
	if (first->came)
		return true;
	fprintf(stderr, "%s does not show \"%s\"\n", m->peer.name, m->peer.first);
	drive_stop(&m->drive);
	return false;
}

static void measure_first(struct measured *m, const char *home)
{
	struct reply first;

	if (!start(m, home, &first))
		return;
	samples_add(&m->first, first.wait);
	samples_add(&m->first_cpu, first.cpu);
	samples_add(&m->first_bytes, (int64_t)first.bytes);
	samples_add(&m->first_memory, drive_memory(&m->drive));
	drive_stop(&m->drive);
}

/* Starts it and goes to its list; false where it does not start. */
static bool open_list(struct measured *m, const char *home)
{
	struct reply first, whole;

	m->slow = 0;
	if (!start(m, home, &first))
		return false;
	if (is_ours(m)) { /* what comes after the frame; of the others the frame is all */
		whole = drive_whole(&m->drive);
		samples_add(&m->whole, whole.came ? whole.wait : first.wait);
	}
	for (const char *key = m->peer.enter; *key != '\0'; key++) {
		char text[2] = {*key, '\0'};

		drive_enter(&m->drive, text);
	}
	return true;
}

/* A block of keys of one kind, for one program; steps go down and up again, so that they stay within the page. */
static void step_block(struct measured *m, int block)
{
	for (int i = 0; i < BLOCK; i++)
		press(m, block % 2 == 0 ? m->peer.down : m->peer.up, &m->step, &m->step_cpu, &m->step_bytes);
}

static void scroll_block(struct measured *m, int block)
{
	(void)block;
	for (int i = 0; i < BLOCK; i++) {
		struct reply reply = press(m, m->peer.down, &m->scroll, &m->scroll_cpu, &m->scroll_bytes);

		if (reply.came)
			samples_add(&m->scroll_own, reply.own);
	}
}

static void page_block(struct measured *m, int block)
{
	(void)block;
	for (int i = 0; i < BLOCK; i++)
		press(m, m->peer.page, &m->page, NULL, &m->page_bytes);
}

/* `keys` of that kind for each of the programs, in turn. */
static void in_turn(struct measured **group, size_t count, int keys, void (*block)(struct measured *m, int block))
{
	for (int done = 0; done < keys; done += BLOCK)
		for (size_t i = 0; i < count; i++)
			block(group[i], done / BLOCK);
	for (size_t i = 0; i < count; i++)
		group[i]->slow = 0;
}

/* Steps are within the page, scrolls at its foot. */
static void measure_keys(struct measured **group, size_t count)
{
	bool compared = group[0]->peer.compared;

	in_turn(group, count, compared ? STEPS : KEYS_ALONE, step_block);
	for (size_t i = 0; i < count; i++)
		for (int row = 0; row < PAGE_ROWS; row++)
			drive_key(&group[i]->drive, group[i]->peer.down);
	in_turn(group, count, compared ? SCROLLS : KEYS_ALONE, scroll_block);
	in_turn(group, count, PAGES, page_block);
}

static void measure_filter(struct measured *m)
{
	drive_key(&m->drive, "f");
	for (const char *letter = FILTER_LETTERS; *letter != '\0'; letter++) {
		char key[2] = {*letter, '\0'};

		press(m, key, &m->letter, NULL, NULL);
	}
	drive_enter(&m->drive, "\033");
}

static void measure_rest(struct measured *m)
{
	size_t idle_bytes;
	int64_t wake_ups;

	if (m->peer.ask != NULL) {
		drive_key(&m->drive, m->peer.ask);
		press(m, "\033", &m->escape, NULL, NULL);
	}
	if (is_ours(m))
		measure_filter(m);
	drive_idle(&m->drive, &idle_bytes, &wake_ups);
	samples_add(&m->idle_bytes, (int64_t)idle_bytes);
	samples_add(&m->wake_ups, wake_ups);
	samples_add(&m->memory, drive_memory(&m->drive));
}

/* These programs side by side; those that do not start are left out. */
static void measure_group(struct measured **group, size_t count, const char *home)
{
	size_t started = 0;

	for (size_t i = 0; i < count; i++)
		if (open_list(group[i], home))
			group[started++] = group[i];
	if (started > 0)
		measure_keys(group, started);
	for (size_t i = 0; i < started; i++) {
		measure_rest(group[i]);
		drive_stop(&group[i]->drive);
	}
}

/* Ours and those that goals are held to together, each other alone. */
static void measure_all(const char *home)
{
	struct measured *group[PROGRAMS_MAX];
	size_t compared = 0;

	for (int round = 0; round < FIRSTS; round++)
		for (size_t i = 0; i < program_count; i++)
			measure_first(&programs[i], home);
	for (int round = 0; round < ROUNDS; round++) {
		compared = 0;
		for (size_t i = 0; i < program_count; i++)
			if (programs[i].peer.compared)
				group[compared++] = &programs[i];
		measure_group(group, compared, home);
		for (size_t i = 0; i < program_count; i++) {
			group[0] = &programs[i];
			if (!programs[i].peer.compared)
				measure_group(group, 1, home);
		}
	}
}

/* A run of its own, whose jobs are not in the way of the figures beside other programs'. */
static void play_scenes(struct measured *m, const char *home)
{
	struct reply first;

	if (!start(m, home, &first))
		return;
	scenes_play(&m->drive);
	drive_stop(&m->drive);
}

/* ---- Saying ------------------------------------------------------------------ */

static void print_milliseconds(struct samples *samples, int percent)
{
	int64_t value = samples_at(samples, percent);

	if (value < 0)
		printf(" - |");
	else
		printf(" %.*f |", value < 10000 ? 2 : 0, (double)value / 1000);
}

static void print_number(struct samples *samples, int percent)
{
	int64_t value = samples_at(samples, percent);

	if (value < 0)
		printf(" - |");
	else
		printf(" %lld |", (long long)value);
}

static void print_measured(void)
{
	puts("| program | data | first ms | CPU ms | whole ms | step p50 ms | p99 | scroll p99 | alone | page p99 |"
	     " CPU a step us | p99 | a scroll us | p99 | Esc ms |"
	     " bytes: first | step | scroll | page | peak KiB: first | after | idle bytes/s | wake-ups/s |\n"
	     "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
	for (size_t i = 0; i < program_count; i++) {
		struct measured *m = &programs[i];

		printf("| %s | %s |", m->peer.name, m->peer.size);
		print_milliseconds(&m->first, 50);
		print_milliseconds(&m->first_cpu, 50);
		print_milliseconds(&m->whole, 50);
		print_milliseconds(&m->step, 50);
		print_milliseconds(&m->step, 99);
		print_milliseconds(&m->scroll, 99);
		print_milliseconds(&m->scroll_own, 99);
		print_milliseconds(&m->page, 99);
		print_number(&m->step_cpu, 50);
		print_number(&m->step_cpu, 99);
		print_number(&m->scroll_cpu, 50);
		print_number(&m->scroll_cpu, 99);
		print_milliseconds(&m->escape, 50);
		print_number(&m->first_bytes, 50);
		print_number(&m->step_bytes, 50);
		print_number(&m->scroll_bytes, 50);
		print_number(&m->page_bytes, 50);
		print_number(&m->first_memory, 50);
		print_number(&m->memory, 50);
		print_number(&m->idle_bytes, 50);
		print_number(&m->wake_ups, 50);
		putchar('\n');
	}
}

/* A goal is held to a value of its own, or, with `by` not NULL, to what was measured of another program. */
static void print_goal(const char *goal, double ours, double by, double target, double moonshot, const char *unit)
{
	double value = by > 0 ? ours / by : ours;
	const char *reached = ours < 0 || by < 0    ? "not measured"
			      : value <= moonshot ? "moonshot reached"
			      : value <= target	  ? "target reached"
						  : "not reached";

	printf("| %s | %.*f %s | %g | %g | %s |\n", goal, value < 10 ? 2 : 0, value, by > 0 ? "x" : unit, target,
	       moonshot, reached);
}

static double at(struct samples *samples, int percent)
{
	return (double)samples_at(samples, percent);
}

static void print_goals(void)
{
	struct measured *large = &programs[CHIRON_LARGE], *small = &programs[CHIRON_SMALL];
	struct measured *floor = NULL, *abook = NULL, *ncdu = NULL, none = {.first = {.count = 0}};

	for (size_t i = OURS; i < program_count; i++) {
		struct measured **which = strcmp(programs[i].peer.name, "floor") == 0	? &floor
					  : strcmp(programs[i].peer.name, "abook") == 0 ? &abook
					  : strcmp(programs[i].peer.name, "ncdu") == 0	? &ncdu
											: NULL;
		if (which != NULL)
			*which = &programs[i];
	}
	floor = floor != NULL ? floor : &none;
	abook = abook != NULL ? abook : &none;
	ncdu = ncdu != NULL ? ncdu : &none;
	puts("\n| goal | ours | target | moonshot | |\n|---|---|---|---|---|");
	print_goal("first frame, over abook's", at(&large->first, 50), at(&abook->first, 50), 1, 0.5, "");
	print_goal("the same in processor time", at(&large->first_cpu, 50), at(&abook->first_cpu, 50), 1, 0.5, "");
	print_goal("first frame, over the floor's", at(&large->first, 50), at(&floor->first, 50), 2, 2, "");
	print_goal("the same in processor time", at(&large->first_cpu, 50), at(&floor->first_cpu, 50), 2, 2, "");
	print_goal("first frame, 1,000,000 over 1,000", at(&large->first, 50), at(&small->first, 50), 1.5, 1.1, "");
	print_goal("peak memory", at(&large->memory, 50), 0, 16384, 8192, "KiB");
	print_goal("CPU a step, over the floor's", at(&large->step_cpu, 50), at(&floor->step_cpu, 50), 2, 1.25, "");
	print_goal("step p99, over the floor's", at(&large->step, 99), at(&floor->step, 99), 2, 1.2, "");
	print_goal("step p99, over ncdu's", at(&large->step, 99), at(&ncdu->step, 99), 1, 1, "");
	print_goal("scroll p99, over the floor's", at(&large->scroll, 99), at(&floor->scroll, 99), 2, 1.2, "");
	print_goal("scroll p99, over ncdu's", at(&large->scroll, 99), at(&ncdu->scroll, 99), 1, 1, "");
	print_goal("scroll p99 alone, over ncdu's", at(&large->scroll_own, 99), at(&ncdu->scroll_own, 99), 1, 1, "");
	print_goal("a letter of a filter, p99", at(&large->letter, 99) / 1000, 0, 50, 16, "ms");
	print_goal("Esc", at(&large->escape, 50) / 1000, 0, 30, 30, "ms");
	print_goal("bytes of a step", at(&large->step_bytes, 50), 0, 60, 25, "");
	print_goal("bytes of scrolling a row", at(&large->scroll_bytes, 50), 0, 160, 100, "");
	print_goal("bytes of a page", at(&large->page_bytes, 50), 0, 1500, 1000, "");
	print_goal("bytes of the first screen", at(&large->first_bytes, 50), 0, 2500, 1800, "");
	print_goal("bytes a second when idle", at(&large->idle_bytes, 50), 0, 0, 0, "");
	print_goal("wake-ups a second when idle", at(&large->wake_ups, 50), 0, 0, 0, "");
}

static bool is_wanted(const char *name, int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		if (strcmp(argv[i], name) == 0)
			return true;
	return argc <= 1;
}

int main(int argc, char **argv)
{
	static const struct crowd small = {1000, 1000}, large = {1000000, 1000000}, longer = {1000000, 10000000};
	bool scenes = is_wanted("scenes", argc, argv);
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *home;

	add_ours(&small, "1,000 people, 1,000 sessions", &arena);
	if (argc > 1 && is_wanted("ten", argc, argv))
		add_ours(&longer, "1,000,000 people, 10,000,000 sessions", &arena);
	else
		add_ours(&large, "1,000,000 people, 1,000,000 sessions", &arena);
	home = peers_prepare();
	for (size_t i = 0; i < peer_count; i++)
		if (is_wanted(peers[i].name, argc, argv) && peer_installed(&peers[i]))
			add_program(&peers[i]);
	measure_all(home);
	if (scenes)
		play_scenes(&programs[CHIRON_LARGE], home);
	print_measured();
	print_goals();
	if (scenes)
		scenes_print();
	ch_arena_release(&arena);
	return 0;
}
