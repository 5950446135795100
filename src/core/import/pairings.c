/* A row of pairings: the pairing of the two is found or made, with its spell and its agreement. */
#include <string.h>

#include "chiron/enrolment.h"
#include "core/check/check_gate.h"
#include "core/enrolment.h"
#include "core/import/pair_import.h"
#include "core/import/pair_yes.h"
#include "core/leave.h"
#include "core/pairing.h"
#include "store/record.h"
#include "store/stmt.h"

static bool overlaps(const struct pair_known *known, ch_date from, ch_date until)
{
	bool after = known->closed && known->closed_on != CH_NO_DATE && from >= known->closed_on;
	bool before = until != CH_NO_DATE && until <= known->made_on;

	return !after && !before;
}

/*
 * Which of the pairings of the two the row is: by its dates, since two people
 * may have been paired before; without dates the one that lasts, else the last.
 */
static int64_t choose(const struct pair_row *row, const struct pair_known *known, size_t count)
{
	ch_date from = row->made_on != CH_NO_DATE ? row->made_on : row->started_on;

	for (size_t i = 0; i < count && from != CH_NO_DATE; i++)
		if (known[i].made_on == from ||
		    (row->started_on != CH_NO_DATE && known[i].started_on == row->started_on))
			return known[i].pairing_id;
	for (size_t i = count; i-- > 0;)
		if (from != CH_NO_DATE ? overlaps(&known[i], from, row->closed_on) : !known[i].closed)
			return known[i].pairing_id;
	return from == CH_NO_DATE && count > 0 ? known[count - 1].pairing_id : 0;
}

static enum ch_status find_pairing(struct pair_import *pairs, const struct pair_row *row, int64_t programme_id,
				   int64_t *pairing_id, struct ch_arena *arena, struct ch_error *err)
{
	struct pair_known *known;
	size_t count;

	TRY(pair_find_known(pairs, row->guide_id, row->learner_id, programme_id, &known, &count, arena, err));
	for (size_t i = 0; i < count; i++) {
		if (row->pairing_id != 0 && known[i].pairing_id == row->pairing_id) {
			*pairing_id = row->pairing_id;
			return CH_OK;
		}
	}
	*pairing_id = choose(row, known, count);
	return CH_OK;
}

static void warn(struct pair_import *pairs, struct pair_row *row, enum import_reason reason, const char *field,
		 ch_date date, const char *message, const char *fix)
{
	char iso[CH_DATE_SIZE];

	pair_issue(pairs, row, reason, false, field, date == CH_NO_DATE ? NULL : ch_date_iso(date, iso), message,
		   fix);
}

/* What the row's dates say of its state, where no cell does; an end that lies ahead is the planned one. */
static void settle_state(struct pair_import *pairs, struct pair_row *row)
{
	ch_date today = pairs->change->today;

	if (row->closed_on != CH_NO_DATE && row->closed_on > today) {
		warn(pairs, row, IMPORT_FUTURE_DATE, "closed_on", row->closed_on,
		     _("lies ahead, so it is taken for the planned end"), NULL);
		if (row->planned_end_on == CH_NO_DATE)
			row->planned_end_on = row->closed_on;
		row->closed_on = CH_NO_DATE;
		if (row->state == CH_PAIRING_CLOSED)
			row->state = CH_NO_PAIRING_STATE;
	}
	if (row->started_on != CH_NO_DATE && row->closed_on != CH_NO_DATE && row->closed_on < row->started_on)
		warn(pairs, row, IMPORT_DATES_DISAGREE, "closed_on", row->closed_on,
		     _("is before the pairing started; it is kept as it is"), _("correct one of the two dates"));
	if (row->state == CH_PAIRING_CLOSED && row->closed_on == CH_NO_DATE)
		warn(pairs, row, IMPORT_NO_DATE, "closed_on", CH_NO_DATE,
		     _("is of a pairing that is closed, and says not since when"), _("add the day it ended"));
}

/* Whether the row says that the two have met, though not in a session of its own. */
static bool has_met(const struct pair_row *row)
{
	return row->last_met_on != CH_NO_DATE || (row->sessions_so_far != CH_UNKNOWN && row->sessions_so_far > 0);
}

/* What was done so far does not lie ahead. */
static void settle_so_far(struct pair_import *pairs, struct pair_row *row)
{
	ch_date *days[] = {&row->so_far_on, &row->last_met_on};
	static const char *const fields[] = {"so_far_on", "last_met_on"};

	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++) {
		if (*days[i] == CH_NO_DATE || *days[i] <= pairs->change->today)
			continue;
		warn(pairs, row, IMPORT_FUTURE_DATE, fields[i], *days[i], _("lies ahead; it is left out"),
		     _("correct the day"));
		*days[i] = CH_NO_DATE;
	}
}

/* The state of a new pairing that no cell gives. */
static int state_of(const struct pair_row *row, ch_date today)
{
	if (row->state != CH_NO_PAIRING_STATE)
		return row->state;
	if (row->closed_on != CH_NO_DATE || row->closure_kind != CH_NO_CLOSURE_KIND)
		return CH_PAIRING_CLOSED;
	if (has_met(row) || (row->started_on != CH_NO_DATE && row->started_on <= today))
		return CH_PAIRING_ACTIVE;
	return CH_PAIRING_CONTRACTING;
}

static enum ch_status enrol(struct pair_import *pairs, const struct pair_row *row,
			    const struct ch_programme *programme, bool closed, struct ch_error *err)
{
	bool made;

	TRY(enrolment_take_guide(pairs->change, programme, row->guide_id,
				 closed ? CH_ENROLMENT_COMPLETED : CH_ENROLMENT_READY, err));
	return enrolment_ensure(pairs->change, programme, row->learner_id, ch_kind_learner_role(programme->kind),
				closed ? CH_ENROLMENT_COMPLETED : CH_ENROLMENT_APPLIED, &made, err);
}

/* What a rule would have refused is told, and comes in: it is so (strength H). */
static enum ch_status warn_of_rules(struct pair_import *pairs, struct pair_row *row, int64_t pairing_id,
				    struct ch_error *err)
{
	struct ch_context *c = pairs->change->c;
	const char *reason = c->override_reason;
	struct ch_error against = CH_NO_ERROR;

	c->override_reason = NULL;
	enum ch_status status = check_gate(c, CH_OP_PAIRING_ADD, CH_PAIRING, pairing_id, &against);
	c->override_reason = reason;
	if (status == CH_DATA && against.rule[0] != '\0') {
		struct ch_buffer message = CH_BUFFER_EMPTY;
		ch_buffer_printf(&message, _("is against rule %s, and comes in all the same: %s"), against.rule,
				 against.message);
		pair_issue(pairs, row, IMPORT_AGAINST_RULE, false, NULL, NULL, message.text, against.fix);
		ch_buffer_release(&message);
		return CH_OK;
	}
	*err = against;
	return status;
}

/* Who has left is in no pairing that goes on: it comes in as it is said, and Today asks about it until it is closed. */
static enum ch_status warn_of_leaver(struct pair_import *pairs, struct pair_row *row, bool *warned,
				     struct ch_error *err)
{
	struct ch_error left = CH_NO_ERROR;
	struct ch_buffer message = CH_BUFFER_EMPTY;

	*warned = false;
	enum ch_status status = leave_refuse_two(pairs->change, row->guide_id, row->learner_id, pairs->change->today,
						 &left);
	if (status != CH_DATA) {
		*err = left;
		return status;
	}
	*warned = true;
	ch_buffer_printf(&message, _("is of a pairing that goes on, though %s; it comes in all the same"),
			 left.message);
	pair_issue(pairs, row, IMPORT_AGAINST_RULE, false, NULL, NULL, message.text,
		   _("add the day that the pairing ended, or correct the day they left"));
	ch_buffer_release(&message);
	return CH_OK;
}

static enum ch_status objective_of(struct pair_import *pairs, struct pair_row *row, int64_t programme_id,
				   int64_t *objective_id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(pairs->change->db, SQL_OBJECTIVE_NAMED);
	bool found = false;

	*objective_id = 0;
	if (row->objective == NULL)
		return CH_OK;
	stmt_bind_int(q, "programme_id", programme_id);
	stmt_bind_text(q, "name", row->objective);
	enum ch_status status = stmt_step(q, &found, err);
	*objective_id = status == CH_OK && found ? stmt_id(q, "id") : 0;
	stmt_reset(q);
	if (status == CH_OK && !found)
		pair_issue(pairs, row, IMPORT_BAD_CHOICE, false, "objective", row->objective,
			   _("is no objective of the programme; it is left out"),
			   _("add it first (`chiron objective add`), or correct the cell"));
	return status;
}

/* The agreement with what the row gives of it; one is made where there was none and the row gives anything. */
static enum ch_status give_agreement(struct pair_import *pairs, struct pair_row *row, const struct ch_pairing *pairing,
				     struct ch_agreement *agreement, bool *differs, struct ch_arena *arena,
				     struct ch_error *err)
{
	int64_t objective_id;

	TRY(agreement_of_spell(pairs->change, pairing->spell_id, agreement, err));
	if (agreement->agreement_id == 0)
		ch_record_start(ch_entity_of(CH_AGREEMENT), agreement);
	TRY(pair_row_give(&pairing_row_entity, row, ch_entity_of(CH_AGREEMENT), agreement, differs, arena, err));
	TRY(objective_of(pairs, row, pairing->programme_id, &objective_id, err));
	if (objective_id != 0 && objective_id != agreement->objective_id) {
		agreement->objective_id = objective_id;
		*differs = true;
	}
	/* Of terms that are new the start is the pairing's, unless the row says another. */
	if (agreement->agreement_id == 0 && *differs && agreement->starts_on == CH_NO_DATE)
		agreement->starts_on = row->started_on;
	agreement->spell_id = pairing->spell_id;
	return CH_OK;
}

static enum ch_status save_agreement(struct pair_import *pairs, struct ch_agreement *agreement, struct ch_error *err)
{
	if (agreement->agreement_id == 0)
		return change_insert(pairs->change, CH_AGREEMENT, agreement, err);
	return change_update(pairs->change, CH_AGREEMENT, agreement, err);
}

static ch_date first_day(const struct pair_row *row, ch_date today)
{
	if (row->made_on != CH_NO_DATE)
		return row->made_on;
	if (row->started_on != CH_NO_DATE)
		return row->started_on < today ? row->started_on : today;
	if (row->last_met_on != CH_NO_DATE)
		return row->last_met_on;
	return row->closed_on != CH_NO_DATE ? row->closed_on : today;
}

static enum ch_status make(struct pair_import *pairs, struct pair_row *row, const struct ch_programme *programme,
			   struct ch_arena *arena, struct ch_error *err)
{
	struct ch_pairing pairing;
	struct ch_spell spell;
	struct ch_agreement agreement;
	struct pair_yeses yeses;
	bool agreed = false, differs = false, left;

	ch_record_start(ch_entity_of(CH_PAIRING), &pairing);
	pairing.guide_id = row->guide_id;
	pairing.learner_id = row->learner_id;
	pairing.programme_id = programme->programme_id;
	pairing.state = state_of(row, pairs->change->today);
	pairing.made_on = first_day(row, pairs->change->today);
	if (row->made_on == CH_NO_DATE && row->started_on == CH_NO_DATE && row->closed_on == CH_NO_DATE &&
	    row->last_met_on == CH_NO_DATE)
		warn(pairs, row, IMPORT_NO_DATE, NULL, CH_NO_DATE, _("gives no date; it counts as made today"),
		     _("add the day the two were paired"));
	TRY(enrol(pairs, row, programme, pairing.state == CH_PAIRING_CLOSED, err));
	TRY(pairing_insert(pairs->change, programme, &pairing, err));
	TRY(change_get(pairs->change, CH_SPELL, pairing.spell_id, &spell, err));
	row->made_on = pairing.made_on;
	const struct ch_spell before = spell;
	TRY(pair_row_give(&pairing_row_entity, row, ch_entity_of(CH_SPELL), &spell, &differs, arena, err));
	so_far_settle(&spell, &before, pairs->change->today);
	TRY(change_update(pairs->change, CH_SPELL, &spell, err));
	TRY(give_agreement(pairs, row, &pairing, &agreement, &agreed, arena, err));
	if (agreed)
		TRY(save_agreement(pairs, &agreement, err));
	TRY(pair_yeses_new(pairs, row, &pairing, &yeses, arena, err));
	TRY(pair_yeses_record(pairs, &pairing, &yeses, err));
	if (pairing.state != CH_PAIRING_CLOSED)
		TRY(warn_of_leaver(pairs, row, &left, err));
	if (pairing.state != CH_PAIRING_CLOSED && !left)
		TRY(warn_of_rules(pairs, row, pairing.pairing_id, err));
	pairs->created++;
	row_map_set(&pairs->seen, pairing.pairing_id, row->row);
	row_map_set(&pairs->touched, pairing.pairing_id, row->row);
	return CH_OK;
}

static enum ch_status update(struct pair_import *pairs, struct pair_row *row, int64_t pairing_id,
			     struct ch_arena *arena, struct ch_error *err)
{
	struct ch_agreement agreement;
	struct ch_pairing pairing;
	struct ch_spell spell;
	struct pair_yeses yeses;
	bool agreed = false, differs = false, apply;

	TRY(record_get(pairs->change->db, ch_entity_of(CH_PAIRING), pairing_id, arena, &pairing, err));
	TRY(record_get(pairs->change->db, ch_entity_of(CH_SPELL), pairing.spell_id, arena, &spell, err));
	const struct ch_pairing before = pairing;
	const struct ch_spell spell_before = spell;
	if (row->made_on != CH_NO_DATE && row->made_on != pairing.made_on)
		warn(pairs, row, IMPORT_ALREADY_KNOWN, "made_on", row->made_on,
		     _("is not the day these two were paired here, which stays"), NULL);
	row->made_on = CH_NO_DATE;
	if (row->state == CH_NO_PAIRING_STATE && row->closed_on != CH_NO_DATE)
		row->state = CH_PAIRING_CLOSED;
	TRY(give_agreement(pairs, row, &pairing, &agreement, &agreed, arena, err));
	TRY(pair_row_give(&pairing_row_entity, row, ch_entity_of(CH_SPELL), &spell, &differs, arena, err));
	so_far_settle(&spell, &spell_before, pairs->change->today);
	if (row->state != CH_NO_PAIRING_STATE && row->state != pairing.state) {
		pairing.state = row->state;
		differs = true;
	}
	TRY(pair_yeses_new(pairs, row, &pairing, &yeses, arena, err));
	if (row->rejected)
		return CH_OK;
	pair_count_known(pairs, row, pairing_id, differs || agreed || yeses.count > 0, &apply, arena);
	if (!apply)
		return CH_OK;
	TRY(pair_note_replaced(pairs, row, CH_PAIRING, &before, &pairing, arena, err));
	TRY(pair_note_replaced(pairs, row, CH_SPELL, &spell_before, &spell, arena, err));
	TRY(change_update(pairs->change, CH_PAIRING, &pairing, err));
	TRY(change_update(pairs->change, CH_SPELL, &spell, err));
	if (agreed)
		TRY(save_agreement(pairs, &agreement, err));
	TRY(pair_yeses_record(pairs, &pairing, &yeses, err));
	row_map_set(&pairs->touched, pairing_id, row->row);
	return CH_OK;
}

enum ch_status pairing_import_row(struct pair_import *pairs, struct pair_row *row, struct ch_arena *arena,
				  struct ch_error *err)
{
	struct ch_programme programme;
	int64_t pairing_id;

	TRY(pair_find_programme(pairs, row, true, &programme, arena, err));
	if (row->rejected)
		return CH_OK;
	settle_state(pairs, row);
	settle_so_far(pairs, row);
	TRY(find_pairing(pairs, row, programme.programme_id, &pairing_id, arena, err));
	if (pairing_id == 0)
		return make(pairs, row, &programme, arena, err);
	return update(pairs, row, pairing_id, arena, err);
}
