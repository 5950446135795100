/* The scheme: its name, its copies (R82), and what it shows instead of mentor, mentee, coach and coachee (R27). */
#include "tui/screens/screens.h"
#include "tui/widgets/record_form.h"

enum { THE_SCHEME = 1 };

static enum ch_status read_scheme(const struct desk *desk, int64_t id, struct ch_arena *arena, void *record,
				  struct ch_error *err)
{
	(void)id;
	return ch_scheme_settings_get(desk->c, arena, record, err);
}

static enum ch_status save_words(struct app *app, void *record, void *data, struct ch_error *err)
{
	(void)data;
	if (ch_scheme_settings_set(desk_of(app)->c, record, err) == CH_OK)
		desk_done(app, CH_OK, err, "%s", _("Saved; screens and texts have these words now"));
	return err->status;
}

static const char *const keys[] = {"name",	   "backup_place", "keep_months", "shown_mentor",  "shown_mentors",
				   "shown_mentee", "shown_mentees", "shown_coach",   "shown_coaches",
				   "shown_coachee", "shown_coachees", NULL};

static const struct record_form_spec spec = {
	.entity = CH_SCHEME, .title = N_("The scheme and its words"),
	.keys = keys, .read = read_scheme, .save = save_words};

void role_words_open(struct app *app)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_scheme_settings settings;

	if (read_scheme(desk_of(app), THE_SCHEME, &arena, &settings, &err) == CH_OK)
		record_form_open(app, &spec, &settings, NULL);
	else
		desk_say_error(app, &err);
	ch_arena_release(&arena);
}
