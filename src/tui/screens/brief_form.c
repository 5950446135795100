/* The brief on the learner's context (R37), and what three agree in coaching (R60). */
#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/widgets/form_draft.h"
#include "tui/screens/matters.h"
#include "tui/screens/screen_pairing_parts.h"

struct brief_form {
	const struct desk *desk;
	int64_t pairing_id;
	struct ch_arena arena;
};

static void close_form(void *data)
{
	struct brief_form *own = data;

	ch_arena_release(&own->arena);
	free(own);
}

static struct brief_form *make(struct app *app, int64_t pairing_id)
{
	struct brief_form *own = calloc(1, sizeof(*own));

	if (own == NULL)
		ch_abort("out of memory");
	*own = (struct brief_form){.desk = desk_of(app), .pairing_id = pairing_id, .arena = CH_ARENA_EMPTY};
	return own;
}

static void open_form(struct app *app, const struct form_ops *ops, struct brief_form *own, const char *title,
		      const char *name, const struct form_field *fields, size_t count)
{
	struct form *form = form_new(ops, own, title, own->desk->today, fields, count);

	form_draft_keep_as(app, form, name, own->pairing_id,
			   desk_pair_name(own->desk, own->pairing_id, &own->arena));
	form_open(app, form);
}

/* ---- The brief ---- */

static enum ch_status brief_save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	const struct brief_form *own = data;

	if (ch_brief_write(own->desk->c, own->pairing_id, form_value(form, "brief"), err) == CH_OK)
		desk_done(app, CH_OK, err, "%s", _("The brief is written; " KEY_(MORE) " has that it was read"));
	return err->status;
}

static const struct form_ops brief_ops = {.save = brief_save, .close = close_form};

void brief_form_open(struct app *app, int64_t pairing_id)
{
	static const struct form_field fields[] = {
		{.key = "brief",
		 .label = N_("Brief"),
		 .help = N_("What to know of their context before the first session; only the two read it"),
		 .type = CH_TYPE_LINES,
		 .required = true,
		 .wording = true},
	};

	if (desk_of(app)->settings.notes == CH_NOTES_OFF)
		app_say(app, "%s", _("This scheme stores no wording, only facts"));
	else
		open_form(app, &brief_ops, make(app, pairing_id), _("Brief"), "brief.write", fields, 1);
}

/* ---- What three agree ---- */

static bool said(const struct form *form, struct ch_arena *arena, const char *who)
{
	struct ch_terms terms = ch_terms_split(arena, form_value(form, "agreed"));

	for (size_t i = 0; i < terms.count; i++)
		if (strcmp(terms.terms[i], who) == 0)
			return true;
	return false;
}

static enum ch_status three_save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	struct brief_form *own = data;
	const struct ch_choice *hows = ch_field_named(ch_entity_of(CH_ANSWER), "how")->choices;
	int how = ch_choice_find(hows, form_value(form, "how"));
	const char *words = form_value(form, "words"), *told;
	struct ch_three_way given = {.guide = said(form, &own->arena, "guide"),
				     .learner = said(form, &own->arena, "learner"),
				     .manager = said(form, &own->arena, "manager"),
				     .how = how > 0 ? how : CH_NO_HOW,
				     .on = CH_NO_DATE};

	if (form_day(form, "on", &given.on, err) != CH_OK)
		return err->status;
	if (ch_pairing_three_way(own->desk->c, own->pairing_id, &given, *words != '\0' ? words : NULL, err) != CH_OK) {
		desk_tell_rule(err);
		return err->status;
	}
	if (ch_three_way_told(own->desk->c, own->pairing_id, &own->arena, &told, err) != CH_OK)
		return err->status;
	if (told != NULL)
		desk_done(app, CH_OK, err, _("Recorded. Each one's yes: %s"), told);
	else
		desk_done(app, CH_OK, err, "%s", _("What three agree is recorded"));
	return CH_OK;
}

static const struct form_ops three_ops = {.save = three_save, .close = close_form};

/* "Jo Tull (coachee)"; the role alone where nobody is on record. */
static const char *of_three(struct brief_form *own, int64_t person_id, const char *role)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_person person;

	if (person_id == 0 || ch_person_get(own->desk->c, person_id, &own->arena, &person, &ignored) != CH_OK)
		return role;
	return ch_arena_printf(&own->arena, "%s (%s)", person.name, role);
}

static int64_t manager_of(struct brief_form *own, int64_t person_id)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_person person;

	return ch_person_get(own->desk->c, person_id, &own->arena, &person, &ignored) == CH_OK ? person.manager_id : 0;
}

/* Whose yes the actor may record: a coachee only their own. */
static const struct ch_choice *whose(struct brief_form *own)
{
	const char *coach = pairing_role_words(_("mentor or coach"), CH_KIND_COACHING, &own->arena);
	const char *coachee = pairing_role_words(_("mentee or coachee"), CH_KIND_COACHING, &own->arena);
	struct ch_choice *three = ch_arena_array(&own->arena, 5, sizeof(*three));
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_pairing pairing = {.pairing_id = 0};
	size_t count = 0;

	ch_pairing_get(own->desk->c, own->pairing_id, &own->arena, &pairing, &ignored);
	bool own_only = pairing.pairing_id != 0 && pairing.learner_id == own->desk->c->actor.person_id;

	three[count++] = (struct ch_choice){"", ""};
	if (!own_only)
		three[count++] = (struct ch_choice){"guide", of_three(own, pairing.guide_id, coach)};
	three[count++] = (struct ch_choice){"learner", of_three(own, pairing.learner_id, coachee)};
	if (!own_only)
		three[count++] = (struct ch_choice){
			"manager", of_three(own, manager_of(own, pairing.learner_id), _("line manager"))};
	three[count] = (struct ch_choice){NULL, NULL};
	return three;
}

/* With who has said so already. */
static const char *agreed_help(struct brief_form *own)
{
	const char *help = _("Who agrees; each one's yes may be recorded on its own"), *told = NULL;
	struct ch_error ignored = CH_NO_ERROR;

	ch_three_way_told(own->desk->c, own->pairing_id, &own->arena, &told, &ignored);
	return told == NULL ? help : ch_arena_printf(&own->arena, _("%s. So far: %s"), help, told);
}

void three_way_form_open(struct app *app, int64_t pairing_id)
{
	struct brief_form *own = make(app, pairing_id);
	const struct form_field fields[] = {
		{.key = "agreed",
		 .label = N_("Said yes"),
		 .help = agreed_help(own),
		 .type = CH_TYPE_CHOICES,
		 .choices = whose(own),
		 .own_choices = true},
		{.key = "how",
		 .label = N_("How"),
		 .help = N_("How they said it; your own yes is said at your desk"),
		 .type = CH_TYPE_CHOICE,
		 .choices = choices_of_how},
		{.key = "on",
		 .label = N_("On"),
		 .help = N_("The day they said so; empty: today"),
		 .type = CH_TYPE_DATE},
		{.key = "words",
		 .label = N_("What"),
		 .help = N_("What is aimed at, and what may be shared; empty: as it was. Only the two are shown it"),
		 .type = CH_TYPE_LINES,
		 .wording = true},
	};
	bool words = desk_of(app)->settings.notes != CH_NOTES_OFF;

	open_form(app, &three_ops, own, _("Agreed by three"), "pairing.three_way", fields,
		  words ? 4 : 3);
}
