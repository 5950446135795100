/*
 * The files are part of the program, so that a broken one is a fault in
 * chiron; a test parses them all. They are parsed when first asked for and are
 * constant from then on: the one table of core that is not written as C.
 */
#include "core/check/check_file.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/check/check_header.h"
#include "core/check/check_template.h"
#include "generated/data.h"

enum { LAST_RULE = 99, LAST_HARM = 99 };

static const char *const keys[] = {"check", "rule", "severity", "subject", "gate", "occasion", "harm", "title",
				   "says",  "why",  "fix",	"command", "key",  "screen", "measure", "scan",
				   "yields", NULL};

/* A whole number within 0 and `last`; -1 where the text is anything else. */
static int number_of(const char *text, int last)
{
	int value = 0;

	if (*text == '\0')
		return -1;
	for (; *text != '\0'; text++) {
		if (!isdigit((unsigned char)*text) || value > last)
			return -1;
		value = value * 10 + (*text - '0');
	}
	return value <= last ? value : -1;
}

static enum ch_status parse_rule(const struct check_header *header, struct ch_check_info *info, struct ch_error *err)
{
	enum ch_status status = check_header_need(header, "rule", &info->rule, err);

	if (status == CH_OK && strcmp(info->rule, "-") == 0)
		info->rule = "";
	else if (status == CH_OK && (info->rule[0] != 'R' || number_of(info->rule + 1, LAST_RULE) < 1))
		return check_header_fail(header, "rule", err, _("\"%s\" is no rule, as R2, nor \"-\" for none"),
					 info->rule);
	return status;
}

static enum ch_status parse_severity(const struct check_header *header, struct ch_check_info *info,
				     struct ch_error *err)
{
	static const char *const codes[] = {
#define X(name, code, label) [CH_SEVERITY_##name] = code,
		CH_SEVERITIES(X)
#undef X
	};
	const char *given;
	enum ch_status status = check_header_need(header, "severity", &given, err);

	if (status != CH_OK)
		return status;
	for (size_t i = 1; i < sizeof(codes) / sizeof(codes[0]); i++)
		if (strcmp(codes[i], given) == 0)
			info->severity = (enum ch_severity)i;
	if (info->severity == CH_NO_SEVERITY)
		return check_header_fail(header, "severity", err,
					 _("\"%s\" is no severity; these are: absolute, refuse, warn, inform"), given);
	return CH_OK;
}

static enum ch_status parse_subject(const struct check_header *header, struct ch_check_info *info, struct ch_error *err)
{
	const char *given;
	enum ch_status status = check_header_need(header, "subject", &given, err);
	const struct ch_entity *entity = status == CH_OK ? ch_entity_named(given) : NULL;

	if (status == CH_OK && (entity == NULL || strcmp(entity->name, given) != 0))
		return check_header_fail(header, "subject", err, _("\"%s\" is no entity, as pairing or person"), given);
	if (status == CH_OK)
		info->subject = entity->id;
	return status;
}

static enum ch_status parse_harm(const struct check_header *header, struct ch_check_info *info, struct ch_error *err)
{
	const char *given;
	enum ch_status status = check_header_need(header, "harm", &given, err);

	if (status != CH_OK)
		return status;
	info->harm = number_of(given, LAST_HARM);
	if (info->harm < 0)
		return check_header_fail(header, "harm", err, _("\"%s\" is no number from 0 to %d"), given, LAST_HARM);
	return CH_OK;
}

static enum ch_status parse_gates(const struct check_header *header, struct check_file *check, struct ch_arena *arena,
				  struct ch_error *err)
{
	const char *given = check_header_value(header, "gate");

	if (given == NULL)
		return CH_OK;
	if (check->info.severity > CH_SEVERITY_REFUSE)
		return check_header_fail(header, "gate", err, _("only what is absolute or refused has a gate"));
	while (*given != '\0') {
		size_t length = strcspn(given, " ");
		const char *code = ch_arena_copy_bytes(arena, given, length);
		enum ch_operation operation = ch_operation_named(code);

		if (operation == CH_NO_OPERATION)
			return check_header_fail(header, "gate", err, _("\"%s\" is no operation, as pairing.start"),
						 code);
		check->gates[operation] = true;
		given += length + strspn(given + length, " ");
	}
	return CH_OK;
}

static const struct {
	const char *code;
	enum ch_entity_id subject;
} occasions[] = {
#define X(name, code, entity, operation, label) [CH_AT_##name] = {code, entity},
	CH_OCCASIONS(X)
#undef X
};

static enum ch_status refuse_occasion(const struct check_header *header, const char *code, enum ch_entity_id subject,
				      struct ch_error *err)
{
	struct ch_buffer allowed = CH_BUFFER_EMPTY;

	for (int i = 0; i < CH_OCCASION_COUNT; i++)
		if (occasions[i].subject == subject)
			ch_buffer_printf(&allowed, "%s, ", occasions[i].code);
	check_header_fail(header, "occasion", err, _("\"%s\" is no occasion for a %s; these are: %stime"), code,
			  ch_entity_of(subject)->name, allowed.text != NULL ? allowed.text : "");
	ch_buffer_release(&allowed);
	return err->status;
}

static enum ch_status parse_occasions(const struct check_header *header, struct check_file *check,
				      struct ch_arena *arena, struct ch_error *err)
{
	const char *given = check_header_value(header, "occasion");

	check->timed = given != NULL && strcmp(given, "time") == 0;
	if (given == NULL || check->timed)
		return CH_OK;
	while (*given != '\0') {
		size_t length = strcspn(given, " "), at = 0;
		const char *code = ch_arena_copy_bytes(arena, given, length);

		while (at < CH_OCCASION_COUNT &&
		       (strcmp(occasions[at].code, code) != 0 || occasions[at].subject != check->info.subject))
			at++;
		if (at == CH_OCCASION_COUNT)
			return refuse_occasion(header, code, check->info.subject, err);
		check->occasions[at] = true;
		given += length + strspn(given + length, " ");
	}
	return CH_OK;
}

static enum ch_status parse_key(const struct check_header *header, struct ch_check_info *info, struct ch_error *err)
{
	const char *given = check_header_value(header, "key");

	info->key = given != NULL ? given : "";
	if (strlen(info->key) > 1)
		return check_header_fail(header, "key", err, _("\"%s\" is not one key"), given);
	return CH_OK;
}

static enum ch_status check_template(const struct check_header *header, const char *key, struct ch_error *err)
{
	const char *at = check_header_value(header, key);
	struct ch_error wrong = CH_NO_ERROR;
	struct check_slot slot;
	enum ch_status status;
	size_t plain;

	while ((status = check_template_next(&at, &plain, &slot, &wrong)) == CH_FOUND)
		continue;
	return status == CH_OK ? CH_OK : check_header_fail(header, key, err, "%s", wrong.message);
}

/* "pairing {pairing_id} actions": one of the screens (CH_CHECK_SCREENS), and what of it. */
static enum ch_status parse_screen(const struct check_header *header, struct ch_check_info *info, struct ch_error *err)
{
	static const char *const screens[] = CH_CHECK_SCREENS;
	const char *given = check_header_value(header, "screen");
	size_t length = given != NULL ? strcspn(given, " ") : 0;
	struct ch_buffer allowed = CH_BUFFER_EMPTY;

	info->screen = given != NULL ? given : "";
	if (given == NULL)
		return CH_OK;
	for (size_t i = 0; screens[i] != NULL; i++)
		if (strncmp(screens[i], given, length) == 0 && screens[i][length] == '\0')
			return check_template(header, "screen", err);
	for (size_t i = 0; screens[i] != NULL; i++)
		ch_buffer_printf(&allowed, "%s%s", i > 0 ? ", " : "", screens[i]);
	check_header_fail(header, "screen", err, _("\"%s\" is no screen; these are: %s"), given, allowed.text);
	ch_buffer_release(&allowed);
	return err->status;
}

static enum ch_status parse_texts(const struct check_header *header, struct ch_check_info *info, struct ch_error *err)
{
	const struct {
		const char *key;
		const char **text;
	} texts[] = {{"title", &info->title},
		     {"says", &info->says},
		     {"why", &info->why},
		     {"fix", &info->fix},
		     {"command", &info->command}};
	enum ch_status status = CH_OK;

	for (size_t i = 0; status == CH_OK && i < sizeof(texts) / sizeof(texts[0]); i++)
		status = check_header_need(header, texts[i].key, texts[i].text, err);
	if (status == CH_OK)
		status = check_template(header, "says", err);
	if (status == CH_OK)
		status = check_template(header, "command", err);
	return status;
}

enum ch_status check_file_parse(const char *file, const char *text, struct ch_arena *arena, struct check_file *check,
				struct ch_error *err)
{
	static const char *const needed[] = {"check", "rule", "severity", "subject", "harm", "title",
					     "says", "why",	 "fix",	    "command", NULL};
	struct check_header header;
	struct ch_check_info *info = &check->info;
	enum ch_status status = check_header_read(file, text, keys, arena, &header, err);

	*check = (struct check_file){.sql = status == CH_OK ? header.sql : NULL};
	header.needed = needed;
	if (status == CH_OK)
		status = check_header_name(&header, "check", &info->name, err);
	if (status == CH_OK)
		status = parse_rule(&header, info, err);
	if (status == CH_OK)
		status = parse_severity(&header, info, err);
	if (status == CH_OK)
		status = parse_subject(&header, info, err);
	if (status == CH_OK)
		status = parse_gates(&header, check, arena, err);
	if (status == CH_OK)
		status = parse_occasions(&header, check, arena, err);
	if (status == CH_OK)
		status = parse_harm(&header, info, err);
	if (status == CH_OK)
		status = parse_key(&header, info, err);
	if (status == CH_OK)
		status = parse_screen(&header, info, err);
	if (status == CH_OK)
		status = parse_texts(&header, info, err);
	if (status == CH_OK) {
		info->measure = check_header_value(&header, "measure");
		check->scan = check_header_value(&header, "scan");
		check->yields = check_header_value(&header, "yields");
	}
	return status;
}

const struct check_file *check_file_all(size_t *count)
{
	static struct {
		struct ch_arena arena;
		struct check_file *files;
		size_t count;
	} parsed;

	if (parsed.files == NULL) {
		struct ch_error err = CH_NO_ERROR;

		while (check_files[parsed.count].name != NULL)
			parsed.count++;
		parsed.files = ch_arena_array(&parsed.arena, parsed.count, sizeof(*parsed.files));
		for (size_t i = 0; i < parsed.count; i++)
			if (check_file_parse(check_files[i].name, check_files[i].text, &parsed.arena, &parsed.files[i],
					     &err) != CH_OK)
				ch_abort(err.message);
	}
	*count = parsed.count;
	return parsed.files;
}

static bool has_word(const char *line, const char *word, size_t length)
{
	while (*line != '\n' && *line != '\0') {
		size_t other = strcspn(line, " \n");

		if (other == length && memcmp(line, word, length) == 0)
			return true;
		line += other;
		line += *line == ' ';
	}
	return false;
}

bool check_file_any_gates(enum ch_operation operation)
{
	static const char key[] = "\n-- gate: ";
	const char *code = ch_operation_info(operation)->code;
	size_t length = strlen(code);

	for (size_t i = 0; check_files[i].name != NULL; i++) {
		const char *gate = strstr(check_files[i].text, key);

		if (gate != NULL && has_word(gate + strlen(key), code, length))
			return true;
	}
	return false;
}
