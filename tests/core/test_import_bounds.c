/*
 * Hostile workbooks are refused by a process of its own that stays small: its
 * peak is compared with that of an import of one row. Processor time is only
 * bounded, generously, so that an endless loop fails the test.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "chiron/buffer.h"
#include "chiron/status.h"
#include "support/process.h"
#include "support/temp_dir.h"
#include "workbook_file.h"

enum { CPU_SECONDS = 30, MORE_KIB_MOST = 48 * 1024, PLAIN_KIB_MOST = 64 * 1024 };

#ifdef __SANITIZE_ADDRESS__
static const bool sanitized = true;
#else
static const bool sanitized = false;
#endif

#define HARMLESS                                                                                                       \
	"<sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>Name</t></is></c>"                                       \
	"<c r='B1' t='inlineStr'><is><t>Email</t></is></c></row>"                                                      \
	"<row r='2'><c r='A2' t='inlineStr'><is><t>Ann Lee</t></is></c>"                                               \
	"<c r='B2' t='inlineStr'><is><t>ann@example.org</t></is></c></row></sheetData>"

static FILE *harmless(void)
{
	return workbook_file_xlsx(HARMLESS, NULL);
}

static FILE *ods_of(const char *content, size_t length)
{
	const struct workbook_file_part parts[] = {
		{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", 0},
		{"content.xml", content, length},
	};

	return workbook_file(parts, 2);
}

static FILE *zip_bomb(void)
{
	return ods_of(NULL, (size_t)64 * 1024 * 1024);
}

/* A text that doubles with each of 30 entities. */
static FILE *entity_bomb(void)
{
	struct ch_buffer text = CH_BUFFER_EMPTY;

	ch_buffer_add(&text, "<!DOCTYPE a [<!ENTITY e0 'ha'>");
	for (int i = 1; i < 30; i++)
		ch_buffer_printf(&text, "<!ENTITY e%d '&e%d;&e%d;'>", i, i - 1, i - 1);
	ch_buffer_add(&text, "]><a>&e29;</a>");
	return ods_of(text.text, text.length);
}

static FILE *external_entity(void)
{
	return ods_of("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>", 0);
}

static FILE *absurd_dimensions(void)
{
	return workbook_file_xlsx("<dimension ref='A1:XFD1048576'/><sheetData><row r='1'><c r='XFE1'/></row>"
				  "</sheetData>",
				  NULL);
}

/* 24 million cells, each written once. */
static FILE *repeats(void)
{
	struct ch_buffer text = CH_BUFFER_EMPTY;

	ch_buffer_add(&text, "<table:table table:name='A'><table:table-row>"
			     "<table:table-cell office:value-type='string'><text:p>Name</text:p></table:table-cell>"
			     "<table:table-cell office:value-type='string'><text:p>Email</text:p></table:table-cell>"
			     "</table:table-row>");
	for (int i = 0; i < 6; i++)
		ch_buffer_add(&text, "<table:table-row table:number-rows-repeated='1000'><table:table-cell "
				     "table:number-columns-repeated='4096' office:value-type='float' office:value='1'/>"
				     "</table:table-row>");
	ch_buffer_add(&text, "</table:table>");
	return workbook_file_ods(text.text);
}

/* More shared text than a list of people has, packed to little. */
static FILE *many_texts(void)
{
	struct ch_buffer text = CH_BUFFER_EMPTY;

	for (int i = 0; i < 700; i++)
		ch_buffer_printf(&text, "<si><t>%d%*s</t></si>", i, 50000, "");
	return workbook_file_xlsx(HARMLESS, text.text);
}

struct hostile {
	const char *name;
	FILE *(*make)(void);
	long bytes; /* that are kept of it; 0: all */
	const char *why;
};

static const struct hostile workbooks[] = {
	{"bomb.ods", zip_bomb, 0, "unpacks from 63 kB to 64 MB"},
	{"laughs.ods", entity_bomb, 0, "defines a document type"},
	{"outside.ods", external_entity, 0, "defines a document type"},
	{"cut.xlsx", harmless, 700, "its end is missing"},
	{"wide.xlsx", absurd_dimensions, 0, "columns beyond the last one"},
	{"repeats.ods", repeats, 0, "more than 20000000 cells"},
	{"texts.xlsx", many_texts, 0, "texts.xlsx"},
};

static void write_start(const char *path, FILE *file, long bytes)
{
	FILE *out = fopen(path, "wb");
	char block[4096];
	size_t got = 1;

	rewind(file);
	for (long left = bytes > 0 ? bytes : INT32_MAX; out != NULL && left > 0 && got > 0; left -= (long)got) {
		got = fread(block, 1, left < (long)sizeof(block) ? (size_t)left : sizeof(block), file);
		fwrite(block, 1, got, out);
	}
	_exit(out != NULL && fclose(out) == 0 ? 0 : 1);
}

/* Makes the workbook in a process of its own: what this one ever held would count for those that it starts. */
static const char *made(struct temp_dir *dir, const struct hostile *hostile)
{
	const char *path = temp_dir_file(dir, hostile->name);
	int status;
	pid_t pid = fork();

	if (pid == 0)
		write_start(path, hostile->make(), hostile->bytes);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	return path;
}

static _Noreturn void become_chiron(const char *scheme, const char *path, int errors)
{
	const struct rlimit cpu = {.rlim_cur = CPU_SECONDS, .rlim_max = CPU_SECONDS};

	setrlimit(RLIMIT_CPU, &cpu);
	/* What was freed is not to be kept from being used again. */
	setenv("ASAN_OPTIONS", "detect_leaks=0:quarantine_size_mb=0:thread_local_quarantine_size_kb=0", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	dup2(errors, STDERR_FILENO);
	dup2(errors, STDOUT_FILENO);
	if (path == NULL)
		execl(process_chiron(), "chiron", "-d", scheme, "init", (char *)NULL);
	execl(process_chiron(), "chiron", "-d", scheme, "import", "people", path, "--dry-run", (char *)NULL);
	_exit(127);
}

/* Runs it; its exit status, what it said in `said`, and its peak in KiB. */
static int run(struct temp_dir *dir, const char *path, char said[512], long *peak)
{
	char scheme[512];
	FILE *errors = tmpfile();
	struct rusage usage;
	int status;

	snprintf(scheme, sizeof(scheme), "%s/scheme.db", dir->path);
	assert_non_null(errors);
	pid_t pid = fork();
	if (pid == 0)
		become_chiron(scheme, path, fileno(errors));
	assert_int_equal(wait4(pid, &status, 0, &usage), pid);
	rewind(errors);
	said[fread(said, 1, 511, errors)] = '\0';
	fclose(errors);
	*peak = usage.ru_maxrss;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static void expect(struct temp_dir *dir, long least, const char *path, int status, const char *why)
{
	char said[512];
	long peak;

	if (run(dir, path, said, &peak) != status)
		fail_msg("%s is not %d: %s", path, status, said);
	if (strstr(said, why) == NULL)
		fail_msg("%s is not among: %s", why, said);
	if (peak - least > MORE_KIB_MOST)
		fail_msg("%s: %ld KiB, %ld without it", why, peak, least);
	if (!sanitized && peak > PLAIN_KIB_MOST)
		fail_msg("%s: %ld KiB", why, peak);
}

static void hostile_workbooks_are_refused_within_bounds(void **state)
{
	const struct hostile good = {.name = "good.xlsx", .make = harmless};
	struct temp_dir *dir = *state;
	char said[512];
	long peak;

	assert_int_equal(run(dir, NULL, said, &peak), 0);
	if (run(dir, made(dir, &good), said, &peak) != 0)
		fail_msg("%s", said);
	for (size_t i = 0; i < sizeof(workbooks) / sizeof(*workbooks); i++)
		expect(dir, peak, made(dir, &workbooks[i]), 65, workbooks[i].why);
}

/* Lists of text, each of a few bytes that come again and again. */
static const struct {
	const char *name, *start, *again, *end;
	int times;
	int status;
	const char *why;
} lists[] = {
	{"terms.csv", "Name,Email,Expertise\nAnn,a@example.org,", "a;", "\n", 1900000, 0, "The text is UTF-8"},
	{"sections.csv", "Name,Email\nAnn,a@example.org\n", "Mentors,\nName,Email\n", "", 60000, 0,
	 "The text is UTF-8"},
	{"quote.csv", "Name,Email\n\"", "Ann Lee,ann@example.org\n", "", 20000, 65, "The text is UTF-8"},
	{"commas.csv", "Name,Email\n", ",", "\n", 30000000, 65, "The text is UTF-8"},
};

static const char *listed(struct temp_dir *dir, size_t which)
{
	const char *path = temp_dir_file(dir, lists[which].name);
	FILE *out = fopen(path, "wb");

	assert_non_null(out);
	fputs(lists[which].start, out);
	for (int i = 0; i < lists[which].times; i++)
		fputs(lists[which].again, out);
	fputs(lists[which].end, out);
	assert_int_equal(fclose(out), 0);
	return path;
}

/* Six notes of nearly 4 MB in each row. */
static const char *long_notes(struct temp_dir *dir)
{
	const char *path = temp_dir_file(dir, "notes.csv");
	FILE *out = fopen(path, "wb");

	assert_non_null(out);
	fputs("Name,Email,Notes,Comments,Anything else,Remarks,Bio,About you\n", out);
	for (int row = 0; row < 3; row++) {
		fprintf(out, "P%d,p%d@example.org", row, row);
		for (int note = 0; note < 6; note++) {
			fputc(',', out);
			for (int i = 0; i < 240000; i++)
				fputs("words and words ", out);
		}
		fputc('\n', out);
	}
	assert_int_equal(fclose(out), 0);
	return path;
}

static void lists_are_read_within_bounds(void **state)
{
	const struct hostile good = {.name = "good.xlsx", .make = harmless};
	struct temp_dir *dir = *state;
	char said[512];
	long peak;

	assert_int_equal(run(dir, NULL, said, &peak), 0);
	if (run(dir, made(dir, &good), said, &peak) != 0)
		fail_msg("%s", said);
	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++)
		expect(dir, peak, listed(dir, i), lists[i].status, lists[i].why);
	expect(dir, peak, long_notes(dir), 65, "The text is UTF-8");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(hostile_workbooks_are_refused_within_bounds, temp_dir_setup,
						temp_dir_teardown),
		cmocka_unit_test_setup_teardown(lists_are_read_within_bounds, temp_dir_setup, temp_dir_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
