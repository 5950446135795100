/*
 * sql: turns src/store/ *.sql into a table of statements.
 *
 *   sql STATEMENTS.h STATEMENTS.c FILE.sql...
 *
 * A file is a row of blocks. A block begins with its name, may say why its
 * plan is right to hold a SCAN, may hold other comments, and ends with one
 * statement and its semicolon:
 *
 *   -- name: person_by_email
 *   -- scan: the table has one row
 *   -- The e-mail is folded by the caller.
 *   SELECT person_id FROM person WHERE email_key = :email_key;
 *
 * What does not fit that fails the build with the file and the line.
 */
#include <ctype.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_STATEMENTS 2000
#define MAX_LINE 1000
#define MAX_TEXT 16000

struct statement {
	char *name;
	char *text;
	char *scan_reason; /* NULL where no SCAN is expected */
	const char *file;
	int line;
};

struct reader {
	const char *file;
	int line;
	struct statement *current; /* the block being read; NULL before the first */
	char text[MAX_TEXT];
	size_t length;
};

static struct statement statements[MAX_STATEMENTS];
static size_t count;

static _Noreturn void fail(const char *file, int line, const char *what, const char *given)
{
	fprintf(stderr, "%s:%d: %s%s\n", file, line, what, given);
	exit(EXIT_FAILURE);
}

static char *copy(const char *text)
{
	char *result = strdup(text);

	if (!result)
		abort();
	return result;
}

/* What follows `key` on a comment line of the form "-- key: value", or NULL. */
static const char *value_of(const char *line, const char *key)
{
	size_t length = strlen(key);

	if (strncmp(line, "-- ", 3) != 0 || strncmp(line + 3, key, length) != 0 || line[3 + length] != ':')
		return NULL;
	line += 3 + length + 1;
	while (*line == ' ')
		line++;
	return line;
}

static void check_name(const struct reader *reader, const char *name)
{
	for (const char *c = name; *c; c++)
		if (!islower((unsigned char)*c) && !(c > name && isdigit((unsigned char)*c)) && *c != '_')
			fail(reader->file, reader->line, "a name is lower-case letters, digits and '_', not: ", name);
	if (!*name)
		fail(reader->file, reader->line, "\"-- name:\" without a name", "");
	for (size_t i = 0; i < count; i++)
		if (strcmp(statements[i].name, name) == 0)
			fail(reader->file, reader->line, "this name is given twice: ", name);
}

/* Ends the block being read: there must be one whole statement in it. */
static void finish_block(struct reader *reader)
{
	const struct statement *current = reader->current;

	if (!current)
		return;
	while (reader->length > 0 && isspace((unsigned char)reader->text[reader->length - 1]))
		reader->length--;
	if (reader->length == 0)
		fail(current->file, current->line, "no statement follows the name ", current->name);
	if (reader->text[reader->length - 1] != ';')
		fail(current->file, current->line, "the statement does not end with a semicolon: ", current->name);
	reader->text[reader->length - 1] = '\0';
	reader->current->text = copy(reader->text);
	reader->current = NULL;
	reader->length = 0;
}

static void begin_block(struct reader *reader, const char *name)
{
	finish_block(reader);
	check_name(reader, name);
	if (count == MAX_STATEMENTS)
		fail(reader->file, reader->line, "too many statements for src/gen/sql.c at ", name);
	reader->current = &statements[count++];
	*reader->current = (struct statement){.name = copy(name), .file = reader->file, .line = reader->line};
}

static void add_text(struct reader *reader, const char *line)
{
	size_t length = strlen(line);

	if (!reader->current)
		fail(reader->file, reader->line, "a statement without \"-- name: ...\" above it: ", line);
	if (reader->length > 0 && reader->text[reader->length - 2] == ';')
		fail(reader->file, reader->line, "text after the end of the statement: ", line);
	if (reader->length + length + 2 > MAX_TEXT)
		fail(reader->file, reader->line, "the statement is too long: ", reader->current->name);
	memcpy(reader->text + reader->length, line, length);
	reader->length += length;
	reader->text[reader->length++] = '\n';
	reader->text[reader->length] = '\0';
}

static void read_line(struct reader *reader, const char *line)
{
	const char *value;

	if ((value = value_of(line, "name"))) {
		begin_block(reader, value);
	} else if ((value = value_of(line, "scan"))) {
		if (!reader->current || reader->length > 0)
			fail(reader->file, reader->line, "\"-- scan:\" belongs between the name and the statement", "");
		if (!*value)
			fail(reader->file, reader->line, "\"-- scan:\" without a reason", "");
		reader->current->scan_reason = copy(value);
	} else if (strncmp(line, "--", 2) != 0 && line[strspn(line, " \t")] != '\0') {
		add_text(reader, line);
	}
}

static void read_file(const char *path)
{
	static struct reader reader;
	char line[MAX_LINE];
	FILE *file = fopen(path, "r");

	if (!file)
		fail(path, 0, "cannot be read: ", strerror(errno));
	reader = (struct reader){.file = path};
	while (fgets(line, sizeof(line), file)) {
		size_t length = strlen(line);

		reader.line++;
		if (length == 0 || line[length - 1] != '\n')
			fail(path, reader.line, "the line is too long, or does not end", "");
		while (length > 0 && isspace((unsigned char)line[length - 1]))
			line[--length] = '\0';
		read_line(&reader, line);
	}
	if (ferror(file))
		fail(path, reader.line, "cannot be read: ", strerror(errno));
	finish_block(&reader);
	fclose(file);
}

static void put_string(FILE *out, const char *text)
{
	if (!text) {
		fprintf(out, "NULL");
		return;
	}
	putc('"', out);
	for (; *text; text++) {
		if (*text == '\n')
			fprintf(out, "\\n\"\n\t\t\t\"");
		else if (*text == '"' || *text == '\\' || *text == '?')
			fprintf(out, "\\%c", *text);
		else if (*text == '\t')
			fprintf(out, "\\t");
		else
			putc(*text, out);
	}
	putc('"', out);
}

static void write_header(FILE *out)
{
	fprintf(out, "/* Generated by src/gen/sql.c from the .sql files of src/store/. */\n"
		     "#ifndef GENERATED_STATEMENTS_H\n#define GENERATED_STATEMENTS_H\n\nenum statement_id {\n");
	for (size_t i = 0; i < count; i++) {
		fprintf(out, "\tSQL_");
		for (const char *c = statements[i].name; *c; c++)
			putc(toupper((unsigned char)*c), out);
		fprintf(out, ",\n");
	}
	fprintf(out, "\tSQL_STATEMENT_COUNT\n};\n\n"
		     "struct statement_text {\n"
		     "\tconst char *name;\n"
		     "\tconst char *text;\t  /* one statement, without its semicolon */\n"
		     "\tconst char *file;\t  /* where it stands in the sources */\n"
		     "\tint line;\n"
		     "\tconst char *scan_reason; /* why its plan may hold a SCAN; NULL where it may not */\n"
		     "};\n\n/* Indexed by enum statement_id. */\n"
		     "extern const struct statement_text statements[];\n\n#endif\n");
}

static void write_source(FILE *out)
{
	fprintf(out, "/* Generated by src/gen/sql.c. */\n#include <stddef.h>\n\n"
		     "#include \"generated/statements.h\"\n\n"
		     "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\n"
		     "const struct statement_text statements[] = {\n");
	for (size_t i = 0; i < count; i++) {
		fprintf(out, "\t{\n\t\t.name = \"%s\",\n\t\t.text = ", statements[i].name);
		put_string(out, statements[i].text);
		fprintf(out, ",\n\t\t.file = \"%s\",\n\t\t.line = %d,\n\t\t.scan_reason = ", statements[i].file,
			statements[i].line);
		put_string(out, statements[i].scan_reason);
		fprintf(out, ",\n\t},\n");
	}
	fprintf(out, "\t{ .name = NULL },\n};\n");
}

static void write_or_die(const char *path, void (*write)(FILE *out))
{
	FILE *out = fopen(path, "w");

	if (!out)
		fail(path, 0, "cannot be written: ", strerror(errno));
	write(out);
	if (ferror(out) || fclose(out) != 0)
		fail(path, 0, "cannot be written: ", strerror(errno));
}

int main(int argc, char **argv)
{
	if (argc < 3) {
		fprintf(stderr, "usage: sql STATEMENTS.h STATEMENTS.c FILE.sql...\n");
		return 64;
	}
	for (int i = 3; i < argc; i++)
		read_file(argv[i]);
	write_or_die(argv[1], write_header);
	write_or_die(argv[2], write_source);
	return 0;
}
