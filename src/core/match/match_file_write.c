#include "core/match/match_file.h"

#include <inttypes.h>

#include "chiron/buffer.h"
#include "chiron/chiron.h"

enum { PIECE = 1 << 16 }; /* bytes, from which on what was put together is given to the sink */

struct writing {
	struct ch_buffer buffer;
	ch_export_sink *sink;
	void *context;
	enum ch_status status; /* after a failure nothing more is given */
	struct ch_error *err;
};

static void flush(struct writing *w)
{
	if (w->status == CH_OK && w->buffer.length > 0)
		w->status = w->sink(w->context, w->buffer.text, w->buffer.length, w->err);
	ch_buffer_clear(&w->buffer);
}

static void CH_PRINTF(2, 3) put(struct writing *w, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	ch_buffer_vprintf(&w->buffer, format, args);
	va_end(args);
	if (w->buffer.length >= PIECE)
		flush(w);
}

static enum ch_status finish(struct writing *w)
{
	flush(w);
	ch_buffer_release(&w->buffer);
	return w->status;
}

static void put_people(struct writing *w, const struct match_problem *p, const struct match_file_people *people)
{
	for (size_t i = 0; people && i < p->learner_count; i++)
		put(w, "c node %zu is person %" PRId64 "\n", i + 1, people->learner_ids[i]);
	for (size_t i = 0; people && i < p->guide_count; i++)
		put(w, "c node %zu is person %" PRId64 "\n", p->learner_count + i + 1, people->guide_ids[i]);
}

enum ch_status match_dimacs_write(const struct match_problem *p, const struct match_file_people *people,
				  ch_export_sink *sink, void *context, struct ch_error *err)
{
	struct writing w = {.buffer = CH_BUFFER_EMPTY, .sink = sink, .context = context, .err = err};
	size_t learners = p->learner_count, sink_node = learners + p->guide_count + 1, arcs = p->guide_count;

	for (size_t i = 0; i < learners; i++)
		arcs += p->first[i + 1] - p->first[i] + (p->stakes[i] != MATCH_MUST);
	put(&w, "c A matching, by chiron %s: learners, then guides, then the sink\n", CH_VERSION);
	put_people(&w, p, people);
	put(&w, "p min %zu %zu\n", sink_node, arcs);
	for (size_t i = 0; i < learners; i++)
		put(&w, "n %zu 1\n", i + 1);
	put(&w, "n %zu %s%zu\n", sink_node, learners > 0 ? "-" : "", learners);
	for (size_t learner = 0; learner < learners; learner++) {
		for (size_t i = p->first[learner]; i < p->first[learner + 1]; i++)
			put(&w, "a %zu %zu 0 1 %" PRId64 "\n", learner + 1, learners + p->options[i].guide + 1,
			    -(int64_t)p->options[i].score);
		if (p->stakes[learner] != MATCH_MUST)
			put(&w, "a %zu %zu 0 1 %" PRId64 "\n", learner + 1, sink_node, p->stakes[learner]);
	}
	for (size_t guide = 0; guide < p->guide_count; guide++)
		put(&w, "a %zu %zu 0 %" PRId64 " 0\n", learners + guide + 1, sink_node,
		    p->places[guide] > 0 ? p->places[guide] : 0);
	return finish(&w);
}

enum ch_status match_proof_write(const struct match_problem *p, const struct match_solution *solution,
				 const struct match_file_people *people, ch_export_sink *sink, void *context,
				 struct ch_error *err)
{
	struct writing w = {.buffer = CH_BUFFER_EMPTY, .sink = sink, .context = context, .err = err};

	put(&w, "c The proof of a matching, by chiron %s\n", CH_VERSION);
	put_people(&w, p, people);
	put(&w, "p proof %zu %zu\n", p->learner_count, p->guide_count);
	for (size_t i = 0; i < p->learner_count; i++) {
		size_t guide = solution->guide_of[i];
		put(&w, "l %zu %zu %" PRId64 "\n", i + 1, guide == MATCH_NOBODY ? 0 : p->learner_count + guide + 1,
		    solution->gains[i]);
	}
	for (size_t i = 0; i < p->guide_count; i++)
		put(&w, "g %zu %" PRId64 "\n", p->learner_count + i + 1, solution->prices[i]);
	return finish(&w);
}
