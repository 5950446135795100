#include "core/import/manager_names.h"

#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "core/person_keys.h"
#include "store/record.h"
#include "store/stmt.h"

enum { FIRST_CAPACITY = 64 };

void manager_names_begin(struct manager_names *names, struct change *change, const struct import_lexicon *lexicon,
			 struct import_findings *findings)
{
	*names = (struct manager_names){
		.change = change, .lexicon = lexicon, .findings = findings, .arena = CH_ARENA_EMPTY};
	names->names = VOCABULARY(&names->arena);
}

void manager_names_release(struct manager_names *names)
{
	free(names->list);
	free(names->spelt);
	names->list = NULL;
	names->spelt = NULL;
	ch_arena_release(&names->arena);
}

/* As the list has it first: what a person is shown. */
static void add_spelling(struct manager_names *names, const char *name)
{
	if (names->spelt_count == names->spelt_capacity) {
		names->spelt_capacity = names->spelt_capacity == 0 ? FIRST_CAPACITY : 2 * names->spelt_capacity;
		names->spelt = realloc(names->spelt, names->spelt_capacity * sizeof(*names->spelt));
		if (names->spelt == NULL)
			ch_abort("out of memory");
	}
	names->spelt[names->spelt_count++] = ch_arena_copy(&names->arena, name);
}

void manager_names_note(struct manager_names *names, int64_t person_id, int64_t row, const char *name)
{
	if (name == NULL)
		return;
	if (names->count == names->capacity) {
		names->capacity = names->capacity == 0 ? FIRST_CAPACITY : 2 * names->capacity;
		names->list = realloc(names->list, names->capacity * sizeof(*names->list));
		if (names->list == NULL)
			ch_abort("out of memory");
	}
	uint32_t number = vocabulary_number(&names->names, name);
	if (number > names->spelt_count)
		add_spelling(names, name);
	names->list[names->count++] = (struct manager_name){.person_id = person_id, .row = row, .name = number};
}

static void tell(struct manager_names *names, const struct manager_name *named, const char *name, const char *message,
		 const char *fix)
{
	struct import_issue issue = {.row = named->row,
				     .field = "manager_name",
				     .value = name,
				     .reason = IMPORT_NOT_STORED,
				     .message = message,
				     .fix = fix};

	import_issue_add(names->findings, &issue);
}

/* The one person of that name; 0 where there is none, or several, of which *several tells. */
static enum ch_status find(struct manager_names *names, const char *name, struct ch_arena *arena, int64_t *id,
			   bool *several, struct ch_error *err)
{
	struct ch_person like;
	bool row = false;

	*id = 0;
	*several = false;
	ch_record_clear(ch_entity_of(CH_PERSON), &like);
	like.name = name;
	person_keys_fill(&like, arena);
	struct stmt *q = stmt_ready(names->change->db, SQL_PEOPLE_BY_SORT_NAME);
	stmt_bind_text(q, "sort_name", like.sort_name);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row) {
		*id = stmt_id(q, "person_id");
		status = stmt_step(q, several, err);
	}
	stmt_reset(q);
	if (*several)
		*id = 0;
	return status;
}

/* "Lee, Ann" as Ann Lee; NULL where the name is not written so. */
static const char *turned_round(const char *name, struct ch_arena *arena)
{
	const char *comma = strchr(name, ',');

	if (comma == NULL || strchr(comma + 1, ',') != NULL)
		return NULL;
	return ch_text_tidy(arena, ch_arena_printf(arena, "%s %.*s", comma + 1, (int)(comma - name), name));
}

/* "Mr Owain Hughes" as Owain Hughes; NULL where there is no title in it. */
static const char *without_titles(const struct import_lexicon *lexicon, const char *name, struct ch_arena *arena)
{
	struct ch_buffer rest = CH_BUFFER_EMPTY;
	char *left = NULL;
	bool any = false;

	for (char *word = strtok_r(ch_arena_copy(arena, name), " ", &left); word != NULL;
	     word = strtok_r(NULL, " ", &left)) {
		bool title = import_word_is(lexicon, "honorific", word);

		any = any || title;
		if (!title)
			ch_buffer_printf(&rest, "%s%s", rest.length > 0 ? " " : "", word);
	}
	const char *bare = any && rest.length > 0 ? ch_arena_copy(arena, rest.text) : NULL;
	ch_buffer_release(&rest);
	return bare;
}

/* Whether the person stands above their manager already. There is no loop yet, so that the way up has an end. */
static enum ch_status is_above(struct manager_names *names, int64_t person_id, int64_t manager_id,
			       struct ch_arena *arena, bool *above, struct ch_error *err)
{
	struct ch_person person;

	*above = false;
	for (int64_t id = manager_id; id != 0 && !*above; id = person.manager_id) {
		TRY(record_get(names->change->db, ch_entity_of(CH_PERSON), id, arena, &person, err));
		*above = person.manager_id == person_id;
	}
	return CH_OK;
}

static enum ch_status give(struct manager_names *names, const struct manager_name *named, const char *name,
			   int64_t manager_id, struct ch_arena *arena, struct ch_error *err)
{
	const struct ch_entity *entity = ch_entity_of(CH_PERSON);
	struct ch_person person, manager;
	bool above;

	TRY(record_get(names->change->db, entity, named->person_id, arena, &person, err));
	if (person.manager_id == manager_id)
		return CH_OK;
	TRY(is_above(names, named->person_id, manager_id, arena, &above, err));
	if (above) {
		tell(names, named, name,
		     _("is below the person in the reporting line, which would go round in a circle"),
		     _("the line manager was left open; correct the cell"));
		return CH_OK;
	}
	TRY(record_get(names->change->db, entity, manager_id, arena, &manager, err));
	person.manager_id = manager_id;
	person.manager_email = manager.email;
	return change_update(names->change, CH_PERSON, &person, err);
}

/* Whether the person's manager is one of the several who are called so. */
static enum ch_status has_one(struct manager_names *names, const struct manager_name *named, const char *name,
			      struct ch_arena *arena, bool *has, struct ch_error *err)
{
	const struct ch_entity *entity = ch_entity_of(CH_PERSON);
	struct ch_person person, manager;

	*has = false;
	TRY(record_get(names->change->db, entity, named->person_id, arena, &person, err));
	if (person.manager_id == 0)
		return CH_OK;
	TRY(record_get(names->change->db, entity, person.manager_id, arena, &manager, err));
	*has = strcmp(manager.name, name) == 0;
	return CH_OK;
}

static enum ch_status resolve(struct manager_names *names, const struct manager_name *named, struct ch_arena *arena,
			      int64_t *unknown, struct ch_error *err)
{
	const char *name = names->spelt[named->name - 1];
	int64_t manager_id;
	bool several;

	TRY(find(names, name, arena, &manager_id, &several, err));
	const char *turned = manager_id == 0 && !several ? turned_round(name, arena) : NULL;
	if (turned != NULL)
		TRY(find(names, turned, arena, &manager_id, &several, err));
	const char *bare = without_titles(names->lexicon, turned != NULL ? turned : name, arena);
	if (bare != NULL && manager_id == 0 && !several)
		TRY(find(names, bare, arena, &manager_id, &several, err));
	bool has = false;
	if (several)
		TRY(has_one(names, named, name, arena, &has, err));
	if (has)
		return CH_OK;
	if (several)
		tell(names, named, name, _("is the name of several people, so that the line manager is left open"),
		     _("give the manager's address in a column \"Line manager email\""));
	else if (manager_id == named->person_id)
		tell(names, named, name, _("is the person themself: nobody is their own line manager"),
		     _("it was left out; correct the cell"));
	else if (manager_id != 0)
		return give(names, named, name, manager_id, arena, err);
	*unknown += manager_id == 0 && !several;
	return CH_OK;
}

enum ch_status manager_names_resolve(struct manager_names *names, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	enum ch_status status = CH_OK;
	int64_t unknown = 0;

	for (size_t i = 0; status == CH_OK && i < names->count; i++) {
		ch_arena_reset(&arena);
		status = resolve(names, &names->list[i], &arena, &unknown, err);
	}
	ch_arena_release(&arena);
	if (status == CH_OK && unknown > 0)
		import_notice_add(names->findings, IMPORT_TOPIC_ROWS,
				  _n("%lld person has a line manager whose name is nobody's here, so that it is left "
				     "open; an address would be kept until that manager comes in",
				     "%lld people have a line manager whose name is nobody's here, so that it is left "
				     "open; an address would be kept until that manager comes in",
				     unknown),
				  (long long)unknown);
	return status;
}
