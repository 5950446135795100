/* Finding people and programmes by what they are called. */
#include <string.h>

#include "base/excerpt.h"
#include "chiron/text.h"
#include "core/find/find.h"
#include "core/scheme_private.h"
#include "store/stmt.h"

/* Commas part words as blanks do: "Okafor, Chen" is how lists are sorted. */
struct find_name find_name_of(const char *text, struct ch_arena *arena)
{
	struct find_name name = {
		.key = ch_text_search_key(arena, text),
		.longest = "",
		.email_key = ch_text_fold(arena, text),
	};
	char *rest = NULL;

	for (char *word = strtok_r(ch_arena_copy(arena, name.key), " ,", &rest);
	     word != NULL && name.count < FIND_MOST_WORDS; word = strtok_r(NULL, " ,", &rest)) {
		name.words[name.count++] = word;
		if (strlen(word) > strlen(name.longest))
			name.longest = word;
	}
	return name;
}

enum find_fit find_fit(const struct find_name *wanted, const char *name, const char *sort_name, const char *email,
		       struct ch_arena *arena)
{
	const char *key = ch_text_search_key(arena, name);

	if (email != NULL && strcmp(ch_text_fold(arena, email), wanted->email_key) == 0)
		return FIND_WHOLE;
	if (wanted->count == 0)
		return FIND_NO_FIT;
	if (strcmp(key, wanted->key) == 0 || strcmp(sort_name, wanted->key) == 0)
		return FIND_WHOLE;
	for (size_t i = 0; i < wanted->count; i++)
		if (strstr(key, wanted->words[i]) == NULL)
			return FIND_NO_FIT;
	return FIND_PART;
}

static const char *person_in_words(struct find *find, struct stmt *q)
{
	const char *email = stmt_text(q, "email");
	char shown[EXCERPT_SIZE], address[EXCERPT_SIZE];
	long long number = (long long)stmt_id(q, "person_id");

	excerpt_of(stmt_text(q, "name"), shown);
	if (email == NULL)
		return ch_arena_printf(find->arena, _("%s (no. %lld)"), shown, number);
	return ch_arena_printf(find->arena, _("%s (no. %lld, %s)"), shown, number, excerpt_of(email, address));
}

/* Looks at every person who may be meant, the shortest name first, until more are found than will be named. */
static enum ch_status gather_people(struct find *find, struct ch_error *err)
{
	struct find_name wanted = find_name_of(find->text, find->arena);
	struct stmt *q = stmt_ready(find->c->scheme->db, find->own ? SQL_FIND_OWN_PEOPLE : SQL_FIND_PEOPLE);
	struct ch_arena scratch = CH_ARENA_EMPTY;
	enum ch_status status = CH_OK;
	bool row;

	if (find->own)
		stmt_bind_int(q, "me", find->c->actor.person_id);
	else
		stmt_bind_text(q, "word", wanted.longest);
	while (find->count <= FIND_MOST_NAMED && (status = stmt_step(q, &row, err)) == CH_OK && row) {
		enum find_fit fit = find_fit(&wanted, stmt_text(q, "name"), stmt_text(q, "sort_name"),
					     stmt_text(q, "email"), &scratch);

		if (fit != FIND_NO_FIT)
			find_keep(find, (struct find_candidate){
						.id = stmt_id(q, "person_id"),
						.what = person_in_words(find, q),
						.exact = fit == FIND_WHOLE,
					});
		ch_arena_reset(&scratch);
	}
	stmt_reset(q);
	ch_arena_release(&scratch);
	return status;
}

/* An address has an index; *id stays 0 where nobody has it. */
static enum ch_status find_by_email(struct find *find, int64_t *id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(find->c->scheme->db, SQL_PERSON_BY_EMAIL);
	bool row = false;

	*id = 0;
	stmt_bind_text(q, "email_key", ch_text_fold(find->arena, find->text));
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row)
		*id = stmt_id(q, "person_id");
	stmt_reset(q);
	return status;
}

enum ch_status find_person(struct find *find, int64_t *id, struct ch_error *err)
{
	enum ch_status status = CH_OK;

	if (!find->own && strchr(find->text, '@') != NULL) {
		int64_t found;

		status = find_by_email(find, &found, err);
		if (status == CH_OK && found != 0) {
			*id = found;
			return CH_OK;
		}
	}
	if (status == CH_OK)
		status = gather_people(find, err);
	return status == CH_OK ? find_decide(find, CH_PERSON, id, err) : status;
}

enum ch_status find_named(struct find *find, enum ch_entity_id entity, int64_t *id, struct ch_error *err)
{
	const char *wanted = ch_text_search_key(find->arena, find->text);
	struct stmt *q = stmt_ready(find->c->scheme->db,
				    entity == CH_PROGRAMME ? SQL_FIND_PROGRAMMES : SQL_FIND_COORDINATORS);
	enum ch_status status;
	bool row;

	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		const char *key = ch_text_search_key(find->arena, stmt_text(q, "name"));
		char shown[EXCERPT_SIZE];
		long long number = (long long)stmt_id(q, "id");

		if (strncmp(key, wanted, strlen(wanted)) != 0)
			continue;
		struct find_candidate candidate = {
			.id = number,
			.what = ch_arena_printf(find->arena, _("%s (no. %lld)"),
						excerpt_of(stmt_text(q, "name"), shown), number),
			.exact = strcmp(key, wanted) == 0,
		};
		/* The whole name counts, however many begin with it. */
		if (candidate.exact)
			find->count = 0;
		find_keep(find, candidate);
		if (candidate.exact)
			break;
	}
	stmt_reset(q);
	return status == CH_OK ? find_decide(find, entity, id, err) : status;
}

/* A cohort or an objective, by how its name begins. */
enum ch_status find_part(struct find *find, enum ch_entity_id entity, int64_t *id, struct ch_error *err)
{
	const char *wanted = ch_text_search_key(find->arena, find->text);
	struct stmt *q = stmt_ready(find->c->scheme->db,
				    entity == CH_COHORT ? SQL_FIND_COHORTS : SQL_FIND_OBJECTIVES);
	enum ch_status status;
	bool row;

	stmt_bind_int(q, "programme_id", find->programme_id);
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		const char *key = ch_text_search_key(find->arena, stmt_text(q, "name"));
		char shown[EXCERPT_SIZE], programme[EXCERPT_SIZE];
		long long number = (long long)stmt_id(q, "id");

		if (strncmp(key, wanted, strlen(wanted)) == 0)
			find_keep(find, (struct find_candidate){
						.id = number,
						.what = ch_arena_printf(find->arena, _("%s (no. %lld, %s)"),
									excerpt_of(stmt_text(q, "name"), shown), number,
									excerpt_of(stmt_text(q, "programme"),
										   programme)),
						.exact = strcmp(key, wanted) == 0,
					});
	}
	stmt_reset(q);
	return status == CH_OK ? find_decide(find, entity, id, err) : status;
}
