#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

#include <cmocka.h>
#include <vterm.h>

#include "child.h"
#include "pty.h"

#define CHUNK 4096
#define TYPING_MS 10000 /* how long typed keys may wait to be read */
#define MAX_ADDED 64	/* entries of the environment */
#define CELL_BYTES (VTERM_MAX_CHARS_PER_CELL * 4)
#define MAX_MODE 3000 /* private modes known to terminals are below */

struct pty {
	struct child child;
	int master;
	bool drained; /* the program ended and nothing of its output is left */
	struct termios before;
	int rows;
	int columns;
	VTerm *terminal;
	VTermScreen *screen;
	bool cursor_shown;
	char *raw;
	size_t raw_length;
	char *text; /* rows * (columns * CELL_BYTES + 1) + 1 bytes: what pty_screen() gives */
	char why[80];
};

static void write_all(struct pty *pty, const char *bytes, size_t length);

static int on_property(VTermProp property, VTermValue *value, void *user)
{
	struct pty *pty = user;

	if (property == VTERM_PROP_CURSORVISIBLE)
		pty->cursor_shown = value->boolean;
	return 1;
}

/* What the terminal answers by itself, as to a question for its kind. */
static void on_answer(const char *bytes, size_t length, void *user)
{
	write_all(user, bytes, length);
}

static const VTermScreenCallbacks callbacks = {.settermprop = on_property};

static void make_screen(struct pty *pty)
{
	pty->terminal = vterm_new(pty->rows, pty->columns);
	assert_non_null(pty->terminal);
	vterm_set_utf8(pty->terminal, 1);
	vterm_output_set_callback(pty->terminal, on_answer, pty);
	pty->screen = vterm_obtain_screen(pty->terminal);
	vterm_screen_set_callbacks(pty->screen, &callbacks, pty);
	vterm_screen_enable_altscreen(pty->screen, 1);
	vterm_screen_reset(pty->screen, 1);
}

static void make_text(struct pty *pty)
{
	free(pty->text);
	pty->text = calloc((size_t)pty->rows * ((size_t)pty->columns * CELL_BYTES + 1) + 1, 1);
	assert_non_null(pty->text);
}

static _Noreturn void become_program(const struct pty_options *options, int terminal)
{
	const char *environment[MAX_ADDED + 2] = {"TERM=xterm-256color"};

	for (int i = 0; options->environment && options->environment[i] && i < MAX_ADDED; i++)
		environment[i + 1] = options->environment[i];
	login_tty(terminal);
	child_exec(&(struct child_options){.arguments = options->arguments,
					   .environment = environment,
					   .directory = options->directory});
}

struct pty *pty_start(const struct pty_options *options)
{
	struct pty *pty = calloc(1, sizeof(*pty));
	int slave;

	assert_non_null(pty);
	pty->rows = options->rows ? options->rows : 24;
	pty->columns = options->columns ? options->columns : 80;
	struct winsize size = {.ws_row = (unsigned short)pty->rows, .ws_col = (unsigned short)pty->columns};
	pty->raw = calloc(1, 1);
	pty->cursor_shown = true;
	make_screen(pty);
	make_text(pty);
	assert_int_equal(openpty(&pty->master, &slave, NULL, NULL, &size), 0);
	assert_int_equal(tcgetattr(pty->master, &pty->before), 0);
	child_prepare();
	pty->child = (struct child){.pid = fork()};
	assert_true(pty->child.pid >= 0);
	if (pty->child.pid == 0) {
		close(pty->master);
		become_program(options, slave);
	}
	/* With our end of the terminal closed, reading says when the last of the output has come. */
	close(slave);
	fcntl(pty->master, F_SETFL, O_NONBLOCK);
	return pty;
}

void pty_free(struct pty *pty)
{
	if (!pty)
		return;
	child_kill(&pty->child);
	if (pty->master >= 0)
		close(pty->master);
	vterm_free(pty->terminal);
	free(pty->text);
	free(pty->raw);
	free(pty);
}

/* Takes in all that was written so far. */
static void pump(struct pty *pty)
{
	char chunk[CHUNK];
	ssize_t got;

	while ((got = read(pty->master, chunk, sizeof(chunk))) > 0) {
		pty->raw = realloc(pty->raw, pty->raw_length + (size_t)got + 1);
		assert_non_null(pty->raw);
		memcpy(pty->raw + pty->raw_length, chunk, (size_t)got);
		pty->raw_length += (size_t)got;
		pty->raw[pty->raw_length] = '\0';
		vterm_input_write(pty->terminal, chunk, (size_t)got);
	}
	/* EIO is how Linux says that no process has the terminal open any more. */
	if (got == 0 || (errno != EAGAIN && errno != EINTR))
		pty->drained = true;
}

/* Waits for output, for room to write when `writing`, or for the program's end. */
static void wait_more(struct pty *pty, bool writing, int64_t deadline)
{
	fd_set readable, writable;

	FD_ZERO(&readable);
	FD_ZERO(&writable);
	if (!pty->drained)
		FD_SET(pty->master, &readable);
	if (writing)
		FD_SET(pty->master, &writable);
	child_wait(&pty->child, pty->master, &readable, &writable, deadline);
}

static void write_all(struct pty *pty, const char *bytes, size_t length)
{
	int64_t deadline = child_now() + TYPING_MS;

	while (length > 0 && !pty->drained && child_now() < deadline) {
		ssize_t put = write(pty->master, bytes, length);

		if (put > 0) {
			bytes += put;
			length -= (size_t)put;
		} else {
			wait_more(pty, true, deadline);
		}
	}
}

void pty_keys(struct pty *pty, const char *keys)
{
	pump(pty);
	write_all(pty, keys, strlen(keys));
}

void pty_resize(struct pty *pty, int rows, int columns)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};

	pump(pty);
	pty->rows = rows;
	pty->columns = columns;
	make_text(pty);
	vterm_set_size(pty->terminal, rows, columns);
	assert_int_equal(ioctl(pty->master, TIOCSWINSZ, &size), 0);
}

static bool wait_text(struct pty *pty, const char *text, bool shown, int timeout_ms)
{
	int64_t deadline = child_now() + timeout_ms;

	for (;;) {
		pump(pty);
		if (pty_find(pty, text, NULL, NULL) == shown)
			return true;
		if (pty->drained || child_now() >= deadline)
			break;
		wait_more(pty, false, deadline);
	}
	print_error("# the screen should %sshow \"%s\"; it is\n", shown ? "" : "not ", text);
	for (const char *row = pty_screen(pty); *row; row = strchr(row, '\n') + 1)
		print_error("# |%.*s\n", (int)strcspn(row, "\n"), row);
	return false;
}

bool pty_wait_for(struct pty *pty, const char *text, int timeout_ms)
{
	return wait_text(pty, text, true, timeout_ms);
}

bool pty_wait_gone(struct pty *pty, const char *text, int timeout_ms)
{
	return wait_text(pty, text, false, timeout_ms);
}

bool pty_wait_exit(struct pty *pty, int timeout_ms)
{
	int64_t deadline = child_now() + timeout_ms;

	for (;;) {
		pump(pty);
		if ((pty->child.ended && pty->drained) || child_now() >= deadline)
			return pty->child.ended && pty->drained;
		wait_more(pty, false, deadline);
	}
}

int pty_exit_status(const struct pty *pty)
{
	return pty->child.ended ? pty->child.status : -1;
}

void pty_signal(struct pty *pty, int signal)
{
	assert_int_equal(kill(pty->child.pid, signal), 0);
}

bool pty_hang_up(struct pty *pty, int timeout_ms)
{
	int64_t deadline = child_now() + timeout_ms;

	close(pty->master);
	pty->master = -1;
	pty->drained = true;
	while (!pty->child.ended && child_now() < deadline)
		child_wait(&pty->child, -1, NULL, NULL, deadline);
	return pty->child.ended;
}

static size_t put_utf8(char *out, uint32_t point)
{
	if (point < 0x80) {
		out[0] = (char)point;
		return 1;
	}
	size_t length = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
	for (size_t i = length - 1; i > 0; i--, point >>= 6)
		out[i] = (char)(0x80 | (point & 0x3f));
	out[0] = (char)((0xf00U >> length & 0xff) | point);
	return length;
}

static int cell_text(struct pty *pty, int row, int column, char out[CELL_BYTES], size_t *length)
{
	VTermScreenCell cell = {.width = 1};

	vterm_screen_get_cell(pty->screen, (VTermPos){.row = row, .col = column}, &cell);
	*length = 0;
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
		*length += put_utf8(out + *length, cell.chars[i]);
	if (*length == 0)
		out[(*length)++] = ' ';
	return cell.width > 1 ? cell.width : 1;
}

/* Writes a row without its trailing blanks; gives where it ends. */
static char *put_row(struct pty *pty, int row, char *out)
{
	char *end = out;
	size_t length;

	for (int column = 0; column < pty->columns;) {
		column += cell_text(pty, row, column, out, &length);
		out += length;
		if (out[-1] != ' ')
			end = out;
	}
	*end = '\0';
	return end;
}

const char *pty_screen(struct pty *pty)
{
	char *out = pty->text;

	pump(pty);
	for (int row = 0; row < pty->rows; row++) {
		out = put_row(pty, row, out);
		*out++ = '\n';
	}
	*out = '\0';
	return pty->text;
}

/* The column of the cell that holds byte `offset` of a row's text. */
static int column_of(struct pty *pty, int row, size_t offset)
{
	char bytes[CELL_BYTES];
	size_t passed = 0;
	size_t length;
	int column = 0;

	for (;;) {
		int width = cell_text(pty, row, column, bytes, &length);

		passed += length;
		if (passed > offset || column + width >= pty->columns)
			return column;
		column += width;
	}
}

bool pty_find(struct pty *pty, const char *text, int *row, int *column)
{
	for (int r = 0; r < pty->rows; r++) {
		put_row(pty, r, pty->text);
		const char *found = strstr(pty->text, text);
		if (!found)
			continue;
		if (row)
			*row = r;
		if (column)
			*column = column_of(pty, r, (size_t)(found - pty->text));
		return true;
	}
	return false;
}

bool pty_marked(struct pty *pty, int row, int column)
{
	VTermScreenCell cell;

	if (!vterm_screen_get_cell(pty->screen, (VTermPos){.row = row, .col = column}, &cell))
		return false;
	return cell.attrs.bold || cell.attrs.reverse || cell.attrs.underline || !VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) ||
	       !VTERM_COLOR_IS_DEFAULT_BG(&cell.bg);
}

bool pty_cursor(struct pty *pty, int *row, int *column)
{
	VTermPos position;

	pump(pty);
	vterm_state_get_cursorpos(vterm_obtain_state(pty->terminal), &position);
	*row = position.row;
	*column = position.col;
	return pty->cursor_shown;
}

const char *pty_raw(const struct pty *pty, size_t *length)
{
	if (length)
		*length = pty->raw_length;
	return pty->raw;
}

/* Private modes that are on in a terminal at rest: wrapping at the margin, the cursor. */
static bool on_at_rest(long mode)
{
	return mode == 7 || mode == 25;
}

/* Reads one "CSI ? mode ; mode h" (or l) after its "?" and notes which modes are not at rest. */
static void note_modes(const char *parameters, bool changed[MAX_MODE])
{
	size_t length = strspn(parameters, "0123456789;");
	char final = parameters[length];
	char *next;

	if (final != 'h' && final != 'l')
		return;
	for (const char *at = parameters; at < parameters + length; at = next + 1) {
		long mode = strtol(at, &next, 10);

		if (mode >= 0 && mode < MAX_MODE)
			changed[mode] = (final == 'h') != on_at_rest(mode);
	}
}

static bool same_line_settings(const struct termios *a, const struct termios *b)
{
	return a->c_iflag == b->c_iflag && a->c_oflag == b->c_oflag && a->c_cflag == b->c_cflag &&
	       a->c_lflag == b->c_lflag && memcmp(a->c_cc, b->c_cc, sizeof(a->c_cc)) == 0;
}

bool pty_modes_restored(struct pty *pty, const char **why)
{
	bool changed[MAX_MODE] = {false};
	struct termios now;

	pty->why[0] = '\0';
	for (const char *at = pty->raw; (at = strstr(at, "\033[?")); at += 3)
		note_modes(at + 3, changed);
	for (int mode = 0; mode < MAX_MODE; mode++)
		if (changed[mode])
			snprintf(pty->why, sizeof(pty->why), "private mode %d was left changed", mode);
	if (tcgetattr(pty->master, &now) != 0 || !same_line_settings(&pty->before, &now))
		snprintf(pty->why, sizeof(pty->why), "the line settings differ from those at the start");
	if (why)
		*why = pty->why;
	return pty->why[0] == '\0';
}
