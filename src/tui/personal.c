/* The form's fields and choices are made from the table of preferences; saving writes only what differs. */
#include "tui/personal.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "tui/desk.h"
#include "tui/widgets/form.h"
#include "tui/widgets/form_draft.h"

enum { CHOICES_MAX = 8 };

void personal_read(struct personal *personal, const char *path, bool plain)
{
	personal->path = path;
	personal->plain = plain;
	ch_preferences_read(&personal->preferences, path);
	look_read(&personal->look, &personal->preferences, plain);
	keymap_read(&personal->keymap, &personal->preferences);
}

void personal_release(struct personal *personal)
{
	ch_preferences_release(&personal->preferences);
}

/* After the file was written: all of it again, and the screen with it. */
static void read_again(struct app *app, struct personal *personal)
{
	personal_release(personal);
	personal_read(personal, personal->path, personal->plain);
	app->look_changed = true;
}

void personal_say_complaints(struct app *app, const struct personal *personal)
{
	const struct ch_preferences *preferences = &personal->preferences;

	if (preferences->complaint_count == 1)
		app_say(app, "! %s", preferences->complaints[0]);
	else if (preferences->complaint_count > 1)
		app_say(app, _("! %s (and %zu more)"), preferences->complaints[0],
			preferences->complaint_count - 1);
}

/* ---- The form -------------------------------------------------------------------- */

/* Lives as long as the form. */
struct preference_form {
	struct ch_arena arena;
	struct form_field fields[CH_PREFERENCE_COUNT];
	struct ch_choice choices[CH_PREFERENCE_COUNT][CHOICES_MAX + 2];
};

static void add_choice(struct preference_form *own, int which, size_t *count, const char *word)
{
	if (*count <= CHOICES_MAX)
		own->choices[which][(*count)++] = (struct ch_choice){.code = word, .label = word};
}

static void make_choices(struct preference_form *own, int which, const char *allowed)
{
	size_t count = 0;

	add_choice(own, which, &count, "");
	for (const char *at = allowed; *at != '\0'; at += strspn(at, " ")) {
		size_t length = strcspn(at, " ");

		add_choice(own, which, &count, ch_arena_copy_bytes(&own->arena, at, length));
		at += length;
	}
	own->choices[which][count] = (struct ch_choice){.code = NULL};
}

static void make_field(struct preference_form *own, int which)
{
	const struct ch_preference_info *info = ch_preference_info((enum ch_preference)which);
	struct form_field *field = &own->fields[which];

	*field = (struct form_field){.key = info->key, .label = info->label, .help = info->help, .type = CH_TYPE_TEXT,
				      .typed_over = true};
	if (strcmp(info->allowed, "THEME") == 0 || isdigit((unsigned char)*info->allowed))
		return;
	field->type = CH_TYPE_CHOICE;
	field->choices = own->choices[which];
	make_choices(own, which, info->allowed);
}

/* Does it with what differs, until one is refused: the message then stands under its field. */
static enum ch_status each_that_differs(const struct form *form, const struct ch_preferences *preferences,
					enum ch_status (*act)(const struct ch_preferences *, enum ch_preference,
							      const char *, struct ch_error *),
					struct ch_error *err)
{
	for (int i = 0; i < CH_PREFERENCE_COUNT; i++) {
		const char *key = ch_preference_info((enum ch_preference)i)->key, *value = form_value(form, key);

		if (strcmp(value, preferences->value[i]) == 0 ||
		    act(preferences, (enum ch_preference)i, value, err) == CH_OK)
			continue;
		return ch_error_field(err, key);
	}
	return CH_OK;
}

static enum ch_status save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	struct personal *personal = desk_of(app)->personal;

	(void)data;
	if (each_that_differs(form, &personal->preferences, ch_preference_check, err) != CH_OK ||
	    each_that_differs(form, &personal->preferences, ch_preference_set, err) != CH_OK)
		return err->status;
	read_again(app, personal);
	app_say(app, _("Saved in %s"), personal->preferences.path);
	personal_say_complaints(app, personal);
	return CH_OK;
}

static size_t complete(const struct form *form, void *data, size_t field, const char *prefix, struct ch_arena *arena,
		       const struct form_candidate **candidates)
{
	struct form_candidate *found = ch_arena_array(arena, CHOICES_MAX, sizeof(*found));
	size_t count = 0;
	bool untouched = strcmp(prefix, form->entries[field].was.text) == 0; /* that is no beginning of another */

	(void)data;
	*candidates = found;
	if (strcmp(form->entries[field].field.key, ch_preference_info(CH_PREFERENCE_THEME)->key) != 0)
		return 0;
	for (size_t i = 0; ch_theme_name(i) != NULL && count < CHOICES_MAX; i++)
		if (untouched || strncmp(ch_theme_name(i), prefix, strlen(prefix)) == 0)
			found[count++].text = ch_theme_name(i);
	return count;
}

static void close_form(void *data)
{
	struct preference_form *own = data;

	ch_arena_release(&own->arena);
	free(own);
}

static const struct form_ops preference_form = {.save = save, .complete = complete, .close = close_form};

/* Which coordinator one is, and for what (R83); NULL where nobody is named. */
static const char *who_one_is(struct app *app, struct preference_form *own)
{
	struct ch_context *c = desk_of(app)->c;
	const char *words = c->scheme != NULL ? ch_coordinator_words(c, &own->arena) : "";

	return *words != '\0' ? ch_arena_printf(&own->arena, _("You are %s"), words) : NULL;
}

void personal_open_form(struct app *app, struct screen *screen)
{
	struct preference_form *own = calloc(1, sizeof(*own));
	const struct personal *personal = desk_of(app)->personal;
	struct form *form;

	(void)screen;
	if (own == NULL)
		ch_abort("out of memory");
	for (int i = 0; i < CH_PREFERENCE_COUNT; i++)
		make_field(own, i);
	own->fields[0].heading = who_one_is(app, own);
	form = form_new(&preference_form, own, _("Preferences"), desk_of(app)->today, own->fields,
			CH_PREFERENCE_COUNT);
	for (int i = 0; i < CH_PREFERENCE_COUNT; i++)
		form_set(form, own->fields[i].key, personal->preferences.value[i]);
	form_draft_keep_as(app, form, "preferences", 0, NULL);
	form_open(app, form);
}

void personal_switch_mouse(struct app *app, struct screen *screen)
{
	struct personal *personal = desk_of(app)->personal;
	struct ch_error err = CH_NO_ERROR;
	bool on = !personal->look.mouse;

	(void)screen;
	if (ch_preference_set(&personal->preferences, CH_PREFERENCE_MOUSE, on ? "auto" : "off", &err) != CH_OK) {
		app_say_error(app, &err);
		return;
	}
	read_again(app, personal);
	app_say(app, "%s", personal->look.mouse ? _("The mouse works here: wheel and clicks")
						: _("The mouse is the terminal's again, to select and copy"));
}
