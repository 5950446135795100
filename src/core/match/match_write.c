/* The problem and the proof of a programme's run, as files for other programs (match_file.h). */
#include "core/journal/change.h"
#include "core/match/match.h"
#include "core/match/match_file.h"

void ch_matching_keep_all_options(struct ch_matching *m)
{
	m->whole = true;
	m->scored = false;
}

static const int64_t *ids_of(const struct match_people *people, struct ch_arena *arena)
{
	int64_t *ids = ch_arena_array(arena, people->count, sizeof *ids);

	for (size_t i = 0; i < people->count; i++)
		ids[i] = people->people[i].person_id;
	return ids;
}

static struct match_file_people people_of(const struct ch_matching *m, struct ch_arena *arena)
{
	return (struct match_file_people){.learner_ids = ids_of(&m->learners, arena),
					  .guide_ids = ids_of(&m->guides, arena)};
}

enum ch_status ch_matching_write_instance(const struct ch_matching *m, ch_export_sink *sink, void *context,
					  struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct match_file_people people = people_of(m, &arena);
	enum ch_status status = match_dimacs_write(&m->problem, &people, sink, context, err);

	ch_arena_release(&arena);
	return status;
}

enum ch_status ch_matching_write_proof(const struct ch_matching *m, ch_export_sink *sink, void *context,
				       struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct match_file_people people = people_of(m, &arena);
	enum ch_status status = match_proof_write(&m->problem, &m->solution, &people, sink, context, err);

	ch_arena_release(&arena);
	return status;
}
