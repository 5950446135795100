#include "tui/screens/person_form.h"

#include <stdlib.h>
#include <string.h>

#include "tui/widgets/record_form.h"

/* ---- A person ---- */

struct adding {
	struct list *in;
	char *namesake; /* the name that somebody has already, once that was said; NULL */
};

static enum ch_status read_person(const struct desk *desk, int64_t id, struct ch_arena *arena, void *record,
				  struct ch_error *err)
{
	return ch_person_get(desk->c, id, arena, record, err);
}

static enum ch_status save_person(struct app *app, void *record, void *data, struct ch_error *err)
{
	struct ch_person *person = record;

	(void)data;
	if (ch_person_set(desk_of(app)->c, person, err) != CH_OK)
		return err->status;
	app_changed(app);
	app_say(app, _("%s is saved"), person->name);
	return CH_OK;
}

/* What tells a person from a namesake, as "ann@example.org, Finance". */
static void add_marks(const struct ch_person *person, struct ch_buffer *out)
{
	ch_buffer_add(out, person->email != NULL ? person->email : _("no e-mail"));
	if (person->department != NULL)
		ch_buffer_printf(out, ", %s", person->department);
}

/* Somebody whose name is the same, capitals aside; 0: nobody. */
static int64_t namesake_of(struct ch_context *c, const char *name, struct ch_arena *arena, struct ch_person *found)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_list_query query = {.list = CH_LIST_PEOPLE, .limit = 20};
	struct ch_grid grid;

	query.filter = ch_arena_printf(arena, "name:\"%.*s\"", (int)strcspn(name, "\""), name);
	if (ch_list_fetch(c, &query, arena, &grid, &ignored) != CH_OK)
		return 0;
	for (size_t i = 0; i < grid.row_count; i++)
		if (ch_person_get(c, grid.rows[i].id, arena, found, &ignored) == CH_OK &&
		    strcmp(ch_text_fold(arena, found->name), ch_text_fold(arena, name)) == 0)
			return found->person_id;
	return 0;
}

/* Refuses a namesake once; saving the same name again adds them. */
static enum ch_status check_namesake(struct ch_context *c, const char *name, struct adding *adding,
				     struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_buffer marks = CH_BUFFER_EMPTY;
	struct ch_person other;

	if (adding->namesake == NULL || strcmp(adding->namesake, name) != 0) {
		if (namesake_of(c, name, &arena, &other) != 0) {
			free(adding->namesake);
			adding->namesake = strdup(name);
			add_marks(&other, &marks);
			ch_fail_field(err, "name", _("There is a %s already (%s)"), other.name, marks.text);
			ch_error_fix(err, _("If this is somebody else of that name, save again"));
		}
	}
	ch_buffer_release(&marks);
	ch_arena_release(&arena);
	return err->status;
}

static enum ch_status save_new_person(struct app *app, void *record, void *data, struct ch_error *err)
{
	struct ch_context *c = desk_of(app)->c;
	struct ch_person *person = record;
	struct adding *adding = data;

	if (check_namesake(c, person->name, adding, err) != CH_OK || ch_person_add(c, person, err) != CH_OK)
		return err->status;
	app_changed(app);
	if (adding->in != NULL)
		list_go_to_id(adding->in, person->person_id);
	app_say(app, _("%s is added, as person %lld"), person->name, (long long)person->person_id);
	return CH_OK;
}

static void free_adding(void *data)
{
	struct adding *adding = data;

	free(adding->namesake);
	free(adding);
}

static const struct record_form_spec adding_form = {
	.entity = CH_PERSON,
	.title = N_("Add a person"),
	.adding = true,
	.save = save_new_person,
	.close = free_adding,
};

static const struct record_form_spec editing_form = {
	.entity = CH_PERSON,
	.title = N_("Edit a person"),
	.read = read_person,
	.save = save_person,
};

void person_form_add(struct app *app, struct list *in)
{
	struct adding *adding = calloc(1, sizeof(*adding));
	struct ch_person person;

	if (adding == NULL)
		ch_abort("out of memory");
	adding->in = in;
	ch_record_start(ch_entity_of(CH_PERSON), &person);
	record_form_open(app, &adding_form, &person, adding);
}

void person_form_edit(struct app *app, int64_t person_id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_person person;

	if (ch_person_get(desk_of(app)->c, person_id, &arena, &person, &err) == CH_OK)
		record_form_open(app, &editing_form, &person, NULL);
	else
		desk_say_error(app, &err);
	ch_arena_release(&arena);
}

/* ---- Several people ---- */

static enum ch_status begin_person(struct ch_context *c, int64_t id, struct ch_arena *arena, void *record,
				   struct ch_error *err)
{
	return ch_person_get(c, id, arena, record, err);
}

static enum ch_status set_person(struct ch_context *c, void *record, struct ch_error *err)
{
	return ch_person_set(c, record, err);
}

static const char *const ones_own[] = {"name",	  "first_name",	  "last_name", "pronouns", "email", "phone", "offers",
				       "seeks",	  "left_on",	  NULL};

static const struct record_forms_spec editing_people = {
	.form = {.entity = CH_PERSON, .draft = "person.edit_marked", .apart = ones_own},
	.title = N_("Edit people"),
	.done = N_("changed"),
	.of = CH_PERSON,
	.begin = begin_person,
	.save = set_person,
};

void person_form_edit_all(struct app *app, const int64_t *ids, size_t count)
{
	record_form_open_all(app, &editing_people, ids, count);
}

/* ---- An enrolment ---- */

static enum ch_status read_enrolment(const struct desk *desk, int64_t id, struct ch_arena *arena, void *record,
				     struct ch_error *err)
{
	return ch_enrolment_get(desk->c, id, arena, record, err);
}

/* What is said of a saved enrolment. */
static const char *advice_of(const struct ch_enrolment *enrolment)
{
	switch (ch_intake_otherwise(enrolment)) {
	case CH_KIND_COACHING:
		return _("The enrolment is saved. The reasons to join rather suggest coaching");
	case CH_KIND_MENTORING:
		return _("The enrolment is saved. The reasons to join rather suggest mentoring");
	default:
		return _("The enrolment is saved");
	}
}

static enum ch_status save_enrolment(struct app *app, void *record, void *data, struct ch_error *err)
{
	(void)data;
	if (ch_enrolment_set(desk_of(app)->c, record, err) != CH_OK)
		return err->status;
	app_changed(app);
	app_say(app, "%s", advice_of(record));
	return CH_OK;
}

/* Where it is not said, in the role of theirs that the programme has. */
static enum ch_status add_enrolment(struct ch_context *c, void *record, struct ch_error *err)
{
	struct ch_enrolment *enrolment = record;

	if (enrolment->role == CH_NO_ROLE && ch_enrolment_usual_role(c, enrolment->person_id, enrolment->programme_id,
								     &enrolment->role, err) != CH_OK)
		return err->status;
	return ch_enrolment_add(c, enrolment, err);
}

static enum ch_status save_new_enrolment(struct app *app, void *record, void *data, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_enrolment *enrolment = record;

	(void)data;
	if (add_enrolment(desk_of(app)->c, enrolment, err) != CH_OK)
		return err->status;
	app_changed(app);
	app_say(app, _("%s is enrolled in %s"), desk_name(desk_of(app), CH_PERSON, enrolment->person_id, &arena),
		desk_name(desk_of(app), CH_PROGRAMME, enrolment->programme_id, &arena));
	desk_point_out(app, CH_AT_ENROLMENT, enrolment->enrolment_id);
	ch_arena_release(&arena);
	return CH_OK;
}

static const char *const adding_keys[] = {"programme_id", "role", "state", "cohort_id", "applied_on", "capacity",
					  "intake_reasons", "notes", NULL};

static const struct record_form_spec adding_enrolment = {
	.entity = CH_ENROLMENT,
	.title = N_("Enrol a person"),
	.adding = true,
	.about = "person_id",
	.keys = adding_keys,
	.own = true,
	.left_open = "role",
	.left_open_help = N_("Empty: the role of theirs that the programme has"),
	.save = save_new_enrolment,
};

static const struct record_form_spec editing_enrolment = {
	.entity = CH_ENROLMENT,
	.title = N_("Edit an enrolment"),
	.read = read_enrolment,
	.save = save_enrolment,
};

/* The one programme there is, where there is one; else 0. */
static int64_t only_programme(struct ch_context *c, struct ch_arena *arena)
{
	struct ch_list_query query = {.list = CH_LIST_PROGRAMMES, .filter = "-state:closed", .limit = 2};
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_grid grid;

	return ch_list_fetch(c, &query, arena, &grid, &ignored) == CH_OK && grid.row_count == 1 ? grid.rows[0].id : 0;
}

void enrolment_form_add(struct app *app, int64_t person_id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_context *c = desk_of(app)->c;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_enrolment enrolment;

	ch_record_start(ch_entity_of(CH_ENROLMENT), &enrolment);
	enrolment.person_id = person_id;
	enrolment.programme_id = only_programme(c, &arena);
	if (enrolment.programme_id == 0 || ch_enrolment_usual_role(c, person_id, enrolment.programme_id,
								   &enrolment.role, &ignored) != CH_OK)
		enrolment.role = CH_NO_ROLE;
	record_form_open(app, &adding_enrolment, &enrolment, NULL);
	ch_arena_release(&arena);
}

void enrolment_form_edit(struct app *app, int64_t enrolment_id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_enrolment enrolment;

	if (ch_enrolment_get(desk_of(app)->c, enrolment_id, &arena, &enrolment, &err) == CH_OK)
		record_form_open(app, &editing_enrolment, &enrolment, NULL);
	else
		desk_say_error(app, &err);
	ch_arena_release(&arena);
}

/* ---- Several enrolments ---- */

static enum ch_status begin_new_enrolment(struct ch_context *c, int64_t person_id, struct ch_arena *arena,
					  void *record, struct ch_error *err)
{
	struct ch_enrolment *enrolment = record;

	(void)err;
	ch_record_start(ch_entity_of(CH_ENROLMENT), enrolment);
	enrolment->person_id = person_id;
	enrolment->programme_id = only_programme(c, arena);
	return CH_OK;
}

static enum ch_status begin_enrolment(struct ch_context *c, int64_t id, struct ch_arena *arena, void *record,
				      struct ch_error *err)
{
	return ch_enrolment_get(c, id, arena, record, err);
}

static enum ch_status set_enrolment(struct ch_context *c, void *record, struct ch_error *err)
{
	return ch_enrolment_set(c, record, err);
}

/* Of several each takes part as their own role says; what is chosen is of those who may be either, or have none. */
static enum ch_status add_in_own_role(struct ch_context *c, void *record, struct ch_error *err)
{
	struct ch_enrolment *enrolment = record;
	int chosen = enrolment->role;

	if (ch_enrolment_usual_role(c, enrolment->person_id, enrolment->programme_id, &enrolment->role, err) != CH_OK) {
		if (chosen == CH_NO_ROLE)
			return err->status;
		*err = CH_NO_ERROR;
		enrolment->role = chosen;
	}
	return ch_enrolment_add(c, enrolment, err);
}

static const char *either_label(const struct desk *desk, const void *record, const struct ch_field *field,
				struct ch_arena *arena)
{
	(void)desk, (void)record, (void)arena;
	return strcmp(field->key, "role") == 0 ? _("Role of who may be either") : NULL;
}

static const struct record_forms_spec adding_enrolments = {
	.form = {.entity = CH_ENROLMENT,
		 .adding = true,
		 .draft = "enrolment.add_marked",
		 .keys = adding_keys,
		 .own = true,
		 .left_open = "role",
		 .left_open_help = N_("Empty: each in the role of theirs that the programme has")},
	.title = N_("Enrol people"),
	.done = N_("enrolled"),
	.of = CH_PERSON,
	.begin = begin_new_enrolment,
	.save = add_in_own_role,
};

/* Where some of them may be either: their role is asked, once for all of these. */
static const struct record_forms_spec adding_either = {
	.form = {.entity = CH_ENROLMENT,
		 .adding = true,
		 .draft = "enrolment.add_marked",
		 .keys = adding_keys,
		 .own = true,
		 .label = either_label},
	.title = N_("Enrol people"),
	.done = N_("enrolled"),
	.of = CH_PERSON,
	.begin = begin_new_enrolment,
	.save = add_in_own_role,
};

static const struct record_forms_spec editing_enrolments = {
	.form = {.entity = CH_ENROLMENT, .draft = "enrolment.edit_marked"},
	.title = N_("Edit enrolments"),
	.done = N_("changed"),
	.of = CH_ENROLMENT,
	.begin = begin_enrolment,
	.save = set_enrolment,
};

/* Whether one of them is on both sides of a kind, or on none. */
static bool some_may_be_either(struct ch_context *c, const int64_t *ids, size_t count)
{
	const int mentoring = 1 << CH_ROLE_MENTOR | 1 << CH_ROLE_MENTEE;
	const int coaching = 1 << CH_ROLE_COACH | 1 << CH_ROLE_COACHEE;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_person person;
	bool some = false;

	for (size_t i = 0; i < count && !some; i++) {
		some = ch_person_get(c, ids[i], &arena, &person, &ignored) == CH_OK &&
		       (person.roles == 0 || (person.roles & mentoring) == mentoring ||
			(person.roles & coaching) == coaching);
		ch_arena_reset(&arena);
	}
	ch_arena_release(&arena);
	return some;
}

void enrolment_form_add_all(struct app *app, const int64_t *ids, size_t count)
{
	record_form_open_all(app, some_may_be_either(desk_of(app)->c, ids, count) ? &adding_either : &adding_enrolments,
			     ids, count);
}

void enrolment_form_edit_all(struct app *app, const int64_t *ids, size_t count)
{
	record_form_open_all(app, &editing_enrolments, ids, count);
}
