/*
 * Nothing is listed by hand but why a step of the demonstration is not to be
 * expected: all else is found where it is, and what is not found says so.
 */
#include "gen/docs_faces.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/check.h"
#include "cli/command.h"
#include "core/check/check_file.h"
#include "core/report/page_file.h"
#include "core/report/report_file.h"
#include "tui/command.h"

enum { HEADING_SIZE = 200 };

/* ---- Files ----------------------------------------------------------------------------------- */

/* The whole file, with a blank for each end of a line but before a heading or a step; free() it. */
static char *read_whole(const char *path)
{
	FILE *file = fopen(path, "r");
	char *text = NULL;
	long size;

	if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) < 0 ||
	    fseek(file, 0, SEEK_SET) != 0) {
		fprintf(stderr, "%s cannot be read\n", path);
		exit(1);
	}
	text = calloc(1, (size_t)size + 1);
	if (text == NULL || fread(text, 1, (size_t)size, file) != (size_t)size)
		exit(1);
	fclose(file);
	return text;
}

static bool in_word(char c)
{
	return isalnum((unsigned char)c) || c == '_' || c == '-';
}

static bool is_space(char c)
{
	return c == ' ' || c == '\n';
}

/* ---- In the guide ----------------------------------------------------------------------------- */

/* Whether the words stand here; a break of the line is a blank. */
static bool stands_at(const char *at, const char *words)
{
	for (; *words != '\0'; words++, at++)
		if (*words == ' ' ? !is_space(*at) : *at != *words)
			return false;
	return !in_word(*at);
}

/* Whether "config list|get|set" stands here for "config get". */
static bool stands_among(const char *at, const char *words)
{
	const char *last = strchr(words, ' ');
	size_t first = last != NULL ? (size_t)(last - words) : 0;

	if (last == NULL || strncmp(at, words, first) != 0 || !is_space(at[first]))
		return false;
	for (at += first + 1; in_word(*at); at += *at == '|') {
		size_t length = 0;

		while (in_word(at[length]))
			length++;
		if (length == strlen(last + 1) && strncmp(at, last + 1, length) == 0)
			return true;
		at += length;
	}
	return false;
}

static const char *find_words(const char *text, const char *words)
{
	for (const char *at = text; *at != '\0'; at++)
		if ((at == text || !in_word(at[-1])) && (stands_at(at, words) || stands_among(at, words)))
			return at;
	return NULL;
}

/* The heading that stands before this place. */
static void print_heading(const char *text, const char *place)
{
	char heading[HEADING_SIZE] = "";

	for (const char *at = text; at < place; at++)
		if ((at == text || at[-1] == '\n') && strncmp(at, "## ", 3) == 0)
			snprintf(heading, sizeof(heading), "%.*s", (int)strcspn(at + 3, "\n"), at + 3);
	fputs(*heading != '\0' ? heading : "at the top", stdout);
}

static void print_guide(const char *guide, const char *words)
{
	const char *place = find_words(guide, words);

	if (place == NULL)
		fputs(FACES_NOWHERE, stdout);
	else
		print_heading(guide, place);
}

/* ---- On the screen ------------------------------------------------------------------------------ */

struct face {
	const char *typed;
	enum command command; /* COMMAND_NONE: a screen, or only the shell has it */
	const char *place;    /* NULL: anywhere */
	const char *why;      /* only the shell has it */
};

static const struct face faces[] = {
#define REMEDY(typed, command, place) {typed, COMMAND_##command, place, NULL},
#define SCREEN(typed, screen) {typed, COMMAND_NONE, screen, NULL},
#define SHELL(typed, why) {typed, COMMAND_NONE, NULL, why},
#include "tui/widgets/remedy.def"
#undef REMEDY
#undef SCREEN
#undef SHELL
};

static const struct face *face_of(const char *words)
{
	const struct face *best = NULL;

	for (size_t i = 0; i < sizeof(faces) / sizeof(faces[0]); i++) {
		size_t length = strlen(faces[i].typed);

		if (strncmp(words, faces[i].typed, length) == 0 && !in_word(words[length]) &&
		    (best == NULL || length > strlen(best->typed)))
			best = &faces[i];
	}
	return best;
}

static void print_screen(const char *words)
{
	const struct face *face = face_of(words);

	if (face == NULL) {
		fputs(FACES_NOWHERE, stdout);
	} else if (face->why != NULL) {
		printf("no: %s", face->why);
	} else if (face->command == COMMAND_NONE) {
		fputs(face->place, stdout);
	} else {
		const struct command_info *info = command_info(face->command);
		size_t key = strcspn(info->keys, " ");

		if (key > 0)
			printf("`%.*s`", (int)key, info->keys);
		else
			printf("`:%s`", info->label);
		printf("%s%s", face->place != NULL ? " " : "", face->place != NULL ? face->place : "");
	}
}

/* ---- In the demonstration ------------------------------------------------------------------------ */

/* Why no step does it: of a whole command, or of all that end in this word. */
static const struct {
	const char *words, *why;
} without_step[] = {
	{"list", "reads"},
	{"show", "reads"},
	{"find", "reads"},
	{"areas", "reads"},
	{"get", "reads"},
	{"columns", "reads"},
	{"mappings", "reads"},
	{"today", "reads"},
	{"check", "reads"},
	{"report", "reads"},
	{"history", "reads"},
	{"advise", "reads"},
	{"audit list", "reads"},
	{"verify", "reads"},
	{"help", "reads"},
	{"completion", "reads"},
	{"erased", "reads"},
	{"erase", "for good"},
	{"set", "changes"},
	{"remove", "changes"},
	{"drop", "changes"},
	{"word", "changes"},
	{"so-far", "changes"},
	{"finish", "changes"},
	{"redo", "changes"},
	{"forget", "changes"},
	{"import undo", "changes"},
	{"release", "changes"},
	{"export", "a file"},
	{"backup", "a file"},
	{"restore", "a file"},
	{"disclose", "a file"},
	{"log", "as `session log`"},
	{"init", "makes it"},
	{"demo", "makes it"},
	{"config set", "yours alone"},
	{"action review", "as `action done`, `carry` and `drop`"},
	{"import sessions", "as `session log`"},
	{"import enrolments", "as `import people`"},
	{"import credentials", "as `credential add`"},
	{"import actions", "as `session log`"},
	{"import feedback", "as `feedback record`"},
};

static const char *why_without_step(const char *words)
{
	const char *last = strrchr(words, ' ');

	for (size_t i = 0; i < sizeof(without_step) / sizeof(without_step[0]); i++)
		if (strcmp(without_step[i].words, words) == 0)
			return without_step[i].why;
	for (size_t i = 0; last != NULL && i < sizeof(without_step) / sizeof(without_step[0]); i++)
		if (strcmp(without_step[i].words, last + 1) == 0)
			return without_step[i].why;
	return NULL;
}

/* How many steps, as "DATE ACTOR: WORDS ...", do it. */
static size_t count_steps(const char *steps, const char *words)
{
	size_t count = 0;

	for (const char *at = strstr(steps, ": "); at != NULL; at = strstr(at + 2, ": "))
		count += stands_at(at + 2, words);
	return count;
}

static void print_demonstration(const char *steps, const char *words)
{
	const char *why = why_without_step(words);
	size_t count = count_steps(steps, words);

	if (count > 0)
		printf("%zu step%s", count, count == 1 ? "" : "s");
	else
		fputs(why != NULL ? why : FACES_NOWHERE, stdout);
}

/* ---- Reports and checks ----------------------------------------------------------------------------- */

static bool is_on_page(const struct page_file *page, const char *report)
{
	for (size_t i = 0; i < page->part_count; i++)
		if (page->parts[i].kind == CH_PAGE_REPORT && strcmp(page->parts[i].text, report) == 0)
			return true;
	return false;
}

static void print_reports_of_guide(const char *guide)
{
	size_t reports, pages;
	const struct report_file *files = report_file_all(&reports);
	const struct page_file *page_files = page_file_all(&pages);

	puts("\n## Reports\n\nAll stand in 6 Reports of the screen and in `chiron report`.\n\n"
	     "| report | on the pages | in the guide |\n|---|---|---|");
	for (size_t i = 0; i < pages; i++) {
		printf("| `%s` | is one | ", page_files[i].info.name);
		print_guide(guide, page_files[i].info.name);
		puts(" |");
	}
	for (size_t i = 0; i < reports; i++) {
		const char *name = files[i].info.name, *comma = "";

		printf("| `%s` | ", name);
		for (size_t j = 0; j < pages; j++)
			if (is_on_page(&page_files[j], name)) {
				printf("%s%s", comma, page_files[j].info.name);
				comma = ", ";
			}
		fputs(" | ", stdout);
		if (find_words(guide, name) == NULL && *comma != '\0')
			fputs("with its page", stdout);
		else
			print_guide(guide, name);
		puts(" |");
	}
}

static void print_checks_on_screen(void)
{
	size_t count;
	const struct check_file *files = check_file_all(&count);

	puts("\n## Checks\n\nEach is described in [checks](checks.md), and shown by `chiron check` and, on the screen, "
	     "under\n"
	     "`:all findings` in Today.\n\n"
	     "| check | where besides |\n|---|---|");
	for (size_t i = 0; i < count; i++) {
		const char *before = "when asked to ";

		printf("| `%s` | ", files[i].info.name);
		if (files[i].info.harm > 0) {
			fputs("among what needs you", stdout);
			before = "; when asked to ";
		}
		for (int op = CH_NO_OPERATION + 1; op < CH_OPERATION_COUNT; op++)
			if (files[i].gates[op]) {
				printf("%s%s", before, ch_operation_info((enum ch_operation)op)->label);
				before = ", ";
			}
		puts(files[i].info.harm == 0 && *before == 'w' ? "among all findings |" : " |");
	}
}

void print_faces(void)
{
	char *guide = read_whole("docs/guide.md"), *steps = read_whole("data/demo/steps.txt");

	puts("# Where everything is\n\n"
	     "Generated from the tables of commands, reports and checks, `src/tui/widgets/remedy.def`, "
	     "`docs/guide.md`\n"
	     "and `data/demo/steps.txt` by `make docs`; a lint fails for what is not found.\n\n"
	     "## Commands\n\n| command | on the screen | in the guide | in the demonstration |\n|---|---|---|---|");
	for (const struct cli_command *c = cli_commands; c->words != NULL; c++) {
		printf("| `%s` | ", c->words);
		print_screen(c->words);
		fputs(" | ", stdout);
		print_guide(guide, c->words);
		fputs(" | ", stdout);
		print_demonstration(steps, c->words);
		puts(" |");
	}
	print_reports_of_guide(guide);
	print_checks_on_screen();
	free(guide);
	free(steps);
}
