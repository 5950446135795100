#include "core/answer.h"

#include "core/may.h"
#include "core/scheme_private.h"
#include "store/stmt.h"

enum ch_status answer_insert(struct change *change, struct ch_answer *answer, struct ch_error *err)
{
	answer->answer_id = 0;
	answer->row_version = 0;
	answer->recorded_by = change->c->actor.person_id;
	answer->recorded_on = change->today;
	if (answer->answered_on > change->today) {
		ch_fail_field(err, "answered_on", _("an answer cannot have been given in the future"));
		return ch_error_fix(err, _("give today or an earlier day"));
	}
	return change_insert(change, CH_ANSWER, answer, err);
}

/* ---- Reading ---- */

enum { ANSWER_COLUMNS = 6 };

static const char *const answer_keys[ANSWER_COLUMNS] = {"question", "value",	   "answered_on",
							"how",	    "recorded_by", "programme"};

static const struct ch_column *answer_columns(struct ch_arena *arena)
{
	const struct ch_entity *entity = ch_entity_of(CH_ANSWER);
	struct ch_column *columns = ch_arena_array(arena, ANSWER_COLUMNS, sizeof(*columns));

	for (size_t i = 0; i < ANSWER_COLUMNS; i++) {
		const struct ch_field *field = ch_field_named(entity, answer_keys[i]);

		columns[i] = (struct ch_column){.key = answer_keys[i], .label = N_("Programme"), .type = CH_TYPE_TEXT};
		if (field == NULL)
			continue;
		columns[i].label = field->label;
		columns[i].type = field->type == CH_TYPE_ID ? CH_TYPE_TEXT : field->type;
		columns[i].choices = field->choices;
	}
	return columns;
}

static enum ch_status read_answers(struct stmt *q, struct ch_arena *arena, struct ch_grid *grid, struct ch_error *err)
{
	enum ch_status status;
	size_t room = 0;
	bool row = false;

	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		const char **cells = ch_arena_array(arena, ANSWER_COLUMNS, sizeof(*cells));

		grid->rows = ch_arena_room(arena, grid->rows, grid->row_count, &room, sizeof(*grid->rows));
		for (size_t i = 0; i < ANSWER_COLUMNS; i++)
			cells[i] = stmt_copy(q, answer_keys[i], arena);
		grid->rows[grid->row_count++] = (struct ch_row){.id = stmt_id(q, "answer_id"), .cells = cells};
	}
	stmt_reset(q);
	return status;
}

enum ch_status answer_yes_how(const struct change *change, int64_t guide_id, int64_t person_id, int *how,
			      struct ch_error *err)
{
	int64_t me = change->c->actor.person_id;

	if (me == 0)
		return CH_OK;
	if (me == person_id) {
		*how = CH_HOW_DESK;
		return CH_OK;
	}
	if (me != guide_id) {
		ch_fail_field(err, "agreed", _("that is the other's own yes: you say only yours"));
		return ch_error_fix(err, _("let them say it themselves, or tell the coordinator, who records how it "
					   "was said"));
	}
	if (*how == CH_NO_HOW || *how == CH_HOW_SPOKEN) {
		*how = CH_HOW_SPOKEN;
		return CH_OK;
	}
	ch_fail_field(err, "how", _("you record only a yes that the other told you (spoken)"));
	return ch_error_fix(err, _("record it as spoken; a yes on a form, on paper or by e-mail goes to the "
				   "coordinator, and at their own desk they say it themselves"));
}

enum ch_status ch_answer_list(struct ch_context *c, int64_t person_id, struct ch_arena *arena, struct ch_grid *grid,
			      struct ch_error *err)
{
	*grid = (struct ch_grid){.columns = answer_columns(arena), .column_count = ANSWER_COLUMNS};
	if (c->actor.person_id != 0 && c->actor.person_id != person_id)
		return CH_OK;
	TRY(may(c, CH_OP_ANSWER_READ, CH_ANSWER, 0, err));
	struct stmt *q = stmt_ready(c->scheme->db, SQL_ANSWERS_OF_PERSON);

	stmt_bind_int(q, "person_id", person_id);
	return read_answers(q, arena, grid, err);
}
