#include "model/custom_field.h"

#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "chiron/text.h"
#include "model/choices.h"
#include "model/field_table.h"
#include "model/field_value.h"

#define RECORD ch_custom_field

static const struct ch_field custom_field_fields[] = {
	RECORD_HEAD(custom_field_id),
	FIELD(belongs_to, CHOICE, FACT, .label = N_("Of"), .choices = choices_custom_owner, .initial = "person",
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED, .width = 10, .help = N_("people or enrolments")),
	FIELD(name, TEXT, FACT, .label = N_("Name"), .flags = CH_FIELD_REQUIRED | CH_FIELD_SEARCHED,
	      .max = CH_CUSTOM_NAME_MOST, .width = 24, .help = N_("as forms and headings have it: \"T-shirt size\"")),
	FIELD(key, TEXT, FACT, .label = N_("In filters"), .flags = CH_FIELD_KEPT, .max = CH_CUSTOM_KEY_SIZE - 1,
	      .width = 16, .help = N_("made of the name: \"t_shirt_size\"")),
	FIELD(kind, CHOICE, FACT, .label = N_("Kind"), .choices = choices_custom_kind, .initial = "text",
	      .flags = CH_FIELD_REQUIRED, .width = 12, .help = N_("what its values are")),
	FIELD(options, LIST, FACT, .label = N_("Options"), .max = 2000, .width = 24,
	      .help = N_("of a choice, separated by \";\" or commas: \"S; M; L\"")),
	FIELD(hint, TEXT, FACT, .label = N_("Hint"), .max = 200, .width = 24,
	      .help = N_("one line that stands beside it in forms")),
	FIELD(readers, CHOICE, FACT, .label = N_("Who reads it"), .choices = choices_custom_readers,
	      .initial = "coordinator", .flags = CH_FIELD_REQUIRED, .width = 16,
	      .help = N_("never wording of the pair: that has its own place"), .rules = "R58"),
};

ENTITY(CUSTOM_FIELD, custom_field, "field", "fields", N_("Field"), custom_field_fields);

/* ---- The field table ---- */

/* The options as a list of choices: what is shown is what is kept. */
static const struct ch_choice *choices_of(const char *options, struct ch_arena *arena)
{
	struct ch_terms terms = ch_terms_split(arena, options != NULL ? options : "");
	struct ch_choice *choices = ch_arena_array(arena, terms.count + 2, sizeof(*choices));

	choices[0] = (struct ch_choice){.code = "", .label = ""};
	for (size_t i = 0; i < terms.count; i++)
		choices[i + 1] = (struct ch_choice){.code = terms.terms[i], .label = terms.terms[i]};
	return choices;
}

struct ch_field custom_field_row(const struct ch_custom_field *declared, size_t offset, struct ch_arena *arena)
{
	static const enum ch_type types[] = {
		[CH_NO_CUSTOM_KIND] = CH_TYPE_TEXT,  [CH_CUSTOM_TEXT] = CH_TYPE_TEXT,
		[CH_CUSTOM_NUMBER] = CH_TYPE_NUMBER, [CH_CUSTOM_DATE] = CH_TYPE_DATE,
		[CH_CUSTOM_YES_NO] = CH_TYPE_YES,    [CH_CUSTOM_CHOICE] = CH_TYPE_CHOICE,
	};
	bool is_choice = declared->kind == CH_CUSTOM_CHOICE;

	return (struct ch_field){
		.key = ch_arena_copy(arena, declared->key),
		.label = ch_text_safe(arena, declared->name),
		.help = declared->hint != NULL ? ch_text_safe(arena, declared->hint) : NULL,
		.offset = offset,
		.type = types[declared->kind],
		.access = declared->readers == CH_CUSTOM_FOR_EVERYBODY ? CH_CLASS_FACT : CH_CLASS_COORDINATOR,
		.choices = is_choice ? choices_of(declared->options, arena) : NULL,
		.width = 12,
	};
}

/* Room for a member of any type. */
union member {
	int64_t number;
	const char *text;
};

const struct ch_entity *custom_entity(const struct ch_entity *base, const struct ch_custom_field *declared,
				      size_t count, struct ch_arena *arena)
{
	struct ch_field *fields = ch_arena_array(arena, base->field_count + count, sizeof(*fields));
	struct ch_entity *wide = ch_arena_alloc(arena, sizeof(*wide));
	size_t room = sizeof(union member), begin = (base->size + room - 1) / room * room;

	memcpy(fields, base->fields, base->field_count * sizeof(*fields));
	for (size_t i = 0; i < count; i++)
		fields[base->field_count + i] = custom_field_row(&declared[i], begin + i * room, arena);
	*wide = *base;
	wide->fields = fields;
	wide->field_count = base->field_count + count;
	wide->size = begin + count * room;
	return wide;
}

char *custom_key_whole(const char *name, struct ch_arena *arena)
{
	char *key = ch_arena_copy(arena, ch_text_search_key(arena, name));
	size_t length = 0;

	for (const char *at = key; *at != '\0'; at++) {
		bool letter = *at >= 'a' && *at <= 'z', digit = *at >= '0' && *at <= '9';

		if (letter || (digit && length > 0))
			key[length++] = *at;
		else if (length > 0 && key[length - 1] != '_')
			key[length++] = '_';
	}
	while (length > 0 && key[length - 1] == '_')
		length--;
	key[length] = '\0';
	return key;
}

void custom_key(const char *name, char key[CH_CUSTOM_KEY_SIZE])
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *whole = custom_key_whole(name, &arena);

	snprintf(key, CH_CUSTOM_KEY_SIZE, "%s", whole);
	/* Too long: the word that is cut goes, unless it is the only one. */
	if (strlen(whole) >= CH_CUSTOM_KEY_SIZE && whole[CH_CUSTOM_KEY_SIZE - 1] != '_' && strchr(key, '_') != NULL)
		*strrchr(key, '_') = '\0';
	while (*key != '\0' && key[strlen(key) - 1] == '_')
		key[strlen(key) - 1] = '\0';
	ch_arena_release(&arena);
}

/* ---- The values ---- */

/* What chiron wrote itself can be read; a row that somebody else's hand spoiled counts as without values. */
static struct json_object read_values(const char *values, struct ch_arena *arena)
{
	struct json_object object = {.count = 0};
	struct ch_error ignored = CH_NO_ERROR;

	if (values != NULL && json_read_object(values, arena, &object, &ignored) != CH_OK)
		object.count = 0;
	return object;
}

static int by_key(const void *a, const void *b)
{
	return strcmp(((const struct json_pair *)a)->key, ((const struct json_pair *)b)->key);
}

static const char *write_values(struct json_object *object, struct ch_arena *arena)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_json_writer json = CH_JSON_WRITER(&out);
	size_t written = 0;

	if (object->count > 1)
		qsort(object->pairs, object->count, sizeof(*object->pairs), by_key);
	ch_json_object_begin(&json);
	for (size_t i = 0; i < object->count; i++) {
		if (object->pairs[i].text == NULL)
			continue;
		ch_json_key(&json, object->pairs[i].key);
		ch_json_string(&json, object->pairs[i].text);
		written++;
	}
	ch_json_object_end(&json);
	const char *values = written > 0 ? ch_arena_copy(arena, out.text) : NULL;
	ch_buffer_release(&out);
	return values;
}

const char *custom_value(const char *values, const char *key, struct ch_arena *arena)
{
	struct json_object object = read_values(values, arena);
	const struct json_pair *pair = json_find(&object, key);

	return pair != NULL ? pair->text : NULL;
}

/* Sets or adds the pair; the object has room for it. */
static void set_pair(struct json_object *object, const char *key, const char *text)
{
	for (size_t i = 0; i < object->count; i++)
		if (strcmp(object->pairs[i].key, key) == 0) {
			object->pairs[i].text = text;
			return;
		}
	object->pairs[object->count++] = (struct json_pair){.key = key, .kind = JSON_STRING, .text = text};
}

static struct json_object with_room(const struct json_object *object, size_t more, struct ch_arena *arena)
{
	struct json_object roomy = {.count = object->count};

	roomy.pairs = ch_arena_array(arena, object->count + more + 1, sizeof(*roomy.pairs));
	if (object->count > 0)
		memcpy(roomy.pairs, object->pairs, object->count * sizeof(*roomy.pairs));
	return roomy;
}

const char *custom_values_with(const char *values, const char *key, const char *text, struct ch_arena *arena)
{
	struct json_object object = read_values(values, arena), roomy = with_room(&object, 1, arena);

	set_pair(&roomy, key, text);
	return write_values(&roomy, arena);
}

const char *custom_values_over(const char *values, const char *over, struct ch_arena *arena)
{
	struct json_object object = read_values(values, arena), more = read_values(over, arena);
	struct json_object roomy = with_room(&object, more.count, arena);

	if (more.count == 0)
		return values;
	for (size_t i = 0; i < more.count; i++)
		set_pair(&roomy, more.pairs[i].key, more.pairs[i].text);
	return write_values(&roomy, arena);
}

const char *custom_values_differ(const char *a, const char *b, struct ch_arena *arena)
{
	struct json_object one = read_values(a, arena), two = read_values(b, arena);

	for (size_t i = 0; i < two.count; i++) {
		const struct json_pair *pair = json_find(&one, two.pairs[i].key);

		if (pair != NULL && pair->text != NULL && two.pairs[i].text != NULL &&
		    strcmp(pair->text, two.pairs[i].text) != 0)
			return two.pairs[i].key;
	}
	return NULL;
}

/* ---- A wide record ---- */

static const struct ch_field *values_field(const struct ch_entity *wide)
{
	return ch_field_named(wide, "custom_values");
}

void ch_custom_fold(const struct ch_entity *wide, void *wide_record, struct ch_arena *arena)
{
	const struct ch_field *held = values_field(wide);
	size_t own = ch_entity_of(wide->id)->field_count;

	if (held == NULL || wide->field_count == own)
		return;
	struct json_object object = read_values(field_read(held, wide_record).text, arena);
	struct json_object roomy = with_room(&object, wide->field_count - own, arena);

	for (size_t i = own; i < wide->field_count; i++)
		set_pair(&roomy, wide->fields[i].key, ch_field_text(&wide->fields[i], wide_record, arena));
	field_write(held, wide_record, (struct field_value){.text = write_values(&roomy, arena)});
}

void ch_custom_unfold(const struct ch_entity *wide, void *wide_record, struct ch_arena *arena)
{
	const struct ch_field *held = values_field(wide);
	size_t own = ch_entity_of(wide->id)->field_count;

	if (held == NULL || wide->field_count == own)
		return;
	struct json_object object = read_values(field_read(held, wide_record).text, arena);

	for (size_t i = own; i < wide->field_count; i++) {
		const struct json_pair *pair = json_find(&object, wide->fields[i].key);
		struct ch_error ignored = CH_NO_ERROR;

		ch_field_set(&wide->fields[i], wide_record, pair != NULL ? pair->text : NULL, CH_NO_DATE, arena,
			     &ignored);
	}
}
