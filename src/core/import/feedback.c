/*
 * A row of feedback: what one person answered on a form, or rated themselves at the start and at the end (R66, R71).
 * The pairing is the one that the day falls in. Answers are never changed: those that are here already stay.
 */
#include "core/feedback.h"

#include "core/import/pair_import.h"
#include "store/record.h"
#include "store/stmt.h"

/* What became of the answers of a row, which has one or two forms of them. */
struct taken {
	bool created, same, differs;
};

struct answered_in {
	int64_t pairing_id;
	int side;
	ch_date made_on, closed_on;
	size_t others; /* pairings of that side that the day could as well be of */
};

/* ---- In which pairing ----------------------------------------------------------------------- */

/*
 * The newest pairing that was made by the day, else the oldest: many are asked before they are matched. That of a
 * learner goes before that of a guide, who is in several.
 */
static enum ch_status find_newest(struct pair_import *pairs, const struct pair_row *row, int64_t programme_id,
				  ch_date day, struct answered_in *in, struct ch_error *err)
{
	struct stmt *q = stmt_ready(pairs->change->db, SQL_PAIRINGS_OF_ANSWERER);
	enum ch_status status;
	bool found = false;

	*in = (struct answered_in){.pairing_id = 0};
	stmt_bind_int(q, "person_id", row->person_id);
	while ((status = stmt_step(q, &found, err)) == CH_OK && found) {
		int side = stmt_int(q, "is_learner") ? CH_SIDE_LEARNER : CH_SIDE_GUIDE;
		struct answered_in one = {.pairing_id = stmt_id(q, "pairing_id"),
					  .side = side,
					  .made_on = stmt_date(q, "made_on"),
					  .closed_on = stmt_date(q, "closed_on")};
		bool wanted = (row->side == CH_NO_SIDE || row->side == side) &&
			      (programme_id == 0 || stmt_id(q, "programme_id") == programme_id);

		if (!wanted || (in->pairing_id != 0 && side < in->side))
			continue;
		if (in->pairing_id != 0 && side == in->side && day != CH_NO_DATE && one.made_on > day)
			continue;
		one.others = in->pairing_id != 0 && side == in->side ? in->others + 1 : 0;
		*in = one;
	}
	return status;
}

static enum ch_status find_pairing(struct pair_import *pairs, struct pair_row *row, struct answered_in *in,
				   struct ch_arena *arena, struct ch_error *err)
{
	ch_date day = row->answered_on != CH_NO_DATE ? row->answered_on :
		      row->end_on != CH_NO_DATE	     ? row->end_on :
						       row->start_on;
	struct ch_programme programme = {.programme_id = 0};

	if (row->programme != NULL || row->programme_id != 0 || pairs->options->programme_id != 0)
		TRY(pair_find_programme(pairs, row, true, &programme, arena, err));
	if (row->rejected)
		return CH_OK;
	TRY(find_newest(pairs, row, programme.programme_id, day, in, err));
	if (in->pairing_id == 0)
		pair_issue(pairs, row, IMPORT_NO_PAIRING, true, NULL, NULL, _("is about somebody who is in no pairing"),
			   _("bring the pairings in first (`chiron import pairings`), or correct the row"));
	else if (in->side == CH_SIDE_GUIDE && in->others > 0)
		pair_issue(pairs, row, IMPORT_NO_PAIRING, true, NULL, NULL,
			   _("is about somebody who is the mentor or coach of several"),
			   _("record it of the right pairing: `chiron feedback record`"));
	return CH_OK;
}

/* ---- One form ------------------------------------------------------------------------------- */

static bool has_answers(const struct ch_feedback *feedback)
{
	const struct ch_entity *entity = ch_entity_of(CH_FEEDBACK);

	for (size_t i = 0; i < entity->field_count; i++)
		if (entity->fields[i].access == CH_CLASS_OWN_SIDE && ch_field_known(&entity->fields[i], feedback))
			return true;
	return false;
}

/* Whether any answer that is given is another than the one that is here. */
static bool is_other(const struct ch_feedback *given, const struct ch_feedback *known)
{
	const struct ch_entity *entity = ch_entity_of(CH_FEEDBACK);

	for (size_t i = 0; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];

		if (field->access == CH_CLASS_OWN_SIDE && ch_field_known(field, given) &&
		    !ch_field_equal(field, given, known))
			return true;
	}
	return false;
}

static enum ch_status take(struct pair_import *pairs, const struct answered_in *in, struct ch_feedback *feedback,
			   struct taken *taken, struct ch_arena *arena, struct ch_error *err)
{
	struct ch_feedback known;
	int64_t known_id;

	if (!has_answers(feedback))
		return CH_OK;
	feedback->pairing_id = in->pairing_id;
	feedback->side = in->side;
	feedback->how = CH_HOW_FORM;
	if (feedback->answered_on == CH_NO_DATE)
		feedback->answered_on = pairs->change->today;
	TRY(feedback_take(pairs->change, feedback, &known_id, err));
	if (known_id == 0) {
		taken->created = true;
		return CH_OK;
	}
	TRY(record_get(pairs->change->db, ch_entity_of(CH_FEEDBACK), known_id, arena, &known, err));
	bool other = is_other(feedback, &known);
	taken->same |= !other;
	taken->differs |= other;
	return CH_OK;
}

/* Ratings of oneself, of the columns for the start or for the end. */
static void give_ratings(struct ch_feedback *feedback, int form, ch_date on, const int64_t ratings[3])
{
	ch_record_start(ch_entity_of(CH_FEEDBACK), feedback);
	feedback->form = form;
	feedback->answered_on = on;
	feedback->confidence = ratings[0];
	feedback->competence = ratings[1];
	feedback->independence = ratings[2];
}

/* ---- The row -------------------------------------------------------------------------------- */

static void count(struct pair_import *pairs, struct pair_row *row, const struct taken *taken)
{
	if (taken->differs)
		pair_issue(pairs, row, IMPORT_REPEATED, false, NULL, NULL, _("answers what was answered already"),
			   _("what somebody answered is never changed; take the row out, or give another form"));
	if (taken->created) {
		pairs->created++;
	} else if (taken->differs) {
		pairs->skipped++;
	} else {
		pairs->same++;
		import_same_add(&pairs->same_rows, row->row, 0);
	}
}

/* The form of the answers that have no columns of their own for the start and the end. */
static enum ch_status take_plain(struct pair_import *pairs, struct pair_row *row, const struct answered_in *in,
				 struct taken *taken, struct ch_arena *arena, struct ch_error *err)
{
	struct ch_feedback feedback;
	bool differs;

	ch_record_start(ch_entity_of(CH_FEEDBACK), &feedback);
	TRY(pair_row_give(&feedback_row_entity, row, ch_entity_of(CH_FEEDBACK), &feedback, &differs, arena, err));
	if (has_answers(&feedback) && feedback.form == CH_NO_FEEDBACK_FORM) {
		pair_issue(pairs, row, IMPORT_NOT_STORED, true, "form", NULL,
			   _("does not say whether it was answered at the start, half-way or at the end"),
			   _("give it in a column \"Form\": start, mid, end, follow_up, comfort or pulse"));
		return CH_OK;
	}
	return take(pairs, in, &feedback, taken, arena, err);
}

enum ch_status feedback_import_row(struct pair_import *pairs, struct pair_row *row, struct ch_arena *arena,
				   struct ch_error *err)
{
	const int64_t start[] = {row->start_confidence, row->start_competence, row->start_independence};
	const int64_t end[] = {row->end_confidence, row->end_competence, row->end_independence};
	struct taken taken = {.created = false};
	struct ch_feedback feedback;
	struct answered_in in;

	TRY(find_pairing(pairs, row, &in, arena, err));
	if (!row->rejected)
		TRY(take_plain(pairs, row, &in, &taken, arena, err));
	if (row->rejected)
		return CH_OK;
	give_ratings(&feedback, CH_FEEDBACK_START, row->start_on != CH_NO_DATE ? row->start_on : in.made_on, start);
	TRY(take(pairs, &in, &feedback, &taken, arena, err));
	give_ratings(&feedback, CH_FEEDBACK_END, row->end_on != CH_NO_DATE ? row->end_on : in.closed_on, end);
	TRY(take(pairs, &in, &feedback, &taken, arena, err));
	if (taken.created || taken.same || taken.differs)
		count(pairs, row, &taken);
	else
		pair_issue(pairs, row, IMPORT_NOT_STORED, true, NULL, NULL, _("has no answer"),
			   _("fill in a rating, or take the row out"));
	return CH_OK;
}
