#include "roster.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/export/export_xlsx.h"

enum { COLUMNS = 12, TERMS = 16, CELL = 80 };

static const char *const headings[COLUMNS] = {"First name",
					      "Last name",
					      "Email",
					      "Phone",
					      "Role",
					      "Department",
					      "Job title",
					      "Location",
					      "Line manager email",
					      "Expertise",
					      "Development needs",
					      "Languages"};

static const char *const given[] = {"Amina", "Wen", "Gareth", "Siân", "Lucía", "José", "Priya", "Tomasz", "Fatima",
				    "Olu",   "Mei", "Ravi",   "Elin", "Anna",  "Zoë",  "Karl",	"Ines",	  "Noor"};
static const char *const family[] = {"Okafor", "Patel",	 "Jones",   "Lee",    "Williams", "García", "Müller",
				     "Nowak",  "Haddad", "Adeyemi", "Davies", "Nwosu",	  "Chen",   "Kumar",
				     "Smith",  "Weber",	 "Costa",   "Rahman", "Eriksson", "Brontë"};
static const char *const terms[TERMS] = {"Negotiation",	       "Budgets",	"Coaching skills", "Public speaking",
					 "Project management", "Data analysis", "Research",	   "Teaching",
					 "Leadership",	       "Writing",	"Networking",	   "Strategy",
					 "Time management",    "Career plans",	"Fundraising",	   "Safeguarding"};
static const char *const languages[] = {"English", "English; Welsh", "English; French", "English; Urdu", "German"};
static const char *const roles[] = {"Mentor", "Mentee", "Mentee", "Both"};

#define PICK(list, n) ((list)[(uint64_t)(n) % (sizeof(list) / sizeof *(list))])

/* A number that looks like chance and is always the same (splitmix64). */
static uint64_t chance(uint64_t n)
{
	n += 0x9E3779B97F4A7C15u;
	n = (n ^ n >> 30) * 0xBF58476D1CE4E5B9u;
	n = (n ^ n >> 27) * 0x94D049BB133111EBu;
	return n ^ n >> 31;
}

static void make_row(int64_t n, int64_t rows, char cells[COLUMNS][CELL])
{
	uint64_t c = chance((uint64_t)n);
	uint64_t manager = chance((uint64_t)n / 50 + 1000000007u) % (uint64_t)rows;

	snprintf(cells[0], CELL, "%s", PICK(given, c));
	snprintf(cells[1], CELL, "%s-%04u", PICK(family, c >> 8), (unsigned)(c >> 16) % 9973);
	snprintf(cells[2], CELL, "p%07" PRId64 "@example.org", n);
	snprintf(cells[3], CELL, "07700 9%05" PRId64, n % 100000);
	snprintf(cells[4], CELL, "%s", PICK(roles, c >> 24));
	snprintf(cells[5], CELL, "Ward %u", (unsigned)(c >> 28) % 40);
	snprintf(cells[6], CELL, "Grade %u officer", (unsigned)(c >> 32) % 9 + 1);
	snprintf(cells[7], CELL, "%s Road", PICK(family, c >> 40));
	snprintf(cells[8], CELL, "p%07" PRIu64 "@example.org",
		 manager == (uint64_t)n ? (manager + 1) % (uint64_t)rows : manager);
	snprintf(cells[9], CELL, "%s; %s", terms[c % TERMS], terms[(c + 1 + (c >> 44) % (TERMS - 1)) % TERMS]);
	snprintf(cells[10], CELL, "%s", terms[(c >> 48) % TERMS]);
	snprintf(cells[11], CELL, "%s", PICK(languages, c >> 52));
}

static _Noreturn void give_up(const char *path)
{
	perror(path);
	exit(1);
}

static const char *path_of(int64_t rows, enum roster_order order, const char *ending, struct ch_arena *arena)
{
	const char *build = getenv("BUILD");

	return ch_arena_printf(arena, "%s/bench/roster-%" PRId64 "%s.%s", build ? build : "build", rows,
			       order == ROSTER_SHUFFLED ? "-shuffled" : "", ending);
}

static bool is_there(const char *path)
{
	struct stat found;

	return stat(path, &found) == 0 && found.st_size > 0;
}

/* Who stands in that row. Steps of a prime that no number of rows here is a multiple of meet everybody once. */
static int64_t person_of(int64_t row, int64_t rows, enum roster_order order)
{
	enum { STEP = 618031 };

	return order == ROSTER_SHUFFLED ? row * STEP % rows : row;
}

const char *roster_csv(int64_t rows, enum roster_order order, struct ch_arena *arena)
{
	const char *path = path_of(rows, order, "csv", arena);
	char cells[COLUMNS][CELL];

	if (is_there(path))
		return path;
	FILE *file = fopen(path, "w");

	if (!file)
		give_up(path);
	for (int i = 0; i < COLUMNS; i++)
		fprintf(file, "%s%s", i > 0 ? "," : "", headings[i]);
	fputs("\r\n", file);
	for (int64_t n = 0; n < rows; n++) {
		make_row(person_of(n, rows, order), rows, cells);
		for (int i = 0; i < COLUMNS; i++)
			fprintf(file, "%s%s", i > 0 ? "," : "", cells[i]);
		fputs("\r\n", file);
	}
	if (fclose(file) != 0)
		give_up(path);
	return path;
}

static enum ch_status take(void *file, const char *bytes, size_t length, struct ch_error *err)
{
	return fwrite(bytes, 1, length, file) == length ? CH_OK : ch_fail(err, CH_IO, "the disk is full");
}

const char *roster_xlsx(int64_t rows, struct ch_arena *arena)
{
	const char *path = path_of(rows, ROSTER_BY_ADDRESS, "xlsx", arena);
	enum ch_type types[COLUMNS];
	const char *pointers[COLUMNS];
	char cells[COLUMNS][CELL];
	struct xlsx_export *book = NULL;
	struct ch_error err = CH_NO_ERROR;
	FILE *file;

	if (is_there(path))
		return path;
	for (int i = 0; i < COLUMNS; i++) {
		types[i] = CH_TYPE_TEXT;
		pointers[i] = cells[i];
	}
	enum ch_status status = xlsx_export_begin(&book, "People", headings, types, COLUMNS, &err);
	for (int64_t n = 0; status == CH_OK && n < rows; n++) {
		make_row(n, rows, cells);
		status = xlsx_export_row(book, pointers, &err);
	}
	file = fopen(path, "w");
	if (!file)
		give_up(path);
	if (status == CH_OK)
		status = xlsx_export_end(book, take, file, &err);
	if (fclose(file) != 0 || status != CH_OK)
		give_up(path);
	xlsx_export_free(book);
	return path;
}
