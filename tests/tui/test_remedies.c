/*
 * Every way out that a refusal names on the screen (src/tui/widgets/remedy.def)
 * is gone: at the place that it names some screen offers its command, and
 * pressing its key there does something.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/leave.h"
#include "scheme.h"
#include "tui/screens/screens.h"
#include "tui/widgets/list.h"

enum { WIDTH = 120, HEIGHT = 40 };

struct remedy {
	const char *typed;
	enum command command;
	const char *place; /* NULL: anywhere */
};

static const struct remedy remedies[] = {
#define REMEDY(typed, command, place) {typed, COMMAND_##command, place},
#define SCREEN(typed, screen)
#define SHELL(typed, why)
#include "tui/widgets/remedy.def"
#undef SHELL
#undef SCREEN
#undef REMEDY
};

static struct screen *coaching_pair_open(struct app *app);
static struct screen *closed_pair_open(struct app *app);
static struct screen *own_pairs_open(struct app *app);
static struct screen *leaver_open(struct app *app);

/* Screens of the places, with what leads to the thing there that may be meant. */
static const struct {
	const char *place;
	struct screen *(*open)(struct app *app);
	const char *keys;
} places[] = {
	{"in People", people_open, ""},
	{"in Pairs", pairs_open, ""},
	{"in Programmes", programmes_open, ""},
	{"in Reports", reports_open, ""},
	{"in Today", today_open, ""},
	{"in the list", people_open, ""},
	{"on the action", actions_open, ""},
	{"on the enrolment of the person", people_open, "j j Enter Tab"},
	{"on the finding", today_open, ""},
	{"on the finding", today_open, "j j j"}, /* one that only warns */
	{"on the goal", own_pairs_open, "Enter Tab Tab"},
	{"on the pair among the others", programmes_open, "m O"},
	{"on the pairing", pairs_open, "Enter"},
	{"on the pairing", pairs_open, "G Enter"}, /* not begun */
	{"on the pairing", pairs_open, ""},
	{"on the pairing", coaching_pair_open, "Enter"},
	{"on the pairing", own_pairs_open, "Enter"},
	{"on the pairing", closed_pair_open, "Enter"},
	{"on the person", people_open, "j j Enter"},
	{"on the person", people_open, ""},
	{"on the person", leaver_open, "Enter"},
	{"on the programme", programmes_open, ""},
	{"on the programme", programmes_open, "G"}, /* in design */
	{"on the proposal", programmes_open, "m"},
	{"on the session", sessions_open, ""},
	{"on the session", sessions_open, "g"},
	{"on the session", pairs_open, "Enter"},
	{"where pairs are proposed", programmes_open, "m"},
	{NULL, people_open, ""},
	{NULL, today_open, ""},
	{NULL, people_open, "u"}, /* there is something to redo */
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static int64_t programme(struct scheme *s, const char *name, int kind)
{
	struct ch_programme programme;

	ch_record_start(ch_entity_of(CH_PROGRAMME), &programme);
	programme.name = name;
	programme.kind = kind;
	programme.planned_sessions = kind == CH_KIND_COACHING ? 6 : CH_UNKNOWN;
	GOOD(s, ch_programme_add(&s->c, &programme, &s->err));
	return programme.programme_id;
}

/* Of the pairs only the coaching one, which has begun. */
static struct screen *coaching_pair_open(struct app *app)
{
	struct screen *screen = pairs_open(app);
	struct ch_error err = CH_NO_ERROR;

	assert_int_equal(list_set_filter(screen->list, "kind:coaching", &err), CH_OK);
	return screen;
}

static struct screen *closed_pair_open(struct app *app)
{
	struct screen *screen = pairs_open(app);
	struct ch_error err = CH_NO_ERROR;

	assert_int_equal(list_set_filter(screen->list, "state:closed", &err), CH_OK);
	return screen;
}

static struct screen *leaver_open(struct app *app)
{
	struct screen *screen = people_open(app);
	struct ch_error err = CH_NO_ERROR;

	assert_int_equal(list_set_filter(screen->list, "Abel", &err), CH_OK);
	return screen;
}

static void closed_pairing(struct scheme *s)
{
	const struct ch_closure closure = {.on = CH_NO_DATE,
					   .kind = CH_CLOSURE_NEVER_STARTED,
					   .initiator = CH_BY_BOTH,
					   .reason = CH_BECAUSE_MUTUAL};
	int64_t abel = scheme_person(s, "Abel Voss", NULL, 1 << CH_ROLE_MENTOR);
	int64_t pairing = scheme_pairing(s, abel, scheme_person(s, "Alba Voss", NULL, 1 << CH_ROLE_MENTEE));

	GOOD(s, ch_pairing_close(&s->c, pairing, &closure, &s->err));
	GOOD(s, ch_person_leave(&s->c, abel, &(struct ch_leaving){.on = CH_NO_DATE}, &(struct ch_left){0}, &s->err));
}

/* The pairs of a mentor at their own desk. */
static struct screen *own_pairs_open(struct app *app)
{
	struct ch_context *c = desk_of(app)->c;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error none = CH_NO_ERROR;
	struct ch_pairing pairing;

	assert_int_equal(ch_pairing_get(c, 1, &arena, &pairing, &none), CH_OK);
	c->actor = (struct ch_actor){.person_id = pairing.guide_id, .name = "somebody"};
	ch_arena_release(&arena);
	return pairs_open(app);
}

/*
 * Beside the usual: one programme in design, one of coaching with its pair, a pair that has ended, a person who waits,
 * an arranged session.
 */
static int set_up(void **state)
{
	struct ch_enrolment enrolment;
	struct ch_session session;
	int64_t autumn, coach, coachee, waits;
	struct scheme *s;

	scheme_setup(state);
	s = *state;
	autumn = s->programme;
	coach = scheme_person(s, "Cora Vine", "cora@example.org", 1 << CH_ROLE_COACH);
	coachee = scheme_person(s, "Noor Hale", "noor@example.org", 1 << CH_ROLE_COACHEE);
	s->programme = programme(s, "Coaching", CH_KIND_COACHING);
	GOOD(s, ch_programme_open(&s->c, s->programme, &s->err));
	scheme_start(s, scheme_pairing(s, coach, coachee));
	s->programme = autumn;
	closed_pairing(s);
	waits = scheme_person(s, "Ada Early", "ada@example.org", 1 << CH_ROLE_MENTEE);
	ch_record_start(ch_entity_of(CH_ENROLMENT), &enrolment);
	enrolment.person_id = waits;
	enrolment.programme_id = autumn;
	enrolment.role = CH_ROLE_MENTEE;
	GOOD(s, ch_enrolment_add(&s->c, &enrolment, &s->err));
	ch_record_start(ch_entity_of(CH_SESSION), &session);
	session.pairing_id = s->rosa_dara;
	session.session_date = ch_date_from_iso("2026-11-24");
	GOOD(s, ch_session_arrange(&s->c, &session, NULL, &s->err));
	programme(s, "Winter", CH_KIND_MENTORING);
	GOOD(s, ch_brief_write(&s->c, s->wen_chen, "Comes back after five years", &s->err));
	return 0;
}

static const struct offer *offered(const struct app *app, enum command command, struct offer offers[APP_OFFERS_MAX])
{
	size_t count = app_offers(app, app->top, offers);

	for (size_t i = 0; i < count; i++)
		if (offers[i].binding->command == command)
			return &offers[i];
	return NULL;
}

/* Whether the command works on this screen, reached anew. */
static bool works(struct scheme *s, const struct remedy *remedy, size_t place)
{
	struct offer offers[APP_OFFERS_MAX];
	struct ch_buffer before = CH_BUFFER_EMPTY;
	bool did;

	app_release(&s->app);
	app_init(&s->app);
	scheme_show(s, "There", places[place].open);
	s->app.bindings = tui_bindings(&s->app.binding_count);
	scheme_dump(s, WIDTH, HEIGHT);
	scheme_keys(s, places[place].keys);
	if (offered(&s->app, remedy->command, offers) == NULL)
		return false;
	if (remedy->command == COMMAND_PREFERENCES) /* whose file is not here: test_personal.c opens them */
		return true;
	ch_buffer_add(&before, scheme_dump(s, WIDTH, HEIGHT));
	app_do(&s->app, remedy->command);
	did = strcmp(before.text, scheme_dump(s, WIDTH, HEIGHT)) != 0;
	if (!did)
		print_error("`chiron %s`, %s: nothing comes of it:\n%s", remedy->typed, remedy->place, before.text);
	ch_buffer_release(&before);
	return did;
}

static bool is_there(const struct remedy *remedy, size_t place)
{
	if (remedy->place == NULL || places[place].place == NULL)
		return remedy->place == places[place].place;
	return strcmp(remedy->place, places[place].place) == 0;
}

static void every_key_works_where_a_refusal_says_so(void **state)
{
	size_t failed = 0;

	for (size_t i = 0; i < COUNT(remedies); i++) {
		bool found = false;

		for (size_t j = 0; j < COUNT(places) && !found; j++) {
			if (!is_there(&remedies[i], j))
				continue;
			set_up(state);
			found = works(*state, &remedies[i], j);
			scheme_teardown(state);
		}
		if (!found)
			print_error("`chiron %s`: \"%s\" does not work %s\n", remedies[i].typed,
				    command_info(remedies[i].command)->label,
				    remedies[i].place != NULL ? remedies[i].place : "anywhere");
		failed += !found;
	}
	assert_true(COUNT(remedies) > 50);
	assert_int_equal(failed, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_key_works_where_a_refusal_says_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
