/*
 * One turn after the other: messages, then whatever is open - a question, a
 * prompt, or the top screen, which may present itself.
 */
#include "tui/line/line_parts.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "chiron/stop.h"
#include "chiron/text.h"
#include "tui/widgets/refusal.h"

enum { LINE_WIDTH = 118, LINE_HEIGHT = 60, LINE_BYTES_MAX = 1 << 20 };

/* ---- Talk ---- */

/* Of the terminal, which may have another size by now; 0: it is none, and no line is broken. */
static int width_of(FILE *out)
{
	struct winsize size;

	if (!isatty(fileno(out)) || ioctl(fileno(out), TIOCGWINSZ, &size) != 0)
		return 0;
	return size.ws_col;
}

/* Where it is wider than the terminal it is broken between words, which a terminal would not do. */
static void add_line(struct ch_buffer *out, const char *text, int width)
{
	struct ch_buffer safe = CH_BUFFER_EMPTY;

	ch_text_add_safe(&safe, text);
	if (width > 0 && ch_text_width(safe.text) > width) {
		ch_text_add_wrapped(out, safe.text, width);
		out->text[--out->length] = '\0'; /* the line feed behind the last row */
		if (safe.text[safe.length - 1] == ' ')
			ch_buffer_add_char(out, ' '); /* what is typed stands behind it */
	} else {
		ch_buffer_add(out, safe.text);
	}
	ch_buffer_release(&safe);
}

static void put(struct line *line, const char *format, va_list args)
{
	struct ch_buffer text = CH_BUFFER_EMPTY, safe = CH_BUFFER_EMPTY;
	int width = width_of(line->talk.out);
	const char *rest;

	ch_buffer_vprintf(&text, format, args);
	for (rest = text.text; *rest != '\0';) { /* line feeds are ours */
		size_t length = strcspn(rest, "\n");
		struct ch_buffer part = CH_BUFFER_EMPTY;

		ch_buffer_add_bytes(&part, rest, length);
		add_line(&safe, part.text, width);
		ch_buffer_release(&part);
		rest += length;
		if (*rest == '\n') {
			ch_buffer_add_char(&safe, '\n');
			rest++;
		}
	}
	fputs(safe.text, line->talk.out);
	ch_buffer_release(&text);
	ch_buffer_release(&safe);
}

void line_say(struct line *line, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	put(line, format, args);
	va_end(args);
	fputc('\n', line->talk.out);
}

/* Cuts what is no UTF-8, and says so. */
static void take_valid(struct line *line, const char *bytes, size_t length)
{
	size_t valid = ch_text_valid(bytes, length);

	ch_buffer_clear(&line->answer);
	ch_buffer_add_bytes(&line->answer, bytes, valid);
	if (valid < length)
		line_say(line, _("! The line is not UTF-8 from byte %zu on; the rest is left out"), valid + 1);
}

/* Reads a line; -1 at the end, and where Ctrl-C is pressed instead. */
static ssize_t read_line(struct line *line, char **read)
{
	size_t room = 0;
	ssize_t length = -1;

	if (line->talk.echo) /* no terminal: lines may wait in the buffer of the stream, and nobody presses keys */
		return getline(read, &room, line->talk.in);
	ch_stop_wait(fileno(line->talk.in));
	if (ch_stop_signal() == 0)
		length = getline(read, &room, line->talk.in);
	return length;
}

bool line_read(struct line *line)
{
	char *read = NULL;
	ssize_t length;

	fflush(line->talk.out);
	length = read_line(line, &read);
	if (length < 0) {
		line->ended = true;
		ch_buffer_clear(&line->answer);
		fputc('\n', line->talk.out);
	} else {
		while (length > 0 && strchr("\r\n", read[length - 1]) != NULL)
			length--;
		if (length > LINE_BYTES_MAX) {
			line_say(line, _("! A line holds at most %d bytes; the rest is left out"), LINE_BYTES_MAX);
			length = LINE_BYTES_MAX;
		}
		take_valid(line, read, strnlen(read, (size_t)length));
		if (line->talk.echo)
			line_say(line, "%s", line->answer.text);
	}
	free(read);
	return !line->ended;
}

bool line_ask(struct line *line, const char *format, ...)
{
	va_list args;

	if (line->has_rest) {
		ch_buffer_clear(&line->answer);
		ch_buffer_add(&line->answer, line->rest.text);
		line->has_rest = false;
		return true;
	}
	va_start(args, format);
	put(line, format, args);
	va_end(args);
	return line_read(line);
}

void line_take_back(struct line *line)
{
	ch_buffer_clear(&line->rest);
	ch_buffer_add(&line->rest, line->answer.text);
	line->has_rest = true;
}

size_t line_number(const char *text, size_t most)
{
	size_t digits = strspn(text, "0123456789"), number;

	if (digits == 0 || digits > 15 || text[digits] != '\0')
		return 0;
	number = strtoul(text, NULL, 10);
	return number <= most ? number : 0;
}

/* ---- The application ---- */

static int64_t milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void handle(struct line *line, struct event event)
{
	event.at = milliseconds();
	app_handle(line->app, &event);
}

void line_key(struct line *line, uint32_t key)
{
	handle(line, (struct event){.type = EVENT_KEY, .key = key});
}

void line_catch_up(struct line *line)
{
	handle(line, (struct event){.type = EVENT_TICK});
}

/* What was said since the last turn. */
static void say_message(struct line *line)
{
	struct app *app = line->app;

	if (app->message.length == 0)
		return;
	line_say(line, "%s", app->message.text);
	ch_buffer_clear(&app->message);
}

/* Letters answer a question; it takes the first of what is typed. */
static void question_turn(struct line *line)
{
	const struct question *question = &line->app->question;
	const char *word = question->word;

	if (word != NULL)
		line_say(line, "%s", question->text.text);
	if (!(word != NULL ? line_ask(line, _("Type %s: "), word) : line_ask(line, "%s ", question->text.text)))
		return;
	if (word != NULL) {
		struct event paste = {.type = EVENT_KEY};

		for (const char *at = line->answer.text; *at != '\0' && (unsigned char)*at < 0x80; at++) {
			paste.key = (uint32_t)*at;
			handle(line, paste);
		}
		line_key(line, K_ENTER);
	} else if (line->answer.length > 0 && strchr(question->letters, line->answer.text[0]) != NULL) {
		line_key(line, (uint32_t)line->answer.text[0]);
	} else {
		line_key(line, K_ESC);
	}
}

static void say_prompt(struct line *line, const struct prompt_spec *spec)
{
	struct ch_buffer text = CH_BUFFER_EMPTY;

	if (spec->typed != NULL)
		ch_buffer_printf(&text, "%s ", _(spec->typed));
	ch_buffer_add(&text, _("An empty line goes back"));
	if (spec->tab != NULL)
		ch_buffer_printf(&text, _("; :tab %s"), _(spec->tab_does));
	line_say(line, "%s.", text.text);
	ch_buffer_release(&text);
}

static void prompt_turn(struct line *line)
{
	struct prompt *prompt = &line->app->prompt;
	struct event paste = {.type = EVENT_PASTE};
	struct ch_buffer refusal = CH_BUFFER_EMPTY;

	if (prompt->err.status != CH_OK) {
		refusal_add(&refusal, prompt->err.message, prompt->err.key_fix, line->app->keymap);
		line_say(line, "%s", refusal.text);
		ch_buffer_release(&refusal);
	} else if (!line->has_rest) {
		say_prompt(line, prompt->spec);
	}
	if (!line_ask(line, "%s", _(prompt->spec->label)))
		return;
	if (line->answer.length == 0) {
		line_key(line, K_ESC);
		return;
	}
	if (strcmp(line->answer.text, ":tab") == 0 && prompt->spec->tab != NULL) {
		line_key(line, K_TAB);
		return;
	}
	line_key(line, K_CTRL('U'));
	paste.text = line->answer.text;
	handle(line, paste);
	line_key(line, K_ENTER);
}

static void turn(struct line *line)
{
	struct app *app = line->app;

	say_message(line);
	if (app->question.answer != NULL) {
		question_turn(line);
	} else if (app->prompt.spec != NULL) {
		prompt_turn(line);
	} else if (app->top->ops->line != NULL) {
		if (!app->top->ops->overlay) { /* what lies under a choice is still what was read out */
			line->depth += app->top != line->shown;
			line->shown = app->top;
			ch_buffer_clear(&line->page);
		}
		app->top->ops->line(app->top, line);
	} else {
		line_screen_turn(line);
	}
}

/* Of a form: says that a draft is kept. */
static void end(struct line *line)
{
	line->app->quit = true;
	app_run(line->app, COMMAND_LEAVE);
	handle(line, (struct event){.type = EVENT_END});
}

void line_run(struct app *app, struct line_talk talk)
{
	struct line line = {.app = app,
			    .talk = talk,
			    .answer = CH_BUFFER_EMPTY,
			    .rest = CH_BUFFER_EMPTY,
			    .page = CH_BUFFER_EMPTY,
			    .canvas = CANVAS_EMPTY,
			    .first = 1};

	canvas_resize(&line.canvas, LINE_WIDTH, LINE_HEIGHT);
	line.canvas.linear = true;
	handle(&line, (struct event){.type = EVENT_RESIZE, .width = LINE_WIDTH, .height = LINE_HEIGHT});
	if (!talk.alone)
		line_say(&line,
			 _("chiron, %s. ? says what can be done, quit leaves; everything is saved as it is done."),
			 app->title != NULL ? app->title : "");
	if (!talk.echo)
		ch_stop_catch();
	while (!app->quit) {
		turn(&line);
		if (line.ended)
			end(&line);
	}
	say_message(&line);
	fflush(talk.out);
	if (!talk.echo)
		ch_stop_release();
	ch_buffer_release(&line.answer);
	ch_buffer_release(&line.rest);
	ch_buffer_release(&line.page);
	canvas_release(&line.canvas);
}
