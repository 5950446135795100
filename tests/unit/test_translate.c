/* Other words in the program's texts (R27): which are replaced, and what stays as it is to be typed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/status.h"
#include "chiron/translate.h"

static const struct ch_instead words[] = {
	{"mentor", "adviser"}, {"mentors", "advisers"}, {"mentee", "friend"}, {"coach", "Übungsleiter"}};

static int none(void **state)
{
	(void)state;
	ch_translate_instead(NULL, 0);
	return 0;
}

static void r27_words_are_replaced_whole_and_with_their_article(void **state)
{
	static const char *const texts[][2] = {
		{"mentor", "adviser"},
		{"Mentor or coachee", "Adviser or coachee"},
		{"the mentor's two mentors", "the adviser's two advisers"},
		{"A mentor opens doors to a mentee", "An adviser opens doors to a friend"},
		{"a mentor, (a mentor) and data mentor", "an adviser, (an adviser) and data adviser"},
		{"coach: yes or no", "Übungsleiter: yes or no"},
		{"mentoring is no mentorship", "mentoring is no mentorship"},
		{"%s is mentor of %lld", "%s is adviser of %lld"},
	};

	(void)state;
	ch_translate_instead(words, sizeof(words) / sizeof(words[0]));
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		assert_string_equal(ch_translate(texts[i][0]), texts[i][1]);
		assert_ptr_equal(ch_translate(texts[i][0]), ch_translate(texts[i][0]));
	}
	assert_string_equal(ch_translate_count("%d mentor", "%d mentors", 2), "%d advisers");
}

static void r27_what_is_typed_keeps_the_programs_words(void **state)
{
	static const char *const texts[] = {"role:mentor", "`chiron enrol --role mentor` does it", "\"mentor:\"",
					    "the check mentor-not-senior", "--shown-mentor", "shown_mentor",
					    "role=mentor"};

	(void)state;
	ch_translate_instead(words, sizeof(words) / sizeof(words[0]));
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_string_equal(ch_translate(texts[i]), texts[i]);
}

static void r27_words_end_when_there_are_no_more(void **state)
{
	const struct ch_instead buddy = {"mentor", "buddy"};
	const char *before;

	(void)state;
	ch_translate_instead(words, sizeof(words) / sizeof(words[0]));
	before = ch_translate("a mentor");
	ch_translate_instead(&buddy, 1);
	assert_string_equal(ch_translate("a mentor"), "a buddy");
	assert_string_equal(before, "an adviser"); /* whoever was given it may keep it */
	ch_translate_instead(NULL, 0);
	assert_string_equal(ch_translate("a mentor"), "a mentor");
}

static const char *pressed(const void *data, const char *command, struct ch_arena *arena)
{
	return ch_arena_printf(arena, "%s%zu", (const char *)data, strlen(command));
}

static void keys_are_those_of_whoever_reads(void **state)
{
	const struct ch_instead adviser = {"mentor", "adviser"};

	(void)state;
	assert_string_equal(ch_translate("None. " KEY_(ADD) " adds %s"), "None. ADD adds %s");
	ch_translate_keys(pressed, "F");
	assert_string_equal(ch_translate("None. " KEY_(ADD) " adds %s"), "None. F3 adds %s");
	assert_string_equal(ch_translate(KEY_(DELETE) KEY_(ADD)), "F6F3");
	ch_translate_instead(&adviser, 1);
	assert_string_equal(ch_translate_count("a mentor: " KEY_(ADD), "", 1), "an adviser: F3");
	ch_translate_keys(pressed, "Ctrl-");
	assert_string_equal(ch_translate_count("a mentor: " KEY_(ADD), "", 1), "an adviser: Ctrl-3");
	ch_translate_keys(NULL, NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(r27_words_are_replaced_whole_and_with_their_article, none),
		cmocka_unit_test_teardown(r27_what_is_typed_keeps_the_programs_words, none),
		cmocka_unit_test_teardown(r27_words_end_when_there_are_no_more, none),
		cmocka_unit_test_teardown(keys_are_those_of_whoever_reads, none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
