/* What holds for every field of every entity: it is explained, and text that could steer a terminal never gets in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/field.h"
#include "chiron/text.h"

static void for_each_field(void (*check)(const struct ch_entity *, const struct ch_field *))
{
	for (int id = CH_NO_ENTITY + 1; id < CH_ENTITY_COUNT; id++) {
		const struct ch_entity *entity = ch_entity_of((enum ch_entity_id)id);
		for (size_t i = 0; i < entity->field_count; i++)
			check(entity, &entity->fields[i]);
	}
}

static bool is_typed(const struct ch_field *field)
{
	return !(field->flags & (CH_FIELD_HIDDEN | CH_FIELD_KEPT));
}

static void refuse_steering(const struct ch_entity *entity, const struct ch_field *field)
{
	static const char *const hostile[] = {"a\033[31mb", "a\033]0;title\ab", "a\xc2\x9b" "2Jb",
					      "a\xe2\x80\xae" "b", "a\x7f" "b"};
	struct ch_arena arena = CH_ARENA_EMPTY;
	void *record = ch_arena_alloc(&arena, entity->size);

	if (!is_typed(field)) {
		ch_arena_release(&arena);
		return;
	}
	ch_record_clear(entity, record);
	for (size_t i = 0; i < sizeof hostile / sizeof hostile[0]; i++) {
		struct ch_error err = CH_NO_ERROR;
		if (ch_field_set(field, record, hostile[i], ch_date_from_iso("2026-11-23"), &arena, &err) != CH_DATA)
			fail_msg("%s.%s takes text number %zu", entity->name, field->key, i);
		assert_string_equal(err.field, field->key);
		assert_false(ch_text_has_controls(err.message, false));
		assert_false(ch_text_has_controls(err.fix, false));
		assert_false(ch_field_known(field, record));
	}
	ch_arena_release(&arena);
}

static void nothing_that_steers_a_terminal_gets_in(void **state)
{
	(void)state;
	for_each_field(refuse_steering);
}

static void explain(const struct ch_entity *entity, const struct ch_field *field)
{
	if (field->access < CH_CLASS_FACT || field->access > CH_CLASS_PAIR)
		fail_msg("%s.%s has no class", entity->name, field->key);
	if (field->label == NULL || field->label[0] == '\0')
		fail_msg("%s.%s has no label", entity->name, field->key);
	if ((field->type == CH_TYPE_CHOICE || field->type == CH_TYPE_CHOICES) != (field->choices != NULL))
		fail_msg("%s.%s is a choice without words, or has words without being one", entity->name, field->key);
	if ((field->type == CH_TYPE_ID) && field->refers_to == CH_NO_ENTITY &&
	    field != &entity->fields[0])
		fail_msg("%s.%s is a number of nothing", entity->name, field->key);
}

static void every_field_is_explained(void **state)
{
	(void)state;
	for_each_field(explain);
}

static void initial_values_are_taken(void **state)
{
	(void)state;
	for (int id = CH_NO_ENTITY + 1; id < CH_ENTITY_COUNT; id++) {
		const struct ch_entity *entity = ch_entity_of((enum ch_entity_id)id);
		struct ch_arena arena = CH_ARENA_EMPTY;
		void *record = ch_arena_alloc(&arena, entity->size);
		ch_record_start(entity, record);
		for (size_t i = 0; i < entity->field_count; i++)
			if (entity->fields[i].initial != NULL)
				assert_string_equal(ch_field_text(&entity->fields[i], record, &arena),
						    entity->fields[i].initial);
		ch_arena_release(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_that_steers_a_terminal_gets_in),
		cmocka_unit_test(every_field_is_explained),
		cmocka_unit_test(initial_values_are_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
