/*
 * Finding the record that a text names. Every way gathers candidates; what is
 * done with none, one or several of them is decided in one place. Whoever sees
 * only what is theirs finds, and is told of, nothing else.
 */
#include "core/find/find.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/excerpt.h"
#include "chiron/text.h"
#include "core/custom_field.h"
#include "core/may.h"
#include "core/merge.h"
#include "core/scheme_private.h"
#include "store/limit.h"
#include "store/list.h"
#include "store/stmt.h"

void find_keep(struct find *find, struct find_candidate candidate)
{
	if (find->count <= FIND_MOST_NAMED)
		find->found[find->count++] = candidate;
}

static enum ch_status refuse_none(const struct find *find, enum ch_entity_id entity, struct ch_error *err)
{
	char given[EXCERPT_SIZE];

	ch_fail(err, CH_MISSING, _("no %s is found by \"%s\""), ch_entity_of(entity)->noun,
		excerpt_of(find->text, given));
	if (find->c->actor.limited)
		return limit_fix(find->c->scheme->db, err);
	switch (entity) {
	case CH_PERSON:
		return ch_error_fix(err, _("a number, an e-mail address, or a part of a name finds a person"));
	case CH_PROGRAMME:
		return ch_error_fix(err, _("a number, or how its name begins, finds a programme"));
	case CH_COORDINATOR:
	case CH_COHORT:
	case CH_OBJECTIVE:
		return ch_error_fix(err, _("a number, or how its name begins, finds a %s"),
				    ch_entity_of(entity)->noun);
	default:
		return ch_error_fix(err, _("its number, \"GUIDE / LEARNER\", or one of the two finds a pairing"));
	}
}

static enum ch_status refuse_several(const struct find *find, enum ch_entity_id entity, struct ch_error *err)
{
	struct ch_buffer names = CH_BUFFER_EMPTY;
	char given[EXCERPT_SIZE];

	for (size_t i = 0; i < find->count && i < FIND_MOST_NAMED; i++)
		ch_buffer_printf(&names, "%s%s", i > 0 ? "; " : "", find->found[i].what);
	if (find->count > FIND_MOST_NAMED)
		ch_buffer_add(&names, _("; and more"));
	ch_fail(err, CH_DATA, _("several %s are found by \"%s\": %s"), ch_entity_of(entity)->plural,
		excerpt_of(find->text, given), names.text);
	ch_buffer_release(&names);
	return ch_error_fix(err, _("say which by its number, as in %lld"), (long long)find->found[0].id);
}

/* Leaves those that have the mark, where there are any. */
static void prefer(struct find *find, bool (*marked)(const struct find_candidate *candidate))
{
	size_t kept = 0;

	for (size_t i = 0; i < find->count; i++)
		if (marked(&find->found[i]))
			find->found[kept++] = find->found[i];
	if (kept > 0)
		find->count = kept;
}

static bool is_exact(const struct find_candidate *candidate)
{
	return candidate->exact;
}

static bool goes_on(const struct find_candidate *candidate)
{
	return candidate->goes_on;
}

static bool is_live(const struct find_candidate *candidate)
{
	return candidate->live;
}

static bool is_in_order(const struct find_candidate *candidate)
{
	return candidate->in_order;
}

enum ch_status find_decide(struct find *find, enum ch_entity_id entity, int64_t *id, struct ch_error *err)
{
	prefer(find, is_exact);
	prefer(find, goes_on);
	prefer(find, is_live);
	prefer(find, is_in_order);
	if (find->count == 0)
		return refuse_none(find, entity, err);
	if (find->count > 1)
		return refuse_several(find, entity, err);
	*id = find->found[0].id;
	return CH_OK;
}

static bool is_number(const char *text, int64_t *number)
{
	char *end;

	if (text[strspn(text, "0123456789")] != '\0')
		return false;
	errno = 0;
	*number = strtoll(text, &end, 10);
	return errno == 0;
}

static enum ch_status find_by_number(const struct find *find, const struct list_info *info, int64_t number,
				     int64_t *id, struct ch_error *err)
{
	bool there;

	/* Who was made one with another is found by either number. */
	if (info->entity == CH_PERSON && !find->own)
		TRY(merged_into(find->c->scheme->db, &number, err));
	enum ch_status status = list_has(find->c->scheme->db, info, number, find->own, find->c->actor.person_id,
					 &there, err);

	if (status != CH_OK)
		return status;
	if (!there) {
		ch_fail(err, CH_MISSING, _("there is no %s with the number %lld"), ch_entity_of(info->entity)->noun,
			(long long)number);
		return find->c->actor.limited ? limit_fix(find->c->scheme->db, err) : err->status;
	}
	*id = number;
	return CH_OK;
}

/* By name or key; people's first, where enrolments have one of that name too. */
static enum ch_status find_custom_field(struct find *find, int64_t *id, struct ch_error *err)
{
	static const enum ch_entity_id owners[] = {CH_PERSON, CH_ENROLMENT};
	const struct ch_custom_field *field = NULL;
	struct custom_fields fields;
	char given[EXCERPT_SIZE];

	for (size_t i = 0; i < sizeof(owners) / sizeof(owners[0]) && field == NULL; i++) {
		TRY(custom_fields_of(find->c->scheme->db, owners[i], find->arena, &fields, err));
		field = custom_field_called(&fields, find->text);
	}
	if (field == NULL) {
		ch_fail(err, CH_MISSING, _("the scheme has no field \"%s\" of its own"),
			excerpt_of(find->text, given));
		return ch_error_fix(err, _("`chiron field list` shows those there are"));
	}
	*id = field->custom_field_id;
	return CH_OK;
}

static enum ch_status find_text(struct find *find, const struct list_info *info, int64_t *id, struct ch_error *err)
{
	char given[EXCERPT_SIZE];
	int64_t number;

	if (is_number(find->text, &number))
		return find_by_number(find, info, number, id, err);
	switch (info->entity) {
	case CH_PERSON:
		return find_person(find, id, err);
	case CH_PROGRAMME:
	case CH_COORDINATOR:
		return find_named(find, info->entity, id, err);
	case CH_COHORT:
	case CH_OBJECTIVE:
		return find_part(find, info->entity, id, err);
	case CH_PAIRING:
		return find_pairing(find, id, err);
	case CH_CUSTOM_FIELD:
		return find_custom_field(find, id, err);
	default:
		ch_fail(err, CH_DATA, _("\"%s\" is no number; a %s is named by its number"),
			excerpt_of(find->text, given), ch_entity_of(info->entity)->noun);
		return ch_error_fix(err, _("the list of %s shows the numbers"), info->name);
	}
}

enum ch_status ch_find(struct ch_context *c, enum ch_entity_id entity, const char *text, int64_t *id,
		       struct ch_error *err)
{
	return ch_find_in(c, entity, 0, text, id, err);
}

enum ch_status ch_find_in(struct ch_context *c, enum ch_entity_id entity, int64_t programme_id, const char *text,
			  int64_t *id, struct ch_error *err)
{
	const struct list_info *info = list_info(list_of_entity(entity));
	struct ch_arena arena = CH_ARENA_EMPTY;
	char given[EXCERPT_SIZE];
	enum ch_status status;

	if (info == NULL)
		return ch_fail(err, CH_USAGE, _("a %s has no name and no number of its own to be found by"),
			       ch_entity_of(entity)->noun);
	status = may(c, info->read, entity, 0, err);
	if (status != CH_OK)
		return status;
	if (ch_text_valid(text, strlen(text)) != strlen(text))
		return ch_fail(err, CH_DATA, _("\"%s\" is not valid UTF-8"), excerpt_of(text, given));
	struct find find = {
		.c = c,
		.arena = &arena,
		.text = ch_text_tidy(&arena, text),
		.programme_id = programme_id,
		.own = !may_all(c, info->read),
	};
	if (find.text == NULL)
		status = ch_fail(err, CH_DATA, _("no %s is named"), ch_entity_of(entity)->noun);
	else
		status = find_text(&find, info, id, err);
	ch_arena_release(&arena);
	return status;
}
