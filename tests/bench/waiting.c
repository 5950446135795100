#include "waiting.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "chiron/buffer.h"
#include "whole.h"

enum { AREAS = 40, TIMES = 13, FIELDS = 12, REGIONS = 10, GRADES = 6 };

/* splitmix64 (Steele, Lea and Flood 2014) */
static uint32_t below(uint64_t *state, uint32_t bound)
{
	uint64_t x = *state += 0x9e3779b97f4a7c15u;

	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
	x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
	return (uint32_t)((x ^ (x >> 31)) % bound);
}

/* "Area 3; Area 17"; some may be named twice, which counts once. */
static void add_terms(struct ch_buffer *out, uint64_t *state, const char *word, uint32_t count, uint32_t of)
{
	for (uint32_t i = 0; i < count; i++)
		ch_buffer_printf(out, "%s%s %" PRIu32, i > 0 ? "; " : "", word, below(state, of));
}

static void add_person(struct ch_buffer *out, uint64_t *state, size_t number, bool guide)
{
	static const int places[] = {1, 1, 1, 2, 2, 2, 3, 3, 4, 5};

	ch_buffer_printf(out, "%s %zu,%s%zu@example.org,%s,", guide ? "Guide" : "Learner", number,
			 guide ? "g" : "l", number, guide ? "mentor" : "mentee");
	if (guide)
		add_terms(out, state, "Area", 2 + below(state, 5), AREAS);
	ch_buffer_add(out, ",");
	if (!guide)
		add_terms(out, state, "Area", 1 + below(state, 4), AREAS);
	ch_buffer_add(out, ",");
	if (guide)
		ch_buffer_printf(out, "%d", places[below(state, sizeof places / sizeof *places)]);
	ch_buffer_printf(out, ",Field %" PRIu32 ",Region %" PRIu32 ",", below(state, FIELDS), below(state, REGIONS));
	add_terms(out, state, "Slot", 2, TIMES);
	ch_buffer_printf(out, ",%" PRIu32 "\n", below(state, GRADES));
}

static void write_people(const char *path, size_t learners, size_t guides)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	uint64_t state = 1;
	FILE *file = fopen(path, "w");

	ch_buffer_add(&out, "Name,Email,Role,Offers,Seeks,Places,Field of work,Location,Meeting times,Grade\n");
	for (size_t g = 0; g < guides; g++)
		add_person(&out, &state, g, true);
	for (size_t l = 0; l < learners; l++)
		add_person(&out, &state, l, false);
	if (file == NULL || fwrite(out.text, 1, out.length, file) != out.length || fclose(file) != 0) {
		perror(path);
		exit(1);
	}
	ch_buffer_release(&out);
}

const char *waiting_file(size_t learners, size_t guides, struct ch_arena *arena)
{
	const char *chiron = getenv("CHIRON"), *folder = ch_arena_printf(arena, "%s/bench", getenv("BUILD"));
	const char *path = ch_arena_printf(arena, "%s/waiting-%zu-%zu.db", folder, learners, guides);
	const char *people = ch_arena_printf(arena, "%s.csv", path);

	mkdir(folder, 0755);
	remove(path);
	write_people(people, learners, guides);
	whole_run((const char *const[]){chiron, "-d", path, "init", "Roster", "-q", NULL});
	whole_run((const char *const[]){chiron, "-d", path, "programme", "add", "Spring", "-q", "--kind", "mentoring",
					NULL});
	whole_run((const char *const[]){chiron, "-d", path, "import", "people", people, "--programme", "Spring", "-q",
					NULL});
	return path;
}
