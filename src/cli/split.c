#include "cli/split.h"

#include <string.h>

/* Moves a word's characters together, without its quotes, and ends it; where the next one may begin, or NULL. */
static char *end_word(char *text)
{
	char *to = text;

	while (*text != '\0' && *text != ' ') {
		char quote = *text == '\'' || *text == '"' ? *text++ : '\0';

		while (*text != '\0' && *text != (quote != '\0' ? quote : ' ') &&
		       (quote != '\0' || strchr("'\"", *text) == NULL))
			*to++ = *text++;
		if (quote != '\0' && *text++ != quote)
			return NULL;
	}
	text += *text != '\0';
	*to = '\0';
	return text;
}

enum ch_status cli_split(char *text, char *words[CLI_WORDS_MOST], size_t *count, struct ch_error *err)
{
	*count = 0;
	while (*(text += strspn(text, " ")) != '\0') {
		if (*count == CLI_WORDS_MOST)
			return ch_fail(err, CH_USAGE, _("a command has at most %d words"), CLI_WORDS_MOST);
		words[(*count)++] = text;
		text = end_word(text);
		if (text == NULL) {
			ch_fail(err, CH_USAGE, _("a quote is opened and not closed"));
			return ch_error_fix(err, _("Close it, or leave it out"));
		}
	}
	return CH_OK;
}
