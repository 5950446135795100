/* Who acts (R83): by account, by --as, and whose steps and drafts are whose. */
#include <pwd.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "scheme_fixture.h"

static int64_t add(struct scheme_fixture *f, const char *name, const char *programmes)
{
	struct ch_coordinator coordinator;

	ch_record_start(ch_entity_of(CH_COORDINATOR), &coordinator);
	coordinator.name = name;
	GOOD(f, ch_coordinator_add(&f->c, &coordinator, programmes, &f->err));
	return coordinator.coordinator_id;
}

static void two_coordinators(struct scheme_fixture *f)
{
	scheme_programme(f, "Ours", CH_KIND_MENTORING);
	scheme_programme(f, "Theirs", CH_KIND_COACHING);
	add(f, "Grace", "Ours");
	add(f, "Maria", NULL);
}

static void use_own_account(struct scheme_fixture *f, const char *name)
{
	scheme_sql(f, ch_arena_printf(&f->arena, "UPDATE coordinator SET account = '%s' WHERE name = '%s'",
				      getpwuid(getuid())->pw_name, name));
}

static bool act(struct scheme_fixture *f, const char *as)
{
	bool found = false;

	GOOD(f, ch_coordinator_act(&f->c, as, &f->arena, &found, &f->err));
	return found;
}

static void who_is_named_acts(void **state)
{
	struct scheme_fixture *f = *state;

	two_coordinators(f);
	assert_false(act(f, NULL));
	assert_string_equal(ch_coordinator_words(&f->c, &f->arena), "");
	assert_false(act(f, "Ann"));
	assert_true(act(f, "MARIA"));
	assert_false(f->c.actor.limited);
	assert_string_equal(ch_coordinator_words(&f->c, &f->arena), "Maria, for the whole scheme");
	assert_true(act(f, "Grace"));
	assert_true(f->c.actor.limited);
	assert_string_equal(ch_coordinator_words(&f->c, &f->arena), "Grace, for Ours");
}

/* The openings of desks that the audit log shows to whoever acts: who, and whose. */
static const char *openings(struct scheme_fixture *f)
{
	struct ch_list_query query = {.list = CH_LIST_AUDIT, .filter = "operation:desk.open", .sort = "seq"};
	const char *text = "";
	struct ch_grid grid;

	GOOD(f, ch_list_fetch(&f->c, &query, &f->arena, &grid, &f->err));
	for (size_t row = 0; row < grid.row_count; row++) {
		const char **cells = grid.rows[row].cells;

		assert_string_equal(grid.columns[2].key, "actor");
		assert_string_equal(grid.columns[6].key, "object_id");
		text = ch_arena_printf(&f->arena, "%s%s %s;", text, cells[2], cells[6]);
	}
	return text;
}

static int64_t a_person(struct scheme_fixture *f, const char *name)
{
	return scheme_person(f, name, NULL, 1 << CH_ROLE_MENTOR, "planning", NULL, 2);
}

static void who_opens_anothers_desk_is_in_the_audit_log(void **state)
{
	struct scheme_fixture *f = *state;
	const char *login = getpwuid(getuid())->pw_name;
	int64_t ann = a_person(f, "Ann Lee"), bob = a_person(f, "Bob Ray");
	const struct ch_actor opener = f->c.actor;
	const char *by_login = ch_arena_printf(&f->arena, "%s %lld;", login, (long long)ann);

	assert_false(act(f, "Ann Lee"));
	GOOD(f, ch_coordinator_open_desk(&f->c, ann, &f->arena, &f->err));
	assert_int_equal(f->c.actor.person_id, ann);
	assert_string_equal(openings(f), by_login); /* who it is sees it, and by whom */
	f->c.actor = opener;
	GOOD(f, ch_person_act(&f->c, bob, &f->arena, &f->err)); /* who comes as themselves is no such row */
	assert_string_equal(openings(f), "");
	f->c.actor = opener;
	assert_string_equal(openings(f), by_login);
	REFUSED(f, CH_MISSING, ch_coordinator_open_desk(&f->c, 99, &f->arena, &f->err));
	assert_int_equal(f->c.actor.person_id, 0);
	assert_string_equal(openings(f), by_login);
	/* With an account it is its coordinator's doing */
	two_coordinators(f);
	use_own_account(f, "Maria");
	GOOD(f, ch_coordinator_open_desk(&f->c, bob, &f->arena, &f->err));
	assert_string_equal(openings(f), ch_arena_printf(&f->arena, "Maria %lld;", (long long)bob));
}

static void no_desk_is_opened_where_it_cannot_be_recorded(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t ann = a_person(f, "Ann Lee");

	scheme_sql(f, "CREATE TRIGGER shut BEFORE INSERT ON audit BEGIN SELECT raise(ABORT, 'shut'); END");
	assert_int_not_equal(ch_coordinator_open_desk(&f->c, ann, &f->arena, &f->err), CH_OK);
	assert_int_equal(f->c.actor.person_id, 0);
	f->err = CH_NO_ERROR;
	assert_string_equal(openings(f), "");
}

static void an_account_is_held_to_its_coordinator(void **state)
{
	struct scheme_fixture *f = *state;
	bool found;

	two_coordinators(f);
	use_own_account(f, "Grace");
	REFUSED(f, CH_NOT_ALLOWED, ch_coordinator_act(&f->c, "Maria", &f->arena, &found, &f->err));
	assert_true(f->c.actor.limited); /* what a face does all the same is limited */
}

static void an_account_needs_no_name(void **state)
{
	struct scheme_fixture *f = *state;

	two_coordinators(f);
	use_own_account(f, "Grace");
	assert_true(act(f, NULL));
	assert_string_equal(f->c.actor.name, "Grace");
}

/* Who looks after all may look at it as another does. */
static void an_account_of_the_whole_scheme_may_act_as_another(void **state)
{
	struct scheme_fixture *f = *state;

	two_coordinators(f);
	use_own_account(f, "Maria");
	assert_true(act(f, "Grace"));
	assert_true(f->c.actor.limited);
}

static void each_undoes_their_own(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_undone undone;

	two_coordinators(f);
	act(f, "Maria");
	scheme_person(f, "Ann", NULL, 0, NULL, NULL, CH_UNKNOWN);
	f->c.actor.coordinator_id = 0;
	scheme_person(f, "Bob", NULL, 0, NULL, NULL, CH_UNKNOWN);
	act(f, "Maria");
	GOOD(f, ch_undo(&f->c, 0, &f->arena, &undone, &f->err));
	assert_string_equal(undone.words, "Ann added");
}

static void programmes_are_taken_away_and_nothing_is_left(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_coordinator grace;
	int64_t count;

	two_coordinators(f);
	GOOD(f, ch_coordinator_get(&f->c, 1, &f->arena, &grace, &f->err));
	assert_int_equal(grace.limited, CH_YES);
	scheme_sql(f, "DELETE FROM charge");
	act(f, "Grace");
	assert_string_equal(ch_coordinator_words(&f->c, &f->arena), "Grace, for no programme");
	GOOD(f, ch_scheme_count(&f->c, CH_PROGRAMME, &count, &f->err));
	assert_int_equal(count, 0);
}

/* A guide is no freer for having their learners with another coordinator (R13). */
static void places_are_counted_over_all_programmes(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_pairing pairing;
	struct ch_enrolment enrolment;

	two_coordinators(f);
	int64_t guide = scheme_person(f, "Gwen", NULL, 0, "planning", NULL, 1);
	int64_t learner = scheme_person(f, "Lena", NULL, 0, NULL, "planning", CH_UNKNOWN);
	scheme_pairing(f, 2, guide, scheme_person(f, "Otto", NULL, 0, NULL, NULL, CH_UNKNOWN));
	scheme_ready(f, 1, learner);
	ch_record_start(ch_entity_of(CH_ENROLMENT), &enrolment);
	enrolment.programme_id = 1;
	enrolment.person_id = guide;
	enrolment.role = CH_ROLE_MENTOR;
	GOOD(f, ch_enrolment_add(&f->c, &enrolment, &f->err));
	act(f, "Grace");
	ch_record_start(ch_entity_of(CH_PAIRING), &pairing);
	pairing.programme_id = 1;
	pairing.guide_id = guide;
	pairing.learner_id = learner;
	f->err = CH_NO_ERROR;
	assert_int_not_equal(ch_pairing_add(&f->c, &pairing, &f->err), CH_OK);
	assert_string_equal(f->err.rule, "R13");
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(who_is_named_acts),
		WITH_SCHEME(who_opens_anothers_desk_is_in_the_audit_log),
		WITH_SCHEME(no_desk_is_opened_where_it_cannot_be_recorded),
		WITH_SCHEME(an_account_is_held_to_its_coordinator),
		WITH_SCHEME(an_account_needs_no_name),
		WITH_SCHEME(an_account_of_the_whole_scheme_may_act_as_another),
		WITH_SCHEME(each_undoes_their_own),
		WITH_SCHEME(programmes_are_taken_away_and_nothing_is_left),
		WITH_SCHEME(places_are_counted_over_all_programmes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
