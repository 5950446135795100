/* Talk: what chiron says beside what it was asked for, and how it reports an error. */
#include <string.h>

#include "chiron/json.h"
#include "cli/cli.h"

bool cli_is_for_programs(const struct cli *cli)
{
	return cli->format == CLI_CSV || cli->format == CLI_JSON || cli->format == CLI_XLSX ||
	       cli->format == CLI_HTML;
}

static void CH_PRINTF(2, 0) put_safe(FILE *out, const char *format, va_list args)
{
	struct ch_buffer text = CH_BUFFER_EMPTY, safe = CH_BUFFER_EMPTY;
	char *line, *rest;

	ch_buffer_vprintf(&text, format, args);
	for (line = text.text; line; line = rest) {
		rest = strchr(line, '\n');
		if (rest)
			*rest++ = '\0';
		ch_text_add_safe(&safe, line);
		ch_buffer_add_char(&safe, '\n');
	}
	fwrite(safe.text, 1, safe.length, out);
	ch_buffer_release(&text);
	ch_buffer_release(&safe);
}

void cli_say(struct cli *cli, const char *format, ...)
{
	va_list args;

	if (cli->quiet || cli_is_for_programs(cli))
		return;
	va_start(args, format);
	put_safe(cli->out, format, args);
	va_end(args);
}

void cli_say_lines(struct cli *cli, const char *lines)
{
	while (lines && *lines) {
		size_t length = strcspn(lines, "\n");

		cli_say(cli, "        %.*s", (int)length, lines);
		lines += length + (lines[length] == '\n');
	}
}

void cli_note(struct cli *cli, const char *format, ...)
{
	va_list args;

	if (cli->quiet)
		return;
	fflush(cli->out);
	va_start(args, format);
	put_safe(cli->err, format, args);
	va_end(args);
}

void cli_print(struct cli *cli, const struct ch_buffer *buffer)
{
	fwrite(buffer->text, 1, buffer->length, cli->out);
}

static void add_sentence(struct ch_buffer *out, const char *sentence)
{
	ch_buffer_add(out, sentence);
	if (out->length && !strchr(".?!:", out->text[out->length - 1]))
		ch_buffer_add_char(out, '.');
}

/* The message with the rule that refuses behind it. */
static void add_message(struct ch_buffer *out, const struct ch_error *err)
{
	struct ch_buffer message = CH_BUFFER_EMPTY;

	ch_buffer_add(&message, err->message);
	if (err->rule[0] && !strstr(err->message, err->rule))
		ch_buffer_printf(&message, " (%s)", err->rule);
	add_sentence(out, message.text);
	ch_buffer_release(&message);
}

/* Core's `fix` may go on from the message; here it is a sentence of its own. */
static void add_fix(struct ch_buffer *out, const char *fix)
{
	size_t at = out->length;

	add_sentence(out, fix);
	if (out->text[at] >= 'a' && out->text[at] <= 'z')
		out->text[at] = (char)(out->text[at] - 'a' + 'A');
}

static void add_error_json(struct ch_buffer *out, const struct ch_error *err)
{
	struct ch_json_writer json = CH_JSON_WRITER(out);
	const struct {
		const char *key, *value;
	} rows[] = {
		{"status", ch_status_name(err->status)}, {"rule", err->rule}, {"field", err->field},
		{"message", err->message},		 {"fix", err->fix},
	};

	ch_json_object_begin(&json);
	ch_json_key(&json, "error");
	ch_json_object_begin(&json);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ch_json_key(&json, rows[i].key);
		ch_json_string(&json, rows[i].value[0] ? rows[i].value : NULL);
	}
	ch_json_object_end(&json);
	ch_json_object_end(&json);
}

void cli_complain(struct cli *cli, const struct ch_error *err)
{
	struct ch_buffer text = CH_BUFFER_EMPTY, safe = CH_BUFFER_EMPTY;

	fflush(cli->out);
	if (cli->format == CLI_JSON) {
		add_error_json(&safe, err);
	} else {
		add_message(&text, err);
		if (err->fix[0]) {
			ch_buffer_add_char(&text, ' ');
			add_fix(&text, err->fix);
		}
		if (err->overridable[0] && cli->context.actor.person_id == 0)
			ch_buffer_printf(&text, _(" If it is right all the same: --override '%s%s%s: why'."),
					 cli->context.override_rules ? cli->context.override_rules : "",
					 cli->context.override_rules ? " " : "", err->overridable);
		ch_buffer_add(&safe, "chiron: ");
		ch_text_add_safe(&safe, text.text);
	}
	ch_buffer_add_char(&safe, '\n');
	fwrite(safe.text, 1, safe.length, cli->err);
	ch_buffer_release(&text);
	ch_buffer_release(&safe);
}
