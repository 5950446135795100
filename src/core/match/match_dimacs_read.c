/*
 * The file is read once, byte by byte, from a block; an arc costs no call of
 * the C library. Options are kept in the order of the file, and sorted
 * afterwards only where that is not the order of learners and guides.
 */
#include "core/match/match_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 1 << 18, FIRST_ROOM = 1 << 12 };

struct reader {
	FILE *file;
	const char *name;
	unsigned char *block;
	size_t at, length;
	int64_t line;
	struct ch_error *err;

	int64_t nodes, arcs; /* as the p line has them; nodes 0: it was not read yet */
	int64_t learners, sink_supply;
	bool sink_read, arcs_began;
	int64_t arcs_read;
	struct match_file_problem *out;
	uint32_t *learner_of; /* of each option */
	size_t option_count, option_room;
	bool *guide_read; /* its arc to the sink was */
	bool sorted;
};

/* ---- Bytes and numbers ---------------------------------------------------------- */

/* The next byte without going past it; EOF at the end, or where reading failed. */
static inline int peek(struct reader *r)
{
	if (r->at == r->length) {
		r->length = fread(r->block, 1, BLOCK, r->file);
		r->at = 0;
		if (r->length == 0)
			return EOF;
	}
	return r->block[r->at];
}

static bool ends_line(int byte)
{
	return byte == '\n' || byte == '\r' || byte == EOF;
}

static void skip_blanks(struct reader *r)
{
	while (peek(r) == ' ' || peek(r) == '\t')
		r->at++;
}

static enum ch_status CH_PRINTF(2, 3) fail_line(struct reader *r, const char *format, ...)
{
	char what[300];
	va_list args;

	va_start(args, format);
	vsnprintf(what, sizeof what, format, args);
	va_end(args);
	return ch_fail(r->err, CH_DATA, _("line %lld of %s: %s"), (long long)r->line, r->name, what);
}

/* `most` bounds the size of the number on both sides of 0. `form` is what the whole line should look like. */
static enum ch_status read_number(struct reader *r, const char *form, int64_t most, int64_t *number)
{
	uint64_t value = 0;
	bool negative = false;

	skip_blanks(r);
	if (peek(r) == '-') {
		negative = true;
		r->at++;
	}
	int byte = peek(r);
	if (ends_line(byte) && !negative)
		return fail_line(r, _("a number is missing; the line is to be \"%s\""), form);
	if (byte < '0' || byte > '9')
		return fail_line(r, _("a whole number is needed; the line is to be \"%s\""), form);
	for (; byte >= '0' && byte <= '9'; byte = peek(r)) {
		value = value * 10 + (uint64_t)(byte - '0');
		if (value > (uint64_t)most)
			return fail_line(r, _("a number is out of range: at most %lld is allowed"), (long long)most);
		r->at++;
	}
	if (!ends_line(byte) && byte != ' ' && byte != '\t')
		return fail_line(r, _("a whole number is needed; the line is to be \"%s\""), form);
	*number = negative ? -(int64_t)value : (int64_t)value;
	return CH_OK;
}

static enum ch_status end_line(struct reader *r, const char *form)
{
	skip_blanks(r);
	if (!ends_line(peek(r)))
		return fail_line(r, _("there is more than \"%s\""), form);
	return CH_OK;
}

static void skip_line(struct reader *r)
{
	while (peek(r) != '\n' && peek(r) != EOF)
		r->at++;
	if (peek(r) == '\n')
		r->at++;
}

/* ---- The head -------------------------------------------------------------------- */

static enum ch_status read_problem_line(struct reader *r)
{
	static const char form[] = "p min NODES ARCS";
	enum ch_status status;

	if (r->nodes > 0)
		return fail_line(r, _("a second p line"));
	skip_blanks(r);
	for (const char *word = "min"; *word; word++, r->at++)
		if (peek(r) != *word)
			return fail_line(r, _("the line is to be \"%s\""), form);
	status = read_number(r, form, CH_INSTANCE_NODES_MOST, &r->nodes);
	if (status == CH_OK)
		status = read_number(r, form, CH_INSTANCE_ARCS_MOST, &r->arcs);
	if (status != CH_OK)
		return status;
	if (r->nodes < 1 || r->arcs < 0)
		return fail_line(r, _("%lld nodes and %lld arcs: at least the sink is needed"), (long long)r->nodes,
				 (long long)r->arcs);
	if (r->arcs < r->nodes - 1)
		return fail_line(r, _("%lld nodes and only %lld arcs: each learner and each guide has one to the sink"),
				 (long long)r->nodes, (long long)r->arcs);
	return end_line(r, form);
}

static enum ch_status read_node_line(struct reader *r)
{
	static const char form[] = "n NODE SUPPLY";
	int64_t node, supply;
	enum ch_status status;

	if (r->nodes == 0)
		return fail_line(r, _("the p line comes first"));
	if (r->arcs_began)
		return fail_line(r, _("n lines come before the arcs"));
	status = read_number(r, form, CH_INSTANCE_NODES_MOST, &node);
	if (status == CH_OK)
		status = read_number(r, form, CH_INSTANCE_NODES_MOST, &supply);
	if (status != CH_OK)
		return status;
	if (node < 1 || node > r->nodes)
		return fail_line(r, _("there is no node %lld: nodes are 1 to %lld"), (long long)node,
				 (long long)r->nodes);
	if (node == r->nodes) {
		if (r->sink_read)
			return fail_line(r, _("the supply of the sink, node %lld, is given twice"), (long long)node);
		r->sink_read = true;
		r->sink_supply = supply;
	} else if (supply == 1) {
		if (node != ++r->learners)
			return fail_line(r, _("learners are the nodes from 1 on, in order: %lld was due, not %lld"),
					 (long long)r->learners, (long long)node);
	} else if (supply != 0) {
		return fail_line(r, _("node %lld has the supply %lld: a learner has 1, a guide 0"), (long long)node,
				 (long long)supply);
	}
	return end_line(r, form);
}

static void *allocate(size_t count, size_t size)
{
	void *memory = calloc(count + 1, size);

	if (!memory)
		ch_abort("out of memory");
	return memory;
}

/* The head is whole: before the first arc, or at the end where there is none. */
static enum ch_status begin_arcs(struct reader *r)
{
	if (r->nodes == 0)
		return fail_line(r, _("the p line comes first"));
	if (r->learners + r->sink_supply != 0)
		return fail_line(r,
				 _("the supplies do not balance: %lld learners, and the sink, node %lld, takes %lld"),
				 (long long)r->learners, (long long)r->nodes, (long long)-r->sink_supply);
	r->arcs_began = true;
	size_t learners = (size_t)r->learners, guides = (size_t)(r->nodes - 1 - r->learners);
	r->out->first = allocate(learners + 1, sizeof *r->out->first);
	r->out->stakes = allocate(learners, sizeof *r->out->stakes);
	r->out->places = allocate(guides, sizeof *r->out->places);
	r->guide_read = allocate(guides, sizeof *r->guide_read);
	r->out->problem.learner_count = learners;
	r->out->problem.guide_count = guides;
	for (size_t i = 0; i < learners; i++)
		r->out->stakes[i] = MATCH_MUST;
	return CH_OK;
}

/* ---- Arcs ------------------------------------------------------------------------ */

struct arc {
	int64_t from, to, low, capacity, cost;
};

static void *grow(void *memory, size_t count, size_t size)
{
	memory = realloc(memory, count * size);
	if (!memory)
		ch_abort("out of memory");
	return memory;
}

static enum ch_status add_option(struct reader *r, const struct arc *arc)
{
	uint32_t learner = (uint32_t)(arc->from - 1), guide = (uint32_t)(arc->to - r->learners - 1);
	struct match_option *options = r->out->options;

	if (arc->cost > 0 || arc->cost < -MATCH_SCORE_MAX)
		return fail_line(r, _("the cost from a learner to a guide is minus their score, 0 to -%d; it is %lld"),
				 MATCH_SCORE_MAX, (long long)arc->cost);
	if (r->option_count > 0) {
		uint32_t before = r->learner_of[r->option_count - 1];
		uint32_t guide_before = options[r->option_count - 1].guide;
		if (learner == before && guide == guide_before)
			return fail_line(r, _("the arc from %lld to %lld is given twice"), (long long)arc->from,
					 (long long)arc->to);
		r->sorted = r->sorted && (learner > before || (learner == before && guide > guide_before));
	}
	if (r->option_count == r->option_room) {
		r->option_room = r->option_room > 0 ? r->option_room * 2 : FIRST_ROOM;
		r->out->options = options = grow(options, r->option_room, sizeof *options);
		r->learner_of = grow(r->learner_of, r->option_room, sizeof *r->learner_of);
	}
	options[r->option_count] = (struct match_option){.guide = guide, .score = (uint32_t)-arc->cost};
	r->learner_of[r->option_count++] = learner;
	r->out->first[learner + 1]++;
	return CH_OK;
}

static enum ch_status add_stake(struct reader *r, const struct arc *arc)
{
	int64_t *stake = &r->out->stakes[arc->from - 1];

	if (*stake != MATCH_MUST)
		return fail_line(r, _("the arc from %lld to the sink is given twice"), (long long)arc->from);
	*stake = arc->cost;
	return CH_OK;
}

static enum ch_status add_places(struct reader *r, const struct arc *arc)
{
	size_t guide = (size_t)(arc->from - r->learners - 1);

	if (arc->cost != 0)
		return fail_line(r, _("the cost from a guide to the sink is 0; it is %lld"), (long long)arc->cost);
	if (r->guide_read[guide])
		return fail_line(r, _("the arc from %lld to the sink is given twice"), (long long)arc->from);
	r->guide_read[guide] = true;
	r->out->places[guide] = arc->capacity;
	return CH_OK;
}

static enum ch_status add_arc(struct reader *r, const struct arc *arc)
{
	bool from_learner = arc->from >= 1 && arc->from <= r->learners;
	bool from_guide = arc->from > r->learners && arc->from < r->nodes;
	bool to_guide = arc->to > r->learners && arc->to < r->nodes;

	if (arc->low != 0)
		return fail_line(r, _("the lower bound is 0; it is %lld"), (long long)arc->low);
	if (arc->capacity < 0 || (from_learner && arc->capacity != 1))
		return fail_line(r, _("the capacity is %lld: 1 from a learner, 0 or more from a guide"),
				 (long long)arc->capacity);
	if (from_learner && to_guide)
		return add_option(r, arc);
	if (from_learner && arc->to == r->nodes)
		return add_stake(r, arc);
	if (from_guide && arc->to == r->nodes)
		return add_places(r, arc);
	return fail_line(r, _("an arc from %lld to %lld: arcs go from learners (1 to %lld) to guides (to %lld) and "
			      "from both to the sink (%lld)"),
			 (long long)arc->from, (long long)arc->to, (long long)r->learners, (long long)r->nodes - 1,
			 (long long)r->nodes);
}

static enum ch_status read_arc_line(struct reader *r)
{
	static const char form[] = "a FROM TO LOW CAPACITY COST";
	struct arc arc;
	enum ch_status status = r->arcs_began ? CH_OK : begin_arcs(r);

	if (status == CH_OK)
		status = read_number(r, form, CH_INSTANCE_NODES_MOST, &arc.from);
	if (status == CH_OK)
		status = read_number(r, form, CH_INSTANCE_NODES_MOST, &arc.to);
	if (status == CH_OK)
		status = read_number(r, form, INT64_MAX, &arc.low);
	if (status == CH_OK)
		status = read_number(r, form, INT64_MAX, &arc.capacity);
	if (status == CH_OK)
		status = read_number(r, form, MATCH_COST_MOST, &arc.cost);
	if (status == CH_OK)
		status = end_line(r, form);
	if (status != CH_OK)
		return status;
	if (++r->arcs_read > r->arcs)
		return fail_line(r, _("the p line says that there are %lld arcs; here is one more"),
				 (long long)r->arcs);
	return add_arc(r, &arc);
}

/* ---- The whole ------------------------------------------------------------------- */

static enum ch_status read_line(struct reader *r)
{
	int byte = peek(r);

	if (byte == 'c' || ends_line(byte))
		return CH_OK;
	r->at++;
	int next = peek(r);
	if (next != ' ' && next != '\t')
		byte = 0;
	if (byte == 'a')
		return read_arc_line(r);
	if (byte == 'n')
		return read_node_line(r);
	if (byte == 'p')
		return read_problem_line(r);
	return fail_line(r, _("a line begins with c, p, n or a, then a blank"));
}

static enum ch_status read_lines(struct reader *r)
{
	while (peek(r) != EOF) {
		r->line++;
		enum ch_status status = read_line(r);
		if (status != CH_OK)
			return status;
		skip_line(r);
	}
	if (ferror(r->file))
		return ch_fail(r->err, CH_IO, _("%s cannot be read: %s"), r->name, strerror(errno));
	if (r->nodes == 0)
		return ch_fail(r->err, CH_DATA, _("%s is no instance in DIMACS form: it has no p line"), r->name);
	return r->arcs_began ? CH_OK : begin_arcs(r);
}

struct sorted_option {
	uint32_t learner;
	struct match_option option;
};

static int by_learner_and_guide(const void *a, const void *b)
{
	const struct sorted_option *x = a, *y = b;

	if (x->learner != y->learner)
		return x->learner < y->learner ? -1 : 1;
	return x->option.guide < y->option.guide ? -1 : x->option.guide > y->option.guide;
}

static enum ch_status sort_options(struct reader *r)
{
	struct sorted_option *sorted = allocate(r->option_count, sizeof *sorted);
	enum ch_status status = CH_OK;

	for (size_t i = 0; i < r->option_count; i++)
		sorted[i] = (struct sorted_option){.learner = r->learner_of[i], .option = r->out->options[i]};
	qsort(sorted, r->option_count, sizeof *sorted, by_learner_and_guide);
	for (size_t i = 0; i < r->option_count; i++) {
		if (i > 0 && status == CH_OK && by_learner_and_guide(&sorted[i - 1], &sorted[i]) == 0)
			status = ch_fail(r->err, CH_DATA, _("%s: the arc from %lld to %lld is given twice"), r->name,
					 (long long)sorted[i].learner + 1,
					 (long long)sorted[i].option.guide + r->learners + 1);
		r->out->options[i] = sorted[i].option;
	}
	free(sorted);
	return status;
}

static enum ch_status check_whole(struct reader *r)
{
	if (r->arcs_read != r->arcs)
		return ch_fail(r->err, CH_DATA, _("%s: the p line says that there are %lld arcs; there are %lld"),
			       r->name, (long long)r->arcs, (long long)r->arcs_read);
	for (size_t i = 0; i < r->out->problem.guide_count; i++)
		if (!r->guide_read[i])
			return ch_fail(r->err, CH_DATA, _("%s: guide node %lld has no arc to the sink"), r->name,
				       (long long)(r->learners + 1 + (int64_t)i));
	for (size_t i = 0; i < r->out->problem.learner_count; i++) {
		if (r->out->stakes[i] == MATCH_MUST && r->out->first[i + 1] == 0)
			return ch_fail(r->err, CH_DATA, _("%s: infeasible: nothing leads from learner node %zu"),
				       r->name, i + 1);
		r->out->first[i + 1] += r->out->first[i];
	}
	return r->sorted ? CH_OK : sort_options(r);
}

enum ch_status match_dimacs_read(FILE *file, const char *name, struct match_file_problem *problem,
				 struct ch_error *err)
{
	struct reader r = {.file = file, .name = name, .err = err, .out = problem, .sorted = true};

	*problem = (struct match_file_problem){0};
	r.block = allocate(BLOCK, 1);
	enum ch_status status = read_lines(&r);
	if (status == CH_OK)
		status = check_whole(&r);
	free(r.block);
	free(r.learner_of);
	free(r.guide_read);
	if (status != CH_OK) {
		match_file_release(problem);
		return status;
	}
	problem->problem.places = problem->places;
	problem->problem.stakes = problem->stakes;
	problem->problem.first = problem->first;
	problem->problem.options = problem->options;
	return CH_OK;
}

void match_file_release(struct match_file_problem *problem)
{
	free(problem->places);
	free(problem->stakes);
	free(problem->first);
	free(problem->options);
	*problem = (struct match_file_problem){0};
}
