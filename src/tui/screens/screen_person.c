/* One person, with panes; J and K go through the list they were chosen in. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/exchange.h"
#include "chiron/file_out.h"
#include "chiron/leave.h"
#include "tui/widgets/file_write.h"
#include "tui/screens/leave_form.h"
#include "tui/screens/person_form.h"
#include "tui/screens/person_view.h"
#include "tui/screens/screens.h"

struct person_screen {
	struct screen screen;
	struct person_view view;
	enum person_pane pane;
	struct list *in; /* of a screen below; NULL */
	struct file_write writing;
	struct merge_asking merging;
};

static struct person_screen *person_of(const struct screen *screen)
{
	return (struct person_screen *)screen;
}

static void focus_on(struct person_screen *person, enum person_pane pane)
{
	person->pane = pane;
	person->screen.list = person_view_list(&person->view, pane);
}

/* ---- Commands ---- */

static void run_next_pane(struct app *app, struct screen *screen)
{
	(void)app;
	focus_on(person_of(screen), (person_of(screen)->pane + 1) % PERSON_PANES);
}

static void run_previous_pane(struct app *app, struct screen *screen)
{
	(void)app;
	focus_on(person_of(screen), (person_of(screen)->pane + PERSON_PANES - 1) % PERSON_PANES);
}

/* To the person `rows` further in the list they were chosen in. */
static void step(struct app *app, struct person_screen *person, int64_t rows)
{
	list_move(person->in, rows);
	if (list_row(person->in)->id == person->view.person_id)
		app_say(app, "%s", rows > 0 ? _("This is the last person of the list")
					    : _("This is the first person of the list"));
	else
		person_view_load(&person->view, list_row(person->in)->id);
}

static void run_next(struct app *app, struct screen *screen)
{
	step(app, person_of(screen), 1);
}

static void run_previous(struct app *app, struct screen *screen)
{
	step(app, person_of(screen), -1);
}

static bool has_others(const struct app *app, const struct screen *screen)
{
	struct list *in = person_of(screen)->in;

	(void)app;
	return in != NULL && list_row(in) != NULL;
}

static bool on_enrolment(const struct person_screen *person)
{
	return person->pane == PERSON_ENROLMENTS && list_row(person->screen.list) != NULL;
}

/* The pairing in the focus, or the only one there is; 0: none. */
static int64_t pairing_of(const struct person_screen *person)
{
	struct list *pairings = person_view_list((struct person_view *)&person->view, PERSON_PAIRINGS);
	const struct ch_row *row = list_row(pairings);

	return row != NULL && (person->pane == PERSON_PAIRINGS || pairings->count == 1) ? row->id : 0;
}

static void run_edit(struct app *app, struct screen *screen)
{
	struct person_screen *person = person_of(screen);

	if (on_enrolment(person))
		enrolment_form_edit(app, list_row(screen->list)->id);
	else
		person_form_edit(app, person->view.person_id);
}

static bool may_edit(const struct app *app, const struct screen *screen)
{
	return desk_may(desk_of(app),
			on_enrolment(person_of(screen)) ? CH_OP_ENROLMENT_SET : CH_OP_PERSON_SET);
}

static void run_enrol(struct app *app, struct screen *screen)
{
	enrolment_form_add(app, person_of(screen)->view.person_id);
}

static bool may_enrol(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_may(desk_of(app), CH_OP_ENROLMENT_ADD);
}

static void run_open(struct app *app, struct screen *screen)
{
	struct person_screen *person = person_of(screen);

	if (person->pane == PERSON_PAIRINGS)
		pairing_open(app, list_row(screen->list)->id);
	else
		run_edit(app, screen);
}

static bool can_open(const struct app *app, const struct screen *screen)
{
	const struct person_screen *person = person_of(screen);

	if (person->pane == PERSON_FACTS || list_row(screen->list) == NULL)
		return false;
	return person->pane == PERSON_PAIRINGS || may_edit(app, screen);
}

static void run_log(struct app *app, struct screen *screen)
{
	log_open(app, pairing_of(person_of(screen)));
}

static bool may_log(const struct app *app, const struct screen *screen)
{
	return pairing_of(person_of(screen)) != 0 && desk_may(desk_of(app), CH_OP_SESSION_LOG);
}

static void run_parts(struct app *app, struct screen *screen)
{
	parts_open(app, CH_PERSON, person_of(screen)->view.person_id);
}

static void run_leave(struct app *app, struct screen *screen)
{
	leave_form_open(app, person_of(screen)->view.person_id);
}

static bool can_leave(const struct app *app, const struct screen *screen)
{
	const struct person_view *view = &person_of(screen)->view;

	return (view->person.left_on == CH_NO_DATE || view->leaves_parts) && desk_may(desk_of(app), CH_OP_PERSON_SET);
}

static bool may_read_parts(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_may(desk_of(app), CH_OP_CREDENTIAL_READ);
}

/* ---- All that is theirs, to a file (R59) ---- */

static enum ch_status write_mine(struct app *app, void *data, const char *path, FILE *out, struct ch_error *err)
{
	struct ch_buffer text = CH_BUFFER_EMPTY;

	(void)data;
	if (ch_export_mine(desk_of(app)->c, ch_path_ends(path, ".json"), &text, err) == CH_OK)
		fwrite(text.text, 1, text.length, out);
	ch_buffer_release(&text);
	return err->status;
}

static void run_write(struct app *app, struct screen *screen)
{
	struct file_write *writing = &person_of(screen)->writing;

	writing->label = N_("Write all that is yours to: ");
	writing->hint = N_("A text to read, or with a name that ends in .json for programs   Esc: leave it");
	writing->then = N_("All that is yours is in it");
	writing->write = write_mine;
	file_write_ask(app, writing, "mine.txt");
}

static enum ch_status write_disclosed(struct app *app, void *data, const char *path, FILE *out, struct ch_error *err)
{
	const struct person_screen *person = data;
	struct ch_buffer text = CH_BUFFER_EMPTY;

	if (ch_export_disclosed(desk_of(app)->c, person->view.person_id, ch_path_ends(path, ".json"), &text, err) ==
	    CH_OK)
		fwrite(text.text, 1, text.length, out);
	ch_buffer_release(&text);
	return err->status;
}

static void run_disclose(struct app *app, struct screen *screen)
{
	struct file_write *writing = &person_of(screen)->writing;

	writing->label = N_("Write all that is kept of them to: ");
	writing->hint = N_("A text to read, or with a name that ends in .json for programs   Esc: leave it");
	writing->then = N_("Read it before you give it away: remarks may be about others, too");
	writing->write = write_disclosed;
	writing->data = person_of(screen);
	file_write_ask(app, writing, "disclosed.txt");
}

static bool may_disclose(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_may(desk_of(app), CH_OP_PERSON_DISCLOSE);
}

static void run_erase(struct app *app, struct screen *screen)
{
	erase_open(app, &person_of(screen)->view.person_id, 1);
}

static bool may_erase(const struct app *app, const struct screen *screen)
{
	return person_of(screen)->view.person.erased_on == CH_NO_DATE && desk_may(desk_of(app), CH_OP_PERSON_ERASE);
}

static void run_join(struct app *app, struct screen *screen)
{
	merge_ask(app, &person_of(screen)->merging, person_of(screen)->view.person_id);
}

static bool may_join(const struct app *app, const struct screen *screen)
{
	return person_of(screen)->view.person.erased_on == CH_NO_DATE && desk_may(desk_of(app), CH_OP_PERSON_MERGE);
}

static void run_return(struct app *app, struct screen *screen)
{
	person_return(app, person_of(screen)->view.person_id);
}

static bool can_return(const struct app *app, const struct screen *screen)
{
	const struct ch_person *person = &person_of(screen)->view.person;

	return person->left_on != CH_NO_DATE && person->erased_on == CH_NO_DATE &&
	       desk_may(desk_of(app), CH_OP_PERSON_RETURN);
}

static bool is_oneself(const struct app *app, const struct screen *screen)
{
	return person_of(screen)->view.person_id == desk_of(app)->c->actor.person_id;
}

static const struct binding bindings[] = {
	{.command = COMMAND_OPEN, .run = run_open, .offered = can_open},
	{.command = COMMAND_PANE_NEXT, .run = run_next_pane},
	{.command = COMMAND_EDIT, .run = run_edit, .offered = may_edit},
	{.command = COMMAND_ADD, .run = run_enrol, .offered = may_enrol, .label = N_("enrol"),
	 .help = N_("Give them a part in a programme")},
	{.command = COMMAND_CLOSE, .run = run_leave, .offered = can_leave, .label = N_("leaves"),
	 .help = N_("They leave: close or hand over all theirs")},
	{.command = COMMAND_REOPEN, .run = run_return, .offered = can_return, .label = N_("is back"),
	 .help = N_("They are back, and apply again")},
	{.command = COMMAND_PARTS, .run = run_parts, .offered = may_read_parts, .label = N_("training"),
	 .help = N_("Their training, qualifications, checks")},
	{.command = COMMAND_LOG, .run = run_log, .offered = may_log},
	{.command = COMMAND_WRITE, .run = run_write, .offered = is_oneself, .label = N_("all of yours"),
	 .help = N_("All that is yours, to a file")},
	{.command = COMMAND_NEXT, .run = run_next, .offered = has_others},
	{.command = COMMAND_PREVIOUS, .run = run_previous, .offered = has_others},
	{.command = COMMAND_PANE_PREVIOUS, .run = run_previous_pane},
	{.command = COMMAND_WRITE, .run = run_disclose, .offered = may_disclose, .label = N_("all of theirs"),
	 .help = N_("All that is kept of them, to a file")},
	{.command = COMMAND_JOIN, .run = run_join, .offered = may_join,
	 .help = N_("They are here twice: make the two one")},
	{.command = COMMAND_DELETE, .run = run_erase, .offered = may_erase, .label = N_("erase"),
	 .help = N_("What erasing would remove; then erase")},
};

/* ---- As a screen ---- */

static void person_title(const struct screen *screen, struct ch_buffer *out)
{
	const struct person_screen *person = person_of(screen);
	const struct list *in = person->in;

	ch_buffer_printf(out, _("Person %lld"), (long long)person->view.person_id);
	if (in != NULL && in->before >= 0 && in->count >= 0)
		ch_buffer_printf(out, _(" | %lld of %lld"), (long long)(in->before + (int64_t)in->cursor + 1),
				 (long long)in->count);
}

static void person_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	(void)app;
	person_view_draw(&person_of(screen)->view, canvas, body, person_of(screen)->pane);
}

static void person_changed(struct screen *screen, struct app *app)
{
	struct person_view *view = &person_of(screen)->view;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_merged merged;

	(void)app;
	person_view_load(view, view->person_id);
	/* Who was made one with another is shown as that one. */
	if (view->err.status == CH_MISSING &&
	    ch_merged_into(view->desk->c, view->person_id, &arena, &merged, &ignored) == CH_OK &&
	    merged.merged_id != 0)
		person_view_load(view, merged.person_id);
	ch_arena_release(&arena);
}

static void person_close(struct screen *screen, struct app *app)
{
	(void)app;
	person_view_release(&person_of(screen)->view);
	file_write_release(&person_of(screen)->writing);
	free(screen);
}

static const struct screen_ops person_screen = {
	.context = IN_DETAIL,
	.bindings = bindings,
	.binding_count = sizeof(bindings) / sizeof(bindings[0]),
	.title = person_title,
	.draw = person_draw,
	.changed = person_changed,
	.close = person_close,
};

void person_open(struct app *app, int64_t person_id, struct list *in)
{
	struct person_screen *person = calloc(1, sizeof(*person));

	if (person == NULL)
		ch_abort("out of memory");
	person->screen.ops = &person_screen;
	person->writing.path = CH_BUFFER_EMPTY;
	person->in = in;
	person_view_init(&person->view, desk_of(app));
	person_view_load(&person->view, person_id);
	if (person->view.err.status != CH_OK) {
		desk_say_error(app, &person->view.err);
		person_close(&person->screen, app);
		return;
	}
	focus_on(person, PERSON_FACTS);
	app_push(app, &person->screen);
}

void person_add(struct app *app)
{
	person_form_add(app, NULL);
}
