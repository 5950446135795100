/*
 * Earlier lines, and the file that keeps them: a line each, oldest first, open
 * to its owner only, since names are typed. It is written anew after each line
 * and moved into place.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "chiron/text.h"
#include "tui/widgets/prompt.h"

enum { FOLDER_MODE = 0700, FILE_MODE = 0600, LINE_SIZE = 2000 };

static void add(struct prompt_history *history, const char *text)
{
	struct ch_buffer line = CH_BUFFER_EMPTY;

	if (history->count == PROMPT_HISTORY_MAX) {
		ch_buffer_release(&history->lines[0]);
		memmove(&history->lines[0], &history->lines[1], (PROMPT_HISTORY_MAX - 1) * sizeof(line));
		history->count--;
	}
	ch_buffer_add(&line, text);
	history->lines[history->count++] = line;
}

/* ---- The file ---- */

static bool make_folders(char *path)
{
	for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		bool made = mkdir(path, FOLDER_MODE) == 0 || errno == EEXIST;
		*slash = '/';
		if (!made)
			return false;
	}
	return true;
}

static void save(const struct prompt_history *history)
{
	struct ch_buffer path = CH_BUFFER_EMPTY;
	bool written;
	int fd;

	ch_buffer_printf(&path, "%s.new", history->path.text);
	fd = make_folders(path.text) ? open(path.text, O_CREAT | O_TRUNC | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, FILE_MODE)
				     : -1;
	if (fd >= 0) {
		FILE *file = fdopen(fd, "w");

		for (size_t i = 0; i < history->count; i++)
			fprintf(file, "%s\n", history->lines[i].text);
		written = fclose(file) == 0;
		if (!written || rename(path.text, history->path.text) != 0)
			unlink(path.text);
	}
	ch_buffer_release(&path);
}

static void load(struct prompt_history *history)
{
	FILE *file = fopen(history->path.text, "re");
	char line[LINE_SIZE];

	if (file == NULL)
		return;
	while (fgets(line, sizeof(line), file) != NULL) {
		size_t length = strcspn(line, "\n");

		line[length] = '\0';
		if (length > 0 && ch_text_valid(line, length) == length)
			add(history, line);
	}
	fclose(file);
}

/* ---- For prompts ---- */

void prompt_history_keep(struct prompt_history *history, const char *folder, const char *name)
{
	if (folder == NULL)
		return;
	history->path = CH_BUFFER_EMPTY;
	ch_buffer_printf(&history->path, "%s/%s", folder, name);
	load(history);
}

void prompt_history_add(struct prompt_history *history, const char *text)
{
	if (*text == '\0' || strchr(text, '\n') != NULL ||
	    (history->count > 0 && strcmp(history->lines[history->count - 1].text, text) == 0))
		return;
	add(history, text);
	if (history->path.length > 0)
		save(history);
}

void prompt_history_release(struct prompt_history *history)
{
	for (size_t i = 0; i < history->count; i++)
		ch_buffer_release(&history->lines[i]);
	if (history->path.length > 0)
		ch_buffer_release(&history->path);
	*history = (struct prompt_history){.count = 0};
}
