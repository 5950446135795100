/* The field engine, on an entity that has a field of every type. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/field.h"
#include "chiron/grid.h"

struct sample {
	int64_t sample_id, row_version;
	const char *name, *notes, *offers, *email, *phone;
	int64_t manager_id, capacity, length, starts_at, hours;
	ch_date joined_on, due_on;
	const char *seen_at, *interval;
	int state, roles, consent;
};

static const struct ch_choice sides[] = {
	{"", ""},
	{"learner", "learner"},
	{"guide", "guide"},
	{"no_time", "learner's time"},
	{NULL, NULL},
};

static const struct ch_choice states[] = {
	{"", ""},
	{"active", "active"},
	{"paused", "on hold"},
	{"ended_early", "ended early"},
	{"ended_late", "ended late"},
	{"other", "other, as noted"},
	{NULL, NULL},
};

#define FIELD(member, type_of, ...)                                                                                    \
	{                                                                                                              \
		.key = #member, .offset = offsetof(struct sample, member), .type = CH_TYPE_##type_of,                  \
		.access = CH_CLASS_FACT, __VA_ARGS__                                                                   \
	}

enum {
	NAME = 2,
	NOTES,
	OFFERS,
	EMAIL,
	PHONE,
	MANAGER,
	CAPACITY,
	LENGTH,
	STARTS,
	HOURS,
	JOINED,
	DUE,
	SEEN,
	INTERVAL,
	STATE,
	ROLES,
	CONSENT
};

static const struct ch_field fields[] = {
	FIELD(sample_id, ID, .label = "No."),
	FIELD(row_version, NUMBER, .label = "Version"),
	FIELD(name, TEXT, .label = "Name", .flags = CH_FIELD_REQUIRED, .max = 20),
	FIELD(notes, LINES, .label = "Notes"),
	FIELD(offers, LIST, .label = "Offers", .max = 100),
	FIELD(email, EMAIL, .label = "E-mail"),
	FIELD(phone, PHONE, .label = "Phone"),
	FIELD(manager_id, ID, .label = "Manager", .refers_to = CH_PERSON),
	FIELD(capacity, NUMBER, .label = "Capacity", .min = 0, .max = 99, .initial = "1"),
	FIELD(length, MINUTES, .label = "Length", .min = 5, .max = 480, .initial = "60"),
	FIELD(starts_at, TIME, .label = "Start"),
	FIELD(hours, HOURS, .label = "Hours", .min = 0, .max = 6000),
	FIELD(joined_on, DATE, .label = "Joined"),
	FIELD(due_on, DATE, .label = "Due", .flags = CH_FIELD_AHEAD),
	FIELD(seen_at, INSTANT, .label = "Seen"),
	FIELD(interval, INTERVAL, .label = "Meet every", .initial = "1 month"),
	FIELD(state, CHOICE, .label = "State", .choices = states, .initial = "active"),
	FIELD(roles, CHOICES, .label = "Roles", .choices = states),
	FIELD(consent, YES, .label = "Consent", .initial = "no"),
};

static const struct ch_entity entity = {
	.name = "sample",
	.size = sizeof(struct sample),
	.fields = fields,
	.field_count = sizeof(fields) / sizeof(fields[0]),
};

struct world {
	struct ch_arena arena;
	struct ch_error err;
	struct sample record;
	ch_date today;
};

static int set_up(void **state)
{
	struct world *w = calloc(1, sizeof(*w));

	assert_non_null(w);
	w->today = ch_date_from_iso("2026-11-23");
	ch_record_clear(&entity, &w->record);
	setenv("TZ", "UTC", 1);
	*state = w;
	return 0;
}

static int tear_down(void **state)
{
	struct world *w = *state;

	ch_arena_release(&w->arena);
	free(w);
	return 0;
}

static enum ch_status set(struct world *w, int field, const char *text)
{
	return ch_field_set(&fields[field], &w->record, text, w->today, &w->arena, &w->err);
}

/* What is given, how it is kept, how it is shown. */
static const struct {
	int field;
	const char *given, *text, *shown;
} accepted[] = {
	{NAME, "  Ann\t Lee ", "Ann Lee", "Ann Lee"},
	{NAME, "\xe4\xb8\xad\xe4\xb8\xad\xe4\xb8\xad\xe4\xb8\xad\xe4\xb8\xad\xe4\xb8\xad\xe4\xb8\xad\xe4\xb8\xad",
	 "\xe4\xb8\xad\xe4\xb8\xad\xe4\xb8\xad\xe4\xb8\xad\xe4\xb8\xad\xe4\xb8\xad\xe4\xb8\xad\xe4\xb8\xad",
	 "\xe4\xb8\xad\xe4\xb8\xad\xe4\xb8\xad\xe4\xb8\xad\xe4\xb8\xad\xe4\xb8\xad\xe4\xb8\xad\xe4\xb8\xad"},
	{NAME, "12345678901234567890", "12345678901234567890", "12345678901234567890"},
	{NOTES, "one \r\n\r\n two\n", "one\n\n two", "one\n\n two"},
	{OFFERS, "finance;AI ; Finance", "finance; AI", "finance; AI"},
	{EMAIL, " Ann@Example.org ", "Ann@Example.org", "Ann@Example.org"},
	{EMAIL, "o'brien+x@b", "o'brien+x@b", "o'brien+x@b"},
	{PHONE, "+44 (0)20 7946", "+44 (0)20 7946", "+44 (0)20 7946"},
	{PHONE, "007", "007", "007"},
	{MANAGER, " 42 ", "42", "42"},
	{CAPACITY, " 0 ", "0", "0"},
	{CAPACITY, "+99", "99", "99"},
	{LENGTH, "1h15", "75", "1h15"},
	{LENGTH, "60", "60", "1h"},
	{LENGTH, "45m", "45", "45m"},
	{LENGTH, "17:30-18:45", "75", "1h15"},
	{STARTS, "5:30pm", "17:30", "17:30"},
	{STARTS, "00:00", "00:00", "00:00"},
	{STARTS, "9.05", "09:05", "09:05"},
	{HOURS, "1.5", "1.5", "1.5"},
	{HOURS, "1,5", "1.5", "1.5"},
	{HOURS, "90m", "1.5", "1.5"},
	{HOURS, "1h30", "1.5", "1.5"},
	{HOURS, "2", "2", "2"},
	{HOURS, "0", "0", "0"},
	{HOURS, "20m", "0.33", "0.33"},
	{HOURS, "100", "100", "100"},
	{JOINED, "2 nov", "2026-11-02", "Mon 2 Nov"},
	{JOINED, "fri", "2026-11-20", "Fri 20 Nov"},
	{DUE, "fri", "2026-11-27", "Fri 27 Nov"},
	{DUE, "2027-02-28", "2027-02-28", "28 Feb 2027"},
	{SEEN, "2026-11-23T17:30:00Z", "2026-11-23T17:30:00Z", "Mon 23 Nov 17:30"},
	{INTERVAL, "fortnightly", "2 weeks", "every 2 weeks"},
	{STATE, "ended_early", "ended_early", "ended early"},
	{STATE, "On Hold", "paused", "on hold"},
	{STATE, "ended-l", "ended_late", "ended late"},
	{STATE, "p", "paused", "on hold"},
	{STATE, "ENDED  EARLY", "ended_early", "ended early"},
	{ROLES, "ended early; active", "active; ended_early", "active, ended early"},
	{ROLES, "active, paused", "active; paused", "active, on hold"},
	{ROLES, "other, as noted; active", "active; other", "active, other, as noted"},
	{CONSENT, "Yes", "yes", "yes"},
	{CONSENT, "n", "no", "no"},
	{CONSENT, "TRUE", "yes", "yes"},
};

static void test_accepted(void **state)
{
	struct world *w = *state;

	for (size_t i = 0; i < sizeof(accepted) / sizeof(accepted[0]); i++) {
		const struct ch_field *field = &fields[accepted[i].field];
		struct sample again;

		if (set(w, accepted[i].field, accepted[i].given) != CH_OK)
			fail_msg("%s", w->err.message);
		assert_true(ch_field_known(field, &w->record));
		assert_string_equal(ch_field_text(field, &w->record, &w->arena), accepted[i].text);
		assert_string_equal(ch_field_show(field, &w->record, w->today, &w->arena), accepted[i].shown);
		/* Canonical text says all there is. */
		ch_record_clear(&entity, &again);
		assert_false(ch_field_equal(field, &again, &w->record));
		assert_int_equal(ch_field_set(field, &again, accepted[i].text, w->today, &w->arena, &w->err), CH_OK);
		assert_true(ch_field_equal(field, &again, &w->record));
	}
}

static const struct {
	int field;
	const char *given, *message; /* the start of it */
} refused[] = {
	{NAME, "123456789012345678901", "Name: 21 characters given; allowed are at most 20"},
	{NAME, "Ann\x1b[31m", "Name: \"Ann\\x1b[31m\" has control characters"},
	{NAME,
	 "Ann\xe2\x80\xae"
	 "Lee",
	 "Name: \"Ann\\u202eLee\" has control characters"},
	{NAME, "Ann\xff", "Name: \"Ann\\xff\" is not valid UTF-8"},
	{NOTES,
	 "a\x07"
	 "b",
	 "Notes: \"a\\x07b\" has control characters"},
	{EMAIL, "ann.lee", "E-mail: \"ann.lee\" given; allowed is one address, as ann@example.org"},
	{EMAIL, "a@b@c", "E-mail: "},
	{EMAIL, "@b", "E-mail: "},
	{EMAIL, "a@", "E-mail: "},
	{EMAIL, "a@b, c@d", "E-mail: "},
	{EMAIL, "Ann <a@b>", "E-mail: "},
	{MANAGER, "Rosa", "Manager: \"Rosa\" given; allowed is the number of a record"},
	{MANAGER, "0", "Manager: 0 given"},
	{MANAGER, "-3", "Manager: -3 given"},
	{CAPACITY, "-1", "Capacity: -1 given; allowed is 0 to 99"},
	{CAPACITY, "100", "Capacity: 100 given; allowed is 0 to 99"},
	{CAPACITY, "two", "Capacity: \"two\" given; allowed is 0 to 99"},
	{CAPACITY, "1.5", "Capacity: 1.5 given; allowed is 0 to 99"},
	{CAPACITY, "1 2", "Capacity: 1 2 given; allowed is 0 to 99"},
	{CAPACITY, "99999999999999999999", "Capacity: 99999999999999999999 given; allowed is 0 to 99"},
	{CAPACITY, "\xef\xbc\x93", "Capacity: \"\xef\xbc\x93\" given; allowed is 0 to 99"}, /* full-width 3 */
	{LENGTH, "4", "Length: 4 given; allowed is 5m to 8h"},
	{LENGTH, "9h", "Length: 9h given; allowed is 5m to 8h"},
	{LENGTH, "long", "Length: \"long\" is not a length of time"},
	{STARTS, "24:00", "Start: 24:00 given; allowed is a time of day, 00:00 to 23:59"},
	{STARTS, "9", "Start: 9 given; allowed is a time of day"},
	{HOURS, "-1", "Hours: -1 given; allowed is 0 to 100 hours"},
	{HOURS, "101", "Hours: 101 given; allowed is 0 to 100 hours"},
	{HOURS, "99999999999", "Hours: 99999999999 given"},
	{JOINED, "soon", "Joined: \"soon\" is not a date"},
	{JOINED, "31 feb 2026", "Joined: \"31 feb 2026\" is no day: that month ends on 28 February"},
	{SEEN, "yesterday", "Seen: \"yesterday\" given; allowed is an instant"},
	{INTERVAL, "often", "Meet every: \"often\" is not an interval"},
	{STATE, "ended",
	 "State: \"ended\" given; allowed is active, on hold, ended early, ended late or other, as noted"},
	{STATE, "nope", "State: \"nope\" given; allowed is active"},
	{ROLES, "active; nope", "Roles: \"active; nope\" given; allowed is active"},
	{CONSENT, "maybe", "Consent: \"maybe\" given; allowed is yes or no"},
};

static void test_refused(void **state)
{
	struct world *w = *state;

	ch_record_start(&entity, &w->record);
	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		struct sample before = w->record;

		if (set(w, refused[i].field, refused[i].given) != CH_DATA)
			fail_msg("\"%s\" was accepted", refused[i].given);
		assert_memory_equal(&w->record, &before, sizeof(before));
		assert_string_equal(w->err.field, fields[refused[i].field].key);
		if (strncmp(w->err.message, refused[i].message, strlen(refused[i].message)) != 0)
			fail_msg("%s", w->err.message);
	}
}

static void test_blank_means_not_known(void **state)
{
	static const char *const blanks[] = {NULL, "", "  \t\r\n", "\xc2\xa0"};
	struct world *w = *state;

	for (size_t i = 0; i < sizeof(accepted) / sizeof(accepted[0]); i++) {
		const struct ch_field *field = &fields[accepted[i].field];

		assert_int_equal(set(w, accepted[i].field, accepted[i].given), CH_OK);
		assert_int_equal(set(w, accepted[i].field, blanks[i % 4]), CH_OK);
		assert_false(ch_field_known(field, &w->record));
		assert_null(ch_field_text(field, &w->record, &w->arena));
		assert_string_equal(ch_field_show(field, &w->record, w->today, &w->arena), "");
	}
}

static void test_clear_and_start(void **state)
{
	struct world *w = *state;

	memset(&w->record, 0xff, sizeof(w->record));
	ch_record_clear(&entity, &w->record);
	assert_int_equal(w->record.sample_id, 0);
	assert_int_equal(w->record.row_version, 0);
	assert_int_equal(w->record.capacity, CH_UNKNOWN);
	assert_int_equal(w->record.joined_on, CH_NO_DATE);
	assert_null(w->record.name);
	assert_int_equal(w->record.manager_id, 0);
	for (size_t i = 2; i < entity.field_count; i++)
		assert_false(ch_field_known(&fields[i], &w->record));
	ch_record_start(&entity, &w->record);
	assert_int_equal(w->record.capacity, 1);
	assert_int_equal(w->record.length, 60);
	assert_string_equal(w->record.interval, "1 month");
	assert_int_equal(w->record.state, 1);
	assert_int_equal(w->record.consent, CH_NO);
	assert_null(w->record.name);
}

static void test_copy_owns_its_texts(void **state)
{
	struct world *w = *state;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct sample copy;

	for (size_t i = 0; i < sizeof(accepted) / sizeof(accepted[0]); i++)
		assert_int_equal(set(w, accepted[i].field, accepted[i].given), CH_OK);
	w->record.sample_id = 7;
	w->record.row_version = 3;
	ch_record_copy(&entity, &copy, &w->record, &arena);
	for (size_t i = 0; i < entity.field_count; i++)
		assert_true(ch_field_equal(&fields[i], &copy, &w->record));
	assert_int_equal(copy.row_version, 3);
	assert_ptr_not_equal(copy.name, w->record.name);
	/* The sanitizer would see a text that was not copied. */
	ch_arena_release(&w->arena);
	assert_string_equal(copy.email, "o'brien+x@b");
	assert_string_equal(copy.interval, "2 weeks");
	ch_arena_release(&arena);
}

static void test_validate_names_the_field(void **state)
{
	struct world *w = *state;
	const struct sample good = {.name = "Ann",
				    .capacity = CH_UNKNOWN,
				    .length = CH_UNKNOWN,
				    .starts_at = CH_UNKNOWN,
				    .hours = CH_UNKNOWN,
				    .joined_on = CH_NO_DATE,
				    .due_on = CH_NO_DATE};
	struct sample bad;

	assert_int_equal(ch_record_validate(&entity, &good, &w->err), CH_OK);
#define REFUSES(member, value, text)                                                                                   \
	do {                                                                                                           \
		bad = good;                                                                                            \
		bad.member = (value);                                                                                  \
		assert_int_equal(ch_record_validate(&entity, &bad, &w->err), CH_DATA);                                 \
		assert_string_equal(w->err.field, #member);                                                            \
		assert_string_equal(w->err.message, text);                                                             \
	} while (0)
	REFUSES(name, NULL, "Name: not given, and needed");
	REFUSES(name, "a name of over twenty", "Name: 21 characters given; allowed are at most 20");
	REFUSES(name, "a\nb", "Name: \"a\\x0ab\" has control characters, here as \\x or \\u; allowed is plain text");
	REFUSES(name, "a\xff", "Name: \"a\\xff\" is not valid UTF-8; allowed is text in UTF-8");
	REFUSES(email, "a", "E-mail: \"a\" given; allowed is one address, as ann@example.org");
	REFUSES(capacity, -1, "Capacity: -1 given; allowed is 0 to 99");
	REFUSES(length, 481, "Length: 481 given; allowed is 5m to 8h");
	REFUSES(hours, 6001, "Hours: 100.02 given; allowed is 0 to 100 hours, as 2, 1.5 or 1h30");
	REFUSES(manager_id, -1, "Manager: -1 given; allowed is the number of a record");
	REFUSES(joined_on, 2932897, "Joined: day 2932897 given; allowed is 1900-01-01 to 9999-12-31");
	REFUSES(state, 6, "State: 6 given; allowed is active, on hold, ended early, ended late or other, as noted");
	REFUSES(state, -1, "State: -1 given; allowed is active, on hold, ended early, ended late or other, as noted");
	REFUSES(consent, 3, "Consent: \"no\" given; allowed is yes or no");
	REFUSES(seen_at, "now", "Seen: \"now\" given; allowed is an instant, as 2026-11-23T17:30:00Z");
	REFUSES(interval, "often", "Meet every: \"often\" given; allowed is an interval, as 2 weeks or 1 month");
#undef REFUSES
	bad = good;
	bad.roles = 1 << 6;
	assert_int_equal(ch_record_validate(&entity, &bad, &w->err), CH_DATA);
	assert_string_equal(w->err.field, "roles");
	bad.roles = 1;
	assert_int_equal(ch_record_validate(&entity, &bad, &w->err), CH_DATA);
	bad.roles = 2 | 32;
	assert_int_equal(ch_record_validate(&entity, &bad, &w->err), CH_OK);
	/* What was checked is not looked at again; what comes after it is. */
	uint64_t name = UINT64_C(1) << (ch_field_named(&entity, "name") - entity.fields);
	bad.name = "a name of over twenty";
	assert_int_equal(ch_record_validate_rest(&entity, &bad, name, &w->err), CH_OK);
	assert_int_equal(ch_record_validate_rest(&entity, &bad, ~name, &w->err), CH_DATA);
	bad.email = "a";
	assert_int_equal(ch_record_validate_rest(&entity, &bad, name, &w->err), CH_DATA);
	assert_string_equal(w->err.field, "email");
}

static void test_hours_come_back_for_every_minute(void **state)
{
	struct world *w = *state;

	for (int64_t minutes = 0; minutes <= 6000; minutes++) {
		const char *text;

		w->record.hours = minutes;
		text = ch_field_text(&fields[HOURS], &w->record, &w->arena);
		assert_int_equal(set(w, HOURS, text), CH_OK);
		assert_int_equal(w->record.hours, minutes);
	}
}

static void test_choices_are_found(void **state)
{
	struct ch_buffer list = CH_BUFFER_EMPTY;

	(void)state;
	assert_int_equal(ch_choice_find(states, ""), 0);
	assert_int_equal(ch_choice_find(states, " "), 0);
	assert_int_equal(ch_choice_find(states, "active"), 1);
	assert_int_equal(ch_choice_find(states, "on h"), 2);
	assert_int_equal(ch_choice_find(states, "ended"), -1);
	assert_int_equal(ch_choice_find(sides, "Mentee"), 1);
	assert_int_equal(ch_choice_find(sides, "coach"), 2);
	assert_int_equal(ch_choice_find(sides, "mentee's time"), 3);
	assert_int_equal(ch_choice_find(sides, "commentor"), -1);
	assert_int_equal(ch_choice_find(states, "o"), -1);
	assert_int_equal(ch_choice_find(states, "actively"), -1);
	ch_choice_list(states, &list);
	assert_string_equal(list.text, "active, on hold, ended early, ended late or other, as noted");
	ch_buffer_release(&list);
}

static void test_cells_that_are_not_canonical_are_shown_as_they_are(void **state)
{
	static const enum ch_type types[] = {CH_TYPE_DATE,   CH_TYPE_INSTANT, CH_TYPE_MINUTES, CH_TYPE_INTERVAL,
					     CH_TYPE_CHOICE, CH_TYPE_CHOICES, CH_TYPE_YES,     CH_TYPE_NUMBER};
	struct world *w = *state;

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		const struct ch_column column = {.type = types[i], .choices = states};

		assert_string_equal(ch_cell_show(&column, "odd one", w->today, &w->arena), "odd one");
		assert_string_equal(ch_cell_show(&column, NULL, w->today, &w->arena), "");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_accepted, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_blank_means_not_known, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_clear_and_start, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_copy_owns_its_texts, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_validate_names_the_field, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_hours_come_back_for_every_minute, set_up, tear_down),
		cmocka_unit_test(test_choices_are_found),
		cmocka_unit_test_setup_teardown(test_cells_that_are_not_canonical_are_shown_as_they_are, set_up,
						tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
