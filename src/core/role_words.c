#include "core/role_words.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "chiron/text.h"
#include "chiron/translate.h"
#include "core/scheme_private.h"
#include "core/journal/change.h"
#include "store/record.h"

enum { THE_ROW = 1 };

/* Each role's own word and the field of what is shown for it; the plural follows. */
static const struct {
	const char *word, *key;
} words[] = {
	{N_("mentor"), "shown_mentor"}, {N_("mentors"), "shown_mentors"}, {N_("mentee"), "shown_mentee"},
	{N_("mentees"), "shown_mentees"}, {N_("coach"), "shown_coach"}, {N_("coaches"), "shown_coaches"},
	{N_("coachee"), "shown_coachee"}, {N_("coachees"), "shown_coachees"},
};

enum { WORDS = sizeof(words) / sizeof(words[0]) };

static const char *shown(const struct ch_scheme_settings *settings, size_t word, struct ch_arena *arena)
{
	return ch_field_text(ch_field_named(ch_entity_of(CH_SCHEME), words[word].key), settings, arena);
}

/* ---- Checking ---- */

static enum ch_status refuse_alone(size_t word, const char *given, struct ch_error *err)
{
	ch_fail_field(err, words[word ^ 1].key,
		      word % 2 == 0 ? _("one is called \"%s\"; how several are called is not said")
				    : _("several are called \"%s\"; how one is called is not said"),
		      given);
	return ch_error_fix(err, _("give both words, or leave both blank"));
}

/* What could be taken for a part of a format or a command is no word. */
static enum ch_status check_signs(size_t word, const char *given, struct ch_error *err)
{
	bool letters = false;

	for (const char *at = given; *at != '\0'; at++) {
		unsigned char c = (unsigned char)*at;

		letters = letters || isalpha(c) || c >= 0x80;
		if (isalpha(c) || c >= 0x80 || strchr(" '-", c) != NULL)
			continue;
		ch_fail_field(err, words[word].key, _("\"%s\" has a \"%c\" in it"), given, c);
		return ch_error_fix(err, _("a word has letters, blanks, hyphens and apostrophes"));
	}
	if (letters)
		return CH_OK;
	ch_fail_field(err, words[word].key, _("\"%s\" has no letter"), given);
	return ch_error_fix(err, _("give a word, as befriender; blank shows the usual one"));
}

static bool is_letter(char c)
{
	return isalpha((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* Whether a role's own word, singular or plural, is one of the words of `given`. */
static bool has_own_word(const char *given)
{
	for (size_t i = 0; i < WORDS; i++) {
		size_t length = strlen(words[i].word);

		for (const char *at = given; *at != '\0'; at++)
			if ((at == given || !is_letter(at[-1])) && strncasecmp(at, words[i].word, length) == 0 &&
			    !is_letter(at[length]))
				return true;
	}
	return false;
}

/* "coach" shown for the mentor could be taken for the other role, which is still typed so. */
static enum ch_status refuse_own_words(size_t word, const char *given, struct ch_error *err)
{
	if (!has_own_word(given))
		return CH_OK;
	ch_fail_field(err, words[word].key, _("\"%s\" has a word in it that stands for a role already"), given);
	return ch_error_fix(err, _("choose another than \"mentor\", \"mentee\", \"coach\" and \"coachee\"; "
				   "blank shows those"));
}

static enum ch_status refuse_shared(const struct ch_scheme_settings *settings, size_t word, const char *given,
				    struct ch_arena *arena, struct ch_error *err)
{
	for (size_t i = 0; i < word - word % 2; i++) {
		const char *other = shown(settings, i, arena);

		if (other == NULL || strcmp(ch_text_fold(arena, other), ch_text_fold(arena, given)) != 0)
			continue;
		ch_fail_field(err, words[word].key, _("\"%s\" is shown for two roles"), given);
		return ch_error_fix(err, _("give each role its own word, so that lists can be told apart"));
	}
	return CH_OK;
}

static enum ch_status check_word(const struct ch_scheme_settings *settings, size_t word, struct ch_arena *arena,
				 struct ch_error *err)
{
	const char *given = shown(settings, word, arena);

	if (given == NULL)
		return CH_OK;
	if (shown(settings, word ^ 1, arena) == NULL)
		return refuse_alone(word, given, err);
	TRY(check_signs(word, given, err));
	TRY(refuse_own_words(word, given, err));
	return refuse_shared(settings, word, given, arena, err);
}

enum ch_status role_words_check(const struct ch_scheme_settings *settings, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	enum ch_status status = CH_OK;

	for (size_t i = 0; status == CH_OK && i < WORDS; i++)
		status = check_word(settings, i, &arena, err);
	ch_arena_release(&arena);
	return status;
}

/* ---- Taking them up ---- */

void role_words_take_up(struct ch_scheme *scheme)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_scheme_settings settings;
	struct ch_instead instead[WORDS];
	size_t count = 0;

	if (record_get(scheme->db, ch_entity_of(CH_SCHEME), THE_ROW, &arena, &settings, &ignored) == CH_OK) {
		for (size_t i = 0; i < WORDS; i++) {
			const char *by = shown(&settings, i, &arena);

			if (by != NULL)
				instead[count++] = (struct ch_instead){.word = words[i].word, .by = by};
		}
		ch_translate_instead(instead, count);
	}
	ch_arena_release(&arena);
}
