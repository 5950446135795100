/*
 * Erasing people: first all that goes and stays is told, then the name is typed, or of several their number, and at the
 * end the certificate stands there, to be written to a file. Nothing of it is kept when the screen is left.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "tui/desk.h"
#include "tui/screens/report_view.h"
#include "tui/screens/screens.h"
#include "tui/widgets/list_rows.h"
#include "tui/widgets/prompt.h"

enum { PERSON_COLUMN, GOES_COLUMN, STAYS_COLUMN, WHY_COLUMN, PERSON_COLUMNS };

/* Of several people a row for each, and why one of them is not erased. */
static const struct ch_column people_columns[PERSON_COLUMNS] = {
	[PERSON_COLUMN] = {.key = "person", .label = N_("Person"), .type = CH_TYPE_TEXT, .width = 24},
	[GOES_COLUMN] = {.key = "goes", .label = N_("Goes"), .type = CH_TYPE_NUMBER, .width = 6},
	[STAYS_COLUMN] = {.key = "stays", .label = N_("Stays"), .type = CH_TYPE_NUMBER, .width = 6},
	[WHY_COLUMN] = {.key = "why", .label = N_("Not erased, because"), .type = CH_TYPE_TEXT, .width = 60},
};
static const struct ch_column lines_columns[] = {
	{.key = "text", .label = N_("Certificate"), .type = CH_TYPE_TEXT, .width = 160},
};

struct erase_screen {
	struct screen screen;
	struct list list;
	const struct desk *desk;
	struct ch_arena arena;
	int64_t *ids; /* those that can be erased */
	size_t count;
	const char *name; /* of the only one; NULL: they are several */
	struct ch_grid grid;
	bool in_copies; /* in the copies beside the scheme as well */
	bool erased;	/* the grid is the certificate */
	struct ch_buffer certificate, hint;
	struct prompt_spec prompt;
	struct file_write writing;
};

static struct erase_screen *erase_of(struct screen *screen)
{
	return (struct erase_screen *)screen;
}

/* ---- As a source ---- */

static enum ch_status erase_fetch(void *data, const struct list_request *request, struct ch_arena *arena,
				  struct ch_grid *page, struct ch_error *err)
{
	struct erase_screen *erase = data;

	(void)arena, (void)err;
	*page = erase->grid;
	list_rows_page(erase->grid.rows, erase->grid.row_count, request, page);
	return CH_OK;
}

static int64_t erase_count(void *data)
{
	return (int64_t)((const struct erase_screen *)data)->grid.row_count;
}

/* Of somebody who is not erased, why, in full. */
static void erase_name(void *data, const struct ch_row *row, struct ch_buffer *out)
{
	const struct erase_screen *erase = data;

	if (erase->grid.columns == people_columns && row->cells[WHY_COLUMN] != NULL)
		ch_buffer_add(out, row->cells[WHY_COLUMN]);
	else
		ch_buffer_add(out, row->cells[0] != NULL ? row->cells[0] : "");
}

static const struct list_source erase_source = {.fetch = erase_fetch, .count = erase_count, .name = erase_name};

static void show(struct erase_screen *erase)
{
	list_rows_number(&erase->grid);
	list_release(&erase->list);
	list_init(&erase->list, &erase_source, erase, erase->desk->today);
}

/* ---- What there is to tell ---- */

static void add_person(struct erase_screen *erase, int64_t id)
{
	struct ch_error err = CH_NO_ERROR;
	struct ch_grid told;
	int64_t goes = 0, stays = 0;

	const char **cells = ch_grid_append(&erase->grid, id, &erase->arena);
	cells[PERSON_COLUMN] = ch_erasure_name(erase->desk->c, id, &erase->arena);
	if (ch_erasure_tell(erase->desk->c, id, &erase->arena, &told, &err) != CH_OK) {
		cells[WHY_COLUMN] = ch_arena_copy(&erase->arena, err.message);
		return;
	}
	for (size_t i = 0; i < told.row_count; i++)
		*(strcmp(told.rows[i].cells[2], "removed") == 0 ? &goes : &stays) +=
			strtoll(told.rows[i].cells[1], NULL, 10);
	cells[GOES_COLUMN] = ch_arena_printf(&erase->arena, "%" PRId64, goes);
	cells[STAYS_COLUMN] = ch_arena_printf(&erase->arena, "%" PRId64, stays);
	erase->ids[erase->count++] = id;
}

static enum ch_status tell(struct erase_screen *erase, const int64_t *ids, size_t count, struct ch_error *err)
{
	erase->ids = ch_arena_array(&erase->arena, count, sizeof(*erase->ids));
	if (count == 1) {
		erase->name = ch_erasure_name(erase->desk->c, ids[0], &erase->arena);
		erase->ids[erase->count++] = ids[0];
		return ch_erasure_tell(erase->desk->c, ids[0], &erase->arena, &erase->grid, err);
	}
	erase->grid = (struct ch_grid){.columns = people_columns, .column_count = PERSON_COLUMNS};
	for (size_t i = 0; i < count; i++)
		add_person(erase, ids[i]);
	return CH_OK;
}

/* ---- Doing it ---- */

static void show_certificate(struct erase_screen *erase)
{
	const char *end;

	erase->erased = true;
	erase->grid = (struct ch_grid){.columns = lines_columns, .column_count = 1};
	for (const char *at = erase->certificate.text; *at != '\0'; at = *end == '\0' ? end : end + 1) {
		end = at + strcspn(at, "\n");
		const char **cells = ch_grid_append(&erase->grid, 0, &erase->arena);
		cells[0] = ch_arena_copy_bytes(&erase->arena, at, (size_t)(end - at));
	}
	show(erase);
}

static enum ch_status erase_all(struct app *app, struct erase_screen *erase, struct ch_error *err)
{
	struct ch_erased erased;
	size_t done = 0;

	for (; done < erase->count; done++) {
		if (ch_person_erase(erase->desk->c, erase->ids[done], erase->in_copies, &erase->arena, &erased, err) !=
		    CH_OK)
			break;
		ch_buffer_printf(&erase->certificate, "%s%s", done > 0 ? "\n\n" : "", erased.certificate);
	}
	if (done == 0)
		return err->status;
	show_certificate(erase);
	if (err->status != CH_OK)
		desk_done(app, CH_OK, err, _("Erased: %zu of %zu; %s"), done, erase->count, err->message);
	else if (erase->name != NULL)
		desk_done(app, CH_OK, err, _("%s is erased. " KEY_(WRITE) " writes the certificate, which is kept "
					     "nowhere"),
			  erase->name);
	else
		desk_done(app, CH_OK, err, _("Erased: %zu. " KEY_(WRITE) " writes the certificates, which are kept "
					     "nowhere"), done);
	return CH_OK;
}

static bool is_meant(const struct erase_screen *erase, const char *text)
{
	char *end;

	if (erase->name != NULL)
		return ch_erasure_is_named(erase->name, text);
	return strtoull(text, &end, 10) == erase->count && end != text && *end == '\0';
}

static void copies_answered(struct app *app, void *data, char letter)
{
	struct erase_screen *erase = data;
	struct ch_error err = CH_NO_ERROR;

	if (letter == QUESTION_NO)
		return;
	erase->in_copies = letter == 'y';
	if (erase_all(app, erase, &err) != CH_OK)
		desk_say_error(app, &err);
}

/* Whether it is asked first what becomes of copies beside the scheme that hold them. */
static bool ask_of_copies(struct app *app, struct erase_screen *erase)
{
	struct ch_error ignored = CH_NO_ERROR;
	size_t count = 0, most = 0;

	for (size_t i = 0; i < erase->count; i++)
		if (ch_erasure_copies(erase->desk->c, erase->ids[i], &count, &ignored) == CH_OK && count > most)
			most = count;
	if (most > 0)
		question_ask(app, "yl", copies_answered, erase,
			     _n("A copy beside the scheme holds them, too. Erase there as well [y]es, or [l]eave the "
				"copy as it is",
				"%zu copies beside the scheme hold them, too. Erase there as well [y]es, or [l]eave "
				"the copies as they are", most),
			     most);
	return most > 0;
}

static enum ch_status typed(struct app *app, void *data, const char *text, struct ch_error *err)
{
	struct erase_screen *erase = data;

	if (!is_meant(erase, text)) {
		ch_fail(err, CH_DATA, erase->name != NULL ? _("that is not the name, so nothing was erased")
							  : _("that is not the number, so nothing was erased"));
		return ch_error_fix(err, _("Esc leaves all as it is"));
	}
	return ask_of_copies(app, erase) ? CH_OK : erase_all(app, erase, err);
}

static bool can_erase(const struct app *app, const struct screen *screen)
{
	const struct erase_screen *erase = (const struct erase_screen *)screen;

	return !erase->erased && erase->count > 0 && desk_may(desk_of(app), CH_OP_PERSON_ERASE);
}

static void run_erase(struct app *app, struct screen *screen)
{
	struct erase_screen *erase = erase_of(screen);

	ch_buffer_clear(&erase->hint);
	if (erase->name != NULL)
		ch_buffer_printf(&erase->hint, _("Nothing brings this back. Type %s to erase; Esc: leave all as it is"),
				 erase->name);
	else
		ch_buffer_printf(&erase->hint,
				 _("Nothing brings this back. Type %zu to erase that many people; Esc: leave all"),
				 erase->count);
	erase->prompt = (struct prompt_spec){
		.label = erase->name != NULL ? N_("The name: ") : N_("How many: "),
		.hint = erase->hint.text,
		.typed = erase->hint.text,
		.done = typed,
	};
	prompt_open(app, &erase->prompt, erase, NULL, NULL);
}

/* ---- The certificate, to a file ---- */

static enum ch_status write_certificate(struct app *app, void *data, const char *path, FILE *out,
					struct ch_error *err)
{
	const struct erase_screen *erase = data;

	(void)app, (void)path;
	fwrite(erase->certificate.text, 1, erase->certificate.length, out);
	return err->status;
}

static bool has_certificate(const struct app *app, const struct screen *screen)
{
	(void)app;
	return ((const struct erase_screen *)screen)->erased;
}

static void run_write(struct app *app, struct screen *screen)
{
	struct erase_screen *erase = erase_of(screen);

	erase->writing.label = N_("Write the certificate to: ");
	erase->writing.hint = N_("A text, which names who it is for: it is theirs   Esc: leave it");
	erase->writing.write = write_certificate;
	erase->writing.data = erase;
	file_write_ask(app, &erase->writing, "certificate.txt");
}

static const struct binding bindings[] = {
	{.command = COMMAND_DELETE, .run = run_erase, .offered = can_erase, .label = N_("erase"),
	 .help = N_("Type the name, and all that goes is gone")},
	{.command = COMMAND_WRITE, .run = run_write, .offered = has_certificate, .label = N_("certificate"),
	 .help = N_("The certificate, to a file")},
};

/* ---- As a screen ---- */

static void erase_title(const struct screen *screen, struct ch_buffer *out)
{
	const struct erase_screen *erase = (const struct erase_screen *)screen;

	if (erase->erased)
		ch_buffer_add(out, _("Erased"));
	else if (erase->name != NULL)
		ch_buffer_printf(out, _("Erase %s?"), erase->name);
	else if (erase->count == 0)
		ch_buffer_add(out, _("Nobody to erase"));
	else
		ch_buffer_printf(out, _("Erase people: %zu"), erase->count);
}

static void erase_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	struct erase_screen *erase = erase_of(screen);
	const char *about = _("What goes is gone for good, here and for undo. What stays is counted in reports, as of "
			      "an \"erased person\" with a number. Texts about others that say the name say that "
			      "number from then on. " KEY_(DELETE) " asks for the name, and erases.");

	(void)app;
	if (erase->erased)
		about = _("This is kept nowhere: " KEY_(WRITE) " writes it to a file.");
	report_view_draw_about(canvas, &body, report_view_about_rows(canvas, body, about), about);
	list_draw(&erase->list, canvas, body, true);
}

static void erase_changed(struct screen *screen, struct app *app)
{
	(void)screen, (void)app; /* what was told is what is asked about */
}

static void erase_close(struct screen *screen, struct app *app)
{
	struct erase_screen *erase = erase_of(screen);

	(void)app;
	list_release(&erase->list);
	ch_buffer_release(&erase->certificate);
	ch_buffer_release(&erase->hint);
	file_write_release(&erase->writing);
	ch_arena_release(&erase->arena);
	free(erase);
}

static const struct screen_ops erase_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = sizeof(bindings) / sizeof(bindings[0]),
	.title = erase_title,
	.draw = erase_draw,
	.changed = erase_changed,
	.close = erase_close,
};

void erase_open(struct app *app, const int64_t *ids, size_t count)
{
	struct erase_screen *erase = calloc(1, sizeof(*erase));
	struct ch_error err = CH_NO_ERROR;

	if (erase == NULL)
		ch_abort("out of memory");
	*erase = (struct erase_screen){.screen = {.ops = &erase_screen, .list = &erase->list},
				       .desk = desk_of(app),
				       .arena = CH_ARENA_EMPTY,
				       .certificate = CH_BUFFER_EMPTY,
				       .hint = CH_BUFFER_EMPTY,
				       .writing = {.path = CH_BUFFER_EMPTY}};
	list_init(&erase->list, &erase_source, erase, erase->desk->today);
	if (tell(erase, ids, count, &err) != CH_OK) {
		desk_say_error(app, &err);
		erase_close(&erase->screen, app);
		return;
	}
	show(erase);
	app_push(app, &erase->screen);
}
