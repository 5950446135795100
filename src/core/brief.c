#include "chiron/brief.h"

#include "chiron/person.h"
#include "chiron/text.h"
#include "core/answer.h"
#include "core/consent.h"
#include "core/manager.h"
#include "core/pair_text.h"
#include "core/scheme_private.h"
#include "core/three_way.h"
#include "store/stmt.h"

/* ---- The brief ---- */

static enum ch_status write_brief(struct change *change, int64_t pairing_id, const char *words, struct ch_error *err)
{
	struct pairing_view view;

	TRY(pairing_view_get(change, pairing_id, &view, err));
	if (words == NULL || ch_text_tidy_lines(&change->arena, words) == NULL) {
		ch_fail_field(err, "brief", _("the brief on %s is empty"), view.names);
		return ch_error_fix(err, _("say what the mentor or coach should know before the first session (R37)"));
	}
	TRY(pair_text_insert(change, view.spell.spell_id, CH_TEXT_BRIEF, view.spell.spell_id, words, err));
	view.spell.brief_on = change->today;
	view.spell.brief_read_on = CH_NO_DATE;
	return change_update(change, CH_SPELL, &view.spell, err);
}

enum ch_status ch_brief_write(struct ch_context *c, int64_t pairing_id, const char *words, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_BRIEF_WRITE, CH_PAIRING, pairing_id, err));
	return change_end(&change, write_brief(&change, pairing_id, words, err), err);
}

static enum ch_status mark_read(struct change *change, int64_t pairing_id, struct ch_error *err)
{
	struct pairing_view view;

	TRY(pairing_view_get(change, pairing_id, &view, err));
	if (view.spell.brief_on == CH_NO_DATE) {
		ch_fail(err, CH_DATA, _("%s have no brief yet"), view.names);
		return ch_error_fix(err, _("write it: `chiron brief write`"));
	}
	view.spell.brief_read_on = change->today;
	return change_update(change, CH_SPELL, &view.spell, err);
}

enum ch_status ch_brief_read(struct ch_context *c, int64_t pairing_id, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_BRIEF_READ, CH_PAIRING, pairing_id, err));
	return change_end(&change, mark_read(&change, pairing_id, err), err);
}

/* ---- The three-way agreement ---- */

static enum ch_status find_manager(struct change *change, const struct pairing_view *view, int64_t *manager_id,
				   struct ch_error *err)
{
	struct ch_person learner;

	TRY(change_get(change, CH_PERSON, view->pairing.learner_id, &learner, err));
	*manager_id = learner.manager_id;
	if (learner.manager_id == 0) {
		ch_fail_field(err, "manager_id", _("%s has no line manager on record"), learner.name);
		return ch_error_fix(err, _("add the manager as a person and name them: `chiron person set`"));
	}
	if (learner.manager_id != view->pairing.guide_id)
		return CH_OK;
	ch_fail_rule(err, "R4", _("the line manager is the coach here: there are only two to agree"));
	return ch_error_fix(err, _("the agreement of the two says it all: `chiron pairing agree`"));
}

static enum ch_status record_yes(struct change *change, const struct pairing_view *view, int64_t person_id,
				 const struct ch_three_way *given, struct ch_error *err)
{
	struct ch_answer answer;
	int how = given->how;

	TRY(answer_yes_how(change, view->pairing.guide_id, person_id, &how, err));
	ch_record_start(ch_entity_of(CH_ANSWER), &answer);
	answer.subject = CH_ABOUT_SPELL;
	answer.subject_id = view->spell.spell_id;
	answer.person_id = person_id;
	answer.question = CH_ASK_THREE_WAY;
	answer.value = "yes";
	answer.answered_on = given->on == CH_NO_DATE ? change->today : given->on;
	if (how != CH_NO_HOW)
		answer.how = how;
	return answer_insert(change, &answer, err);
}

/* When each last said yes, by the three of the pairing: guide, learner and line manager. */
enum { THREE = 3 };

static enum ch_status read_yes_days(struct db *db, const struct ch_pairing *pairing, ch_date days[THREE],
				    struct ch_error *err)
{
	static const char *const columns[] = {"guide_on", "learner_on", "manager_on"};
	struct stmt *q = stmt_ready(db, SQL_THREE_WAY_YES);
	bool row = false;

	stmt_bind_int(q, "spell_id", pairing->spell_id);
	stmt_bind_int(q, "guide_id", pairing->guide_id);
	stmt_bind_int(q, "learner_id", pairing->learner_id);
	enum ch_status status = stmt_step(q, &row, err);
	for (size_t i = 0; i < THREE; i++)
		days[i] = status == CH_OK && row ? stmt_date(q, columns[i]) : CH_NO_DATE;
	stmt_reset(q);
	return status;
}

enum ch_status three_way_settle(struct change *change, struct pairing_view *view, struct ch_error *err)
{
	ch_date days[THREE], since = CH_NO_DATE;

	TRY(read_yes_days(change->db, &view->pairing, days, err));
	for (size_t i = 0; i < THREE; i++)
		since = days[i] > since ? days[i] : since;
	for (size_t i = 0; i < THREE; i++)
		since = days[i] == CH_NO_DATE ? CH_NO_DATE : since;
	view->spell.three_way_on = since;
	return change_update(change, CH_SPELL, &view->spell, err);
}

enum ch_status ch_three_way_told(struct ch_context *c, int64_t pairing_id, struct ch_arena *arena, const char **told,
				 struct ch_error *err)
{
	const struct ch_choice *roles = ch_field_named(ch_entity_of(CH_ENROLMENT), "role")->choices;
	const char *who[THREE] = {_(roles[CH_ROLE_COACH].label), _(roles[CH_ROLE_COACHEE].label), _("line manager")};
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_pairing pairing;
	ch_date days[THREE];
	char shown[CH_DATE_WORDS_SIZE];
	bool any = false;

	*told = NULL;
	TRY(ch_pairing_get(c, pairing_id, arena, &pairing, err));
	if (pairing.kind != CH_KIND_COACHING)
		return CH_OK;
	TRY(read_yes_days(c->scheme->db, &pairing, days, err));
	for (size_t i = 0; i < THREE; i++) {
		any |= days[i] != CH_NO_DATE;
		ch_buffer_printf(&out, "%s%s %s", i > 0 ? ", " : "", who[i],
				 days[i] == CH_NO_DATE ? _("not yet")
						       : ch_date_words(days[i], ch_clock_today(&c->clock), shown));
	}
	*told = any ? ch_arena_copy(arena, out.text) : NULL;
	ch_buffer_release(&out);
	return CH_OK;
}

static enum ch_status three_way(struct change *change, int64_t pairing_id, const struct ch_three_way *given,
				const char *words, struct ch_error *err)
{
	struct pairing_view view;
	int64_t manager_id;

	TRY(pairing_view_get(change, pairing_id, &view, err));
	TRY(manager_barred(change, &view, _("three-way agreement"), err));
	TRY(find_manager(change, &view, &manager_id, err));
	if (!given->guide && !given->learner && !given->manager && words == NULL) {
		ch_fail_field(err, "agreed", _("nobody's yes was given, nor what is agreed"));
		return ch_error_fix(err, _("say who agrees, coach, coachee or line manager, or what they agree"));
	}
	TRY(pair_text_insert(change, view.spell.spell_id, CH_TEXT_THREE_WAY, view.spell.spell_id, words, err));
	if (given->guide)
		TRY(record_yes(change, &view, view.pairing.guide_id, given, err));
	if (given->learner)
		TRY(record_yes(change, &view, view.pairing.learner_id, given, err));
	if (given->manager)
		TRY(record_yes(change, &view, manager_id, given, err));
	return three_way_settle(change, &view, err);
}

enum ch_status ch_pairing_three_way(struct ch_context *c, int64_t pairing_id, const struct ch_three_way *given,
				    const char *words, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_PAIRING_THREE_WAY, CH_PAIRING, pairing_id, err));
	return change_end(&change, three_way(&change, pairing_id, given, words, err), err);
}
