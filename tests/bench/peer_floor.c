/*
 * The floor: what a list in the terminal costs at least with ncurses. A million
 * lines of a memory-mapped file, all of the same length; focus in the gutter;
 * nothing is formatted, filtered, named or counted.
 *
 *     peer_floor FILE
 */
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <fcntl.h>
#include <locale.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static void draw(const char *lines, long length, long count, long top, long at)
{
	for (int y = 0; y < LINES - 2; y++) {
		long line = top + y;

		move(y, 0);
		addstr(line == at ? "> " : "  ");
		if (line < count)
			addnstr(lines + line * length, (int)length - 1 < COLS - 2 ? (int)length - 1 : COLS - 2);
		clrtoeol();
	}
	mvprintw(LINES - 1, 0, "%ld of %ld", at + 1, count);
	clrtoeol();
	move((int)(at - top), 0);
	refresh();
}

int main(int argc, char **argv)
{
	long length, count, top = 0, at = 0;
	const char *lines, *end;
	struct stat file;
	int fd = argc > 1 ? open(argv[1], O_RDONLY) : -1, key;

	setlocale(LC_ALL, "");
	if (fd < 0 || fstat(fd, &file) != 0)
		return 1;
	lines = mmap(NULL, (size_t)file.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (lines == MAP_FAILED || (end = memchr(lines, '\n', (size_t)file.st_size)) == NULL)
		return 1;
	length = end - lines + 1;
	count = file.st_size / length;
	initscr();
	cbreak();
	noecho();
	keypad(stdscr, TRUE);
	idlok(stdscr, TRUE);
	set_escdelay(25);
	do {
		draw(lines, length, count, top, at);
		key = getch();
		at += key == 'j' ? 1 : key == KEY_NPAGE ? LINES - 2 : 0;
		at -= key == 'k' && at > top;
		at = at >= count ? count - 1 : at;
		if (key == KEY_NPAGE)
			top = at;
		if (at >= top + LINES - 2)
			top = at - LINES + 3;
	} while (key != 'q');
	endwin();
	return 0;
}
