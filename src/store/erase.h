/*
 * Erasing a person from a file: what is theirs in each table, and what becomes
 * of it (UK GDPR, Article 17). Which rows are a person's is said once, in the
 * rules; what is not said there does not keep their name all the same, since
 * erase_mentions() goes through every text of every table.
 *
 * An emptied row stays for the scheme's figures: its days, lengths, states and
 * numbers. Its texts go, and whatever only a coordinator or one side reads; a
 * new field of an entity is therefore emptied unless its rule keeps it.
 *
 * All of it is run inside one transaction of the caller's, in the order of this
 * header; bulk_compact() after its commit.
 */
#ifndef STORE_ERASE_H
#define STORE_ERASE_H

#include "chiron/arena.h"
#include "chiron/date.h"
#include "store/db.h"
#include "store/hash.h"

enum erase_fate { ERASE_REMOVED, ERASE_EMPTIED, ERASE_KEPT };

struct erase_rule {
	const char *table;
	const char *label; /* of a table that is no entity; NULL: the entity's plural */
	enum erase_fate fate;
	const char *whose; /* which rows, as a condition with :person and perhaps :checks */
	const char *keeps; /* of an emptied row: what stays though it would go */
	const char *also;  /* and what goes though it would stay */
};

/* In the order in which they are run: what refers to a row before the row. NULL behind the last. */
const struct erase_rule *erase_rule_at(size_t index);

/* What they were called, or could be reached by, now or before. */
struct erase_name {
	const char *text;
	bool telling; /* it is nobody else's, in whatever case, and so is looked for everywhere */
	const char **longer; /* what others are called that has it as a part, and is left as it is: "Mary Ann Lee" */
	size_t longer_count;
};

/* Who is erased. The texts are the caller's. */
struct erase {
	struct db *db;
	int64_t person_id;
	bool former; /* only the journal has them still: there is no record */
	const char *called; /* from now on: "erased person 17" */
	const char *checks; /* a JSON object: of each check by name, the entity that it is about */
	struct ch_arena *arena;
	struct erase_name *names;
	size_t name_count, name_room;
};

/* How many rows a rule is about. */
enum ch_status erase_count(const struct erase *erase, const struct erase_rule *rule, int64_t *rows,
			   struct ch_error *err);

/* How many records there are of them in the journal of changes. */
enum ch_status erase_count_journal(const struct erase *erase, int64_t *rows, struct ch_error *err);

/* Fills `names`: those in the file and those in the journal, each once, the longest first. */
enum ch_status erase_read_names(struct erase *erase, struct ch_error *err);

/*
 * Says that the person was erased, before anything goes: what stands for them in the file is this row alone.
 * `email_hash` may be NULL.
 */
struct erase_stone {
	const char *at; /* instant */
	int64_t by;	/* ch_actor_key() */
	int64_t records;
	const unsigned char *email_hash, *name_hash;
};
enum ch_status erase_note(const struct erase *erase, const struct erase_stone *stone, struct ch_error *err);

/*
 * Removes what the journal and the audit log's details hold of them. What a step did to them cannot be taken back any
 * more, so that it is marked as final. The chain of the audit log stays whole (audit.h).
 */
enum ch_status erase_journal(const struct erase *erase, struct ch_error *err);

/* Runs every rule; how many rows were removed or emptied in *records. */
enum ch_status erase_rows(const struct erase *erase, int64_t *records, struct ch_error *err);

/* What somebody left in forms, and what others left there about them. */
enum ch_status erase_drafts(const struct erase *erase, struct ch_error *err);

/*
 * Removes the person's row, where there is one, or, where facts refer to it, leaves their number, the two days and
 * `called` in it.
 */
enum ch_status erase_person_row(const struct erase *erase, ch_date today, bool *removed, struct ch_error *err);

/* Puts `called` where a text of anybody else still says a telling name; in how many texts in *texts. */
enum ch_status erase_mentions(const struct erase *erase, int64_t *texts, struct ch_error *err);

/* What a person is known by in the list of the erased, of this scheme and no other. */
void erase_hash(const char *scheme_id, const char *key, unsigned char hash[HASH_SIZE]);

#endif
