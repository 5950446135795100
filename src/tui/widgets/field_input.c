/*
 * Edits are made by one function, input_splice(), which keeps what undo needs
 * and mends the cursor when new text joins the cluster behind it.
 *
 * Visual rows are found by walking from the start of the text with
 * ch_text_break(): texts are short, and nothing needs to be kept in step.
 */
#include "tui/widgets/field_input.h"

#include <string.h>

#include "chiron/text.h"
#include "tui/terminal/key.h"

void input_release(struct field_input *input)
{
	for (size_t i = 0; i < INPUT_UNDO_MAX; i++) {
		if (input->undo[i].text.text != NULL)
			ch_buffer_release(&input->undo[i].text);
		if (input->redo[i].text.text != NULL)
			ch_buffer_release(&input->redo[i].text);
	}
	ch_buffer_release(&input->text);
	*input = INPUT_EMPTY;
}

void input_set(struct field_input *input, const char *text)
{
	ch_buffer_clear(&input->text);
	if (text != NULL)
		ch_buffer_add(&input->text, text);
	input->cursor = input->text.length;
	input->left = 0;
	input->undo_count = input->redo_count = 0;
	input->last_edit = EDIT_NONE;
}

static size_t next_cluster(const struct field_input *input, size_t at)
{
	int width;
	size_t length = at < input->text.length ? ch_text_cluster(input->text.text + at, &width) : 0;

	return at + length;
}

/* The start of the cluster before `at`. */
static size_t previous_cluster(const struct field_input *input, size_t at)
{
	size_t line = at, cluster;

	if (at == 0)
		return 0;
	line--;
	while (line > 0 && input->text.text[line - 1] != '\n') /* a line feed always ends a cluster */
		line--;
	for (cluster = line; next_cluster(input, cluster) < at;)
		cluster = next_cluster(input, cluster);
	return cluster;
}

/* Puts the present state on a stack, which lets go of its oldest. */
static void push_state(const struct field_input *input, struct input_state *stack, size_t *count)
{
	struct input_state *state;

	if (*count == INPUT_UNDO_MAX) {
		struct input_state oldest = stack[0];

		memmove(&stack[0], &stack[1], (INPUT_UNDO_MAX - 1) * sizeof(stack[0]));
		stack[INPUT_UNDO_MAX - 1] = oldest;
		--*count;
	}
	state = &stack[(*count)++];
	if (state->text.text == NULL)
		state->text = CH_BUFFER_EMPTY;
	ch_buffer_clear(&state->text);
	ch_buffer_add_bytes(&state->text, input->text.text, input->text.length);
	state->cursor = input->cursor;
}

/* Replaces the bytes from `start` to `end` by `length` bytes of `text`; the cursor goes behind them. */
static enum input_result input_splice(struct field_input *input, size_t start, size_t end, const char *text,
				      size_t length, enum input_edit edit)
{
	struct ch_buffer tail = CH_BUFFER_EMPTY;

	if (start == end && length == 0)
		return INPUT_UNUSED;
	if (input->text.length - (end - start) + length > INPUT_BYTES_MAX)
		return INPUT_FULL;
	if (edit != input->last_edit || edit == EDIT_OTHER || (edit == EDIT_TYPE && *text == ' '))
		push_state(input, input->undo, &input->undo_count);
	input->redo_count = 0;
	input->last_edit = edit;
	ch_buffer_add_bytes(&tail, input->text.text + end, input->text.length - end);
	input->text.length = start;
	ch_buffer_add_bytes(&input->text, text, length);
	input->cursor = input->text.length;
	ch_buffer_add_bytes(&input->text, tail.text, tail.length);
	if (input->text.capacity > 0)
		input->text.text[input->text.length] = '\0';
	ch_buffer_release(&tail);
	if (input->cursor > 0) /* what was inserted may have joined what follows */
		input->cursor = next_cluster(input, previous_cluster(input, input->cursor));
	if (input->left > input->cursor)
		input->left = input->cursor;
	return INPUT_CHANGED;
}

enum input_result input_clear(struct field_input *input)
{
	return input_splice(input, 0, input->text.length, "", 0, EDIT_OTHER);
}

enum input_result input_replace(struct field_input *input, size_t length, const char *text)
{
	size_t start = length < input->cursor ? input->cursor - length : 0;

	return input_splice(input, start, input->cursor, text, strlen(text), EDIT_OTHER);
}

/* Bytes of the whole clusters at the start of `text` that have room. */
static size_t fitting(const struct ch_buffer *text, size_t room)
{
	size_t fits = 0;

	if (text->length <= room)
		return text->length;
	while (text->text[fits] != '\0') {
		int width;
		size_t length = ch_text_cluster(text->text + fits, &width);

		if (fits + length > room)
			break;
		fits += length;
	}
	return fits;
}

enum input_result input_paste(struct field_input *input, const char *text)
{
	struct ch_buffer clean = CH_BUFFER_EMPTY, cluster = CH_BUFFER_EMPTY;
	enum input_result result;
	size_t length;

	while (*text != '\0') {
		int width;

		length = ch_text_cluster(text, &width);
		if (*text == '\n' || *text == '\r' || *text == '\t') {
			bool breaks = *text != '\t' && input->lines;

			length = text[0] == '\r' && text[1] == '\n' ? 2 : 1;
			ch_buffer_add_char(&clean, breaks ? '\n' : ' ');
		} else {
			ch_buffer_clear(&cluster);
			ch_buffer_add_bytes(&cluster, text, length);
			if (!ch_text_has_controls(cluster.text, false))
				ch_buffer_add(&clean, cluster.text);
		}
		text += length > 0 ? length : 1;
	}
	length = fitting(&clean, INPUT_BYTES_MAX - input->text.length);
	result = input_splice(input, input->cursor, input->cursor, clean.text, length, EDIT_OTHER);
	if (length < clean.length)
		result = length > 0 ? INPUT_CUT : INPUT_FULL;
	ch_buffer_release(&cluster);
	ch_buffer_release(&clean);
	return result;
}

/* Takes the newest state off one stack, and puts the present one on the other. */
static enum input_result swap_state(struct field_input *input, struct input_state *from, size_t *from_count,
				    struct input_state *to, size_t *to_count)
{
	struct input_state *state;

	if (*from_count == 0)
		return INPUT_UNUSED;
	push_state(input, to, to_count);
	state = &from[--*from_count];
	ch_buffer_clear(&input->text);
	ch_buffer_add_bytes(&input->text, state->text.text, state->text.length);
	input->cursor = state->cursor;
	input->left = 0;
	input->last_edit = EDIT_NONE;
	return INPUT_CHANGED;
}

enum input_result input_undo(struct field_input *input)
{
	return swap_state(input, input->undo, &input->undo_count, input->redo, &input->redo_count);
}

enum input_result input_redo(struct field_input *input)
{
	return swap_state(input, input->redo, &input->redo_count, input->undo, &input->undo_count);
}

static size_t word_left(const struct field_input *input)
{
	const char *text = input->text.text;
	size_t at = input->cursor;

	while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n'))
		at--;
	while (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\n')
		at--;
	return at;
}

static size_t word_right(const struct field_input *input)
{
	const char *text = input->text.text;
	size_t at = input->cursor;

	while (text[at] != '\0' && text[at] != ' ' && text[at] != '\n')
		at++;
	while (text[at] == ' ' || text[at] == '\n')
		at++;
	return at;
}

/* The visual row that holds the byte `at`: its first byte, its length, and where the next begins. */
struct visual_row {
	size_t start, length, next;
	int number;
};

static struct visual_row row_of(const struct field_input *input, size_t at, int columns)
{
	struct visual_row row = {.number = 0};

	for (;;) {
		const char *text = input->text.text + row.start;
		size_t step;

		row.length = ch_text_break(text, columns, &step);
		row.next = row.start + step;
		if (step == 0 || at < row.next ||
		    (row.next == input->text.length && input->text.text[row.next - 1] != '\n'))
			return row;
		row.start = row.next;
		row.number++;
	}
}

/* The cells of the `length` bytes at `start`. */
static int cells_of(const struct field_input *input, size_t start, size_t length)
{
	struct ch_buffer part = CH_BUFFER_EMPTY;
	int cells;

	ch_buffer_add_bytes(&part, input->text.text + start, length);
	cells = ch_text_width(part.text);
	ch_buffer_release(&part);
	return cells;
}

/* The byte of `row` at `cells` from its start. */
static size_t byte_at(const struct field_input *input, struct visual_row row, int cells)
{
	struct ch_buffer part = CH_BUFFER_EMPTY;
	size_t length;
	int width;

	ch_buffer_add_bytes(&part, input->text.text + row.start, row.length);
	length = ch_text_fit(part.text, cells, &width);
	/* The end of a row that wraps is the start of the next: stay on this one. */
	if (length == row.length && row.start + length == row.next && row.next < input->text.length && length > 0)
		length = previous_cluster(input, row.start + length) - row.start;
	ch_buffer_release(&part);
	return row.start + length;
}

static enum input_result move_to(struct field_input *input, size_t at)
{
	input->last_edit = EDIT_NONE;
	if (at == input->cursor)
		return INPUT_UNUSED;
	input->cursor = at;
	return INPUT_MOVED;
}

static enum input_result move_row(struct field_input *input, int direction)
{
	struct visual_row row = row_of(input, input->cursor, input->columns);
	int cells = cells_of(input, row.start, input->cursor - row.start);

	if (!input->lines || (direction < 0 && row.start == 0) || (direction > 0 && row.next == row.start) ||
	    (direction > 0 && row.next == input->text.length && input->text.text[row.next - 1] != '\n'))
		return INPUT_UNUSED;
	row = row_of(input, direction < 0 ? row.start - 1 : row.next, input->columns);
	return move_to(input, byte_at(input, row, cells));
}

static size_t row_edge(const struct field_input *input, bool end)
{
	struct visual_row row;

	if (!input->lines)
		return end ? input->text.length : 0;
	row = row_of(input, input->cursor, input->columns);
	return end ? byte_at(input, row, input->columns + 1) : row.start;
}

static enum input_result type_key(struct field_input *input, uint32_t key)
{
	char text[5];
	size_t length = key_utf8(key, text);

	if (ch_text_has_controls(text, false))
		return INPUT_UNUSED;
	return input_splice(input, input->cursor, input->cursor, text, length, EDIT_TYPE);
}

enum input_result input_key(struct field_input *input, uint32_t key)
{
	size_t at = input->cursor;

	if (key_is_text(key))
		return type_key(input, key);
	switch (key) {
	case K_ENTER:
		return input->lines ? input_splice(input, at, at, "\n", 1, EDIT_OTHER) : INPUT_UNUSED;
	case K_BACKSPACE:
		return input_splice(input, previous_cluster(input, at), at, "", 0, EDIT_ERASE);
	case K_DELETE:
		return input_splice(input, at, next_cluster(input, at), "", 0, EDIT_ERASE);
	case K_CTRL('W'):
		return input_splice(input, word_left(input), at, "", 0, EDIT_OTHER);
	case K_CTRL('U'):
		return input_clear(input);
	case K_CTRL('_'):
		return input_undo(input);
	case K_CTRL('R'):
		return input_redo(input);
	case K_LEFT:
		return move_to(input, previous_cluster(input, at));
	case K_RIGHT:
		return move_to(input, next_cluster(input, at));
	case K_WORD_LEFT:
		return move_to(input, word_left(input));
	case K_WORD_RIGHT:
		return move_to(input, word_right(input));
	case K_HOME:
	case K_CTRL('A'):
		return move_to(input, row_edge(input, false));
	case K_END:
	case K_CTRL('E'):
		return move_to(input, row_edge(input, true));
	case K_UP:
		return move_row(input, -1);
	case K_DOWN:
		return move_row(input, 1);
	default:
		return INPUT_UNUSED;
	}
}

int input_rows(const struct field_input *input, int columns)
{
	return input->lines ? row_of(input, input->text.length, columns).number + 1 : 1;
}

static void draw_line(struct field_input *input, struct canvas *canvas, struct rect area, unsigned style, bool focused)
{
	const char *text = input->text.text;
	int cells;

	if (!focused)
		input->left = 0;
	if (input->left > input->cursor)
		input->left = input->cursor;
	cells = cells_of(input, input->left, input->cursor - input->left);
	while (focused && input->left < input->cursor && cells >= area.width) { /* each cluster is measured once */
		size_t next = next_cluster(input, input->left);

		cells -= cells_of(input, input->left, next - input->left);
		input->left = next;
	}
	canvas_text(canvas, area, 0, 0, style, text + input->left);
	if (focused)
		canvas_cursor(canvas, area, cells, 0);
}

void input_draw(struct field_input *input, struct canvas *canvas, struct rect area, unsigned style, bool focused)
{
	struct visual_row at;
	struct ch_buffer part = CH_BUFFER_EMPTY;
	int first, cells, number = 0;

	canvas_fill(canvas, area, style);
	if (area.width <= 0 || area.height <= 0)
		return;
	input->columns = area.width > 2 ? area.width - 1 : 2; /* the cursor has a cell behind the longest row */
	if (!input->lines) {
		draw_line(input, canvas, area, style, focused);
		return;
	}
	at = row_of(input, input->cursor, input->columns);
	first = focused && at.number >= area.height ? at.number - area.height + 1 : 0;
	for (size_t start = 0; start < input->text.length && number < first + area.height; number++) {
		size_t next, length = ch_text_break(input->text.text + start, input->columns, &next);

		ch_buffer_clear(&part);
		ch_buffer_add_bytes(&part, input->text.text + start, length);
		if (number >= first)
			canvas_text(canvas, area, 0, number - first, style, part.text);
		start += next;
	}
	ch_buffer_release(&part);
	cells = cells_of(input, at.start, input->cursor - at.start);
	if (focused) /* a blank may hang over the edge */
		canvas_cursor(canvas, area, cells < area.width ? cells : area.width - 1, at.number - first);
}
