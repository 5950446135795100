/* The prompt is embedded in the app: there is one at a time. */
#include "tui/widgets/prompt.h"

#include <ctype.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/app.h"
#include "tui/widgets/refusal.h"

void prompt_open(struct app *app, const struct prompt_spec *spec, void *data, struct prompt_history *history,
		 const char *text)
{
	struct prompt *prompt = &app->prompt;

	prompt->spec = spec;
	prompt->data = data;
	prompt->history = history;
	prompt->history_at = history != NULL ? history->count : 0;
	prompt->suggested = prompt->unsettled = prompt->helped = false;
	prompt->err = CH_NO_ERROR;
	input_set(&prompt->input, text);
}

void prompt_suggest(struct app *app, const struct prompt_spec *spec, void *data, const char *text)
{
	prompt_open(app, spec, data, NULL, text);
	app->prompt.suggested = true;
}

/* What was suggested gives way to the first letter or paste, and is as good as typed after any other key. */
static void take_suggestion(struct prompt *prompt, const struct event *event)
{
	if (prompt->suggested && (event->type == EVENT_PASTE || key_is_text(event->key)))
		input_clear(&prompt->input);
	prompt->suggested = false;
}

void prompt_close(struct app *app)
{
	app->prompt.spec = NULL;
}

void prompt_end(struct app *app)
{
	const struct prompt *prompt = &app->prompt;

	if (prompt->spec != NULL && prompt->spec->keep != NULL)
		prompt->spec->keep(app, prompt->data, prompt->input.text.text);
}

static void text_changed(struct app *app)
{
	struct prompt *prompt = &app->prompt;

	prompt->err = CH_NO_ERROR;
	if (prompt->spec->changed != NULL)
		prompt->spec->changed(app, prompt->data, prompt->input.text.text);
}

/* Up and Down: lines entered before. */
static void history_move(struct app *app, int step)
{
	struct prompt *prompt = &app->prompt;
	const struct prompt_history *history = prompt->history;

	if (history == NULL || (step < 0 && prompt->history_at == 0) ||
	    (step > 0 && prompt->history_at >= history->count))
		return;
	prompt->history_at = step < 0 ? prompt->history_at - 1 : prompt->history_at + 1;
	input_set(&prompt->input,
		  prompt->history_at < history->count ? history->lines[prompt->history_at].text : NULL);
	text_changed(app);
}

static void prompt_drop(struct app *app)
{
	const struct prompt_spec *spec = app->prompt.spec;

	prompt_end(app);
	prompt_close(app);
	if (spec->dropped != NULL)
		spec->dropped(app, app->prompt.data);
}

static void prompt_enter(struct app *app)
{
	struct prompt *prompt = &app->prompt;
	const struct prompt_spec *spec = prompt->spec;
	struct ch_buffer text = CH_BUFFER_EMPTY; /* what `done` opens next may be a prompt again */

	ch_buffer_add(&text, prompt->input.text.text);
	if (prompt->history != NULL)
		prompt_history_add(prompt->history, text.text);
	prompt_close(app);
	if (spec->done(app, prompt->data, text.text, &prompt->err) != CH_OK)
		prompt->spec = spec;
	ch_buffer_release(&text);
}

static void prompt_key(struct app *app, uint32_t key)
{
	struct prompt *prompt = &app->prompt;

	enum command command = command_of_key(app->keymap, key, IN_FORM);

	prompt->helped = command == COMMAND_HELP;
	if (prompt->helped)
		return;
	/* Whoever has just saved a form presses here what saves there. */
	if (command == COMMAND_SAVE)
		key = K_ENTER;
	switch (key) {
	case K_ESC:
		prompt_drop(app);
		return;
	case K_ENTER:
		prompt_enter(app);
		return;
	case K_UP:
	case K_DOWN:
		history_move(app, key == K_UP ? -1 : 1);
		return;
	case K_TAB:
		if (prompt->spec->tab != NULL) {
			prompt->spec->tab(app, prompt->data, &prompt->input);
			if (prompt->spec != NULL)
				text_changed(app);
		}
		return;
	case K_BACKSPACE:
		if (prompt->input.text.length == 0) { /* nothing left to erase: back out */
			prompt_drop(app);
			return;
		}
		break;
	default:
		break;
	}
	if (input_key(&prompt->input, key) == INPUT_CHANGED || prompt->unsettled)
		text_changed(app);
}

static void prompt_paste(struct app *app, const char *text)
{
	app->prompt.helped = false;
	if (input_paste(&app->prompt.input, text) >= INPUT_CHANGED)
		text_changed(app);
}

void prompt_event(struct app *app, const struct event *event)
{
	take_suggestion(&app->prompt, event);
	if (event->type == EVENT_KEY)
		prompt_key(app, event->key);
	else
		prompt_paste(app, event->text);
}

/* What the text means, or finds. */
static void add_note(const struct prompt *prompt, struct ch_buffer *out)
{
	if (prompt->spec->note != NULL)
		prompt->spec->note(prompt->data, prompt->input.text.text, out);
}

/* What is said under the prompt, and in which style. */
static unsigned add_foot(const struct app *app, struct ch_buffer *out)
{
	const struct prompt *prompt = &app->prompt;
	const char *help = prompt->spec->help != NULL ? prompt->spec->help : prompt->spec->hint;

	if (prompt->helped && help != NULL) {
		ch_buffer_add(out, _(help));
		return CANVAS_PLAIN;
	}
	if (prompt->err.status != CH_OK) {
		refusal_add(out, prompt->err.message, prompt->err.key_fix, app->keymap);
		return CANVAS_URGENT;
	}
	if (!prompt->spec->top)
		add_note(prompt, out);
	if (out->length > 0)
		return CANVAS_PLAIN;
	if (prompt->spec->hint != NULL)
		ch_buffer_add(out, _(prompt->spec->hint));
	return CANVAS_QUIET;
}

int prompt_foot_rows(struct app *app, struct canvas *canvas, int width)
{
	struct rect nowhere = {.width = width - 2}; /* no height: measures, draws nothing */
	struct ch_buffer foot = CH_BUFFER_EMPTY;
	int rows;

	add_foot(app, &foot);
	rows = canvas_wrap(canvas, nowhere, 0, 0, CANVAS_PLAIN, foot.text);
	ch_buffer_release(&foot);
	return rows;
}

/* Cells at the end of the row that what the text finds takes. */
static int draw_beside(const struct prompt *prompt, struct canvas *canvas, struct rect row)
{
	struct ch_buffer note = CH_BUFFER_EMPTY;
	int width = 0;

	if (prompt->spec->top && prompt->err.status == CH_OK)
		add_note(prompt, &note);
	if (note.length > 0) {
		width = ch_text_width(note.text);
		width = width < row.width / 2 ? width : row.width / 2;
		canvas_fit(canvas, row, row.width - width - 1, 0, width, CANVAS_RIGHT, CANVAS_QUIET, note.text);
		width += 2;
	}
	ch_buffer_release(&note);
	return width;
}

void prompt_draw(struct app *app, struct canvas *canvas, struct rect row, struct rect foot)
{
	struct prompt *prompt = &app->prompt;
	struct ch_buffer said = CH_BUFFER_EMPTY;
	unsigned style = add_foot(app, &said);
	int label, beside;

	canvas_fill(canvas, row, CANVAS_PLAIN);
	beside = draw_beside(prompt, canvas, row);
	label = canvas_text(canvas, row, 1, 0, CANVAS_BOLD, _(prompt->spec->label)) + 1;
	input_draw(&prompt->input, canvas, rect_part(row, label, 0, row.width - label - beside, 1),
		   prompt->suggested ? CANVAS_UNDERLINE : CANVAS_PLAIN, true);
	canvas_fill(canvas, foot, CANVAS_PLAIN);
	canvas_wrap(canvas, rect_part(foot, 1, 0, foot.width - 2, foot.height), 0, 0, style, said.text);
	ch_buffer_release(&said);
}
