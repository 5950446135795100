/* Frameworks of sessions: the files, what a session may follow, and wording under headings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

#define GUIDE_ROLES (1 << CH_ROLE_MENTOR | 1 << CH_ROLE_COACH)
#define LEARNER_ROLES (1 << CH_ROLE_MENTEE | 1 << CH_ROLE_COACHEE)

static const char strengths[] = "framework: strengths\n"
				"title: Strengths\n"
				"about: Our own.\n"
				"\n"
				"# What went well\n"
				"This week,\n"
				"or before?\n"
				"# And now\n";

static int64_t new_pair(struct scheme_fixture *f, int kind)
{
	int64_t guide = scheme_person(f, "Alison Abbott", "alison@example.org", GUIDE_ROLES, "Gardening", NULL, 2);
	int64_t learner =
		scheme_person(f, "Catrin Oldroyd", "catrin@example.org", LEARNER_ROLES, NULL, "Gardening", CH_UNKNOWN);

	return scheme_pairing(f, scheme_programme(f, "Trying", kind), guide, learner);
}

static enum ch_status log_record(struct scheme_fixture *f, int64_t pairing_id, const struct ch_session_record *record,
				 int64_t *session_id)
{
	struct ch_session_logged logged;
	struct ch_session session;

	ch_record_start(ch_entity_of(CH_SESSION), &session);
	session.pairing_id = pairing_id;
	enum ch_status status = ch_session_log(&f->c, &session, record, &logged, &f->err);
	*session_id = status == CH_OK ? logged.session_id : 0;
	return status;
}

static const char *topics_as(struct scheme_fixture *f, int64_t actor, int64_t session_id, enum ch_text_state wanted)
{
	enum ch_text_state text_state;
	const char *text;

	f->c.actor.person_id = actor;
	GOOD(f, ch_pair_text_read(&f->c, CH_TEXT_TOPICS, session_id, &f->arena, &text, &text_state, &f->err));
	f->c.actor.person_id = 0;
	assert_int_equal(text_state, wanted);
	return text;
}

static enum ch_status keep(void *context, const char *bytes, size_t length, struct ch_error *err)
{
	(void)err;
	ch_buffer_add_bytes(context, bytes, length);
	return CH_OK;
}

static void add_own(struct scheme_fixture *f)
{
	struct ch_own_file added;
	bool replaced;

	GOOD(f, ch_own_file_add(&f->c, "strengths.txt", strengths, &f->arena, &added, &replaced, &f->err));
}

static void r51_coaching_follows_grow_and_mentoring_is_free_unless_the_programme_says(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_framework usual;
	struct ch_programme programme;
	int64_t coaching = new_pair(f, CH_KIND_COACHING);
	int64_t mentoring = scheme_programme(f, "Other", CH_KIND_MENTORING);
	int64_t other = scheme_person(f, "Bo Diaz", NULL, LEARNER_ROLES, NULL, "Gardening", CH_UNKNOWN);

	GOOD(f, ch_framework_usual(&f->c, coaching, &f->arena, &usual, &f->err));
	assert_string_equal(usual.title, "GROW");
	assert_int_equal(usual.heading_count, 4);
	assert_string_equal(usual.headings[3].title, "Will");
	GOOD(f, ch_framework_usual(&f->c, scheme_pairing(f, mentoring, 1, other), &f->arena, &usual, &f->err));
	assert_string_equal(usual.name, "free");
	assert_int_equal(usual.heading_count, 0);

	add_own(f);
	GOOD(f, ch_programme_get(&f->c, mentoring, &f->arena, &programme, &f->err));
	programme.usual_framework = "growth";
	REFUSED(f, CH_DATA, ch_programme_set(&f->c, &programme, &f->err));
	programme.usual_framework = "strengths";
	GOOD(f, ch_programme_set(&f->c, &programme, &f->err));
	GOOD(f, ch_framework_usual(&f->c, 2, &f->arena, &usual, &f->err));
	assert_string_equal(usual.title, "Strengths");
	assert_string_equal(usual.headings[0].asks, "This week, or before?");
	assert_null(usual.headings[1].asks);
	GOOD(f, ch_own_file_remove(&f->c, "strengths", &f->err));
	GOOD(f, ch_framework_usual(&f->c, 2, &f->arena, &usual, &f->err));
	assert_string_equal(usual.name, "free");
	GOOD(f, ch_programme_set(&f->c, &programme, &f->err)); /* what stood there before may stand */
}

/* Stored under its heading, read by the two, in the mentee's own export and in nobody else's. */
static void r76_a_reflection_is_private_to_the_pair(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_session_section sections[] = {{"Reflection", "zzyzx"}};
	const struct ch_session_record record = {.framework = "mentoring", .sections = sections, .section_count = 1};
	struct ch_buffer out = CH_BUFFER_EMPTY;
	int64_t session_id;

	GOOD(f, log_record(f, new_pair(f, CH_KIND_MENTORING), &record, &session_id));
	assert_null(topics_as(f, 0, session_id, CH_TEXT_WITHHELD));
	assert_string_equal(topics_as(f, 1, session_id, CH_TEXT_THERE), "# Reflection\nzzyzx");
	for (int person = 1; person <= 2; person++) {
		f->c.actor.person_id = person;
		ch_buffer_clear(&out);
		GOOD(f, ch_export_mine(&f->c, false, &out, &f->err));
		assert_int_equal(strstr(out.text, "zzyzx") != NULL, person == 2);
		assert_int_equal(strstr(out.text, "Reflection") != NULL, person == 2); /* with its heading (R51) */
	}
	f->c.actor.person_id = 0;
	for (int entity = CH_NO_ENTITY + 1; entity < CH_ENTITY_COUNT; entity++) {
		const struct ch_export_options options = {.entity = entity, .format = CH_EXPORT_CSV};

		ch_buffer_clear(&out);
		ch_export(&f->c, &options, keep, &out, &f->err);
		f->err = CH_NO_ERROR;
		assert_null(out.length > 0 ? strstr(out.text, "zzyzx") : NULL);
	}
	ch_buffer_release(&out);
}

static void r52_r53_r76_only_mentoring_asks_for_advice_and_reflection(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_framework *all, mentoring;
	size_t count;

	GOOD(f, ch_framework_list(&f->c, &f->arena, &all, &count, &f->err));
	assert_int_equal(count, 5);
	for (size_t i = 0; i < count; i++)
		for (size_t h = 0; all[i].kind != CH_KIND_MENTORING && h < all[i].heading_count; h++)
			assert_null(strstr(all[i].headings[h].title, "dvice"));
	GOOD(f, ch_framework_find(&f->c, "MENTORING", &f->arena, &mentoring, &f->err));
	assert_string_equal(mentoring.headings[1].title, "Advice and examples");
	assert_string_equal(mentoring.headings[3].title, "Reflection");
}

static void r51_wording_under_headings_is_the_pairs_and_is_replaced_heading_by_heading(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_session_section first[] = {{"Goal", "A planted phrase"}, {"Reality", " \n"}, {"Will", "call\n"}};
	struct ch_session_section second[] = {{"Goal", "another"}, {"Options", "ask Wen"}};
	struct ch_session_record record = {.framework = "grow", .sections = first, .section_count = 3};
	int64_t pairing = new_pair(f, CH_KIND_COACHING), session_id;
	struct ch_session session;

	GOOD(f, log_record(f, pairing, &record, &session_id));
	assert_null(topics_as(f, 0, session_id, CH_TEXT_WITHHELD));
	assert_string_equal(topics_as(f, 2, session_id, CH_TEXT_THERE), "# Goal\nA planted phrase\n# Will\ncall");
	record.sections = second;
	record.section_count = 2;
	GOOD(f, ch_session_finish(&f->c, session_id, &record, false, true, &f->err));
	assert_string_equal(topics_as(f, 1, session_id, CH_TEXT_THERE),
			    "# Goal\nanother\n# Will\ncall\n# Options\nask Wen");
	GOOD(f, ch_session_get(&f->c, session_id, &f->arena, &session, &f->err));
	assert_string_equal(session.framework, "grow");
}

static void what_no_framework_is_called_is_refused_and_nothing_is_logged(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_session_section section = {"Goal", "text"};
	struct ch_session_record record = {.framework = "growth", .sections = &section, .section_count = 1};
	int64_t pairing = new_pair(f, CH_KIND_COACHING), session_id;

	assert_int_equal(log_record(f, pairing, &record, &session_id), CH_DATA);
	assert_string_equal(f->err.field, "framework");
	assert_non_null(strstr(f->err.fix, "clear, free, grow, mentoring, oskar"));
	f->err = CH_NO_ERROR;
	assert_int_equal(scheme_get_pairing(f, pairing).sessions_held, 0);
}

static void a_file_that_is_no_framework_is_refused_with_its_line(void **state)
{
	static const struct {
		const char *text, *says;
	} wrong[] = {
		{"framework: own\ntitle: Own\n", "own.txt:1: the header has no \"about\""},
		{"framework: own\ntitle: Own\nabout: x\nkind: both\n", "own.txt:4: \"both\" is no kind"},
		{"framework: own\ntitle: Own\nabout: x\nhello\n", "own.txt:4: \"hello\" is neither"},
		{"framework: own\ntitle: Own\nabout: x\n#\n", "own.txt:4: there is nothing after the mark"},
		{"framework: own\ntitle: Own\nabout: x\n# A\n\n# A\n", "own.txt:6: the heading \"A\" is there already"},
		{"framework: other\ntitle: Own\nabout: x\n", "own.txt:1: \"other\" is not the name of its file: "
		 "call the file other.txt, or change this line"},
		{"framework: own\nframework: own\n", "own.txt:2: \"framework\" is given twice"},
	};
	struct scheme_fixture *f = *state;
	struct ch_own_file added;
	bool replaced;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		assert_int_equal(
			ch_own_file_add(&f->c, "own.txt", wrong[i].text, &f->arena, &added, &replaced, &f->err),
			CH_DATA);
		assert_non_null(strstr(f->err.message, wrong[i].says));
		f->err = CH_NO_ERROR;
	}
	assert_int_equal(ch_own_file_add(&f->c, "grow.txt", "framework: grow\ntitle: G\nabout: x\n", &f->arena, &added,
					 &replaced, &f->err),
			 CH_DATA);
	assert_non_null(strstr(f->err.message, "chiron has a framework of that name"));
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(r51_coaching_follows_grow_and_mentoring_is_free_unless_the_programme_says),
		WITH_SCHEME(r52_r53_r76_only_mentoring_asks_for_advice_and_reflection),
		WITH_SCHEME(r76_a_reflection_is_private_to_the_pair),
		WITH_SCHEME(r51_wording_under_headings_is_the_pairs_and_is_replaced_heading_by_heading),
		WITH_SCHEME(what_no_framework_is_called_is_refused_and_nothing_is_logged),
		WITH_SCHEME(a_file_that_is_no_framework_is_refused_with_its_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
