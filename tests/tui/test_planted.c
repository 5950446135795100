/*
 * A phrase of its own in every kind of the pair's wording and in every field of
 * class own side that holds words; then every screen and form is opened, as the
 * coordinator and as each of the two: the coordinator never sees the pair's, and
 * neither of the two what the other side answered. A kind or a field that is
 * added later is planted, or fails here. Commands: tests/cli/test_planted.sh.
 */
#include <stdio.h>
#include <string.h>

#include <sqlite3.h>

#include "every_screen.h"
#include "tui/screens/log_form.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define ONE_MORE(name, code, label) +1
enum { KINDS = CH_TEXT_KINDS(ONE_MORE) };

/* What the rows of every_screen.h pass over: the panes of a pairing, records opened, finding, undoing. */
static const char *const further[] = {
	"Enter j j e",
	"Enter Tab j j j",
	"Enter Tab Enter",
	"Enter Tab Tab j j j j j j j j",
	"Enter Tab Tab e",
	"Enter X Enter",
	"Enter T Enter",
	"Enter i Enter",
	"Enter B Enter",
	"Enter B j Enter",
	"Enter x",
	"Enter : t h r e e Enter",
	"/ p a i r s Enter",
	"f p a i r s",
	"Enter L Tab",
	"Enter u",
	"?",
	"U Enter j j j j",
};

/* ---- Planting ---- */

static int64_t referral(struct scheme *s)
{
	struct ch_referral made;

	ch_record_start(ch_entity_of(CH_REFERRAL), &made);
	made.pairing_id = s->wen_chen;
	GOOD(s, ch_referral_raise(&s->c, &made, "pairs referral", &s->err));
	return made.referral_id;
}

static int64_t release(struct scheme *s)
{
	struct ch_release made;

	ch_record_start(ch_entity_of(CH_RELEASE), &made);
	made.pairing_id = s->wen_chen;
	GOOD(s, ch_release_add(&s->c, &made, "pairs release", &s->err));
	return made.release_id;
}

static int64_t introduction(struct scheme *s)
{
	struct ch_introduction made;

	ch_record_start(ch_entity_of(CH_INTRODUCTION), &made);
	made.pairing_id = s->wen_chen;
	GOOD(s, ch_introduction_add(&s->c, &made, "pairs introduction", &s->err));
	return made.introduction_id;
}

static int64_t assessment(struct scheme *s)
{
	struct ch_assessment made;

	ch_record_start(ch_entity_of(CH_ASSESSMENT), &made);
	made.pairing_id = s->wen_chen;
	made.tool = "Strengths profile";
	GOOD(s, ch_assessment_add(&s->c, &made, "pairs assessment", &s->err));
	return made.assessment_id;
}

/* What a text of that kind is about. */
static int64_t object_of(struct scheme *s, enum ch_text_kind kind, int64_t spell_id)
{
	int64_t goals;

	switch (kind) {
	case CH_TEXT_TOPICS:
	case CH_TEXT_LEARNING:
		return 2; /* the session of 2 November */
	case CH_TEXT_ACTION:
	case CH_TEXT_TRIED:
		return 2; /* the open one of the learner */
	case CH_TEXT_GOAL:
		GOOD(s, ch_scheme_count(&s->c, CH_GOAL, &goals, &s->err));
		return goals; /* the last one, of the present spell */
	case CH_TEXT_MANAGER_FEEDBACK:
		return 1; /* which mentoring has none of */
	case CH_TEXT_REFERRAL:
	case CH_TEXT_REFERRAL_TO:
	case CH_TEXT_DISCUSSION:
		return 1;
	case CH_TEXT_RELEASE:
	case CH_TEXT_CONSENT:
		return 1;
	case CH_TEXT_INTRODUCTION:
	case CH_TEXT_ASSESSMENT:
		return 1;
	case CH_TEXT_BRIEF:
	case CH_TEXT_THREE_WAY:
		return spell_id;
	case CH_NO_TEXT_KIND:
		break;
	}
	fail_msg("no text of kind %d (%s) is planted: say what it is about", (int)kind, ch_text_kind_label(kind));
	return s->wen_chen;
}

static void plant_wording(struct scheme *s)
{
	struct ch_pairing pairing;
	char phrase[40];

	GOOD(s, ch_pairing_get(&s->c, s->wen_chen, &s->arena, &pairing, &s->err));
	assert_int_equal(referral(s), 1);
	assert_int_equal(release(s), 1);
	assert_int_equal(introduction(s), 1);
	assert_int_equal(assessment(s), 1);
	scheme_act_as(s, s->wen);
	for (int kind = 1; kind <= KINDS; kind++) {
		snprintf(phrase, sizeof(phrase), "pairs%02d words", kind);
		GOOD(s, ch_pair_text_write(&s->c, pairing.spell_id, (enum ch_text_kind)kind,
					   object_of(s, (enum ch_text_kind)kind, pairing.spell_id), phrase, &s->err));
	}
	s->c.actor = (struct ch_actor){.name = "coordinator", .channel = "test"};
}

static bool holds_words(const struct ch_field *field)
{
	return field->type == CH_TYPE_TEXT || field->type == CH_TYPE_LINES;
}

static bool is_asked(int side, const struct ch_field *field)
{
	const char *const *keys = ch_feedback_questions(CH_FEEDBACK_END, side);

	while (*keys != NULL && strcmp(*keys, field->key) != 0)
		keys++;
	return *keys != NULL;
}

static void plant_answers(struct scheme *s, int side, const char *name)
{
	const struct ch_entity *entity = ch_entity_of(CH_FEEDBACK);
	struct ch_feedback feedback;
	char phrase[60];

	ch_record_start(entity, &feedback);
	feedback.pairing_id = s->wen_chen;
	feedback.side = side;
	feedback.form = CH_FEEDBACK_END;
	for (size_t i = 0; i < entity->field_count; i++) {
		if (entity->fields[i].access != CH_CLASS_OWN_SIDE || !holds_words(&entity->fields[i]) ||
		    !is_asked(side, &entity->fields[i]))
			continue;
		snprintf(phrase, sizeof(phrase), "own%s %s", name, entity->fields[i].key);
		GOOD(s, ch_field_set(&entity->fields[i], &feedback, phrase, s->desk.today, &s->arena, &s->err));
	}
	GOOD(s, ch_feedback_record(&s->c, &feedback, &s->err));
}

/* All words are answered at the end; then the two go on, so that there is something to do on every screen. */
static void plant(struct scheme *s)
{
	const struct ch_closure closure = {.kind = CH_CLOSURE_COMPLETED,
					   .initiator = CH_BY_BOTH,
					   .reason = CH_BECAUSE_PLANNED_END,
					   .on = CH_NO_DATE};

	GOOD(s, ch_pairing_close(&s->c, s->wen_chen, &closure, &s->err));
	plant_answers(s, CH_SIDE_GUIDE, "guide");
	plant_answers(s, CH_SIDE_LEARNER, "learner");
	GOOD(s, ch_pairing_reopen(&s->c, s->wen_chen, CH_NO_DATE, &s->err));
	scheme_start(s, s->wen_chen);
	plant_wording(s);
}

/* No other record has words of these classes; an answer is a yes or a no. */
static void r79_every_field_of_these_classes_is_planted(void **state)
{
	(void)state;
	for (int id = 1; id < CH_ENTITY_COUNT; id++) {
		const struct ch_entity *entity = ch_entity_of((enum ch_entity_id)id);

		for (size_t i = 0; i < entity->field_count; i++) {
			const struct ch_field *field = &entity->fields[i];
			bool closed = field->access == CH_CLASS_PAIR || field->access == CH_CLASS_OWN_SIDE;

			if (closed && holds_words(field) && id != CH_FEEDBACK && id != CH_ANSWER)
				fail_msg("%s.%s holds words of a closed class: plant it here", entity->name,
					 field->key);
		}
	}
}

/* ---- Looking ---- */

struct looking {
	const char *absent[4]; /* what the actor must not see; NULL: no more */
	int found;	       /* of "pairs" */
};

static void look(struct scheme *s, struct looking *looking, const char *where)
{
	const char *drawn = scheme_dump(s, 140, 45);

	for (size_t i = 0; i < COUNT(looking->absent) && looking->absent[i] != NULL; i++)
		if (strstr(drawn, looking->absent[i]) != NULL)
			fail_msg("%s shows \"%s\":\n%s", where, looking->absent[i], drawn);
	looking->found += strstr(drawn, "pairs") != NULL;
}

static void visit(struct scheme *s, struct looking *looking, const struct golden *row, const char *keys)
{
	char where[200];

	snprintf(where, sizeof(where), "%s (%s)", row->screen, keys);
	app_release(&s->app);
	app_init(&s->app);
	scheme_show(s, row->tab, row->open);
	if (row->over != NULL)
		row->over(&s->app);
	look(s, looking, where);
	while (*keys != '\0') {
		size_t length = strcspn(keys, " ");
		struct event event = {.type = EVENT_KEY, .key = key_named(keys, length), .at = s->app.now + 2000};

		app_handle(&s->app, &event);
		look(s, looking, where);
		keys += length + strspn(keys + length, " ");
	}
}

/* Rows that act as somebody else, or make records as the coordinator, are passed over. */
static void visit_all(struct scheme *s, struct looking *looking, bool coordinator)
{
	const struct golden pairs = {.screen = "further", .tab = "Pairs", .open = pairs_open};

	for (size_t i = 0; i < COUNT(screens); i++)
		if (screens[i].over != open_as_mentor && (coordinator || screens[i].over == NULL))
			visit(s, looking, &screens[i], screens[i].keys);
	for (size_t i = 0; i < COUNT(further); i++)
		visit(s, looking, &pairs, further[i]);
}

static void r58_r59_a_coordinator_sees_nothing_of_the_pairs_wording(void **state)
{
	struct scheme *s = *state;
	struct looking looking = {.absent = {"pairs0", "pairs1"}};

	plant(s);
	visit_all(s, &looking, true);
}

static void r79_a_guide_sees_nothing_of_what_the_learner_answered(void **state)
{
	struct scheme *s = *state;
	struct looking looking = {.absent = {"ownlearner"}};

	plant(s);
	scheme_act_as(s, s->wen);
	visit_all(s, &looking, false);
	assert_true(looking.found > 10);
}

static void r79_a_learner_sees_nothing_of_what_the_guide_answered(void **state)
{
	struct scheme *s = *state;
	struct looking looking = {.absent = {"ownguide"}};

	plant(s);
	scheme_act_as(s, s->chen);
	visit_all(s, &looking, false);
	assert_true(looking.found > 10);
}

static void somebody_of_another_pair_sees_neither(void **state)
{
	struct scheme *s = *state;
	struct looking looking = {.absent = {"pairs0", "pairs1", "ownguide", "ownlearner"}};

	plant(s);
	scheme_act_as(s, s->dara);
	visit_all(s, &looking, false);
}

/* R83: she has their programme, and so all that a coordinator sees; the wording is no part of that. */
static void r58_nor_does_a_coordinator_of_the_programme(void **state)
{
	struct scheme *s = *state;
	struct looking looking = {.absent = {"pairs0", "pairs1"}};
	struct ch_coordinator grace;
	bool found;

	plant(s);
	scheme_show(s, "Pairs", pairs_open);
	open_beside_coaching(&s->app); /* which she may not make */
	ch_record_start(ch_entity_of(CH_COORDINATOR), &grace);
	grace.name = "Grace";
	GOOD(s, ch_coordinator_add(&s->c, &grace, "Autumn; Stepping Up", &s->err));
	GOOD(s, ch_coordinator_act(&s->c, "Grace", &s->arena, &found, &s->err));
	assert_true(s->c.actor.limited);
	visit_all(s, &looking, true);
}

/* Whoever approves proposals, and the mentee's own line manager, see neither wording nor answers (R61, R79). */
static void r61_r79_committee_and_manager_see_nothing_of_a_pair(void **state)
{
	struct scheme *s = *state;
	struct looking looking = {.absent = {"pairs0", "pairs1", "ownguide", "ownlearner"}};
	struct ch_committee_member member = {.programme_id = s->programme};
	struct ch_person mentee;

	plant(s);
	int64_t boss = scheme_person(s, "Bo Manager", NULL, 0), may = scheme_person(s, "May Member", NULL, 0);
	GOOD(s, ch_person_get(&s->c, s->chen, &s->arena, &mentee, &s->err));
	mentee.manager_id = boss;
	GOOD(s, ch_person_set(&s->c, &mentee, &s->err));
	member.person_id = may;
	GOOD(s, ch_committee_add(&s->c, &member, &s->err));
	scheme_act_as(s, may);
	visit_all(s, &looking, false);
	looking.absent[3] = "Wen Patel"; /* who the mentor is, too, is not the manager's to know */
	scheme_act_as(s, boss);
	visit_all(s, &looking, false);
}

/* ---- The file ---- */

/* Where wording may stand; a draft of one of the two has it in a column of its own. */
static bool is_its_place(const char *table, const char *column)
{
	return strcmp(table, "pair_text") == 0 || strcmp(table, "pair_text_aside") == 0 ||
	       strcmp(table, "released_words") == 0 ||
	       (strcmp(table, "draft") == 0 && strcmp(column, "wording") == 0);
}

static int64_t number_of(sqlite3 *file, const char *sql)
{
	sqlite3_stmt *q = NULL;

	if (sqlite3_prepare_v2(file, sql, -1, &q, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(file));
	assert_int_equal(sqlite3_step(q), SQLITE_ROW);
	int64_t number = sqlite3_column_int64(q, 0);
	sqlite3_finalize(q);
	return number;
}

/* Every column of every table, the journal, the audit log and drafts among them; how many hold it in its place. */
static int look_into_file(struct scheme *s, const char *path)
{
	sqlite3 *file = NULL;
	sqlite3_stmt *columns = NULL;
	int in_place = 0;

	assert_int_equal(sqlite3_open(path, &file), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(file,
					    "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_xinfo(t.name) c"
					    " WHERE t.type = 'table'",
					    -1, &columns, NULL),
			 SQLITE_OK);
	while (sqlite3_step(columns) == SQLITE_ROW) {
		const char *table = (const char *)sqlite3_column_text(columns, 0);
		const char *column = (const char *)sqlite3_column_text(columns, 1);
		bool holds = number_of(file, ch_arena_printf(&s->arena,
							     "SELECT count(*) FROM \"%s\" WHERE instr(CAST(\"%s\" AS "
							     "TEXT), 'pairs') > 0",
							     table, column)) > 0;

		if (holds && !is_its_place(table, column))
			fail_msg("%s.%s holds the pair's wording", table, column);
		in_place += holds;
	}
	sqlite3_finalize(columns);
	sqlite3_close(file);
	return in_place;
}

/* Written, reworded, undone, half typed and left: it is in its tables, and neither journalled nor audited. */
static void r58_the_file_has_wording_in_its_place_alone(void **state)
{
	struct scheme *s = *state;
	struct ch_pairing pairing;
	struct ch_undone undone;

	plant(s);
	GOOD(s, ch_pairing_get(&s->c, s->wen_chen, &s->arena, &pairing, &s->err));
	scheme_act_as(s, s->wen);
	for (int times = 0; times < 2; times++)
		GOOD(s, ch_pair_text_write(&s->c, pairing.spell_id, CH_TEXT_LEARNING, 2, "pairs reworded", &s->err));
	GOOD(s, ch_undo(&s->c, 0, &s->arena, &undone, &s->err));
	scheme_show(s, "My pairs", pairs_open);
	log_form_open(&s->app, s->wen_chen, NULL);
	scheme_keys(s, "Tab Ctrl-U 4 5 Tab Tab Tab Tab p a i r s Esc");
	assert_true(look_into_file(s, s->path) >= 3); /* written, set aside, in a draft */
	scheme_act_as(s, 0);
	log_form_open(&s->app, s->wen_chen, NULL);
	scheme_keys(s, "Tab Ctrl-U 4 5 Tab Tab Tab Tab p a i r s Esc");
	look_into_file(s, s->path);
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(r79_every_field_of_these_classes_is_planted),
		WITH(r58_r59_a_coordinator_sees_nothing_of_the_pairs_wording),
		WITH(r79_a_guide_sees_nothing_of_what_the_learner_answered),
		WITH(r79_a_learner_sees_nothing_of_what_the_guide_answered),
		WITH(somebody_of_another_pair_sees_neither),
		WITH(r58_nor_does_a_coordinator_of_the_programme),
		WITH(r61_r79_committee_and_manager_see_nothing_of_a_pair),
		WITH(r58_the_file_has_wording_in_its_place_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
