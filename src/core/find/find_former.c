/* Finding somebody to be erased, who may be in the history of changes alone. */
#include <stdlib.h>
#include <string.h>

#include "base/excerpt.h"
#include "chiron/erasure.h"
#include "chiron/text.h"
#include "core/erasure_former.h"
#include "core/find/find.h"
#include "core/journal/change.h"
#include "core/may.h"
#include "core/scheme_private.h"
#include "store/stmt.h"

static void look_at(struct find *find, struct stmt *q, const struct find_name *wanted)
{
	const char *name = stmt_text(q, "name"), *email = stmt_text(q, "email");
	enum find_fit fit = find_fit(wanted, name, stmt_text(q, "sort_name"), email, find->arena);
	long long number = (long long)stmt_id(q, "person_id");
	char shown[EXCERPT_SIZE], address[EXCERPT_SIZE];

	if (fit == FIND_NO_FIT)
		return;
	excerpt_of(name, shown);
	find_keep(find, (struct find_candidate){
				.id = number,
				.what = email == NULL ? ch_arena_printf(find->arena, _("%s (no. %lld)"), shown, number)
						      : ch_arena_printf(find->arena, _("%s (no. %lld, %s)"), shown,
									number, excerpt_of(email, address)),
				.exact = fit == FIND_WHOLE,
			});
}

static enum ch_status find_by_name(struct find *find, int64_t *person_id, struct ch_error *err)
{
	struct find_name wanted = find_name_of(find->text, find->arena);
	struct stmt *q = stmt_ready(find->c->scheme->db, SQL_FORMER_PEOPLE);
	bool row = false;
	enum ch_status status;

	while ((status = stmt_step(q, &row, err)) == CH_OK && row)
		look_at(find, q, &wanted);
	stmt_reset(q);
	return status == CH_OK ? find_decide(find, CH_PERSON, person_id, err) : status;
}

static enum ch_status find_former(struct find *find, int64_t *person_id, struct ch_error *err)
{
	struct ch_person person;
	bool former;
	int64_t number;

	if (find->text[strspn(find->text, "0123456789")] != '\0')
		return find_by_name(find, person_id, err);
	number = strtoll(find->text, NULL, 10);
	TRY(erasure_person_get(find->c->scheme->db, number, find->arena, &person, &former, err));
	*person_id = number;
	return CH_OK;
}

enum ch_status ch_erasure_find(struct ch_context *c, const char *text, int64_t *person_id, struct ch_error *err)
{
	struct ch_error no_former = CH_NO_ERROR;
	struct ch_arena arena = CH_ARENA_EMPTY;

	if (ch_find(c, CH_PERSON, text, person_id, err) != CH_MISSING ||
	    may(c, CH_OP_PERSON_ERASE, CH_PERSON, 0, &no_former) != CH_OK)
		return err->status;
	struct find find = {.c = c, .arena = &arena, .text = ch_text_tidy(&arena, text)};
	enum ch_status status = find_former(&find, person_id, &no_former);
	ch_arena_release(&arena);
	if (status != CH_MISSING)
		*err = no_former;
	return err->status;
}
