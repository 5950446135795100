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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(r27_words_are_replaced_whole_and_with_their_article, none),
		cmocka_unit_test_teardown(r27_what_is_typed_keeps_the_programs_words, none),
		cmocka_unit_test_teardown(r27_words_end_when_there_are_no_more, none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
