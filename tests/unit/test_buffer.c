/* Growing strings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/buffer.h"

static void test_empty_buffer_is_a_text(void **state)
{
	struct ch_buffer buffer = CH_BUFFER_EMPTY;

	(void)state;
	assert_string_equal(buffer.text, "");
	ch_buffer_add(&buffer, "");
	ch_buffer_add_bytes(&buffer, NULL, 0);
	ch_buffer_clear(&buffer);
	assert_int_equal(buffer.capacity, 0);
	ch_buffer_release(&buffer);
	assert_string_equal(ch_buffer_nothing, "");
}

static void test_grows_byte_by_byte(void **state)
{
	struct ch_buffer buffer = CH_BUFFER_EMPTY;

	(void)state;
	for (size_t i = 0; i < 5000; i++) {
		ch_buffer_add_char(&buffer, (char)('a' + i % 26));
		assert_int_equal(buffer.length, i + 1);
		assert_int_equal(buffer.text[i + 1], '\0');
		assert_true(buffer.capacity > buffer.length);
	}
	for (size_t i = 0; i < 5000; i++)
		assert_int_equal(buffer.text[i], 'a' + i % 26);
	ch_buffer_release(&buffer);
}

static void test_printf_at_every_fill(void **state)
{
	(void)state;
	/* A text that just fits, just does not, and all around. */
	for (int fill = 0; fill < 70; fill++) {
		for (int length = 0; length < 200; length++) {
			struct ch_buffer buffer = CH_BUFFER_EMPTY;

			for (int i = 0; i < fill; i++)
				ch_buffer_add_char(&buffer, '.');
			ch_buffer_printf(&buffer, "%0*d", length, 42);
			assert_int_equal(buffer.length, fill + (length < 2 ? 2 : length));
			assert_int_equal(strlen(buffer.text), buffer.length);
			assert_string_equal(buffer.text + buffer.length - 2, "42");
			ch_buffer_release(&buffer);
		}
	}
}

static void test_clear_keeps_memory(void **state)
{
	struct ch_buffer buffer = CH_BUFFER_EMPTY;
	size_t capacity;

	(void)state;
	ch_buffer_add(&buffer, "a text");
	capacity = buffer.capacity;
	ch_buffer_clear(&buffer);
	assert_string_equal(buffer.text, "");
	assert_int_equal(buffer.length, 0);
	assert_int_equal(buffer.capacity, capacity);
	ch_buffer_add(&buffer, "b");
	assert_string_equal(buffer.text, "b");
	ch_buffer_release(&buffer);
	assert_ptr_equal(buffer.text, ch_buffer_nothing);
	ch_buffer_release(&buffer);
}

static void test_bytes_may_hold_nul(void **state)
{
	struct ch_buffer buffer = CH_BUFFER_EMPTY;

	(void)state;
	ch_buffer_add_bytes(&buffer, "a\0b", 3);
	assert_int_equal(buffer.length, 3);
	assert_memory_equal(buffer.text, "a\0b", 4);
	ch_buffer_release(&buffer);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty_buffer_is_a_text), cmocka_unit_test(test_grows_byte_by_byte),
		cmocka_unit_test(test_printf_at_every_fill),   cmocka_unit_test(test_clear_keeps_memory),
		cmocka_unit_test(test_bytes_may_hold_nul),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
