#include "core/import/said_row.h"

#include <inttypes.h>
#include <string.h>

#include "chiron/list.h"
#include "chiron/person.h"
#include "chiron/text.h"
#include "core/import/value.h"
#include "core/scheme_private.h"
#include "store/stmt.h"

enum { ROWS_SAID = 12 };

static bool is_among(const struct said_rows *said, int64_t row, size_t *index)
{
	for (size_t i = 0; i < said->count; i++)
		if (said->rows[i] == row) {
			*index = i;
			return true;
		}
	return false;
}

static bool is_left_out_as(const struct import_column *column, const char *why)
{
	return column->field == NULL && column->why != NULL && strcmp(column->why, why) == 0;
}

/* Why a column is left out that is looked at all the same. */
static const char *const whys[] = {[SAID_CONSENT] = "consent", [SAID_CHECK] = "check", [SAID_ACTIVE] = "active",
				  [SAID_APART] = "apart"};

void said_row_begin(struct said_row *said, const struct import_columns *columns,
		    const struct ch_import_options *options, struct ch_arena *arena)
{
	*said = (struct said_row){
		.columns = columns,
		.left_out = {.rows = options->left_out,
			     .count = options->left_out_count,
			     .met = ch_arena_array(arena, options->left_out_count, sizeof(bool))},
		.leaves_refused = options->leave_out_refused,
		.answers = ch_arena_array(arena, columns->count, sizeof(*said->answers)),
		.arena = arena,
	};
	said->apart_end = &said->apart;
	for (size_t i = 0; i < columns->count; i++) {
		for (size_t of = 0; of < sizeof whys / sizeof whys[0]; of++)
			if (is_left_out_as(&columns->columns[i], whys[of]))
				said->answers[said->answer_count++] =
					(struct said_answers){.column = i, .of = (enum said_of)of};
	}
}

static enum ch_yes answer_to(const struct said_row *said, const struct said_answers *asked,
			     const struct import_row *row)
{
	const struct import_lexicon *lexicon = said->columns->lexicon;
	const char *cell = row->cells[asked->column];

	if (asked->of != SAID_ACTIVE)
		return import_yes(lexicon, cell);
	struct ch_arena arena = CH_ARENA_EMPTY;
	size_t before = import_before_remark(cell);
	enum ch_yes answer = CH_UNSAID;
	const char *texts[] = {cell, before > 0 ? ch_arena_copy_bytes(&arena, cell, before) : cell,
			       ch_arena_copy_bytes(&arena, cell, strcspn(cell, " "))};

	/* "No (since May)", "left May 25", "inactive". */
	for (size_t i = 0; i < sizeof texts / sizeof texts[0] && answer == CH_UNSAID; i++)
		answer = import_word_is(lexicon, "state.withdrawn", texts[i]) ? CH_NO : import_yes(lexicon, texts[i]);
	ch_arena_release(&arena);
	return answer;
}

/* Counts what the row answers; whether it is a no to any of them. */
static bool is_refused(struct said_row *said, const struct import_row *row)
{
	bool refused = false;

	for (size_t i = 0; i < said->answer_count; i++) {
		struct said_answers *asked = &said->answers[i];
		enum ch_yes answer = answer_to(said, asked, row);
		bool empty = import_cell_is_blank(row->cells[asked->column]);

		asked->yes += answer == CH_YES;
		asked->no += answer == CH_NO;
		asked->empty += empty;
		asked->other += answer == CH_UNSAID && !empty;
		refused = refused || (asked->of == SAID_CONSENT && answer == CH_NO);
	}
	return refused;
}

bool said_row_leaves_out(struct said_row *said, const struct import_row *row)
{
	bool refused = is_refused(said, row);
	size_t index;

	if (is_among(&said->left_out, row->row, &index)) {
		said->left_out.met[index] = true;
		return true;
	}
	if (refused && said->leaves_refused) {
		said->refused++;
		return true;
	}
	return false;
}

/* Kept until the last row: whoever is meant may stand below. */
static void keep_apart(struct said_row *said, const struct import_row *row, size_t column, const char *name)
{
	const char *cell = row->cells[column];

	if (import_cell_is_blank(cell) || import_yes(said->columns->lexicon, cell) == CH_NO ||
	    import_word_is(said->columns->lexicon, "not_given", cell))
		return;
	*said->apart_end = ch_arena_alloc(said->arena, sizeof(**said->apart_end));
	**said->apart_end = (struct said_apart){.row = row->row,
						.line = row->line,
						.column = said->columns->columns[column].heading,
						.name = ch_arena_copy(said->arena, name),
						.cell = ch_arena_copy(said->arena, cell)};
	said->apart_end = &(*said->apart_end)->next;
}

/* Somebody found by more than one word of their name; 0: nobody. */
static int64_t somebody_called(struct ch_context *c, const char *name)
{
	struct ch_error ignored = CH_NO_ERROR;
	int64_t id = 0;

	if (name == NULL || strchr(name, ' ') == NULL)
		return 0;
	return ch_find(c, CH_PERSON, name, &id, &ignored) == CH_OK ? id : 0;
}

static bool are_apart(struct ch_context *c, int64_t one, int64_t other)
{
	struct stmt *q = stmt_ready(c->scheme->db, SQL_IS_AVOIDED);
	struct ch_error ignored = CH_NO_ERROR;
	bool found = false;

	stmt_bind_int(q, "one", one);
	stmt_bind_int(q, "other", other);
	stmt_step(q, &found, &ignored);
	stmt_reset(q);
	return found;
}

static const char *way_apart(const char *name, const char *meant, struct ch_arena *arena)
{
	if (meant == NULL)
		return ch_arena_printf(arena,
				       _("whoever is meant is not known; this keeps them apart from each of them: "
					 "`chiron pair-rule add \"%s\" NAME --kind avoid`"),
				       name);
	return ch_arena_printf(arena,
			       _("if %s is meant, this keeps them apart: "
				 "`chiron pair-rule add \"%s\" \"%s\" --kind avoid`"),
			       meant, name, meant);
}

void said_row_ask_apart(const struct said_row *said, struct ch_context *c, struct import_findings *findings)
{
	struct ch_arena *arena = said->arena;

	for (const struct said_apart *at = said->apart; at != NULL; at = at->next) {
		struct ch_error ignored = CH_NO_ERROR;
		struct ch_person found = {.name = NULL};
		size_t before = import_before_remark(at->cell);
		const char *who =
			ch_text_tidy(arena, before > 0 ? ch_arena_copy_bytes(arena, at->cell, before) : at->cell);
		const char *name = at->name != NULL ? at->name : _("the person");
		int64_t meant = somebody_called(c, who), id = somebody_called(c, at->name);

		if (meant != 0 && id != 0 && are_apart(c, id, meant))
			continue;
		if (meant != 0 && ch_person_get(c, meant, arena, &found, &ignored) != CH_OK)
			found.name = NULL;
		struct import_issue issue = {
			.row = at->row,
			.line = at->line,
			.column = at->column,
			.value = at->cell,
			.reason = IMPORT_KEPT_APART,
			.message = ch_arena_printf(
				arena, _("is whom %s is not to be paired with: nothing keeps them apart yet"), name),
			.fix = way_apart(name, found.name, arena),
		};
		import_issue_add(findings, &issue);
	}
}

void said_row_ask(struct said_row *said, const struct import_row *row, const char *name, struct ch_arena *arena,
		  struct import_findings *findings)
{
	for (size_t i = 0; i < said->answer_count; i++) {
		bool of_active = said->answers[i].of == SAID_ACTIVE;
		if (said->answers[i].of == SAID_APART)
			keep_apart(said, row, said->answers[i].column, name);
		if (said->answers[i].of == SAID_APART || said->answers[i].of == SAID_CHECK ||
		    answer_to(said, &said->answers[i], row) != CH_NO)
			continue;
		const char *who = name != NULL ? name : _("the person");
		const char *message = of_active ? ch_arena_printf(arena, _("says of %s: no longer taking part"), who)
				      : name != NULL ? ch_arena_printf(arena, _("is the answer of %s"), name)
						     : _("is no consent");
		struct import_issue issue = {
			.row = row->row,
			.line = row->line,
			.column = said->columns->columns[said->answers[i].column].heading,
			.value = row->cells[said->answers[i].column],
			.reason = of_active ? IMPORT_SAID_LEFT : IMPORT_CONSENT_REFUSED,
			.message = message,
			.fix = of_active ? ch_arena_printf(arena,
							   _("if they are not wanted here, leave the row out: "
							     CH_WAY "--leave-out %lld" CH_KEY KEY_(DELETE)),
							   (long long)row->row)
					 : _("ask them before you keep what they wrote, or leave the row out"),
		};
		import_issue_add(findings, &issue);
	}
}

int64_t said_row_count(const struct said_row *said)
{
	int64_t count = said->refused;

	for (size_t i = 0; i < said->left_out.count; i++)
		count += said->left_out.met[i];
	return count;
}

/* ---- Telling ---- */

static void add_answer(struct ch_buffer *out, int64_t count, const char *what)
{
	if (count > 0)
		ch_buffer_printf(out, "%s%" PRId64 " %s", out->length > 0 ? ", " : "", count, what);
}

static void tell_answers(const struct said_row *said, struct import_findings *findings)
{
	struct ch_buffer answers = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < said->answer_count; i++) {
		const struct said_answers *asked = &said->answers[i];
		const char *heading = import_excerpt(findings, said->columns->columns[asked->column].heading);

		ch_buffer_clear(&answers);
		add_answer(&answers, asked->yes, _("said yes"));
		add_answer(&answers, asked->no, _("said no"));
		add_answer(&answers, asked->of == SAID_CHECK ? asked->other : 0, _("said something else"));
		add_answer(&answers, asked->empty, _("said nothing"));
		if (asked->of == SAID_CHECK && asked->yes + asked->no + asked->other > 0)
			import_notice_add(findings, IMPORT_TOPIC_ROWS,
					  _("To \"%s\" %s; no check is recorded of it, since nothing says when"),
					  heading, answers.text);
		else if (asked->of == SAID_CONSENT && (asked->no > 0 || (asked->yes > 0 && asked->empty > 0)))
			import_notice_add(findings, IMPORT_TOPIC_ROWS, _("To \"%s\" %s"), heading, answers.text);
	}
	ch_buffer_release(&answers);
}

/* Those that are met, or those that are not: "4, 7 and 2 more"; how many they are. */
static size_t add_rows(const struct said_rows *said, bool met, struct ch_buffer *out)
{
	size_t count = 0;

	for (size_t i = 0; i < said->count; i++)
		if (said->met[i] == met && count++ < ROWS_SAID)
			ch_buffer_printf(out, "%s%" PRId64, out->length > 0 ? ", " : "", said->rows[i]);
	if (count > ROWS_SAID)
		ch_buffer_printf(out, _(" and %zu more"), count - ROWS_SAID);
	return count;
}

void said_row_tell(const struct said_row *said, struct import_findings *findings)
{
	struct ch_buffer rows = CH_BUFFER_EMPTY;
	size_t count = add_rows(&said->left_out, true, &rows);

	tell_answers(said, findings);
	if (count > 0)
		import_notice_add(findings, IMPORT_TOPIC_MENDED,
				  count == 1 ? _("Row %s stays out, as you say") : _("Rows %s stay out, as you say"),
				  rows.text);
	if (said->refused > 0)
		import_notice_add(findings, IMPORT_TOPIC_MENDED,
				  _n("%" PRId64 " row stays out, as you say, since they said no",
				     "%" PRId64 " rows stay out, as you say, since they said no", said->refused),
				  said->refused);
	ch_buffer_clear(&rows);
	count = add_rows(&said->left_out, false, &rows);
	if (count > 0)
		import_notice_add(findings, IMPORT_TOPIC_MENDED,
				  count == 1 ? _("Row %s, which was to stay out, holds no data")
					     : _("Rows %s, which were to stay out, hold no data"),
				  rows.text);
	ch_buffer_release(&rows);
}
