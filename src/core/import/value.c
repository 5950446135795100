/*
 * Which parser reads a cell follows from the type of its field. Words for "not
 * given" are looked at first, but for names, which may be Null or None.
 */
#include "core/import/value.h"

#include <inttypes.h>
#include <string.h>

#include "chiron/text.h"
#include "model/choices.h"

#define LIST_BYTES_MOST 65536 /* a list that is longer is too long, however often it says the same */
enum { ROLES_SHORT = 63 }; /* bytes of a cell of roles, as nearly all are */

static const char *const bullets[] = {"•", "·", "‣", "▪", "●", "◦"};

static size_t bullet(const char *at)
{
	for (size_t i = 0; (unsigned char)*at >= 0x80 && i < sizeof(bullets) / sizeof(*bullets); i++)
		if (strncmp(at, bullets[i], strlen(bullets[i])) == 0)
			return strlen(bullets[i]);
	return 0;
}

/* Bytes of the separator of terms at `at`; `strong`: of those that are never part of a term. */
static size_t separator(const char *at, bool strong, bool languages)
{
	if (*at == ';' || *at == '|' || *at == '\n' || *at == '\r')
		return 1;
	if (bullet(at) > 0)
		return bullet(at);
	if (strong)
		return 0;
	if (*at == ',' || (languages && (*at == '/' || *at == '&')))
		return 1;
	return languages && strncmp(at, " and ", 5) == 0 ? 5 : 0;
}

/* The term without the hyphen that a list made by hand puts before it, and without commas after it. In place. */
static const char *bare_term(char *term)
{
	size_t length = strlen(term);

	while (length > 0 && strchr(" \t,", term[length - 1]))
		term[--length] = '\0';
	term += strspn(term, " \t");
	return term[0] == '-' && term[1] == ' ' ? term + 2 : term;
}

char *import_terms(struct ch_arena *arena, const char *cell, bool languages)
{
	const char **terms = ch_arena_array(arena, strlen(cell) + 1, sizeof(*terms));
	size_t count = 0;
	bool strong = false;
	const char *start = cell;

	for (const char *at = cell; *at != '\0' && !languages; at++)
		strong = strong || separator(at, true, false) > 0;
	for (const char *at = cell;;) {
		size_t length = *at != '\0' ? separator(at, strong, languages) : 0;

		if (*at != '\0' && length == 0) {
			at++;
			continue;
		}
		terms[count++] = bare_term(ch_arena_copy_bytes(arena, start, (size_t)(at - start)));
		if (*at == '\0')
			break;
		at += length;
		start = at;
	}
	return ch_terms_join(arena, terms, count);
}

int import_roles(const struct import_lexicon *lexicon, const char *cell, bool coaching)
{
	static const struct {
		const char *group;
		enum ch_role role;
	} groups[] = {
		{.group = "mentor", .role = CH_ROLE_MENTOR},
		{.group = "mentee", .role = CH_ROLE_MENTEE},
		{.group = "coach", .role = CH_ROLE_COACH},
		{.group = "coachee", .role = CH_ROLE_COACHEE},
	};
	struct ch_arena arena = CH_ARENA_EMPTY;
	char short_key[ROLES_SHORT + 1], *key = short_key, *more = NULL;
	int roles = 0;
	bool both = false, strange = false;

	if (strnlen(cell, sizeof short_key) == sizeof short_key || !import_ascii_key(cell, short_key))
		key = import_exact_key(&arena, cell);
	for (char *word = strtok_r(key, " ", &more); word; word = strtok_r(NULL, " ", &more)) {
		struct import_words words = import_words_find(lexicon, word);
		int role = 0;

		for (size_t i = 0; i < sizeof(groups) / sizeof(*groups); i++)
			if (import_words_have(&words, groups[i].group) ||
			    strcmp(word, lexicon->role_keys[groups[i].role]) == 0)
				role = 1 << groups[i].role;
		roles |= role;
		if (import_words_have(&words, "both"))
			both = true;
		else if (!role && !import_words_have(&words, "filler"))
			strange = true;
	}
	ch_arena_release(&arena);
	if (strange)
		return 0;
	if (both && !roles)
		roles = coaching ? 1 << CH_ROLE_COACH | 1 << CH_ROLE_COACHEE :
				   1 << CH_ROLE_MENTOR | 1 << CH_ROLE_MENTEE;
	return roles;
}

int import_roles_among(const struct import_lexicon *lexicon, const char *cell, bool coaching, bool *others)
{
	int roles = import_roles(lexicon, cell, coaching);
	bool more = roles == 0;

	if (roles == 0 && (strpbrk(cell, ";|\n") || strstr(cell, ":::"))) {
		struct ch_arena arena = CH_ARENA_EMPTY;
		char *rest = NULL;

		for (char *part = strtok_r(ch_arena_copy(&arena, cell), ";|\n:", &rest); part;
		     part = strtok_r(NULL, ";|\n:", &rest))
			roles |= import_roles(lexicon, part, coaching);
		ch_arena_release(&arena);
	}
	if (others)
		*others = more;
	return roles;
}

static enum ch_yes plain_yes(const struct import_lexicon *lexicon, const char *cell)
{
	if (import_word_is(lexicon, "yes", cell))
		return CH_YES;
	return import_word_is(lexicon, "no", cell) ? CH_NO : CH_UNSAID;
}

/* Also in two languages, "Ydw / Yes", where both say the same. */
enum ch_yes import_yes(const struct import_lexicon *lexicon, const char *cell)
{
	const char *slash = strchr(cell, '/');

	if (!slash || slash == cell || slash[1] == '\0')
		return plain_yes(lexicon, cell);
	struct ch_arena arena = CH_ARENA_EMPTY;
	enum ch_yes whole = plain_yes(lexicon, cell);
	enum ch_yes first = plain_yes(lexicon, ch_arena_copy_bytes(&arena, cell, (size_t)(slash - cell)));
	enum ch_yes second = plain_yes(lexicon, slash + 1);

	ch_arena_release(&arena);
	return whole == CH_UNSAID && first == second ? first : whole;
}

/* The codes of the choices in a set, as a list. */
static const char *choice_codes(const struct ch_choice *choices, int set, struct ch_arena *arena)
{
	const char *codes[32];
	size_t count = 0;

	for (size_t i = 1; choices[i].code && i < 31; i++)
		if (set & (1 << i))
			codes[count++] = choices[i].code;
	return ch_terms_join(arena, codes, count);
}

/* Of "Yes - from June" and "N - helps with teas" the start may be meant. */
static struct import_value neither(const struct import_how *how, const char *text, struct ch_arena *arena)
{
	size_t mark = strcspn(text, " ,;:(-");
	enum ch_yes start = import_yes(how->lexicon, ch_arena_copy_bytes(arena, text, mark));

	return (struct import_value){
		.reason = IMPORT_BAD_YES_NO,
		.message = _("is neither yes nor no; it is left out"),
		.fix = _("Enter yes or no"),
		.suggestion = start == CH_YES ? _("yes") : start == CH_NO ? _("no") : NULL,
	};
}

static struct import_value read_yes(const struct import_how *how, const char *text, struct ch_arena *arena)
{
	enum ch_yes yes = import_yes(how->lexicon, text);

	if (yes == CH_YES || (!yes && import_roles(how->lexicon, text, how->coaching) & (1 << how->role)))
		return (struct import_value){.text = choice_codes(how->field->choices, 1 << how->role, arena)};
	if (yes == CH_NO)
		return (struct import_value){.text = NULL};
	return neither(how, text, arena);
}

static struct import_value read_truth(const struct import_how *how, const char *text, struct ch_arena *arena)
{
	enum ch_yes yes = import_yes(how->lexicon, text);

	if (yes)
		return (struct import_value){.text = yes == CH_YES ? "yes" : "no"};
	return neither(how, text, arena);
}

/* 17:30:00 is how spreadsheets write a time of day, and a length. */
static const char *without_seconds(const char *text, struct ch_arena *arena)
{
	size_t length = strlen(text);

	if (length < 7 || length > 8 || strcmp(text + length - 3, ":00") != 0 || !strchr(text, ':') ||
	    strchr(text, ':') == text + length - 3)
		return text;
	return ch_arena_copy_bytes(arena, text, length - 3);
}

static struct import_value read_roles(const struct import_how *how, const char *text, struct ch_arena *arena)
{
	bool others;
	int roles = import_roles_among(how->lexicon, text, how->coaching, &others);

	if (roles && !others)
		return (struct import_value){.text = choice_codes(how->field->choices, roles, arena)};
	if (roles)
		return (struct import_value){
			.text = choice_codes(how->field->choices, roles, arena),
			.reason = IMPORT_BAD_ROLE,
			.message = _("is not only roles; what is no role is left out"),
		};
	return (struct import_value){
		.reason = IMPORT_BAD_ROLE,
		.message = _("is no role; it is left out"),
		.fix = _("Enter mentor, mentee, coach or coachee, or several of them"),
	};
}

static struct import_value read_role(const struct import_how *how, const char *text, struct ch_arena *arena)
{
	struct import_value value = read_roles(how, text, arena);

	if (value.text == NULL || strchr(value.text, ';') == NULL)
		return value;
	return (struct import_value){
		.reason = IMPORT_BAD_ROLE,
		.message = _("is more than one role; it is left out"),
		.fix = _("Give each role a row of its own"),
	};
}

static const char *find_choice(const struct import_how *how, const char *text, struct ch_arena *arena)
{
	const char *key = import_key(arena, text);

	for (const struct ch_choice *choice = how->field->choices + 1; choice->code; choice++)
		if (strcmp(key, import_key(arena, choice->code)) == 0 ||
		    strcmp(key, import_key(arena, _(choice->label))) == 0 ||
		    import_word_is(how->lexicon, ch_arena_printf(arena, "%s.%s", how->field->key, choice->code), text))
			return choice->code;
	return NULL;
}

size_t import_before_remark(const char *text)
{
	static const char *const marks[] = {" - ", " \u2013 ", "(", ":", ",", ";"};
	const char *end = NULL;

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		const char *at = strstr(text, marks[i]);

		if (at != NULL && at > text && (end == NULL || at < end))
			end = at;
	}
	return end == NULL ? 0 : (size_t)(end - text);
}

static const char *find_before_remark(const struct import_how *how, const char *text, struct ch_arena *arena)
{
	size_t before = import_before_remark(text);

	return before == 0 ? NULL : find_choice(how, ch_arena_copy_bytes(arena, text, before), arena);
}

static struct import_value read_choice(const struct import_how *how, const char *text, struct ch_arena *arena)
{
	const char *code = find_choice(how, text, arena);
	const char *slash = code == NULL ? strstr(text, " / ") : NULL;

	if (slash != NULL) /* in two languages */
		code = find_choice(how, slash + 3, arena);
	if (slash != NULL && code == NULL)
		code = find_choice(how, ch_arena_copy_bytes(arena, text, (size_t)(slash - text)), arena);
	if (code != NULL)
		return (struct import_value){.text = code};
	struct ch_buffer allowed = CH_BUFFER_EMPTY;

	ch_choice_list(how->field->choices, &allowed);
	struct import_value value = {
		.reason = IMPORT_BAD_CHOICE,
		.rejected = how->needed != NULL,
		.message = how->needed == NULL
			? ch_arena_printf(arena, _("is not one of %s; it is left out"), allowed.text)
			: ch_arena_printf(arena, _("is not one of %s, so %s"), allowed.text, _(how->needed)),
		.fix = _("Enter one of them, or leave the cell empty"),
		.suggestion = find_before_remark(how, text, arena),
	};

	ch_buffer_release(&allowed);
	return value;
}

static struct import_value read_choices(const struct import_how *how, const char *text, struct ch_arena *arena)
{
	struct ch_terms terms = ch_terms_split(arena, import_terms(arena, text, false));

	struct import_value all = {.text = NULL};
	const char *unknown = NULL;
	size_t known = 0;

	for (size_t i = 0; i < terms.count; i++) {
		struct import_value one = read_choice(how, terms.terms[i], arena);

		if (one.text == NULL && unknown == NULL) {
			all = one;
			unknown = terms.terms[i];
		}
		if (one.text != NULL)
			terms.terms[known++] = one.text;
	}
	all.text = ch_terms_join(arena, terms.terms, known);
	if (known > 0 && unknown != NULL && !all.rejected)
		all.message = ch_arena_printf(arena, _("has \"%s\", which %s; the rest is taken"), unknown,
					      all.message);
	return all;
}

static size_t characters(const char *text)
{
	size_t count = 0;

	for (; *text != '\0'; text++)
		count += ((unsigned char)*text & 0xc0) != 0x80;
	return count;
}

static bool is_name(const struct ch_field *field)
{
	if (field->type != CH_TYPE_TEXT)
		return false;
	return strcmp(field->key, "name") == 0 || strcmp(field->key, "first_name") == 0 ||
	       strcmp(field->key, "last_name") == 0;
}

/* Text that is too long for its field, which only a name must not be. */
static struct import_value check_length(const struct import_how *how, struct import_value value, struct ch_arena *arena)
{
	int64_t most = how->field->max > 0 ? how->field->max : 500;
	bool text = how->field->type <= CH_TYPE_PHONE && how->field->type >= CH_TYPE_TEXT;

	/* No text has more characters than bytes. */
	if (!text || !value.text || (int64_t)strlen(value.text) <= most || (int64_t)characters(value.text) <= most)
		return value;
	bool rejected = is_name(how->field) || strcmp(how->field->key, "email") == 0;

	return (struct import_value){
		.reason = IMPORT_TOO_LONG,
		.rejected = rejected,
		.message = ch_arena_printf(arena,
					   rejected ? _("has more than %" PRId64 " characters") :
						      _("has more than %" PRId64 " characters; it is left out"),
					   most),
		.fix = _("Shorten the cell"),
	};
}

static bool is_own_email(const struct ch_field *field)
{
	return field->type == CH_TYPE_EMAIL && strcmp(field->key, "email") == 0;
}

/* An address that is good, but whose domain is a slip of the finger away from one that many have. */
static struct import_value check_domain(const struct import_how *how, struct import_value value,
					struct ch_arena *arena)
{
	const char *meant = value.text && !value.reason ?
				    email_domains_meant(how->domains, how->lexicon, value.text, arena) :
				    NULL;

	if (!meant)
		return value;
	value.reason = IMPORT_EMAIL_DOMAIN;
	value.message = _("has a domain that looks like a slip; it is kept as it is");
	value.suggestion = ch_arena_printf(arena, "%.*s@%s", (int)(strrchr(value.text, '@') - value.text), value.text,
					   meant);
	return value;
}

static struct import_value read_typed(const struct import_how *how, const char *text, const char *lines,
				      struct ch_arena *arena)
{
	struct import_value value;

	if (how->role)
		return read_yes(how, text, arena);
	switch (how->field->type) {
	case CH_TYPE_LIST:
		return (struct import_value){
			.text = import_terms(arena, lines, strcmp(how->field->key, "languages") == 0)};
	case CH_TYPE_LINES:
		return (struct import_value){.text = ch_text_tidy_lines(arena, lines)};
	case CH_TYPE_EMAIL:
		value = check_domain(how, import_email(text, arena), arena);
		/* Only a person's own address is the key to the row. */
		if (!is_own_email(how->field))
			value.rejected = false;
		return value;
	case CH_TYPE_PHONE:
		return import_phone(text, how->zeros, arena);
	case CH_TYPE_NUMBER:
		return how->bands ? import_band_grade(how, text, arena) : import_number(how, text, arena);
	case CH_TYPE_HOURS:
		return import_hours(how, text, arena);
	case CH_TYPE_DATE:
		return import_day(how, text, arena);
	case CH_TYPE_CHOICE:
		return how->field->choices == choices_role ? read_role(how, text, arena) :
							     read_choice(how, text, arena);
	case CH_TYPE_CHOICES:
		return how->field->choices == choices_role ? read_roles(how, text, arena) :
							     read_choices(how, text, arena);
	case CH_TYPE_YES:
		return read_truth(how, text, arena);
	case CH_TYPE_MINUTES:
		return import_minutes(how, without_seconds(text, arena), arena);
	case CH_TYPE_TIME:
		return (struct import_value){.text = without_seconds(text, arena)};
	default:
		return is_name(how->field) ? import_name(text, arena) : (struct import_value){.text = text};
	}
}

/* What stands in for a value. */
enum stand_in {
	IS_VALUE,
	IS_NOT_GIVEN,
	POINTS_ABOVE /* "ditto": which row was meant is lost when rows are sorted, so it is asked and not filled in */
};

static enum stand_in stand_in_of(const struct import_how *how, const char *text)
{
	bool name = is_name(how->field);

	/* Null, None, Na and Idem are surnames; "n/a" is none. */
	if (name && strchr(text, '/') == NULL)
		return IS_VALUE;
	const struct import_words words = import_words_find(how->lexicon, text);

	if (!how->role && import_words_have(&words, "not_given"))
		return IS_NOT_GIVEN;
	return !name && import_words_have(&words, "said_above") ? POINTS_ABOVE : IS_VALUE;
}

struct import_value import_value_read(const struct import_how *how, const char *cell, struct ch_arena *arena)
{
	bool stands = ch_text_is_tidy(cell) && *cell != '\'' && *cell != '=';
	size_t taken = 0;
	const char *clean = stands ? cell : import_value_clean(arena, cell, &taken);
	const char *text = stands ? cell : ch_text_tidy(arena, clean);
	enum stand_in stand_in = text ? stand_in_of(how, text) : IS_NOT_GIVEN;
	struct import_value value = {.text = NULL};

	if (stand_in == IS_NOT_GIVEN)
		return value;
	if (stand_in == POINTS_ABOVE)
		return (struct import_value){
			.reason = IMPORT_SAID_ABOVE,
			.rejected = is_own_email(how->field),
			.message = is_own_email(how->field) ? _("points to another row") :
							      _("points to another row; it is left out"),
			.fix = _("Enter the value itself"),
		};
	if (taken > 0 && how->field->type == CH_TYPE_PHONE)
		taken -= import_direction_marks(cell);
	value = import_damage(text, arena);
	if (value.reason == IMPORT_ERROR_VALUE) {
		value.rejected = is_own_email(how->field);
		return value;
	}
	struct import_value mangled = value;

	bool list = how->field->type == CH_TYPE_LIST || how->field->type == CH_TYPE_CHOICES;
	bool endless = list && strlen(text) > LIST_BYTES_MOST;

	value = endless ? (struct import_value){.text = text} : read_typed(how, text, clean, arena);
	value = check_length(how, value, arena);
	if (mangled.reason && !value.reason && value.text) {
		mangled.text = value.text;
		value = mangled;
	}
	if (taken > 0 && !value.reason) {
		value.reason = IMPORT_CONTROL_CHARACTERS;
		value.message = ch_arena_printf(arena,
						_n("has %zu control character, which is left out",
						   "has %zu control characters, which are left out", taken),
						taken);
		value.fix = _("Check the value");
	}
	return value;
}
