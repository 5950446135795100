#include "chiron/wish.h"

#include "chiron/person.h"
#include "chiron/programme.h"
#include "core/enrolment.h"
#include "core/journal/change.h"
#include "model/choices.h"
#include "store/stmt.h"

struct standing {
	int64_t person, wished; /* their enrolments in the programme */
	int64_t learner;	/* of these, as learner */
};

static enum ch_status standing_of(struct change *change, const struct ch_wish *wish, struct standing *standing,
				  struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_WISH_ENROLLED);
	bool row = false;

	stmt_bind_int(q, "programme_id", wish->programme_id);
	stmt_bind_int(q, "person_id", wish->person_id);
	stmt_bind_int(q, "wished_id", wish->wished_id);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row)
		*standing = (struct standing){.person = stmt_int(q, "person"),
					      .wished = stmt_int(q, "wished"),
					      .learner = stmt_int(q, "learner")};
	stmt_reset(q);
	return status;
}

static enum ch_status refuse_standing(struct change *change, const struct ch_wish *wish, struct ch_error *err)
{
	struct standing standing = {0};
	struct ch_person person, wished;
	struct ch_programme programme;

	TRY(change_get(change, CH_PROGRAMME, wish->programme_id, &programme, err));
	TRY(change_get(change, CH_PERSON, wish->person_id, &person, err));
	TRY(change_get(change, CH_PERSON, wish->wished_id, &wished, err));
	if (wish->person_id == wish->wished_id)
		return ch_fail_rule(err, "R1", _("%s cannot be wished for by themself"), person.name);
	TRY(standing_of(change, wish, &standing, err));
	if (standing.person == 0 || standing.wished == 0) {
		ch_fail(err, CH_DATA, _("%s is not enrolled in %s"), standing.person == 0 ? person.name : wished.name,
			programme.name);
		return ch_error_fix(err, _("enrol them first: `chiron enrol`"));
	}
	if (wish->asked_by != CH_WISH_BY_MANAGER)
		return CH_OK;
	if (standing.learner == 0)
		return ch_fail_rule(err, "R17", _("a manager recommends for a mentee or coachee, and %s is none in %s"),
				    person.name, programme.name);
	return enrolment_refuse_recommending(change, wish->programme_id, wish->person_id, err);
}

static enum ch_status add(struct change *change, struct ch_wish *wish, struct ch_error *err)
{
	int64_t last = 0, same = 0;
	bool row = false;

	TRY(refuse_standing(change, wish, err));
	struct stmt *q = stmt_ready(change->db, SQL_WISH_LAST);
	stmt_bind_int(q, "programme_id", wish->programme_id);
	stmt_bind_int(q, "person_id", wish->person_id);
	stmt_bind_int(q, "wished_id", wish->wished_id);
	stmt_bind_text(q, "asked_by", choices_wisher[wish->asked_by].code);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row) {
		last = stmt_int(q, "place");
		same = stmt_int(q, "same");
	}
	stmt_reset(q);
	if (status != CH_OK)
		return status;
	if (same > 0) {
		ch_fail(err, CH_DATA, _("that wish is recorded already"));
		return ch_error_fix(err, _("`chiron wish list` shows it; to change its place remove it first"));
	}
	wish->wish_id = wish->row_version = 0;
	if (wish->place == CH_UNKNOWN && wish->asked_by == CH_WISH_BY_SELF)
		wish->place = last < 99 ? last + 1 : 99;
	if (wish->asked_on == CH_NO_DATE)
		wish->asked_on = change->today;
	return change_insert(change, CH_WISH, wish, err);
}

enum ch_status ch_wish_add(struct ch_context *c, struct ch_wish *wish, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_WISH_ADD, CH_WISH, 0, err));
	return change_end(&change, add(&change, wish, err), err);
}

enum ch_status ch_wish_remove(struct ch_context *c, int64_t wish_id, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_WISH_REMOVE, CH_WISH, wish_id, err));
	return change_end(&change, change_delete(&change, CH_WISH, wish_id, err), err);
}
