/* Text in rows of a width. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "chiron/text.h"

static void assert_rows(const char *text, int cells, const char *rows)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	ch_text_add_wrapped(&out, text, cells);
	assert_string_equal(out.text, rows);
	ch_buffer_release(&out);
}

/* A word that does not fit is parted at its hyphen, where it has one; a word is never where a blank would do. */
static void long_words_part_at_hyphens(void **state)
{
	(void)state;
	assert_rows("Self-confidence (open)", 12, "Self-\nconfidence\n(open)\n");
	assert_rows("her self-confidence", 12, "her\nself-\nconfidence\n");
	assert_rows("her self-worth", 12, "her\nself-worth\n");
	assert_rows("2026-11-23", 8, "2026-11-\n23\n");
	assert_rows("--override", 6, "--over\nride\n");
}

static void hanging_rows_go_on_below_where_they_began(void **state)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	(void)state;
	ch_buffer_add(&out, "! ");
	ch_text_add_hanging(&out, "Ann Lee has no check that is in date", 25, 2);
	assert_string_equal(out.text, "! Ann Lee has no check\n  that is in date\n");
	ch_buffer_clear(&out);
	ch_text_add_hanging(&out, "in a pipe nothing is broken, however long it is", 0, 2);
	ch_text_add_hanging(&out, "", 25, 2);
	assert_string_equal(out.text, "in a pipe nothing is broken, however long it is\n\n");
	ch_buffer_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(long_words_part_at_hyphens),
		cmocka_unit_test(hanging_rows_go_on_below_where_they_began),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
