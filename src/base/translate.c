/*
 * The language of texts, and the words of a scheme and the keys of a person in them. As the catalogue
 * of texts is libintl's, so the words are the one table here that changes as
 * the program runs. What a text became is remembered, for whoever was given it
 * keeps the pointer; so what is remembered is never freed, only added to when
 * the words change. An import reads ahead by a thread, which translates, too:
 * what is remembered is locked. The words change only while it does not run.
 */
#include "chiron/translate.h"

#include <ctype.h>
#include <libintl.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "chiron/arena.h"
#include "chiron/buffer.h"
#include "chiron/status.h"

enum { WORDS_MAX = 16, SLOTS = 512 };

struct said {
	const char *text, *instead;
	struct said *next;
};

static struct {
	pthread_mutex_t lock; /* of the arena and of what was said */
	struct ch_arena arena;
	struct ch_instead words[WORDS_MAX];
	size_t count;
	ch_key_of *key_of;
	const void *keys;
	struct said *said[SLOTS];
} own = {.lock = PTHREAD_MUTEX_INITIALIZER};

void ch_translate_instead(const struct ch_instead *words, size_t count)
{
	own.count = count < WORDS_MAX ? count : WORDS_MAX;
	for (size_t i = 0; i < own.count; i++)
		own.words[i] = (struct ch_instead){.word = ch_arena_copy(&own.arena, words[i].word),
						   .by = ch_arena_copy(&own.arena, words[i].by)};
	memset(own.said, 0, sizeof(own.said));
}

void ch_translate_keys(ch_key_of *key_of, const void *data)
{
	own.key_of = key_of;
	own.keys = data;
	memset(own.said, 0, sizeof(own.said));
}

/* ---- Putting words into a text ---- */

static bool is_of_word(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80 || c == '_' || c == '-';
}

/* Behind these stands what is typed: role:mentor, "mentor:" */
static bool begins_word(const char *text, const char *at)
{
	return at == text || (!is_of_word(at[-1]) && strchr(":\"=", at[-1]) == NULL);
}

/* The word that begins there and is replaced; the longest of them is whole, so that there is one. NULL: none. */
static const struct ch_instead *word_at(const char *at)
{
	for (size_t i = 0; i < own.count; i++) {
		size_t length = strlen(own.words[i].word);

		if (strncasecmp(at, own.words[i].word, length) == 0 && !is_of_word(at[length]))
			return &own.words[i];
	}
	return NULL;
}

/* "a mentor", but "an adviser". */
static void mend_article(struct ch_buffer *out, const char *by)
{
	const char *end = out->text + out->length;
	bool article = out->length >= 2 && strcasecmp(end - 2, "a ") == 0 &&
		       (out->length == 2 || !is_of_word(end[-3]));

	if (!article || strchr("aeioAEIO", *by) == NULL)
		return;
	out->text[--out->length] = '\0';
	ch_buffer_add(out, "n ");
}

static void put_word(struct ch_buffer *out, const struct ch_instead *word, bool capital)
{
	mend_article(out, word->by);
	ch_buffer_add_char(out, capital ? (char)toupper((unsigned char)*word->by) : *word->by);
	ch_buffer_add(out, word->by + 1);
}

/* The key that begins there, behind whose mark it goes on. */
static const char *put_key(struct ch_buffer *out, const char *at)
{
	size_t length = strcspn(at + 1, CH_KEY_MARK);
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *command = ch_arena_copy_bytes(&arena, at + 1, length);

	ch_buffer_add(out, own.key_of != NULL ? own.key_of(own.keys, command, &arena) : command);
	ch_arena_release(&arena);
	return at + length + 2;
}

/* Whether any word was replaced, or a key put in. */
static bool put_words(const char *text, struct ch_buffer *out)
{
	bool quoted = false, any = false;

	for (const char *at = text; *at != '\0';) {
		const struct ch_instead *word = !quoted && begins_word(text, at) ? word_at(at) : NULL;

		quoted ^= *at == '`';
		if (*at == *CH_KEY_MARK) {
			at = put_key(out, at);
			any = true;
			continue;
		}
		if (word == NULL) {
			ch_buffer_add_char(out, *at++);
			continue;
		}
		put_word(out, word, isupper((unsigned char)*at) != 0);
		at += strlen(word->word);
		any = true;
	}
	return any;
}

/* ---- What texts became ---- */

/* FNV-1a (Fowler, Noll, Vo). */
static size_t slot_of(const char *text)
{
	uint32_t value = 2166136261u;

	for (const unsigned char *at = (const unsigned char *)text; *at != '\0'; at++)
		value = (value ^ *at) * 16777619u;
	return value % SLOTS;
}

static const char *instead_of(const char *text)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	pthread_mutex_lock(&own.lock);
	struct said **slot = &own.said[slot_of(text)], *said = *slot;

	while (said != NULL && strcmp(said->text, text) != 0)
		said = said->next;
	if (said == NULL && put_words(text, &out)) {
		said = ch_arena_alloc(&own.arena, sizeof(*said));
		*said = (struct said){.text = ch_arena_copy(&own.arena, text),
				      .instead = ch_arena_copy(&own.arena, out.text),
				      .next = *slot};
		*slot = said;
	}
	pthread_mutex_unlock(&own.lock);
	ch_buffer_release(&out);
	return said != NULL ? said->instead : text;
}

static const char *finished(const char *text)
{
	return own.count > 0 || strchr(text, *CH_KEY_MARK) != NULL ? instead_of(text) : text;
}

const char *ch_translate(const char *text)
{
	/* The translation of "" is the catalogue's header, which nobody wants to read. */
	if (*text == '\0')
		return text;
	return finished(dgettext("chiron", text));
}

const char *ch_translate_count(const char *one, const char *more, unsigned long count)
{
	return finished(dngettext("chiron", one, more, count));
}
