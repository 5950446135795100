/* JSON: what is written is valid and harmless, and flat objects come back as they went. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"
#include "chiron/text.h"

static void test_nesting_and_commas(void **state)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_json_writer json = CH_JSON_WRITER(&out);

	(void)state;
	ch_json_object_begin(&json);
	ch_json_key(&json, "rows");
	ch_json_array_begin(&json);
	ch_json_int(&json, 1);
	ch_json_int(&json, INT64_MIN);
	ch_json_object_begin(&json);
	ch_json_object_end(&json);
	ch_json_array_begin(&json);
	ch_json_array_end(&json);
	ch_json_array_end(&json);
	ch_json_key(&json, "name");
	ch_json_string(&json, "Ann");
	ch_json_key(&json, "left");
	ch_json_string(&json, NULL);
	ch_json_key(&json, "ok");
	ch_json_bool(&json, true);
	ch_json_key(&json, "bad");
	ch_json_bool(&json, false);
	ch_json_key(&json, "hours");
	ch_json_decimal(&json, "1.5");
	ch_json_object_end(&json);
	assert_string_equal(out.text, "{\"rows\":[1,-9223372036854775808,{},[]],\"name\":\"Ann\",\"left\":null,"
				      "\"ok\":true,\"bad\":false,\"hours\":1.5}");
	ch_buffer_release(&out);
}

static void test_decimals(void **state)
{
	static const char *const numbers[] = {"0", "-0", "1.5", "-12.25", "1e5", "1E-5", "10"};
	static const char *const others[] = {"01", "1.", ".5", "+1", "1,5", "", "1e", "0x1", "1 ", "NaN", "--1"};

	(void)state;
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		struct ch_buffer out = CH_BUFFER_EMPTY;

		ch_json_decimal(&CH_JSON_WRITER(&out), numbers[i]);
		assert_string_equal(out.text, numbers[i]);
		ch_buffer_release(&out);
	}
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		struct ch_buffer out = CH_BUFFER_EMPTY;

		ch_json_decimal(&CH_JSON_WRITER(&out), others[i]);
		assert_int_equal(out.text[0], '"');
		ch_buffer_release(&out);
	}
}

static void test_strings_are_escaped(void **state)
{
	static const struct {
		const char *text, *json;
	} cases[] = {
		{"", "\"\""},
		{"say \"hi\" \\ /", "\"say \\\"hi\\\" \\\\ /\""},
		{"a\nb\tc\x01", "\"a\\nb\\u0009c\\u0001\""},
		{"\x1b[31m\x7f\xc2\x9b", "\"\\u001b[31m\\u007f\\u009b\""},
		{"\xe2\x80\xae\xe2\x80\xa8", "\"\\u202e\\u2028\""},
		{"\xf0\xaf\xbf\xbf", "\"\\ud87f\\udfff\""},
		{"\xf0\x9f\x91\xa9 \xc3\xa9", "\"\xf0\x9f\x91\xa9 \xc3\xa9\""},
		{"a\xff\xc0\xaf", "\"a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct ch_buffer out = CH_BUFFER_EMPTY;

		ch_json_string(&CH_JSON_WRITER(&out), cases[i].text);
		assert_string_equal(out.text, cases[i].json);
		ch_buffer_release(&out);
	}
}

/* Writes {"<text>": "<text>"} and reads it back. */
static void check_round_trip(struct ch_arena *arena, const char *text)
{
	struct ch_error err = CH_NO_ERROR;
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_json_writer json = CH_JSON_WRITER(&out);
	struct json_object object;

	ch_json_object_begin(&json);
	ch_json_key(&json, text);
	ch_json_string(&json, text);
	ch_json_object_end(&json);
	assert_false(ch_text_has_controls(out.text, false));
	if (json_read_object(out.text, arena, &object, &err) != CH_OK)
		fail_msg("%s: %s", err.message, out.text);
	assert_int_equal(object.count, 1);
	assert_string_equal(object.pairs[0].key, text);
	assert_string_equal(object.pairs[0].text, text);
	ch_buffer_release(&out);
}

static size_t encode(int32_t code, char *out)
{
	size_t length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	static const int first[] = {0, 0, 0xc0, 0xe0, 0xf0};

	for (size_t i = length - 1; i > 0; i--, code >>= 6)
		out[i] = (char)(0x80 | (code & 0x3f));
	out[0] = (char)(first[length] | code);
	out[length] = '\0';
	return length;
}

static void test_every_character_comes_back(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	char text[512 * 4 + 1];

	(void)state;
	for (int32_t from = 1; from <= 0x10ffff; from += 512) {
		size_t length = 0;

		text[0] = '\0';
		for (int32_t code = from; code < from + 512 && code <= 0x10ffff; code++) {
			if (code < 0xd800 || code > 0xdfff)
				length += encode(code, text + length);
		}
		check_round_trip(&arena, text);
		ch_arena_reset(&arena);
	}
	ch_arena_release(&arena);
}

static void test_read_all_kinds(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct json_object object;
	const char *text =
		" { \"a\" : \"x\\u00e9\\ud83d\\udc69\\/\" ,\n\"b\":-1.5e3,\"c\":null,\"d\":true,\"e\":false } ";

	(void)state;
	assert_int_equal(json_read_object(text, &arena, &object, &err), CH_OK);
	assert_int_equal(object.count, 5);
	assert_string_equal(json_find(&object, "a")->text, "x\xc3\xa9\xf0\x9f\x91\xa9/");
	assert_int_equal(json_find(&object, "b")->kind, JSON_NUMBER);
	assert_string_equal(json_find(&object, "b")->text, "-1.5e3");
	assert_int_equal(json_find(&object, "c")->kind, JSON_NULL);
	assert_null(json_find(&object, "c")->text);
	assert_int_equal(json_find(&object, "d")->kind, JSON_TRUE);
	assert_int_equal(json_find(&object, "e")->kind, JSON_FALSE);
	assert_null(json_find(&object, "f"));
	assert_int_equal(json_read_object("{}", &arena, &object, &err), CH_OK);
	assert_int_equal(object.count, 0);
	ch_arena_release(&arena);
}

static void test_what_is_refused(void **state)
{
	static const char *const wrong[] = {
		"",
		"null",
		"[]",
		"{",
		"{\"a\"",
		"{\"a\":",
		"{\"a\":1",
		"{\"a\":1,}",
		"{,}",
		"{\"a\":1}x",
		"{\"a\":1}{}",
		"{\"a\":{}}",
		"{\"a\":[1]}",
		"{a:1}",
		"{\"a\":01}",
		"{\"a\":1.}",
		"{\"a\":nul}",
		"{\"a\":nullx}",
		"{\"a\":\"b}",
		"{\"a\":\"\\x\"}",
		"{\"a\":\"\\",
		"{\"a\":\"\\u12\"}",
		"{\"a\":\"\\u0000\"}",
		"{\"a\":\"\\ud800\"}",
		"{\"a\":\"\\udc00\"}",
		"{\"a\":\"\\ud800\\u0041\"}",
		"{\"a\":\"raw\nline\"}",
		"{\"a\":\"\xff\"}",
		"{\"a\":1,\"a\":2}",
		"{'a':1}",
	};
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct json_object object;

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		if (json_read_object(wrong[i], &arena, &object, &err) != CH_DATA)
			fail_msg("%s was read", wrong[i]);
		assert_non_null(strstr(err.message, "JSON"));
	}
	ch_arena_release(&arena);
}

static void test_bounds(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct json_object object;

	(void)state;
	for (int members = JSON_MOST_PAIRS; members <= JSON_MOST_PAIRS + 1; members++) {
		struct ch_json_writer json = CH_JSON_WRITER(&out);

		ch_buffer_clear(&out);
		ch_json_object_begin(&json);
		for (int i = 0; i < members; i++) {
			ch_json_key(&json, ch_arena_printf(&arena, "key%d", i));
			ch_json_int(&json, i);
		}
		ch_json_object_end(&json);
		assert_int_equal(json_read_object(out.text, &arena, &object, &err),
				 members == JSON_MOST_PAIRS ? CH_OK : CH_DATA);
	}
	ch_buffer_release(&out);
	ch_arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nesting_and_commas),
		cmocka_unit_test(test_decimals),
		cmocka_unit_test(test_strings_are_escaped),
		cmocka_unit_test(test_every_character_comes_back),
		cmocka_unit_test(test_read_all_kinds),
		cmocka_unit_test(test_what_is_refused),
		cmocka_unit_test(test_bounds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
