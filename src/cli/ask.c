/*
 * From the first question on Ctrl-C ends the questions instead of the program,
 * so that the command can say what was saved and what was not.
 */
#include <stdlib.h>
#include <string.h>

#include "chiron/stop.h"
#include "cli/ask.h"

enum cli_answer cli_read_line(struct cli *cli, struct ch_buffer *line)
{
	size_t capacity = 0;
	char *read = NULL;
	ssize_t length;

	ch_buffer_clear(line);
	if (cli->asks)
		ch_stop_wait(fileno(cli->in));
	if (ch_stop_signal() != 0)
		return CLI_STOPPED;
	length = getline(&read, &capacity, cli->in);
	while (length > 0 && strchr(" \t\r\n", read[length - 1]))
		length--;
	if (length > 0)
		ch_buffer_add_bytes(line, read + strspn(read, " \t"), (size_t)length - strspn(read, " \t"));
	free(read);
	return length < 0 ? CLI_ENDED : length == 0 ? CLI_BLANK : CLI_ANSWERED;
}

static void put_question(struct cli *cli, const char *question)
{
	ch_stop_catch();
	fflush(cli->out);
	fprintf(cli->err, "%s\n> ", ch_text_safe(&cli->arena, question));
	fflush(cli->err);
}

enum cli_answer cli_ask(struct cli *cli, struct ch_buffer *line, const char *format, ...)
{
	struct ch_buffer question = CH_BUFFER_EMPTY;
	enum cli_answer answer;
	va_list args;

	va_start(args, format);
	ch_buffer_vprintf(&question, format, args);
	va_end(args);
	put_question(cli, question.text);
	ch_buffer_release(&question);
	answer = cli_read_line(cli, line);
	if (answer == CLI_ENDED || answer == CLI_STOPPED)
		fputc('\n', cli->err);
	return answer;
}

enum ch_status cli_input_whole(struct cli *cli, struct ch_error *err)
{
	if (!ferror(cli->in))
		return CH_OK;
	ch_fail(err, CH_IO, _("standard input is closed or broke off: nothing was saved"));
	return ch_error_fix(err, _("Give the command again; </dev/null where there is nothing to read"));
}

static enum cli_answer no_utf8(struct ch_error *err)
{
	ch_fail(err, CH_DATA, _("the text on standard input is not UTF-8"));
	ch_error_fix(err, _("Save it as UTF-8, or type it"));
	return CLI_ENDED;
}

/* Reads lines up to an empty one or the end; NULL in *text where there were none. What is no UTF-8 is refused. */
static enum cli_answer read_lines(struct cli *cli, const char **text, struct ch_error *err)
{
	struct ch_buffer all = CH_BUFFER_EMPTY, line = CH_BUFFER_EMPTY;
	enum cli_answer answer;

	while ((answer = cli_read_line(cli, &line)) == CLI_ANSWERED && all.length <= CLI_LONGEST_TEXT) {
		if (all.length)
			ch_buffer_add_char(&all, '\n');
		ch_buffer_add_bytes(&all, line.text, line.length);
		if (cli->asks) {
			fputs("> ", cli->err);
			fflush(cli->err);
		}
	}
	if (cli->asks && (answer == CLI_ENDED || answer == CLI_STOPPED))
		fputc('\n', cli->err);
	if (cli_input_whole(cli, err) != CH_OK)
		answer = CLI_ENDED;
	else if (all.length > CLI_LONGEST_TEXT)
		ch_fail(err, CH_DATA, _("the text is longer than %d bytes"), CLI_LONGEST_TEXT);
	else if (ch_text_valid(all.text, all.length) != all.length || strlen(all.text) != all.length)
		answer = no_utf8(err);
	*text = all.length && err->status == CH_OK ? ch_arena_copy(&cli->arena, all.text) : NULL;
	ch_buffer_release(&all);
	ch_buffer_release(&line);
	return answer;
}

enum ch_status cli_wording(struct cli *cli, const char *question, const char **text, struct ch_error *err)
{
	enum cli_answer answer;

	if (cli->asks)
		put_question(cli, question);
	answer = read_lines(cli, text, err);
	if (answer == CLI_STOPPED)
		return ch_fail(err, CH_DATA, _("stopped: nothing was saved"));
	return err->status;
}

enum ch_status cli_confirm(struct cli *cli, const char *what, struct ch_error *err)
{
	struct ch_buffer line = CH_BUFFER_EMPTY;
	bool agreed = cli->yes;

	if (!agreed && !cli->asks) {
		ch_fail(err, CH_USAGE, "%s", what);
		return ch_error_fix(err, _("Add --yes to do it all the same"));
	}
	if (!agreed && cli_ask(cli, &line, _("%s Type yes to go on; anything else leaves all as it is."), what) ==
			       CLI_ANSWERED)
		agreed = ch_text_equal_ascii(line.text, "yes");
	ch_buffer_release(&line);
	return agreed ? CH_OK : ch_fail(err, CH_DATA, _("nothing was changed"));
}
