/*
 * Finding a pairing by its people: "GUIDE / LEARNER" (in either order, as
 * screens show both), or one of the two. One person must be clear; the other
 * need only be clear among the partners of the first.
 */
#include <string.h>

#include "base/excerpt.h"
#include "chiron/text.h"
#include "core/find/find.h"
#include "core/scheme_private.h"
#include "store/stmt.h"

static const char *pairing_in_words(struct find *find, struct stmt *q)
{
	char guide[EXCERPT_SIZE], learner[EXCERPT_SIZE], programme[EXCERPT_SIZE];

	return ch_arena_printf(find->arena, _("no. %lld %s / %s (%s, %s)"), (long long)stmt_id(q, "pairing_id"),
			       excerpt_of(stmt_text(q, "guide"), guide), excerpt_of(stmt_text(q, "learner"), learner),
			       excerpt_of(stmt_text(q, "programme"), programme), stmt_text(q, "state"));
}

/* Whether the pairing of the present row is the actor's to see. */
static bool visible(const struct find *find, struct stmt *q)
{
	int64_t me = find->c->actor.person_id;

	return !find->own || stmt_id(q, "guide_id") == me || stmt_id(q, "learner_id") == me;
}

static enum find_fit partner_fit(struct find *find, struct stmt *q, int64_t person_id, const struct find_name *partner)
{
	bool guides = stmt_id(q, "guide_id") == person_id;

	if (partner == NULL)
		return FIND_WHOLE;
	return find_fit(partner, stmt_text(q, guides ? "learner" : "guide"),
			stmt_text(q, guides ? "learner_sort_name" : "guide_sort_name"),
			stmt_text(q, guides ? "learner_email" : "guide_email"), find->arena);
}

static bool is_in(struct stmt *q, const char *state)
{
	return strcmp(stmt_text(q, "state"), state) == 0;
}

/* Of a person's pairings, those with a partner called so (NULL: all), the live ones first. */
static enum ch_status gather(struct find *find, int64_t person_id, bool person_first, const struct find_name *partner,
			     struct ch_error *err)
{
	struct stmt *q = stmt_ready(find->c->scheme->db, SQL_FIND_PAIRINGS_OF);
	enum ch_status status;
	bool row;

	stmt_bind_int(q, "person_id", person_id);
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		enum find_fit fit = visible(find, q) ? partner_fit(find, q, person_id, partner) : FIND_NO_FIT;

		if (fit == FIND_NO_FIT)
			continue;
		find_keep(find, (struct find_candidate){
					.id = stmt_id(q, "pairing_id"),
					.what = pairing_in_words(find, q),
					.exact = fit == FIND_WHOLE,
					.goes_on = !is_in(q, "closed") && !is_in(q, "closing"),
					.live = !is_in(q, "closed"),
					.in_order = partner != NULL &&
						    (stmt_id(q, "guide_id") == person_id) == person_first,
				});
	}
	stmt_reset(q);
	return status;
}

/* The person a part of the text names. */
static enum ch_status person_of(struct find *find, const char *text, int64_t *person_id, struct ch_error *err)
{
	struct find part = {.c = find->c, .arena = find->arena, .text = text, .own = find->own};

	return find_person(&part, person_id, err);
}

static enum ch_status find_by_one(struct find *find, int64_t *id, struct ch_error *err)
{
	int64_t person_id;
	enum ch_status status = person_of(find, find->text, &person_id, err);

	if (status == CH_MISSING) /* nobody is called so: no pairing is found by it */
		return find_decide(find, CH_PAIRING, id, err);
	if (status == CH_OK)
		status = gather(find, person_id, true, NULL, err);
	return status == CH_OK ? find_decide(find, CH_PAIRING, id, err) : status;
}

static enum ch_status find_by_two(struct find *find, const char *first, const char *second, int64_t *id,
				  struct ch_error *err)
{
	struct find_name first_name = find_name_of(first, find->arena);
	struct find_name second_name = find_name_of(second, find->arena);
	struct ch_error second_err = CH_NO_ERROR;
	int64_t person_id;
	enum ch_status status = person_of(find, first, &person_id, err);

	if (status == CH_OK) {
		status = gather(find, person_id, true, &second_name, err);
	} else if (status == CH_DATA && person_of(find, second, &person_id, &second_err) == CH_OK) {
		*err = CH_NO_ERROR;
		status = gather(find, person_id, false, &first_name, err);
	}
	return status == CH_OK ? find_decide(find, CH_PAIRING, id, err) : status;
}

enum ch_status find_pairing(struct find *find, int64_t *id, struct ch_error *err)
{
	static const char *const signs[] = {" / ", " - ", "/"};

	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
		const char *sign = strstr(find->text, signs[i]);

		if (sign == NULL)
			continue;
		const char *before = ch_arena_copy_bytes(find->arena, find->text, (size_t)(sign - find->text));
		const char *first = ch_text_tidy(find->arena, before);
		const char *second = ch_text_tidy(find->arena, sign + strlen(signs[i]));

		if (first != NULL && second != NULL)
			return find_by_two(find, first, second, id, err);
	}
	return find_by_one(find, id, err);
}
