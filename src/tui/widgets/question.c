/* Letters answer at once; a word is typed into a line editor and weighed on Enter. */
#include "tui/widgets/question.h"

#include <string.h>

#include "chiron/text.h"
#include "tui/app.h"

static void question_open(struct app *app, const char *letters, const char *word,
			  void (*answer)(struct app *, void *, char), void *data)
{
	app->question.letters = letters;
	app->question.word = word;
	app->question.answer = answer;
	app->question.data = data;
	ch_buffer_clear(&app->question.text);
	input_set(&app->question.input, NULL);
}

void question_ask(struct app *app, const char *letters, void (*answer)(struct app *, void *, char), void *data,
		  const char *format, ...)
{
	va_list args;

	question_open(app, letters, NULL, answer, data);
	va_start(args, format);
	ch_buffer_vprintf(&app->question.text, format, args);
	va_end(args);
}

void question_confirm(struct app *app, const char *word, void (*answer)(struct app *, void *, char), void *data,
		      const char *format, ...)
{
	va_list args;

	question_open(app, NULL, word, answer, data);
	va_start(args, format);
	ch_buffer_vprintf(&app->question.text, format, args);
	va_end(args);
}

static void question_close(struct app *app, char letter)
{
	void (*answer)(struct app *, void *, char) = app->question.answer;

	app->question.answer = NULL; /* the answer may ask the next one */
	answer(app, app->question.data, letter);
}

void question_end(struct app *app)
{
	while (app->question.answer != NULL)
		question_close(app, QUESTION_NO);
}

void question_event(struct app *app, const struct event *event)
{
	struct question *question = &app->question;
	uint32_t key = event->key;

	if (event->type == EVENT_PASTE)
		return;
	if (key == K_ESC) {
		question_close(app, QUESTION_NO);
	} else if (question->word != NULL) {
		if (key == K_ENTER)
			question_close(app, strcmp(question->input.text.text, question->word) == 0 ? 'y' : QUESTION_NO);
		else
			input_key(&question->input, key);
	} else if (key == K_ENTER) {
		question_close(app, QUESTION_NO);
	} else if (key < 0x80 && key_is_text(key) && strchr(question->letters, (int)key) != NULL) {
		question_close(app, (char)key);
	} else if (key == 'q') { /* as it leaves a screen */
		question_close(app, QUESTION_NO);
	}
}

const char *question_tail(const struct question *question, int width)
{
	const char *tail = question->text.text, *next;

	while (ch_text_width(tail) > width && (next = strchr(tail + 1, '[')) != NULL)
		tail = next;
	return tail;
}

static void draw_letters(const struct question *question, struct canvas *canvas, struct rect row)
{
	canvas_fit(canvas, row, 1, 0, row.width - 2, CANVAS_LEFT, CANVAS_BOLD, question_tail(question, row.width - 2));
	canvas_cursor(canvas, row, 0, 0);
}

void question_draw(struct question *question, struct canvas *canvas, struct rect row)
{
	struct ch_buffer label = CH_BUFFER_EMPTY;
	int end;

	canvas_fill(canvas, row, CANVAS_PLAIN);
	if (question->word == NULL) {
		draw_letters(question, canvas, row);
		return;
	}
	ch_buffer_printf(&label, _("Type %s, or Esc:"), question->word);
	end = canvas_text(canvas, rect_part(row, 1, 0, row.width - 12, 1), 0, 0, CANVAS_BOLD, label.text) + 2;
	ch_buffer_release(&label);
	input_draw(&question->input, canvas, rect_part(row, end, 0, row.width - end, 1), CANVAS_UNDERLINE, true);
}
