#include "core/import/import_kind.h"

#include <string.h>

#include "core/import/custom_column.h"
#include "core/import/lexicon.h"
#include "core/import/pair_row.h"
#include "core/scheme_private.h"

static const char *const people_others[] = {"person_id",  "scheme_id",	      "own_key",
					    "is_mentor",  "is_mentee",	      "is_coach",
					    "is_coachee", "last_name_before", "last_name_after",
					    "ready_aim",  "ready_time",	      "qualification",
					    "qualification_level", "qualification_body", "qualification_on",
					    "qualification_expires", "training", "training_on", "training_expires",
					    "check", "check_on", "check_expires", "reference", "reference_on",
					    "reference_expires", "programme", "cohort", "areas",
					    "programme_capacity", "programme_applied_on", "manager_name",
					    "name_last_first", NULL};
static const char *const people_naming[] = {"name", "first_name", "last_name", "email", NULL};

static const char *const no_others[] = {NULL};
/* Of a list with a column for each: in that of a row for each "Training" is what the row is about. */
static const char *const credential_others[] = {"training", "training_on", "training_expires", "qualification",
						"qualification_level", "qualification_body", "qualification_on",
						"qualification_expires", "check", "check_on", "check_expires",
						"reference", "reference_on", "reference_expires", NULL};
static const char *const guide_naming[] = {"guide", "guide_email", "guide_first_name", "guide_last_name",
					   "guide_phone", "pair", NULL};
static const char *const learner_naming[] = {"learner", "learner_email", "learner_first_name", "learner_last_name",
					     "learner_phone", "pair", NULL};

const struct ch_choice ch_import_kinds[] = {
	{"", ""},
#define X(name, code, label) {code, label},
	CH_IMPORT_KINDS(X)
#undef X
	{0},
};

/* What to do where no heading is known. */
#define NAMED_BY(options)                                                                                              \
	N_(CH_WAY "if the headings are in another row: --header-row N; if this is the right file: " options CH_KEY     \
		  KEY_(OPEN) " below on the row of headings, or on a column, says what it is")

/* Whose rows are of two people, or of one. */
#define OF_TWO(noun_, entity_)                                                                                         \
	{                                                                                                              \
		.noun = noun_, .entity = &entity_, .others = no_others, .naming = {guide_naming, learner_naming},      \
		.lacking = N_("mentors and another with their mentees"),                                               \
		.fix = NAMED_BY("--map 'Heading=guide_email' --map 'Heading=learner_email'"),                          \
	}
#define OF_ONE(noun_, entity_, others_)                                                                                \
	{                                                                                                              \
		.noun = noun_, .entity = &entity_, .others = others_, .naming = {people_naming},                       \
		.lacking = N_("names or e-mails"),                                                                     \
		.fix = NAMED_BY("--map 'Heading=name'"),                                                               \
	}

static const struct import_kind kinds[] = {
	[CH_IMPORT_PEOPLE] = {.noun = N_("person"),
			      .others = people_others,
			      .naming = {people_naming},
			      .lacking = N_("names or e-mails"),
			      .fix = NAMED_BY("--map 'Heading=name'")},
	[CH_IMPORT_PAIRINGS] = OF_TWO(N_("pairing"), pairing_row_entity),
	[CH_IMPORT_SESSIONS] = OF_TWO(N_("session"), session_row_entity),
	[CH_IMPORT_ENROLMENTS] = OF_ONE(N_("enrolment"), enrolment_row_entity, no_others),
	[CH_IMPORT_CREDENTIALS] = OF_ONE(N_("credential"), credential_row_entity, credential_others),
	[CH_IMPORT_ACTIONS] = OF_TWO(N_("action"), action_row_entity),
	[CH_IMPORT_FEEDBACK] = OF_ONE(N_("feedback"), feedback_row_entity, no_others),
};

const struct import_kind *import_kind_of(enum ch_import_kind kind)
{
	return &kinds[kind];
}

enum ch_import_kind import_kind_number(const struct import_kind *kind)
{
	return (enum ch_import_kind)(kind - kinds);
}

const char *import_kind_code(const struct import_kind *kind)
{
	return ch_import_kinds[import_kind_number(kind) + 1].code;
}

static bool is_in(const char *const *list, const char *field)
{
	for (; list && field && *list; list++)
		if (strcmp(*list, field) == 0)
			return true;
	return false;
}

const struct ch_entity *import_kind_entity(const struct import_kind *kind)
{
	return kind->entity ? kind->entity : ch_entity_of(CH_PERSON);
}

bool import_kind_knows(const struct import_kind *kind, const char *field)
{
	if (strcmp(field, "-wording") == 0 || strcmp(field, "-counted") == 0)
		return kind->entity != NULL;
	if (strcmp(field, "-tally") == 0) /* of a pairing the number is kept */
		return kind->entity != NULL && ch_field_named(kind->entity, "sessions_so_far") == NULL;
	if (kind->others == credential_others && is_in(kind->others, field))
		return strncmp(field, "check", 5) == 0 || strncmp(field, "reference", 9) == 0;
	return *field == '-' || is_in(kind->others, field) || ch_field_named(import_kind_entity(kind), field);
}

bool import_kind_takes(const struct import_kind *kind, const char *field)
{
	const struct ch_field *found = ch_field_named(import_kind_entity(kind), field);

	if (is_in(kind->others, field))
		return true;
	return found && found->type != CH_TYPE_ID && !(found->flags & (CH_FIELD_KEPT | CH_FIELD_HIDDEN));
}

bool import_kind_is_named(const struct import_kind *kind, const char *const *fields, size_t count)
{
	for (size_t list = 0; list < sizeof(kind->naming) / sizeof(*kind->naming); list++) {
		bool found = kind->naming[list] == NULL;

		for (size_t i = 0; i < count && !found; i++)
			found = is_in(kind->naming[list], fields[i]);
		if (!found)
			return false;
	}
	return true;
}

bool import_kind_repeats(const struct import_kind *kind, const char *field)
{
	static const char *const of_people[] = {"roles", "offers", "seeks", "languages", "phone", "notes", NULL};

	if (kind == import_kind_of(CH_IMPORT_PAIRINGS))
		return strcmp(field, "learner") == 0;
	return kind == import_kind_of(CH_IMPORT_PEOPLE) && is_in(of_people, field);
}

bool import_kind_is_naming(const struct import_kind *kind, const char *field)
{
	for (size_t list = 0; list < sizeof(kind->naming) / sizeof(*kind->naming); list++)
		if (is_in(kind->naming[list], field))
			return true;
	return false;
}

const char *import_kind_address_of(const struct import_kind *kind, const char *field)
{
	if (kind->naming[1] == NULL)
		return NULL;
	if (is_in(kind->naming[0], field) && is_in(kind->naming[1], field))
		return NULL;
	if (is_in(kind->naming[0], field))
		return "guide_email";
	return is_in(kind->naming[1], field) ? "learner_email" : NULL;
}

const struct ch_field *import_kind_beside(const struct import_kind *kind, const char *code)
{
	static const struct {
		const char *code;
		enum ch_entity_id entity;
		const char *field;
	} beside[] = {
		{"qualification_level", CH_CREDENTIAL, "level"},
		{"qualification_body", CH_CREDENTIAL, "body"},
		{"qualification_on", CH_CREDENTIAL, "awarded_on"},
		{"qualification_expires", CH_CREDENTIAL, "expires_on"},
		{"training_on", CH_CREDENTIAL, "awarded_on"},
		{"training_expires", CH_CREDENTIAL, "expires_on"},
		{"check_on", CH_CREDENTIAL, "awarded_on"},
		{"check_expires", CH_CREDENTIAL, "expires_on"},
		{"reference_on", CH_CREDENTIAL, "awarded_on"},
		{"reference_expires", CH_CREDENTIAL, "expires_on"},
		{"programme_capacity", CH_ENROLMENT, "capacity"},
		{"programme_applied_on", CH_ENROLMENT, "applied_on"},
	};

	for (size_t i = 0; is_in(kind->others, code) && i < sizeof(beside) / sizeof(beside[0]); i++)
		if (strcmp(beside[i].code, code) == 0)
			return ch_field_named(ch_entity_of(beside[i].entity), beside[i].field);
	return NULL;
}

const char *import_kind_label(const struct import_kind *kind, const char *code)
{
	static const struct ch_import_field others[] = {
		{"person_id", N_("number in this scheme")},
		{"scheme_id", N_("the scheme's own mark")},
		{"own_key", N_("the list's own key")},
		{"is_mentor", N_("mentor: yes or no")},
		{"is_mentee", N_("mentee: yes or no")},
		{"is_coach", N_("coach: yes or no")},
		{"is_coachee", N_("coachee: yes or no")},
		{"last_name_before", N_("before the last name")},
		{"last_name_after", N_("after the last name")},
		{"name_last_first", N_("name, last name first")},
		{"ready_aim", N_("ready: knows what they want")},
		{"ready_time", N_("ready: can commit the time")},
		{"qualification", N_("qualification held")},
		{"qualification_level", N_("level of the qualification")},
		{"qualification_body", N_("body that gave the qualification")},
		{"qualification_on", N_("qualified on")},
		{"qualification_expires", N_("qualification expires on")},
		{"training", N_("training done")},
		{"training_on", N_("trained on")},
		{"training_expires", N_("training expires on")},
		{"check", N_("background check")},
		{"check_on", N_("checked on")},
		{"check_expires", N_("check expires on")},
		{"reference", N_("reference taken up")},
		{"reference_on", N_("reference given on")},
		{"reference_expires", N_("reference expires on")},
		{"programme", N_("programme to enrol in")},
		{"cohort", N_("cohort in the programme")},
		{"areas", N_("areas that mentors and coaches offer, and mentees and coachees seek")},
		{"programme_capacity", N_("places in the programme")},
		{"programme_applied_on", N_("day of applying to the programme")},
		{"manager_name", N_("line manager's name")},
	};
	const struct ch_field *field = ch_field_named(import_kind_entity(kind), code);

	for (size_t i = 0; !field && i < sizeof(others) / sizeof(*others); i++)
		if (strcmp(others[i].code, code) == 0)
			return others[i].label;
	return field ? field->label : code;
}

const struct ch_choice *ch_import_choices(enum ch_import_kind kind, const char *code)
{
	const struct ch_field *field = code ? ch_field_named(import_kind_entity(import_kind_of(kind)), code) : NULL;

	return field ? field->choices : NULL;
}

/* What a field of the scheme's own, or a new one, is called. */
static const struct ch_import_field new_fields[] = {
	{"custom", N_("a new field of your own")},
	{"custom:text", N_("a new field: text")},
	{"custom:number", N_("a new field: whole number")},
	{"custom:date", N_("a new field: date")},
	{"custom:yes_no", N_("a new field: yes or no")},
	{"custom:choice", N_("a new field: choice")},
};

static size_t add_custom(struct ch_context *c, enum ch_import_kind kind, struct ch_import_field *list,
			 struct ch_arena *arena)
{
	struct import_customs customs = {.make_unknown = false};
	struct ch_error ignored = CH_NO_ERROR;
	size_t count = 0;

	if (import_customs_read(c->scheme->db, kind, arena, &customs, &ignored) != CH_OK)
		return 0;
	for (size_t i = 0; i < customs.people.count; i++)
		list[count++] = (struct ch_import_field){customs.people.list[i].key,
							 ch_text_safe(arena, customs.people.list[i].name)};
	for (size_t i = 0; i < customs.enrolments.count; i++)
		list[count++] = (struct ch_import_field){
			ch_arena_printf(arena, "enrolment.%s", customs.enrolments.list[i].key),
			ch_text_safe(arena, customs.enrolments.list[i].name)};
	for (size_t i = 0; i < sizeof(new_fields) / sizeof(new_fields[0]); i++)
		list[count++] = new_fields[i];
	return count;
}

size_t ch_import_fields(struct ch_context *c, enum ch_import_kind kind, struct ch_arena *arena,
			const struct ch_import_field **fields)
{
	const struct import_kind *of = import_kind_of(kind);
	const struct ch_entity *entity = import_kind_entity(of);
	size_t others = 0, count = 0, most = 2 * CH_CUSTOM_MOST + sizeof(new_fields) / sizeof(new_fields[0]);

	while (of->others[others])
		others++;
	struct ch_import_field *list = ch_arena_array(arena, entity->field_count + others + most, sizeof(*list));
	for (size_t i = 0; i < entity->field_count; i++)
		if (import_kind_takes(of, entity->fields[i].key) && !is_in(of->others, entity->fields[i].key))
			list[count++] = (struct ch_import_field){entity->fields[i].key, entity->fields[i].label};
	for (size_t i = 0; i < others; i++)
		list[count++] = (struct ch_import_field){of->others[i], import_kind_label(of, of->others[i])};
	if (c != NULL && c->scheme != NULL && import_kind_has_customs(kind))
		count += add_custom(c, kind, list + count, arena);
	*fields = list;
	return count;
}

const char *ch_import_field_called(enum ch_import_kind kind, const char *words)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct import_lexicon lexicon;
	const struct ch_import_field *fields;
	const char *code = NULL;

	import_lexicon_read(&lexicon, NULL, &arena);
	lexicon.kind = import_kind_of(kind);
	struct import_meaning meaning = import_lexicon_find(&lexicon, words);

	for (size_t i = 0, count = ch_import_fields(NULL, kind, &arena, &fields); i < count && code == NULL; i++)
		if (meaning.certainty == IMPORT_BY_NAME && strcmp(fields[i].code, meaning.field) == 0)
			code = fields[i].code;
	ch_arena_release(&arena);
	return code;
}
