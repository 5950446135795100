#include "core/merge_fields.h"

#include <string.h>

#include "chiron/text.h"
#include "model/field_value.h"

/* What goes by another field of the person: the first of them is asked about. */
static const struct {
	const char *key, *head;
} together[] = {
	{"first_name", "name"},
	{"last_name", "name"},
	{"manager_email", "manager_id"},
	{"left_because", "left_on"},
};

const char *merge_head(const char *key)
{
	for (size_t i = 0; i < sizeof together / sizeof together[0]; i++)
		if (strcmp(together[i].key, key) == 0)
			return together[i].head;
	return key;
}

static bool has_followers(const char *key)
{
	for (size_t i = 0; i < sizeof together / sizeof together[0]; i++)
		if (strcmp(together[i].head, key) == 0)
			return true;
	return false;
}

bool merge_field_counts(const struct ch_field *field)
{
	return !(field->flags & (CH_FIELD_KEPT | CH_FIELD_HIDDEN));
}

static bool is_taken(const struct ch_merging *take, const char *key)
{
	for (size_t i = 0; take != NULL && i < take->take_count; i++)
		if (strcmp(take->take[i], key) == 0)
			return true;
	return false;
}

static bool adds_up(const struct ch_field *field)
{
	return field->type == CH_TYPE_LIST || field->type == CH_TYPE_CHOICES || field->type == CH_TYPE_LINES;
}

/* Of those that go together the first that either has decides; somebody who is
 * here has not left. */
static enum ch_stays stays_of_head(const struct ch_entity *entity, const char *head, const void *keep,
				   const void *other)
{
	enum ch_stays stays = CH_STAYS_SAME;
	bool kept = false, given = false;

	for (size_t i = 2; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];
		if (strcmp(merge_head(field->key), head) != 0)
			continue;
		kept |= ch_field_known(field, keep);
		given |= ch_field_known(field, other);
		if (!ch_field_equal(field, keep, other))
			stays = CH_STAYS_KEPT;
	}
	if (stays == CH_STAYS_SAME || kept == given)
		return stays;
	if (strcmp(head, "left_on") == 0)
		return kept ? CH_STAYS_TAKEN : CH_STAYS_KEPT;
	return kept ? CH_STAYS_KEPT : CH_STAYS_TAKEN;
}

enum ch_stays merge_stays(const struct ch_entity *entity, size_t place, const struct ch_merging *take, const void *keep,
			  const void *other)
{
	const struct ch_field *field = &entity->fields[place], *first;
	const char *head = merge_head(field->key);

	if (ch_field_equal(field, keep, other))
		return CH_STAYS_SAME;
	if (is_taken(take, head))
		return CH_STAYS_TAKEN;
	/* The same name with its parts said in one of the two: they are filled in. */
	first = ch_field_named(entity, head);
	if (strcmp(head, "name") == 0 && field != first && ch_field_equal(first, keep, other))
		head = field->key;
	if (has_followers(head))
		return stays_of_head(entity, head, keep, other);
	if (!ch_field_known(field, keep))
		return CH_STAYS_TAKEN;
	return ch_field_known(field, other) && adds_up(field) ? CH_STAYS_BOTH : CH_STAYS_KEPT;
}

static const char *both_texts(const char *keep, const char *other, struct ch_arena *arena)
{
	if (strstr(keep, other) != NULL)
		return keep;
	return strstr(other, keep) != NULL ? other : ch_arena_printf(arena, "%s\n\n%s", keep, other);
}

static const char *both_lists(const char *keep, const char *other, struct ch_arena *arena)
{
	struct ch_terms first = ch_terms_split(arena, keep), second = ch_terms_split(arena, other);
	const char **all = ch_arena_array(arena, first.count + second.count + 1, sizeof *all);

	for (size_t i = 0; i < first.count; i++)
		all[i] = first.terms[i];
	for (size_t i = 0; i < second.count; i++)
		all[first.count + i] = second.terms[i];
	return ch_terms_join(arena, all, first.count + second.count);
}

static void put_both(const struct ch_field *field, void *keep, const void *other, struct ch_arena *arena)
{
	char *at = (char *)keep + field->offset;
	const char *from = (const char *)other + field->offset;

	if (field->type == CH_TYPE_CHOICES) {
		*(int *)(void *)at |= *(const int *)(const void *)from;
		return;
	}
	const char **text = (const char **)(void *)at;
	const char *more = *(const char *const *)(const void *)from;
	*text = field->type == CH_TYPE_LIST ? both_lists(*text, more, arena) : both_texts(*text, more, arena);
}

static bool same_digits(const char *a, const char *b)
{
	static const char digits[] = "0123456789";

	for (;; a++, b++) {
		a += strcspn(a, digits);
		b += strcspn(b, digits);
		if (*a != *b || *a == '\0')
			return *a == *b;
	}
}

/* Of a way to reach somebody that the two records have differently: the one that does not stay; NULL: none is lost. */
static const char *way_lost(const struct ch_entity *entity, size_t place, const struct ch_merging *take,
			    const void *keep, const void *other, struct ch_arena *arena)
{
	const struct ch_field *field = &entity->fields[place];
	bool phone = field->type == CH_TYPE_PHONE;

	if ((!phone && field->type != CH_TYPE_EMAIL) || merge_head(field->key) != field->key ||
	    !merge_field_counts(field) || !ch_field_known(field, keep) || !ch_field_known(field, other))
		return NULL;
	const char *first = field_read(field, keep).text, *second = field_read(field, other).text;

	if (phone ? same_digits(first, second)
		  : strcmp(ch_text_fold(arena, first), ch_text_fold(arena, second)) == 0)
		return NULL;
	return merge_stays(entity, place, take, keep, other) == CH_STAYS_TAKEN ? first : second;
}

const char *merge_noted(const struct ch_entity *entity, const struct ch_merging *take, const void *keep,
			const void *other, const char *between, struct ch_arena *arena)
{
	const char *noted = NULL;

	for (size_t i = 2; i < entity->field_count; i++) {
		const char *lost = way_lost(entity, i, take, keep, other, arena);

		if (lost != NULL)
			noted = ch_arena_printf(arena, "%s%s%s: %s", noted != NULL ? noted : "",
						noted != NULL ? between : "", _(entity->fields[i].label), lost);
	}
	return noted;
}

static void add_noted(const struct ch_entity *entity, void *keep, const char *noted, struct ch_arena *arena)
{
	const struct ch_field *notes = ch_field_named(entity, "notes");

	if (noted == NULL || notes == NULL)
		return;
	struct field_value value = field_read(notes, keep);

	value.text = value.text != NULL ? both_texts(value.text, noted, arena) : noted;
	field_write(notes, keep, value);
}

void merge_into(const struct ch_entity *entity, const struct ch_merging *take, void *keep, const void *other,
		struct ch_arena *arena)
{
	enum ch_stays *stays = ch_arena_array(arena, entity->field_count, sizeof *stays);

	const char *noted = merge_noted(entity, take, keep, other, "\n", arena);

	for (size_t i = 2; i < entity->field_count; i++)
		stays[i] = merge_stays(entity, i, take, keep, other);
	for (size_t i = 2; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];
		if (!merge_field_counts(field))
			continue;
		if (stays[i] == CH_STAYS_BOTH)
			put_both(field, keep, other, arena);
		else if (stays[i] == CH_STAYS_TAKEN)
			field_write(field, keep, field_read(field, other));
	}
	add_noted(entity, keep, noted, arena);
}
