#include "scheme.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "canvas_dump.h"
#include "tui/found.h"
#include "tui/widgets/form_draft.h"
#include "tui/screens/log_memory.h"

/* ---- Making it ---- */

void scheme_good(struct scheme *s, enum ch_status status, const char *file, int line)
{
	if (status != CH_OK)
		print_error("%s (%s) field %s rule %s: %s\n", ch_status_name(status), s->err.fix, s->err.field,
			    s->err.rule, s->err.message);
	_assert_int_equal((LargestIntegralType)status, CH_OK, file, line);
}

void scheme_today(struct scheme *s, const char *iso)
{
	s->c.clock.fixed_today = s->desk.today = ch_date_from_iso(iso);
}

void scheme_act_as(struct scheme *s, int64_t person_id)
{
	s->c.actor.person_id = person_id;
	s->c.actor.name = "somebody";
}

int64_t scheme_person(struct scheme *s, const char *name, const char *email, int roles)
{
	struct ch_person person;

	ch_record_start(ch_entity_of(CH_PERSON), &person);
	person.name = name;
	person.email = email;
	person.roles = roles;
	person.offers = roles & (1 << CH_ROLE_MENTOR | 1 << CH_ROLE_COACH) ? "listening" : NULL;
	person.capacity = 3;
	GOOD(s, ch_person_add(&s->c, &person, &s->err));
	return person.person_id;
}

void scheme_contacts(struct scheme *s, int64_t programme_id, int64_t days)
{
	struct ch_settings settings;

	GOOD(s, ch_settings_get(&s->c, programme_id, &s->arena, &settings, &s->err));
	settings.contact_every_days = days;
	GOOD(s, ch_settings_set(&s->c, &settings, &s->err));
}

static int64_t make_programme(struct scheme *s)
{
	struct ch_programme programme;

	ch_record_start(ch_entity_of(CH_PROGRAMME), &programme);
	programme.name = "Autumn";
	programme.kind = CH_KIND_MENTORING;
	programme.purpose = "to try things";
	programme.focus_areas = "Confidence";
	programme.mentoring_models = "one to one";
	programme.components = "induction";
	programme.matching_process = "by the coordinator";
	programme.planned_months = 9;
	GOOD(s, ch_programme_add(&s->c, &programme, &s->err));
	GOOD(s, ch_programme_open(&s->c, programme.programme_id, &s->err));
	scheme_contacts(s, programme.programme_id, 0);
	return programme.programme_id;
}

void scheme_requires(struct scheme *s, int64_t programme_id, const char *check)
{
	struct ch_requirement required;

	ch_record_start(ch_entity_of(CH_REQUIREMENT), &required);
	required.programme_id = programme_id;
	required.name = check;
	GOOD(s, ch_part_add(&s->c, CH_REQUIREMENT, &required, &s->err));
}

int64_t scheme_pairing(struct scheme *s, int64_t guide_id, int64_t learner_id)
{
	struct ch_pairing pairing;

	ch_record_start(ch_entity_of(CH_PAIRING), &pairing);
	pairing.programme_id = s->programme;
	pairing.guide_id = guide_id;
	pairing.learner_id = learner_id;
	s->c.learner_ready = &(struct ch_said){.on = CH_NO_DATE};
	GOOD(s, ch_pairing_add(&s->c, &pairing, &s->err));
	s->c.learner_ready = NULL;
	return pairing.pairing_id;
}

void scheme_start(struct scheme *s, int64_t pairing_id)
{
	struct ch_agreement agreement;
	struct ch_agreed agreed = {.guide = true, .learner = true, .how = CH_HOW_SPOKEN, .on = CH_NO_DATE};
	struct ch_goal goal;

	GOOD(s, ch_agreement_draft(&s->c, pairing_id, &s->arena, &agreement, &s->err));
	agreement.aims_shared_on = ch_clock_today(&s->c.clock);
	GOOD(s, ch_pairing_agree(&s->c, pairing_id, &agreement, &agreed, &s->err));
	ch_record_start(ch_entity_of(CH_GOAL), &goal);
	goal.pairing_id = pairing_id;
	GOOD(s, ch_goal_add(&s->c, &goal, "Speak up in meetings", &s->err));
	GOOD(s, ch_pairing_start(&s->c, pairing_id, CH_NO_DATE, &s->err));
}

int64_t scheme_session(struct scheme *s, int64_t pairing_id, const char *iso, int64_t minutes)
{
	struct ch_session_record record = {.learning = "Compared two adverts"};
	struct ch_session_logged logged;
	struct ch_session session;

	ch_record_start(ch_entity_of(CH_SESSION), &session);
	session.pairing_id = pairing_id;
	session.session_date = ch_date_from_iso(iso);
	session.minutes = minutes;
	session.medium = CH_MEDIUM_VIDEO;
	GOOD(s, ch_session_log(&s->c, &session, &record, &logged, &s->err));
	return logged.session_id;
}

int64_t scheme_action(struct scheme *s, int64_t pairing_id, int owner, const char *due_iso, const char *text)
{
	struct ch_action action;

	ch_record_start(ch_entity_of(CH_ACTION), &action);
	action.pairing_id = pairing_id;
	action.owner = owner;
	action.due_on = ch_date_from_iso(due_iso);
	GOOD(s, ch_action_add(&s->c, &action, text, &s->err));
	return action.action_id;
}

static void make_people(struct scheme *s)
{
	const int mentor = 1 << CH_ROLE_MENTOR, mentee = 1 << CH_ROLE_MENTEE;
	struct ch_person person;
	int64_t gone;

	s->wen = scheme_person(s, "Wen Patel", "wen@example.org", mentor);
	s->rosa = scheme_person(s, "Rosa Vega", "rosa@example.org", mentor | mentee);
	s->chen = scheme_person(s, "Chen Okafor", "chen@example.org", mentee);
	s->dara = scheme_person(s, "Dara Okafor", "dara@example.org", mentee);
	s->li = scheme_person(s, "\xe6\x9d\x8e \xe4\xbc\x9f", "li@example.org", mentee);
	scheme_person(s, "Maximiliana Wilhelmina O'Brien-Featherstonehaugh-Cholmondeley", NULL, mentor);
	scheme_person(s, "\xd7\x9b\xd7\x94\xd7\x9f \xd7\x93\xd7\x95\xd7\x93", "david@example.org", mentee);
	gone = scheme_person(s, "Nils Costa", "nils@example.org", mentor);
	GOOD(s, ch_person_get(&s->c, gone, &s->arena, &person, &s->err));
	person.left_on = ch_date_from_iso("2026-08-30");
	GOOD(s, ch_person_set(&s->c, &person, &s->err));
	GOOD(s, ch_person_get(&s->c, s->wen, &s->arena, &person, &s->err));
	person.offers = "finance; speaking";
	person.location = "North";
	GOOD(s, ch_person_set(&s->c, &person, &s->err));
	GOOD(s, ch_person_get(&s->c, s->chen, &s->arena, &person, &s->err));
	person.seeks = "finance; career plan";
	person.location = "North";
	GOOD(s, ch_person_set(&s->c, &person, &s->err));
}

static void make_pairings(struct scheme *s)
{
	struct ch_enrolment enrolment;
	int64_t done;

	s->programme = make_programme(s);
	s->wen_chen = scheme_pairing(s, s->wen, s->chen);
	scheme_start(s, s->wen_chen);
	ch_record_start(ch_entity_of(CH_ENROLMENT), &enrolment);
	enrolment.programme_id = s->programme;
	enrolment.person_id = s->rosa;
	enrolment.role = CH_ROLE_MENTEE;
	GOOD(s, ch_enrolment_add(&s->c, &enrolment, &s->err));
	scheme_today(s, "2026-10-05");
	s->rosa_dara = scheme_pairing(s, s->rosa, s->dara);
	scheme_start(s, s->rosa_dara);
	done = scheme_action(s, s->wen_chen, CH_SIDE_LEARNER, "2026-10-20", "Read the advert");
	scheme_action(s, s->wen_chen, CH_SIDE_LEARNER, "2026-11-14", "Draft the covering letter");
	GOOD(s, ch_action_settle(&s->c, done, CH_ACTION_DONE, CH_NO_DATE, NULL, &s->err));
	scheme_today(s, "2026-11-23");
	scheme_session(s, s->wen_chen, "2026-09-14", 60);
	scheme_session(s, s->wen_chen, "2026-11-02", 45);
	scheme_action(s, s->wen_chen, CH_SIDE_GUIDE, "2026-11-26", "Ask the alumni office");
	scheme_action(s, s->rosa_dara, CH_SIDE_LEARNER, "2026-12-20", NULL);
	s->rosa_li = scheme_pairing(s, s->rosa, s->li);
}

static struct scheme *new_scheme(void)
{
	struct scheme *s = calloc(1, sizeof(*s));
	void *dir = NULL;

	assert_non_null(s);
	assert_int_equal(temp_dir_setup(&dir), 0);
	s->dir = dir;
	s->arena = CH_ARENA_EMPTY;
	s->dump = s->desk.next = s->desk.next_import = CH_BUFFER_EMPTY;
	s->canvas = CANVAS_EMPTY;
	s->c.actor = (struct ch_actor){.name = "coordinator", .channel = "test"};
	snprintf(s->path, sizeof(s->path), "%s", temp_dir_file(s->dir, "scheme.db"));
	s->desk.c = &s->c;
	s->desk.path = s->options.path = s->path;
	s->desk.options = &s->options;
	scheme_today(s, "2026-11-23");
	app_init(&s->app);
	return s;
}

int scheme_setup_nothing(void **state)
{
	*state = new_scheme();
	return 0;
}

int scheme_setup_empty(void **state)
{
	struct scheme *s = new_scheme();

	*state = s;
	GOOD(s, ch_scheme_create(s->path, "Riverside Mentoring 2026", CH_NOTES_APART, &s->c.clock, &s->err));
	GOOD(s, ch_scheme_open(s->path, &s->c.scheme, &s->err));
	GOOD(s, ch_scheme_settings_get(&s->c, &s->arena, &s->desk.settings, &s->err));
	return 0;
}

int scheme_setup(void **state)
{
	struct scheme *s;

	scheme_setup_empty(state);
	s = *state;
	scheme_today(s, "2026-09-01");
	make_people(s);
	make_pairings(s);
	return 0;
}

int scheme_teardown(void **state)
{
	struct scheme *s = *state;
	void *dir = s->dir;

	app_release(&s->app);
	log_memory_free(s->desk.log);
	draft_memory_free(s->desk.drafts);
	ch_scheme_close(s->c.scheme);
	ch_arena_release(&s->arena);
	ch_buffer_release(&s->dump);
	ch_buffer_release(&s->desk.next);
	ch_buffer_release(&s->desk.next_import);
	canvas_release(&s->canvas);
	temp_dir_teardown(&dir);
	free(s);
	return 0;
}

/* ---- Using it ---- */

void scheme_show(struct scheme *s, const char *label, struct screen *(*open)(struct app *app))
{
	s->tab = (struct app_tab){.label = label, .open = open};
	s->app.title = s->desk.settings.name;
	s->app.data = &s->desk;
	s->app.open_found = found_open;
	s->app.open_report = found_open_report;
	s->app.tabs = &s->tab;
	s->app.tab_count = 1;
	app_go(&s->app, 0);
	scheme_dump(s, 80, 24);
}

const char *scheme_dump(struct scheme *s, int width, int height)
{
	canvas_resize(&s->canvas, width, height);
	app_draw(&s->app, &s->canvas);
	ch_buffer_clear(&s->dump);
	canvas_dump(&s->canvas, &s->dump);
	return s->dump.text;
}

static void handle_key(struct scheme *s, uint32_t key)
{
	struct event event = {.type = EVENT_KEY, .key = key, .at = s->app.now + 5000};

	app_handle(&s->app, &event);
	app_draw(&s->app, &s->canvas);
}

void scheme_keys(struct scheme *s, const char *names)
{
	while (*names != '\0') {
		size_t length = strcspn(names, " ");
		uint32_t key = key_named(names, length);

		if (key == K_NONE)
			fail_msg("no key is called %.*s", (int)length, names);
		handle_key(s, key);
		names += length;
		names += strspn(names, " ");
	}
}

static bool next_is_escape(void *data, struct event *event)
{
	(void)data;
	*event = (struct event){.type = EVENT_KEY, .key = K_ESC};
	return true;
}

static int64_t later_each_time(void *data)
{
	static int64_t now;

	(void)data;
	return now += 1000;
}

static void draw_nothing(void *data)
{
	(void)data;
}

void scheme_stop_work(struct scheme *s, bool stop)
{
	s->app.outside = (struct app_outside){
		.next = stop ? next_is_escape : NULL, .now = later_each_time, .draw = draw_nothing};
}

void scheme_type(struct scheme *s, const char *text)
{
	for (; *text != '\0'; text++)
		handle_key(s, (unsigned char)*text);
}

void scheme_shows(struct scheme *s, const char *text, int width, int height, bool there, const char *file, int line)
{
	const char *dump = scheme_dump(s, width, height);

	if ((strstr(dump, text) != NULL) == there)
		return;
	fprintf(stderr, "%s \"%s\":\n%s", there ? "does not show" : "shows", text, dump);
	_fail(file, line);
}

const char *scheme_row(struct scheme *s, const char *text)
{
	const char *place, *start;

	ch_buffer_clear(&s->dump);
	canvas_dump(&s->canvas, &s->dump);
	start = place = strstr(s->dump.text, text);
	if (place == NULL) {
		fprintf(stderr, "no row has \"%s\":\n%s", text, s->dump.text);
		fail();
	}
	while (start > s->dump.text && start[-1] != '\n')
		start--;
	return ch_arena_copy_bytes(&s->arena, start, strcspn(start, "\n"));
}
