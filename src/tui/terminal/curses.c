/*
 * Two canvases: the one shown and the next one. Only cells in which they
 * differ are given to curses, which compares once more and finds the cheapest
 * bytes. Ctrl-C, Ctrl-Z, Ctrl-S and Ctrl-Q come as keys; Ctrl-\ still ends the
 * program through the crash handler, as the way out of a hang.
 */
#define NCURSES_WIDECHAR 1
#include <curses.h>

#include "tui/terminal/curses.h"

#include <langinfo.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#include "chiron/text.h"
#include "tui/terminal/curses_guard.h"
#include "tui/terminal/curses_input.h"
#include "tui/terminal/curses_output.h"
#include "tui/terminal/look.h"

enum {
	ESCAPE_DELAY_MS = 25,
	EVENTS_A_DRAWING = 64, /* keys that came at once are drawn at once */
	MARKS_MAX = CCHARW_MAX - 1
};

#define MOUSE_OFF "\033[?1006;1000l" /* as curses turned it on; a handler cannot ask curses */

struct terminal {
	SCREEN *screen;
	struct canvas shown, next;
	struct termios modes; /* before */
	const char *paste_on, *paste_off; /* "": the terminal has no such thing */
	bool utf8, colour;
	int watch_fd;
	struct output output;
	struct input input;
	struct look look;
};

/* ---- Start and stop ---- */

/* A string capability, "" where the terminal lacks it. */
static const char *capability(const char *name)
{
	const char *text = tigetstr(name);

	return text == NULL || text == (const char *)-1 ? "" : text;
}

/* Appends a capability without its padding marks. */
static void add_capability(struct ch_buffer *out, const char *text)
{
	while (*text != '\0') {
		if (text[0] == '$' && text[1] == '<' && strchr(text, '>') != NULL)
			text = strchr(text, '>') + 1;
		else
			ch_buffer_add_char(out, *text++);
	}
}

/* All that takes the terminal out of full-screen mode, for a handler that can ask nothing. */
static bool arm_guard(const struct terminal *terminal)
{
	struct ch_buffer restore = CH_BUFFER_EMPTY;
	bool armed;

	add_capability(&restore, terminal->paste_off);
	if (*capability("kmous") != '\0')
		ch_buffer_add(&restore, MOUSE_OFF);
	add_capability(&restore, capability("rmkx"));
	add_capability(&restore, capability("sgr0"));
	add_capability(&restore, capability("op"));
	add_capability(&restore, capability("cnorm"));
	if (*capability("rmcup") != '\0')
		add_capability(&restore, capability("rmcup"));
	else
		ch_buffer_add(&restore, "\r\n");
	armed = guard_start(&terminal->modes, restore.text, restore.length);
	ch_buffer_release(&restore);
	return armed;
}

/* How the terminal is told of pastes and the mouse. */
static void find_switches(struct terminal *terminal)
{
	terminal->paste_on = capability("BE");
	terminal->paste_off = capability("BD");
	if (*terminal->paste_on == '\0' && *capability("kmous") != '\0') { /* as new a terminal, an older terminfo */
		terminal->paste_on = "\033[?2004h";
		terminal->paste_off = "\033[?2004l";
	}
}

/* The colours, as far as the terminal has them. */
static void start_colour(struct terminal *terminal, const struct look *look)
{
	terminal->colour = look->colour && has_colors();
	if (!terminal->colour)
		return;
	start_color();
	use_default_colors();
	for (short i = 1; i < CANVAS_COLOUR_COUNT; i++)
		init_pair(i, (short)look->theme.styles[i].colour, -1);
}

/* All that the look decides; when it has changed, too. */
static void take_look(struct terminal *terminal, const struct look *look)
{
	terminal->look = *look;
	start_colour(terminal, look);
	terminal->next.ascii = look->ascii || !terminal->utf8;
	input_set_mouse(look->mouse);
	if (getenv("ESCDELAY") == NULL || look->escape_delay != ESCAPE_DELAY_MS)
		set_escdelay(look->escape_delay);
}

/* Flow control and signals off, so that their keys are ours; Ctrl-\ stays a signal. */
static void set_modes(void)
{
	struct termios modes;

	cbreak();
	noecho();
	nonl();
	if (tcgetattr(STDIN_FILENO, &modes) == 0) {
		modes.c_cc[VINTR] = modes.c_cc[VSUSP] = _POSIX_VDISABLE;
		modes.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
		tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
	}
	def_prog_mode();
}

/* The screen of the first kind of terminal that terminfo knows, NULL where there is none; in *name which it was. */
static SCREEN *open_screen(const char **name)
{
	const char *names[] = {getenv("TERM"), "xterm", "vt100"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		SCREEN *screen = names[i] != NULL && *names[i] != '\0' ? newterm(names[i], stdout, stdin) : NULL;

		*name = names[i];
		if (screen != NULL)
			return screen;
	}
	return NULL;
}

static enum ch_status terminal_start(struct terminal *terminal, struct app *app, struct ch_error *err)
{
	const char *wanted = getenv("TERM"), *name;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || tcgetattr(STDIN_FILENO, &terminal->modes) != 0) {
		ch_fail(err, CH_USAGE, _("the full screen needs a terminal, and this is none"));
		return ch_error_fix(err, _("`chiron today` prints what needs attention"));
	}
	terminal->screen = open_screen(&name);
	if (terminal->screen == NULL) {
		ch_fail(err, CH_UNAVAILABLE, _("the terminal \"%s\" is not known here, nor are xterm and vt100"),
			wanted != NULL ? wanted : "");
		return ch_error_fix(err, _("set TERM to a name that `toe` lists, or use the commands: `chiron today`"));
	}
	if (*capability("cup") == '\0') {
		endwin();
		delscreen(terminal->screen);
		ch_fail(err, CH_UNAVAILABLE, _("the terminal \"%s\" cannot place the cursor"), name);
		return ch_error_fix(err, _("`chiron today` prints what needs attention"));
	}
	if (wanted == NULL || strcmp(wanted, name) != 0)
		app_say(app, _("The terminal \"%s\" is not known here; taken for %s"), wanted != NULL ? wanted : "",
			name);
	set_modes();
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	intrflush(stdscr, FALSE);
	idlok(stdscr, TRUE);
	typeahead(-1); /* keys that wait are drawn together, in one frame: curses need not look for them */
	input_define_keys();
	find_switches(terminal);
	terminal->utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
	take_look(terminal, app->look);
	if (!arm_guard(terminal)) {
		endwin();
		delscreen(terminal->screen);
		return ch_fail(err, CH_UNAVAILABLE, _("no file descriptors are left to open the screen with"));
	}
	output_send(terminal->paste_on);
	output_open(&terminal->output);
	return CH_OK;
}

static void terminal_stop(struct terminal *terminal)
{
	endwin();
	output_send(terminal->paste_off);
	guard_stop();
	tcsetattr(STDIN_FILENO, TCSANOW, &terminal->modes);
	delscreen(terminal->screen);
	output_close(&terminal->output);
	canvas_release(&terminal->shown);
	canvas_release(&terminal->next);
	input_close(&terminal->input);
}

/* ---- Drawing ---- */

/*
 * What curses takes for a cell: a base and the marks on it. Joined emoji keep
 * their first, and variation selectors go: terminals disagree on their width.
 */
static void cell_characters(const struct terminal *terminal, const struct canvas_cell *cell,
			    wchar_t out[CCHARW_MAX + 1])
{
	mbstate_t state;
	const char *text = cell->text;
	size_t count = 0, left = strlen(text);

	memset(&state, 0, sizeof(state));
	while (left > 0 && count <= MARKS_MAX) {
		wchar_t character;
		size_t length = mbrtowc(&character, text, left, &state);

		if (length == 0 || length > left)
			break;
		text += length;
		left -= length;
		if (count > 0 && wcwidth(character) != 0)
			break;
		if (character != 0xfe0e && character != 0xfe0f && character != 0x200d)
			out[count++] = character;
	}
	out[count] = L'\0';
	if (count == 0 || wcwidth(out[0]) < 1 || wcwidth(out[0]) > cell->width) {
		out[0] = terminal->utf8 ? 0xfffd : L'?';
		out[1] = L'\0';
	}
}

/* The attributes of curses for those of a canvas. */
static attr_t attributes_of(unsigned style)
{
	return ((style & CANVAS_BOLD) != 0 ? A_BOLD : A_NORMAL) | ((style & CANVAS_DIM) != 0 ? A_DIM : A_NORMAL) |
	       ((style & CANVAS_REVERSE) != 0 ? A_REVERSE : A_NORMAL) |
	       ((style & CANVAS_UNDERLINE) != 0 ? A_UNDERLINE : A_NORMAL);
}

/* What a cell's style is to curses: attributes, and in *pair its colour. */
static attr_t style_of(const struct terminal *terminal, const struct canvas_cell *cell, short *pair)
{
	unsigned meaning = (cell->style & CANVAS_COLOUR) >> CANVAS_COLOUR_SHIFT;
	const struct theme_style *style = &terminal->look.theme.styles[meaning];

	*pair = terminal->colour && style->colour >= 0 ? (short)meaning : 0;
	return attributes_of(cell->style | style->attributes);
}

static void put_cell(const struct terminal *terminal, const struct canvas_cell *cell, int x, int y)
{
	short pair;
	attr_t attributes = style_of(terminal, cell, &pair);
	wchar_t characters[CCHARW_MAX + 1];
	cchar_t out;

	cell_characters(terminal, cell, characters);
	if (cell->width == 2 && wcwidth(characters[0]) == 1) { /* curses thinks it narrower: the second half is blank */
		setcchar(&out, L" ", attributes, pair, NULL);
		mvadd_wch(y, x + 1, &out);
	}
	setcchar(&out, characters, attributes, pair, NULL);
	mvadd_wch(y, x, &out);
}

/* How many of the cells differ, from the first on, that are letters of ASCII over what is no half of a wide cluster. */
static size_t count_letters(const struct canvas_cell *shown, const struct canvas_cell *next, size_t most)
{
	size_t count = 0;

	while (count < most && shown[count].width == 1 && next[count].text[0] >= ' ' && next[count].text[0] < 0x7f &&
	       next[count].text[1] == '\0' && !canvas_cell_equal(&shown[count], &next[count]))
		count++;
	return count;
}

/* put_cell() for what nearly all cells are, many at a time. */
static void put_letters(const struct terminal *terminal, const struct canvas_cell *cells, size_t count, int x, int y)
{
	chtype letters[CANVAS_SIDE_MAX];

	for (size_t i = 0; i < count; i++) {
		short pair;
		attr_t attributes = style_of(terminal, &cells[i], &pair);

		letters[i] = (chtype)cells[i].text[0] | attributes | (chtype)COLOR_PAIR(pair);
	}
	mvaddchnstr(y, x, letters, (int)count);
}

/* Gives curses the cells of a row that differ from those shown; false where none does. */
static bool put_row(struct terminal *terminal, int y)
{
	size_t width = (size_t)terminal->next.width, from = (size_t)y * width;
	struct canvas_cell *shown = &terminal->shown.cells[from];
	const struct canvas_cell *next = &terminal->next.cells[from];

	if (memcmp(shown, next, width * sizeof(*next)) == 0)
		return false;
	for (size_t x = 0; x < width; x++) {
		size_t letters = count_letters(shown + x, next + x, width - x);

		if (letters > 0) {
			put_letters(terminal, next + x, letters, (int)x, y);
			x += letters - 1;
		} else if (next[x].width > 0 && !canvas_cell_equal(&shown[x], &next[x])) {
			put_cell(terminal, &next[x], (int)x, y);
		}
	}
	memcpy(shown, next, width * sizeof(*next));
	return true;
}

/* Scrolls what curses has, and what is known to be shown, as the rows of the canvas were: few cells then differ. */
static void scroll_rows(struct terminal *terminal)
{
	const struct canvas_moved moved = terminal->next.moved;
	struct rect rows = {.y = moved.y, .width = terminal->shown.width, .height = moved.height};
	int come = abs(moved.up);

	terminal->next.moved.up = 0;
	if (moved.up == 0)
		return;
	canvas_move_up(&terminal->shown, rows, moved.up);
	canvas_fill(&terminal->shown, rect_part(rows, 0, moved.up > 0 ? rows.height - come : 0, rows.width, come),
		    CANVAS_PLAIN);
	memset(terminal->next.touched + rows.y, true, (size_t)rows.height);
	scrollok(stdscr, TRUE);
	setscrreg(rows.y, rows.y + rows.height - 1);
	scrl(moved.up);
	setscrreg(0, LINES - 1);
	scrollok(stdscr, FALSE);
}

static void show(struct terminal *terminal)
{
	struct canvas *shown = &terminal->shown, *next = &terminal->next;
	bool changed = shown->cursor_x != next->cursor_x || shown->cursor_y != next->cursor_y;

	scroll_rows(terminal);
	for (int y = 0; y < next->height; y++) {
		if (next->touched[y] && put_row(terminal, y))
			changed = true;
		next->touched[y] = false;
	}
	if (!changed && !is_cleared(stdscr))
		return;
	output_begin(&terminal->output);
	curs_set(next->cursor_x >= 0 ? 1 : 0);
	if (next->cursor_x >= 0)
		move(next->cursor_y, next->cursor_x);
	refresh();
	output_end(&terminal->output, terminal->look.whole_frames);
	shown->cursor_x = next->cursor_x;
	shown->cursor_y = next->cursor_y;
}

static void draw(struct terminal *terminal, struct app *app)
{
	if (app->look_changed) {
		take_look(terminal, app->look);
		erase();
		canvas_clear(&terminal->shown);
	}
	if (app->redraw || app->look_changed)
		clearok(stdscr, TRUE);
	app->redraw = app->look_changed = false;
	app_draw(app, &terminal->next);
	show(terminal);
}

/* Takes the window's present size: everything is sent again. */
static void resize(struct terminal *terminal, struct event *event)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0)
		size = (struct winsize){.ws_row = (unsigned short)LINES, .ws_col = (unsigned short)COLS};
	resizeterm(size.ws_row, size.ws_col);
	canvas_resize(&terminal->shown, size.ws_col, size.ws_row);
	canvas_resize(&terminal->next, size.ws_col, size.ws_row);
	erase();
	clearok(stdscr, TRUE);
	event->type = EVENT_RESIZE;
	event->width = size.ws_col;
	event->height = size.ws_row;
}

/* ---- The loop ---- */

static int64_t milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* To the shell and back; the whole screen is sent again. */
static void suspend(struct terminal *terminal, struct event *event)
{
	endwin();
	output_send(terminal->paste_off);
	guard_suspend();
	reset_prog_mode();
	output_send(terminal->paste_on);
	resize(terminal, event);
}

static void drain(int fd)
{
	char bytes[4096];
	ssize_t got = read(fd, bytes, sizeof(bytes));

	(void)got; /* what is left makes it readable again */
}

/* What signals asked for; false where nothing did. */
static bool signal_event(struct terminal *terminal, struct app *app, struct event *event)
{
	unsigned noted = guard_take();

	if ((noted & GUARD_END) != 0)
		event->type = EVENT_END;
	else if ((noted & GUARD_RESIZE) != 0)
		resize(terminal, event);
	if ((noted & GUARD_SUSPEND) != 0)
		app->suspend = true;
	return noted != 0;
}

/* Waits, without end when `wait`, for the next event; false where there is none. */
static bool next_event(struct terminal *terminal, struct app *app, bool wait, struct event *event)
{
	struct pollfd fds[] = {{.fd = STDIN_FILENO, .events = POLLIN},
			       {.fd = guard_fd(), .events = POLLIN},
			       {.fd = terminal->watch_fd, .events = POLLIN}}; /* poll() passes over -1 */

	*event = (struct event){.type = EVENT_NONE};
	if (terminal->input.pushed == 0 && poll(fds, 3, wait ? -1 : 0) <= 0)
		return false;
	event->at = milliseconds();
	if (terminal->input.pushed != 0)
		return input_read(&terminal->input, event);
	if ((fds[1].revents & POLLIN) != 0)
		return signal_event(terminal, app, event);
	if ((fds[0].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0) {
		event->type = EVENT_END;
		return true;
	}
	if ((fds[0].revents & POLLIN) != 0) {
		int bytes = 0;

		if (input_read(&terminal->input, event))
			return true;
		if (ioctl(STDIN_FILENO, FIONREAD, &bytes) != 0 || (bytes == 0 && poll(fds, 1, 0) > 0))
			event->type = EVENT_END; /* readable, and nothing to read: it is gone */
		return event->type == EVENT_END;
	}
	if ((fds[2].revents & (POLLIN | POLLHUP | POLLERR)) != 0) {
		drain(terminal->watch_fd);
		event->type = EVENT_TICK;
		return true;
	}
	return false;
}

/* What work needs of the loop while it does not turn. */
struct outside { struct terminal *terminal; struct app *app; };

static bool outside_next(void *data, struct event *event)
{
	const struct outside *outside = data;

	return next_event(outside->terminal, outside->app, false, event);
}

static void outside_draw(void *data)
{
	const struct outside *outside = data;

	draw(outside->terminal, outside->app);
}

static bool event_comes(const struct outside *outside, int wait_ms)
{
	struct pollfd fds[] = {{.fd = STDIN_FILENO, .events = POLLIN}, {.fd = guard_fd(), .events = POLLIN}};

	return outside->terminal->input.pushed != 0 || poll(fds, 2, wait_ms) != 0;
}

static bool outside_waiting(void *data)
{
	return event_comes(data, 0);
}

static bool outside_rest(void *data, int wait_ms)
{
	return event_comes(data, wait_ms);
}

static int64_t outside_now(void *data)
{
	(void)data;
	return milliseconds();
}

static void loop(struct terminal *terminal, struct app *app)
{
	struct outside outside = {.terminal = terminal, .app = app};
	struct event event = {.type = EVENT_NONE};

	app->outside = (struct app_outside){.next = outside_next, .draw = outside_draw, .now = outside_now,
					    .waiting = outside_waiting, .rest = outside_rest, .data = &outside};
	resize(terminal, &event);
	app_handle(app, &event);
	while (!app->quit) {
		draw(terminal, app);
		while (!outside_waiting(&outside) && app_settle(app))
			draw(terminal, app);
		for (int i = 0; i < EVENTS_A_DRAWING && !app->quit && !app->suspend; i++) {
			if (!next_event(terminal, app, i == 0, &event))
				break;
			app_handle(app, &event);
		}
		if (app->suspend && !app->quit) {
			app->suspend = false;
			suspend(terminal, &event);
			app_handle(app, &event);
			event.type = EVENT_CONTINUE;
			app_handle(app, &event);
		}
	}
}

enum ch_status curses_run(struct app *app, const struct curses_options *options, struct ch_error *err)
{
	struct terminal terminal = {.shown = CANVAS_EMPTY,
				    .next = CANVAS_EMPTY,
				    .input = INPUT_READER_EMPTY,
				    .output = OUTPUT_CLOSED,
				    .watch_fd = options->watch_fd};
	enum ch_status status = terminal_start(&terminal, app, err);

	if (status != CH_OK)
		return status;
	loop(&terminal, app);
	terminal_stop(&terminal);
	return CH_OK;
}
