/* UTF-8, widths, safety, folding and tidying, with generated texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/excerpt.h"
#include "chiron/text.h"

#define ZWJ "\xe2\x80\x8d"
#define WOMAN "\xf0\x9f\x91\xa9"
#define LAPTOP "\xf0\x9f\x92\xbb"
#define WAVE_DARK "\xf0\x9f\x91\x8b\xf0\x9f\x8f\xbf"
#define FLAG_FR "\xf0\x9f\x87\xab\xf0\x9f\x87\xb7"
#define HEART_EMOJI "\xe2\x9d\xa4\xef\xb8\x8f"
#define E_ACUTE "\xc3\xa9"
#define ACUTE "\xcc\x81"
#define ZHONG "\xe4\xb8\xad"
#define NBSP "\xc2\xa0"

/* A small generator of our own, so that a failure repeats on every machine. */
static uint32_t random_state;

static uint32_t random_below(uint32_t limit)
{
	random_state = random_state * 1664525 + 1013904223;
	return (random_state >> 8) % limit;
}

static size_t encode(int32_t code, char out[5])
{
	size_t length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	static const int first[] = {0, 0, 0xc0, 0xe0, 0xf0};

	for (size_t i = length - 1; i > 0; i--, code >>= 6)
		out[i] = (char)(0x80 | (code & 0x3f));
	out[0] = (char)(first[length] | code);
	out[length] = '\0';
	return length;
}

/* A text of whatever causes trouble: pieces of every kind, and raw bytes. */
static char *random_text(struct ch_arena *arena)
{
	static const char *const pieces[] = {
		"a",
		"Z",
		" ",
		"\t",
		"\n",
		"\r\n",
		"\x1b[31m",
		"\x7f",
		ACUTE,
		E_ACUTE,
		ZHONG,
		ZWJ,
		WOMAN,
		FLAG_FR,
		"\xf0\x9f\x87\xab",
		"\xef\xb8\x8f",
		NBSP,
		"\xc2\x9b",
		"\xe2\x80\xae",
		"\xd7\xa9",
		"\xe0\xa4\xa8\xe0\xa4\xbf",
		"\xcd\xb8",
		"\xc0\xaf",
		"\xed\xa0\x80",
		"\xff",
		"\xe2\x82",
		"\xe1\x84\x80\xe1\x85\xa1",
		"\xef\xbb\xbf",
		"\xc3\x9f",
		"\xc4\xb0",
		"\xe2\x80\xa8",
		";",
	};
	struct ch_buffer text = CH_BUFFER_EMPTY;
	uint32_t count = random_below(12);
	char *copy;

	for (uint32_t i = 0; i < count; i++) {
		char code[5];

		if (random_below(4) > 0) {
			ch_buffer_add(&text, pieces[random_below(sizeof(pieces) / sizeof(pieces[0]))]);
		} else {
			encode(1 + (int32_t)random_below(0x10ffff), code);
			ch_buffer_add(&text, code);
		}
	}
	copy = ch_arena_copy(arena, text.text);
	ch_buffer_release(&text);
	return copy;
}

static void test_valid(void **state)
{
	static const struct {
		const char *bytes;
		size_t length, valid;
	} cases[] = {
		{"", 0, 0},
		{"abc", 3, 3},
		{"a\0b", 3, 3},
		{"\xc3\xa9", 2, 2},
		{"a\xc3", 2, 1},
		{"\xc0\xaf", 2, 0},
		{"\xe0\x80\xaf", 3, 0},
		{"\xf0\x80\x80\xaf", 4, 0},
		{"\xed\xa0\x80", 3, 0},
		{"ab\x80", 3, 2},
		{"\xf4\x8f\xbf\xbf", 4, 4},
		{"\xf4\x90\x80\x80", 4, 0},
		{"\xf8\x88\x80\x80\x80", 5, 0},
		{"\xe2\x82\xac!", 4, 4},
		{"\xe2\x82!", 3, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(ch_text_valid(cases[i].bytes, cases[i].length), cases[i].valid);
}

static void test_clusters(void **state)
{
	static const struct {
		const char *text;
		size_t bytes;
		int width;
	} cases[] = {
		{"", 0, 0},
		{"ab", 1, 1},
		{"e" ACUTE "x", 3, 1},
		{ZHONG ZHONG, 3, 2},
		{WOMAN ZWJ LAPTOP "x", 11, 2},
		{WAVE_DARK "x", 8, 2},
		{FLAG_FR FLAG_FR, 8, 2},
		{HEART_EMOJI, 6, 2},
		{"\xe2\x9d\xa4", 3, 1},
		{"\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", 9, 2}, /* Hangul from its parts */
		{"\xe0\xa4\xa8\xe0\xa4\xbf", 6, 1},		/* Devanagari ni */
		{"\xe0\xb8\x99\xe0\xb8\xb3", 6, 2},		/* Thai nam: its vowel stands beside it */
		{"\xd7\xa9\xd7\x9c", 2, 1},			/* Hebrew */
		{"\xff\xfe", 1, 1},
		{"\r\n", 2, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		int width = -1;
		size_t bytes = ch_text_cluster(cases[i].text, &width);

		if (bytes != cases[i].bytes || width != cases[i].width)
			fail_msg("case %zu: %zu bytes, %d cells", i, bytes, width);
	}
}

static void test_width(void **state)
{
	(void)state;
	assert_int_equal(ch_text_width(""), 0);
	assert_int_equal(ch_text_width("Rosa Vega"), 9);
	assert_int_equal(ch_text_width("Zo" E_ACUTE " " ZHONG WOMAN ZWJ LAPTOP), 8);
	/* As it is shown: with marks. */
	assert_int_equal(ch_text_width("a\x1b[0m"), 8);
	assert_int_equal(ch_text_width("\xe2\x80\xae"), 6);
	assert_int_equal(ch_text_width("\xff"), 4);
}

static void test_fit_never_splits(void **state)
{
	int width;

	(void)state;
	assert_int_equal(ch_text_fit("abcdef", 4, &width), 4);
	assert_int_equal(width, 4);
	assert_int_equal(ch_text_fit(ZHONG ZHONG, 3, &width), 3);
	assert_int_equal(width, 2);
	assert_int_equal(ch_text_fit("x" WOMAN ZWJ LAPTOP, 2, &width), 1);
	assert_int_equal(ch_text_fit("e" ACUTE ACUTE "f", 1, &width), 5);
	assert_int_equal(ch_text_fit("a\x1b"
				     "b",
				     4, &width),
			 1);
	assert_int_equal(ch_text_fit("abc", 0, &width), 0);
	assert_int_equal(ch_text_fit("abc", -5, &width), 0);
	assert_int_equal(width, 0);
}

static void test_safe_marks(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)state;
	assert_string_equal(ch_text_safe(&arena, NULL), "");
	assert_string_equal(ch_text_safe(&arena, "Zo" E_ACUTE), "Zo" E_ACUTE);
	assert_string_equal(ch_text_safe(&arena, "\x1b]0;x\x07"), "\\x1b]0;x\\x07");
	assert_string_equal(ch_text_safe(&arena, "a\nb\tc\x7f"), "a\\x0ab\\x09c\\x7f");
	assert_string_equal(ch_text_safe(&arena, "\xc2\x9b"
						 "31m"),
			    "\\x9b31m");
	assert_string_equal(ch_text_safe(&arena, "\xe2\x80\xae"
						 "evil"),
			    "\\u202eevil");
	assert_string_equal(ch_text_safe(&arena, "\xf0\xaf\xbf\xbf"), "\\U0002ffff");
	assert_string_equal(ch_text_safe(&arena, "\xc0\x9b"), "\\xc0\\x9b");
	assert_string_equal(ch_text_safe(&arena, "a\xe2\x82"), "a\\xe2\\x82");
	assert_string_equal(ch_text_safe(&arena, WOMAN ZWJ LAPTOP "\xe2\x80\x8c"), WOMAN ZWJ LAPTOP "\xe2\x80\x8c");
	ch_arena_release(&arena);
}

static bool is_harmless(const char *text)
{
	size_t length = strlen(text);

	if (ch_text_valid(text, length) != length)
		return false;
	for (size_t i = 0; i < length; i++) {
		unsigned char byte = (unsigned char)text[i], after = (unsigned char)text[i + 1];

		if (byte < 0x20 || byte == 0x7f || (byte == 0xc2 && after < 0xa0))
			return false;
	}
	return !strstr(text, "\xe2\x80\xae") && !ch_text_has_controls(text, false);
}

static void test_safe_text_is_harmless(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)state;
	random_state = 1;
	for (int round = 0; round < 20000; round++) {
		const char *text = random_text(&arena), *safe = ch_text_safe(&arena, text);

		if (!is_harmless(safe))
			fail_msg("round %d", round);
		assert_string_equal(ch_text_safe(&arena, safe), safe);
		assert_int_equal(ch_text_has_controls(text, false), strcmp(text, safe) != 0);
		assert_int_equal(ch_text_width(text), ch_text_width(safe));
		ch_arena_reset(&arena);
	}
	ch_arena_release(&arena);
}

static void test_every_character_alone_is_harmless(void **state)
{
	struct ch_buffer safe = CH_BUFFER_EMPTY;
	char text[5];

	(void)state;
	for (int32_t code = 1; code <= 0x10ffff; code++) {
		int width = 9;
		size_t length = encode(code, text);

		ch_buffer_clear(&safe);
		ch_text_add_safe(&safe, text);
		if (!is_harmless(safe.text))
			fail_msg("U+%04X", (unsigned)code);
		if (code < 0xd800 || code > 0xdfff)
			assert_int_equal(ch_text_cluster(text, &width), length);
		else
			assert_int_equal(ch_text_cluster(text, &width), 1);
		assert_in_range(width, 0, 2);
	}
	ch_buffer_release(&safe);
}

static void test_fit_is_consistent(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)state;
	random_state = 2;
	for (int round = 0; round < 5000; round++) {
		const char *text = ch_text_safe(&arena, random_text(&arena));
		int cells = (int)random_below(20), width, own;
		size_t length = ch_text_fit(text, cells, &width);

		assert_true(width <= cells);
		assert_int_equal(ch_text_width(ch_arena_copy_bytes(&arena, text, length)), width);
		/* One more cluster would not have fitted. */
		if (ch_text_cluster(text + length, &own) > 0)
			assert_true(width + own > cells);
		ch_arena_reset(&arena);
	}
	ch_arena_release(&arena);
}

static void test_controls(void **state)
{
	(void)state;
	assert_false(ch_text_has_controls("plain " ZHONG, false));
	assert_true(ch_text_has_controls("a\nb", false));
	assert_false(ch_text_has_controls("a\nb\tc", true));
	assert_true(ch_text_has_controls("a\rb", true));
	assert_true(ch_text_has_controls("\xff", true));
	assert_true(ch_text_has_controls("\xe2\x80\xae", true));
}

static void test_fold(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)state;
	assert_string_equal(ch_text_fold(&arena, "  Ann\t LEE "), "ann lee");
	assert_string_equal(ch_text_fold(&arena, "E" ACUTE), E_ACUTE);
	assert_string_equal(ch_text_fold(&arena, "Stra\xc3\x9f"
						 "e"),
			    "strasse");
	assert_string_equal(ch_text_fold(&arena, NBSP "A" NBSP NBSP "B"), "a b");
	assert_string_equal(ch_text_fold(&arena, "\xef\xbb\xbf"
						 "a@b.org\xe2\x80\x8b"),
			    "a@b.org");
	assert_string_equal(ch_text_fold(&arena, "\xce\xa3\xcf\x82"), "\xcf\x83\xcf\x83");
	assert_string_equal(ch_text_fold(&arena, ""), "");
	assert_string_equal(ch_text_search_key(&arena, "Zo"
						       "\xc3\x8b"),
			    "zoe");
	assert_string_equal(ch_text_search_key(&arena, "\xc5\x81\xc3\xb3"
						       "d\xc5\xba"),
			    "lodz");
	assert_string_equal(ch_text_search_key(&arena, "S\xc3\xb8ren \xc3\x86gir"), "soren aegir");
	assert_string_equal(ch_text_search_key(&arena, "Nguy\xe1\xbb\x85n"), "nguyen");
	/* The voiced kana ga stays another letter than ka. */
	assert_string_equal(ch_text_search_key(&arena, "\xe3\x81\x8c"), "\xe3\x81\x8c");
	ch_arena_release(&arena);
}

/* A letter of Latin alone is looked up; beside one of another script its word is decomposed and folded. */
static void test_a_latin_letter_has_one_key(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)state;
	for (unsigned code = 0xa0; code < 0x250; code++) {
		const char letter[] = {(char)(0xc0 | code >> 6), (char)(0x80 | (code & 0x3f)), '\0'};
		const char *alone = ch_arena_printf(&arena, "Ab %sc", letter);
		const char *beside = ch_arena_printf(&arena, "Ab %sc\u4e00", letter);

		assert_string_equal(ch_arena_printf(&arena, "%s\u4e00", ch_text_search_key(&arena, alone)),
				    ch_text_search_key(&arena, beside));
	}
	ch_arena_release(&arena);
}

/* Whether a further application changes nothing. */
static void check_idempotent(struct ch_arena *arena, const char *text)
{
	const char *folded = ch_text_fold(arena, text), *key = ch_text_search_key(arena, text);
	const char *tidy = ch_text_tidy(arena, text), *lines = ch_text_tidy_lines(arena, text);

	assert_string_equal(ch_text_fold(arena, folded), folded);
	assert_string_equal(ch_text_search_key(arena, key), key);
	/* Folding first changes nothing about what is searched. */
	assert_string_equal(ch_text_search_key(arena, folded), key);
	if (tidy)
		assert_string_equal(ch_text_tidy(arena, tidy), tidy);
	if (lines)
		assert_string_equal(ch_text_tidy_lines(arena, lines), lines);
	assert_int_equal(ch_text_valid(folded, strlen(folded)), strlen(folded));
}

static void test_keys_and_tidying_are_idempotent(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	char text[5];

	(void)state;
	random_state = 3;
	for (int round = 0; round < 10000; round++) {
		check_idempotent(&arena, random_text(&arena));
		ch_arena_reset(&arena);
	}
	for (int32_t code = 1; code < 0x20000; code++) {
		encode(code, text);
		check_idempotent(&arena, text);
		ch_arena_reset(&arena);
	}
	ch_arena_release(&arena);
}

static void test_tidy(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)state;
	assert_null(ch_text_tidy(&arena, NULL));
	assert_null(ch_text_tidy(&arena, ""));
	assert_null(ch_text_tidy(&arena, " \t" NBSP "\xe3\x80\x80\xef\xbb\xbf "));
	assert_string_equal(ch_text_tidy(&arena, "  Ann " NBSP " Lee\r\n"), "Ann Lee");
	assert_string_equal(ch_text_tidy(&arena, "\xe2\x80\xaa+44 20\xe2\x80\xac"), "+44 20");
	assert_string_equal(ch_text_tidy(&arena, "e" ACUTE), E_ACUTE);
	assert_string_equal(ch_text_tidy(&arena, "O'Brien-\xc3\x96zil"), "O'Brien-\xc3\x96zil");
	assert_string_equal(ch_text_tidy(&arena, "a\xff"), "a\xef\xbf\xbd");
	ch_arena_release(&arena);
}

static void test_tidy_lines(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)state;
	assert_null(ch_text_tidy_lines(&arena, NULL));
	assert_null(ch_text_tidy_lines(&arena, " \r\n\n "));
	assert_string_equal(ch_text_tidy_lines(&arena, "\n\r\n  one  \r\n\r\ntwo\rthree \t\n\n"),
			    "  one\n\ntwo\nthree");
	assert_string_equal(ch_text_tidy_lines(&arena, "a\xe2\x80\xa8"
						       "b"),
			    "a\nb");
	assert_string_equal(ch_text_tidy_lines(&arena, "a\tb"), "a\tb");
	ch_arena_release(&arena);
}

static void test_excerpt(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	char out[EXCERPT_SIZE];

	(void)state;
	assert_string_equal(excerpt_of("short", out), "short");
	assert_string_equal(excerpt_of("1234567890123456789012345678901234567890", out),
			    "1234567890123456789012345678901234567890");
	assert_string_equal(excerpt_of("1234567890123456789012345678901234567890x", out),
			    "1234567890123456789012345678901234567890...");
	random_state = 4;
	for (int round = 0; round < 5000; round++) {
		struct ch_buffer text = CH_BUFFER_EMPTY;

		for (uint32_t i = random_below(20); i > 0; i--)
			ch_buffer_add(&text, random_text(&arena));
		excerpt_of(text.text, out);
		assert_true(strlen(out) < EXCERPT_SIZE);
		assert_true(is_harmless(out));
		assert_true(ch_text_width(out) <= EXCERPT_CELLS + 3);
		ch_buffer_release(&text);
		ch_arena_reset(&arena);
	}
	ch_arena_release(&arena);
}

static void test_ascii_words(void **state)
{
	(void)state;
	assert_true(ch_text_equal_ascii("Person", "pERSON"));
	assert_false(ch_text_equal_ascii("person", "persons"));
	assert_false(ch_text_equal_ascii("persons", "person"));
	assert_false(ch_text_equal_ascii("@", "`"));
	assert_true(ch_text_equal_ascii("", ""));
	assert_int_equal(ch_text_distance("person", "person"), 0);
	assert_int_equal(ch_text_distance("person", "perosn"), 1);
	assert_int_equal(ch_text_distance("person", "persn"), 1);
	assert_int_equal(ch_text_distance("pair", "pairing"), 3);
	assert_int_equal(ch_text_distance("abc", ""), 3);
	assert_int_equal(ch_text_distance("kitten", "sitting"), 3);
	assert_int_equal(ch_text_distance("smith-1234", "smith-1254"), 1);
	assert_int_equal(ch_text_distance("aaa", "aa"), 1);
	assert_int_equal(ch_text_distance("abab", "baba"), 2);
	assert_int_equal(ch_text_distance("xaby", "xbay"), 1);
	assert_int_equal(ch_text_distance("ab", "aab"), 1);
	assert_int_equal(ch_text_distance("12345678901234567890123456789012", "12345678901234567890123456789012"), 0);
	assert_int_equal(ch_text_distance("123456789012345678901234567890123", "x"), 99);
}

/* The figures of Winkler's own examples, in thousandths. */
static void test_likeness(void **state)
{
	(void)state;
	assert_in_range(ch_text_likeness("martha", "marhta"), 960, 962);
	assert_in_range(ch_text_likeness("dwayne", "duane"), 839, 841);
	assert_in_range(ch_text_likeness("dixon", "dicksonx"), 812, 814);
	assert_int_equal(ch_text_likeness("smith", "smith"), 1000);
	assert_int_equal(ch_text_likeness("smith", "jones"), ch_text_likeness("jones", "smith"));
	assert_int_equal(ch_text_likeness("", ""), 1000);
	assert_int_equal(ch_text_likeness("", "x"), 0);
	assert_true(ch_text_likeness("smith", "smyth") > ch_text_likeness("mary", "mark"));
}

static void test_plain(void **state)
{
	char text[24];

	(void)state;
	assert_true(ch_text_is_plain(""));
	assert_true(ch_text_is_plain("p0000000@example.org, ~ and a blank"));
	/* Wherever in a text it stands, each byte that is not plain is seen. */
	for (int byte = 1; byte < 256; byte++) {
		for (size_t at = 0; at < sizeof text - 1; at++) {
			memset(text, 'a', sizeof text - 1);
			text[sizeof text - 1] = '\0';
			text[at] = (char)byte;
			assert_int_equal(ch_text_is_plain(text), byte >= 0x20 && byte <= 0x7e);
		}
	}
}

/* By the definition: letter by letter, a blank only between two words. */
static void fold_slowly(const char *text, char *folded)
{
	size_t length = 0;

	for (; *text != '\0'; text++) {
		if (*text == ' ' && (length == 0 || folded[length - 1] == ' '))
			continue;
		folded[length++] = (char)(*text >= 'A' && *text <= 'Z' ? *text - 'A' + 'a' : *text);
	}
	if (length > 0 && folded[length - 1] == ' ')
		length--;
	folded[length] = '\0';
}

/* Eight bytes at a time or one by one, wherever in a text it stands. */
static void test_tidy_as_it_stands(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	char text[40];

	(void)state;
	assert_false(ch_text_is_tidy(""));
	assert_false(ch_text_is_tidy(" "));
	assert_false(ch_text_is_tidy("Lucía"));
	/* Blanks at any two places of texts of every length: what tidying leaves alone is tidy. */
	for (size_t length = 1; length < 30; length++) {
		for (size_t one = 0; one <= length; one++) {
			for (size_t other = one; other <= length; other++) {
				memset(text, 'a', sizeof(text));
				text[one] = text[other] = ' ';
				text[length] = '\0';
				const char *tidy = ch_text_tidy(&arena, text);
				assert_int_equal(ch_text_is_tidy(text), tidy != NULL && strcmp(tidy, text) == 0);
			}
		}
	}
	ch_arena_release(&arena);
}

static void test_fold_plain(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	char text[30], expected[30];

	(void)state;
	for (int byte = 0x20; byte <= 0x7e; byte++) {
		for (size_t length = 1; length < sizeof text; length++) {
			for (size_t at = 0; at < length; at++) {
				memset(text, at % 2 == 0 ? 'a' : 'Z', length);
				text[length] = '\0';
				text[at] = (char)byte;
				text[(at + 1) % length] = (char)(length % 3 == 0 ? ' ' : byte);
				fold_slowly(text, expected);
				assert_string_equal(ch_text_fold(&arena, text), expected);
			}
			ch_arena_reset(&arena);
		}
	}
	ch_arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fold_plain),
		cmocka_unit_test(test_valid),
		cmocka_unit_test(test_clusters),
		cmocka_unit_test(test_width),
		cmocka_unit_test(test_fit_never_splits),
		cmocka_unit_test(test_safe_marks),
		cmocka_unit_test(test_safe_text_is_harmless),
		cmocka_unit_test(test_every_character_alone_is_harmless),
		cmocka_unit_test(test_fit_is_consistent),
		cmocka_unit_test(test_controls),
		cmocka_unit_test(test_fold),
		cmocka_unit_test(test_a_latin_letter_has_one_key),
		cmocka_unit_test(test_keys_and_tidying_are_idempotent),
		cmocka_unit_test(test_tidy),
		cmocka_unit_test(test_tidy_lines),
		cmocka_unit_test(test_excerpt),
		cmocka_unit_test(test_likeness),
		cmocka_unit_test(test_plain),
		cmocka_unit_test(test_tidy_as_it_stands),
		cmocka_unit_test(test_ascii_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
