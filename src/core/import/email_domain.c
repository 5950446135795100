/*
 * A hash table of a fixed size, with linear probing: a list has few domains,
 * and in one with thousands no domain is frequent enough to tell a slip.
 */
#include "core/import/email_domain.h"

#include <ctype.h>
#include <string.h>

#include "chiron/text.h"

#define SLOTS 512
#define DOMAINS_MOST 256
#define DOMAIN_BYTES_MOST 32 /* beyond which no distance is told */
#define FREQUENT_LEAST 5
#define TIMES_AS_FREQUENT 5
#define SHORT_BYTES 9 /* of domains in which one letter makes the difference between two real ones */

struct email_domain {
	char name[DOMAIN_BYTES_MOST + 1]; /* "": a free slot */
	size_t count;
};

struct email_domains {
	struct ch_arena *arena;
	struct email_domain slots[SLOTS];
	size_t used;
	struct email_domain *first; /* the most frequent; NULL: none yet */
};

/* Whether the address ends, letter for letter, with the most frequent domain, as nearly all do. */
static bool has_first(const struct email_domains *domains, const char *address)
{
	const char *at = domains && domains->first ? strrchr(address, '@') : NULL;

	return at && strcmp(at + 1, domains->first->name) == 0;
}

static size_t most(const struct email_domains *domains)
{
	return domains->first ? domains->first->count : 0;
}

struct email_domains *email_domains_new(struct ch_arena *arena)
{
	struct email_domains *domains = ch_arena_alloc(arena, sizeof(*domains));

	domains->arena = arena;
	return domains;
}

/* The domain in small letters; false where the text is no address, or it is too long or not ASCII. */
static bool domain_of(const char *address, char domain[DOMAIN_BYTES_MOST + 1])
{
	const char *at = strrchr(address, '@');
	size_t length = 0;

	if (!at)
		return false;
	for (at++; *at != '\0' && !isspace((unsigned char)*at) && *at != '>'; at++) {
		if (length == DOMAIN_BYTES_MOST || (unsigned char)*at >= 0x80)
			return false;
		domain[length++] = (char)tolower((unsigned char)*at);
	}
	domain[length] = '\0';
	return strchr(domain, '.') != NULL;
}

static size_t slot_of(const struct email_domains *domains, const char *domain)
{
	size_t hash = 2166136261u;

	for (const char *c = domain; *c != '\0'; c++)
		hash = (hash ^ (unsigned char)*c) * 16777619u;
	size_t slot = hash % SLOTS;

	while (domains->slots[slot].name[0] != '\0' && strcmp(domains->slots[slot].name, domain) != 0)
		slot = (slot + 1) % SLOTS;
	return slot;
}

void email_domains_add(struct email_domains *domains, const char *address)
{
	char domain[DOMAIN_BYTES_MOST + 1];

	if (has_first(domains, address)) {
		domains->first->count++;
		return;
	}
	if (!domain_of(address, domain))
		return;
	struct email_domain *slot = &domains->slots[slot_of(domains, domain)];

	if (slot->name[0] == '\0') {
		if (domains->used == DOMAINS_MOST)
			return;
		domains->used++;
		memcpy(slot->name, domain, sizeof(slot->name));
	}
	slot->count++;
	if (slot->count > most(domains))
		domains->first = slot;
}

static bool is_slip(const char *domain, const char *other)
{
	int distance = ch_text_distance(domain, other);

	return distance > 0 && distance <= (strlen(other) < SHORT_BYTES ? 1 : 2);
}

const char *email_domains_meant(const struct email_domains *domains, const struct import_lexicon *lexicon,
				const char *address, struct ch_arena *arena)
{
	static const char *const providers[] = {"gmail.com",   "googlemail.com", "outlook.com", "hotmail.com",
						"hotmail.co.uk", "yahoo.com",	 "yahoo.co.uk", "icloud.com",
						"btinternet.com", "t-online.de",  "orange.fr"};
	char domain[DOMAIN_BYTES_MOST + 1];
	size_t count = 0;
	const struct email_domain *best = NULL;

	if (has_first(domains, address) && domains->first->count >= FREQUENT_LEAST)
		return NULL;
	if (!domain_of(address, domain))
		return NULL;
	if (domains)
		count = domains->slots[slot_of(domains, domain)].count;
	/* None is frequent enough beside it: so it is with nearly all addresses. */
	if ((count >= FREQUENT_LEAST && most(domains) < TIMES_AS_FREQUENT * count) ||
	    import_word_is(lexicon, "mail_domain", domain))
		return NULL;
	for (size_t i = 0; domains && i < SLOTS; i++) {
		const struct email_domain *other = &domains->slots[i];

		if (other->count >= FREQUENT_LEAST && other->count >= TIMES_AS_FREQUENT * count &&
		    is_slip(domain, other->name) && (!best || other->count > best->count))
			best = other;
	}
	if (best)
		return ch_arena_copy(arena, best->name);
	for (size_t i = 0; i < sizeof(providers) / sizeof(*providers) && count < FREQUENT_LEAST; i++)
		if (is_slip(domain, providers[i]))
			return providers[i];
	return NULL;
}
