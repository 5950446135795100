/*
 * What chiron knows is a table already. Of what is called differently from
 * scheme to scheme another is made.
 */
#include <string.h>

#include "core/import/import_kind.h"
#include "core/import/lexicon_build.h"
#include "core/import/pair_row.h"
#include "model/choices.h"

/* Every field that can be imported is known by its key and by its label, both of which are English. */
static void read_fields_of(struct lexicon_build *build, const struct ch_entity *entity)
{
	for (size_t i = 0; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];

		if (entity->id == CH_PERSON &&
		    (field->type == CH_TYPE_ID || field->flags & (CH_FIELD_KEPT | CH_FIELD_HIDDEN)))
			continue;
		lexicon_build_heading(build, field->key, field->key, lexicon_known.english);
		lexicon_build_heading(build, field->key, _(field->label), lexicon_known.english);
	}
}

static void read_fields(struct lexicon_build *build)
{
	read_fields_of(build, ch_entity_of(CH_PERSON));
	read_fields_of(build, &pairing_row_entity);
	read_fields_of(build, &session_row_entity);
	read_fields_of(build, &enrolment_row_entity);
	read_fields_of(build, &credential_row_entity);
	read_fields_of(build, &action_row_entity);
	read_fields_of(build, &feedback_row_entity);
	lexicon_build_heading(build, "person_id", "person id", lexicon_known.english);
	lexicon_build_heading(build, "scheme_id", "scheme id", lexicon_known.english);
}

void import_lexicon_read(struct import_lexicon *lexicon, const char *added, struct ch_arena *arena)
{
	struct lexicon_build build;

	lexicon_build_begin(&build, arena);
	if (added)
		lexicon_build_lines(&build, added, strlen(added), LANGUAGE_ADDED);
	read_fields(&build);
	*lexicon = (struct import_lexicon){.own = lexicon_build_end(&build),
					   .kind = import_kind_of(CH_IMPORT_PEOPLE)};
	lexicon_starts_add(&lexicon->starts, &lexicon->own);
	lexicon_starts_add(&lexicon->starts, &lexicon_known);
	for (int role = CH_NO_ROLE + 1; role <= CH_ROLE_MENTEE; role++)
		lexicon->role_keys[role] = import_exact_key(arena, _(choices_role[role].label));
}

enum ch_status import_lexicon_check(const char *added, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct lexicon_build build;

	lexicon_build_begin(&build, &arena);
	size_t bad = added ? lexicon_build_lines(&build, added, strlen(added), LANGUAGE_ADDED) : 0;

	lexicon_build_end(&build);
	ch_arena_release(&arena);
	if (bad == 0)
		return CH_OK;
	ch_fail_field(err, "headings", _("line %zu of the headings is not understood"), bad);
	return ch_error_fix(err, "%s",
			    _("write it as \"heading FIELD: text | text\", as \"heading name: Wer bist du\""));
}
