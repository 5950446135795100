#include "core/import/pair_yes.h"

#include "chiron/pairing.h"
#include "chiron/person.h"
#include "core/answer.h"
#include "core/three_way.h"
#include "model/choices.h"
#include "store/record.h"
#include "store/stmt.h"

/* A yes as the row has it, and the columns that it stands in. */
struct said {
	struct pair_yes yes;
	const char *on_key, *how_key;
};

static enum ch_status manager_of(struct pair_import *pairs, const struct ch_pairing *pairing, int64_t *manager_id,
				 struct ch_arena *arena, struct ch_error *err)
{
	struct ch_person learner;

	TRY(record_get(pairs->change->db, ch_entity_of(CH_PERSON), pairing->learner_id, arena, &learner, err));
	*manager_id = learner.manager_id == pairing->guide_id ? 0 : learner.manager_id;
	return CH_OK;
}

static void leave_out(struct pair_import *pairs, struct pair_row *row, const struct said *said, const char *message,
		      const char *fix)
{
	char iso[CH_DATE_SIZE];

	pair_issue(pairs, row, IMPORT_NOT_STORED, false, said->on_key,
		   said->yes.on == CH_NO_DATE ? NULL : ch_date_iso(said->yes.on, iso), message, fix);
}

/* Whether it can have been said. */
static bool may_be(struct pair_import *pairs, struct pair_row *row, const struct ch_pairing *pairing,
		   const struct said *said)
{
	char iso[CH_DATE_SIZE];

	if (said->yes.on == CH_NO_DATE) {
		pair_issue(pairs, row, IMPORT_NO_DATE, false, said->how_key, choices_how[said->yes.how].label,
			   _("says how somebody agreed, and not when; it is left out"), _("add the day"));
		return false;
	}
	if (said->yes.on > pairs->change->today) {
		pair_issue(pairs, row, IMPORT_FUTURE_DATE, true, said->on_key, ch_date_iso(said->yes.on, iso),
			   _("is in the future, so nobody can have agreed then"), _("correct the date"));
		return false;
	}
	if (said->yes.question == CH_ASK_THREE_WAY && pairing->kind != CH_KIND_COACHING) {
		leave_out(pairs, row, said,
			  _("is of an agreement of three, which mentoring has not (R61); it is left out"), NULL);
		return false;
	}
	if (said->yes.person_id == 0) {
		leave_out(pairs, row, said,
			  _("is the yes of a line manager, and the coachee has none here who is not the coach; it is "
			    "left out"),
			  _("bring in the people with their line managers first"));
		return false;
	}
	return true;
}

/* Whether nothing newer, or the same, was answered. */
static enum ch_status is_new(struct pair_import *pairs, struct pair_row *row, const struct ch_pairing *pairing,
			     const struct said *said, bool *new, struct ch_error *err)
{
	struct stmt *q = stmt_ready(pairs->change->db, SQL_NEWEST_ANSWER_OF_SPELL);
	ch_date known = CH_NO_DATE;
	bool found = false;
	int how = CH_NO_HOW;

	stmt_bind_int(q, "spell_id", pairing->spell_id);
	stmt_bind_text(q, "question", choices_question[said->yes.question].code);
	stmt_bind_int(q, "person_id", said->yes.person_id);
	TRY(stmt_step(q, &found, err));
	if (found) {
		known = stmt_date(q, "answered_on");
		how = ch_choice_find(choices_how, stmt_text(q, "how"));
	}
	stmt_reset(q);
	*new = !found || said->yes.on > known ||
	       (said->yes.on == known && said->yes.how != CH_NO_HOW && said->yes.how != how);
	if (!*new && said->yes.on < known)
		leave_out(pairs, row, said, _("is before the day that is recorded here, which stays"), NULL);
	return CH_OK;
}

enum ch_status pair_yeses_new(struct pair_import *pairs, struct pair_row *row, const struct ch_pairing *pairing,
			      struct pair_yeses *yeses, struct ch_arena *arena, struct ch_error *err)
{
	int64_t manager_id = 0;

	yeses->count = 0;
	if (row->manager_three_way_on != CH_NO_DATE)
		TRY(manager_of(pairs, pairing, &manager_id, arena, err));
	const struct said all[PAIR_YESES_MOST] = {
		{{pairing->guide_id, CH_ASK_KNOWS_PURPOSE, row->guide_agreed_on, row->guide_agreed_how},
		 "guide_agreed_on", "guide_agreed_how"},
		{{pairing->learner_id, CH_ASK_KNOWS_PURPOSE, row->learner_agreed_on, row->learner_agreed_how},
		 "learner_agreed_on", "learner_agreed_how"},
		{{pairing->guide_id, CH_ASK_THREE_WAY, row->guide_three_way_on, row->guide_three_way_how},
		 "guide_three_way_on", "guide_three_way_how"},
		{{pairing->learner_id, CH_ASK_THREE_WAY, row->learner_three_way_on, row->learner_three_way_how},
		 "learner_three_way_on", "learner_three_way_how"},
		{{manager_id, CH_ASK_THREE_WAY, row->manager_three_way_on, row->manager_three_way_how},
		 "manager_three_way_on", "manager_three_way_how"},
	};

	for (size_t i = 0; i < PAIR_YESES_MOST; i++) {
		const struct said *said = &all[i];
		bool new = false;

		if (said->yes.on == CH_NO_DATE && said->yes.how == CH_NO_HOW)
			continue;
		if (may_be(pairs, row, pairing, said))
			TRY(is_new(pairs, row, pairing, said, &new, err));
		if (new)
			yeses->list[yeses->count++] = said->yes;
	}
	return CH_OK;
}

enum ch_status pair_yeses_record(struct pair_import *pairs, const struct ch_pairing *pairing,
				 const struct pair_yeses *yeses, struct ch_error *err)
{
	struct pairing_view view;
	bool of_three = false;

	for (size_t i = 0; i < yeses->count; i++) {
		const struct pair_yes *yes = &yeses->list[i];
		struct ch_answer answer;

		ch_record_clear(ch_entity_of(CH_ANSWER), &answer);
		answer.subject = CH_ABOUT_SPELL;
		answer.subject_id = pairing->spell_id;
		answer.person_id = yes->person_id;
		answer.question = yes->question;
		answer.value = "yes";
		answer.answered_on = yes->on;
		answer.how = yes->how == CH_NO_HOW ? CH_HOW_FORM : yes->how;
		TRY(answer_insert(pairs->change, &answer, err));
		of_three |= yes->question == CH_ASK_THREE_WAY;
	}
	if (!of_three)
		return CH_OK;
	TRY(pairing_view_get(pairs->change, pairing->pairing_id, &view, err));
	return three_way_settle(pairs->change, &view, err);
}
