#include <string.h>

#include "store/audit.h"
#include "store/hash.h"
#include "store/stmt.h"

enum { SALT_SIZE = 16 };

struct audit_row {
	int64_t seq, actor_id, object_id;
	const char *at, *channel, *operation, *entity;
	const unsigned char *commitment;
};

static void hash_row(const struct audit_row *row, const unsigned char before[HASH_SIZE], unsigned char out[HASH_SIZE])
{
	struct hash hash;

	hash_begin(&hash);
	hash_number(&hash, row->seq);
	hash_text(&hash, row->at);
	hash_number(&hash, row->actor_id);
	hash_text(&hash, row->channel);
	hash_text(&hash, row->operation);
	hash_text(&hash, row->entity);
	hash_number(&hash, row->object_id);
	hash_bytes(&hash, row->commitment, HASH_SIZE);
	hash_bytes(&hash, before, HASH_SIZE);
	hash_end(&hash, out);
}

static void commit_to(const unsigned char salt[SALT_SIZE], const char *detail, unsigned char commitment[HASH_SIZE])
{
	struct hash hash;

	hash_begin(&hash);
	hash_bytes(&hash, salt, SALT_SIZE);
	hash_text(&hash, detail);
	hash_end(&hash, commitment);
}

static void copy_hash(struct stmt *q, const char *column, unsigned char hash[HASH_SIZE])
{
	size_t length;
	const void *bytes = stmt_column_blob(q, column, &length);

	memset(hash, 0, HASH_SIZE);
	if (bytes != NULL && length == HASH_SIZE)
		memcpy(hash, bytes, HASH_SIZE);
}

static enum ch_status chain_head(struct db *db, int64_t *seq, unsigned char hash[HASH_SIZE], struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_AUDIT_LAST);
	bool row = false;
	enum ch_status status = stmt_step(q, &row, err);

	*seq = 0;
	memset(hash, 0, HASH_SIZE);
	if (status == CH_OK && row) {
		*seq = stmt_int(q, "seq");
		copy_hash(q, "hash", hash);
	}
	stmt_reset(q);
	return status;
}

static enum ch_status insert_row(struct db *db, const struct audit_row *row, const unsigned char hash[HASH_SIZE],
				 struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_AUDIT_INSERT);

	stmt_bind_int(q, "seq", row->seq);
	stmt_bind_text(q, "at", row->at);
	stmt_bind_id(q, "actor_id", row->actor_id);
	stmt_bind_text(q, "channel", row->channel);
	stmt_bind_text(q, "operation", row->operation);
	stmt_bind_text(q, "entity", row->entity);
	stmt_bind_int(q, "object_id", row->object_id);
	stmt_bind_blob(q, "detail_commitment", row->commitment, HASH_SIZE);
	stmt_bind_blob(q, "hash", hash, HASH_SIZE);
	return stmt_run(q, NULL, err);
}

enum ch_status audit_append(struct db *db, const struct audit_entry *entry, int64_t *seq, struct ch_error *err)
{
	unsigned char before[HASH_SIZE], hash[HASH_SIZE], commitment[HASH_SIZE], salt[SALT_SIZE];
	const struct ch_operation_info *info = ch_operation_info(entry->operation);
	const char *detail = entry->detail == NULL ? "{}" : entry->detail;

	enum ch_status status = chain_head(db, seq, before, err);
	if (status != CH_OK)
		return status;
	++*seq;
	hash_random(salt, sizeof salt);
	commit_to(salt, detail, commitment);
	struct audit_row row = {.seq = *seq,
				.at = entry->at,
				.actor_id = ch_actor_key(entry->actor),
				.channel = entry->actor->channel,
				.operation = info->code,
				.entity = ch_entity_of(info->entity)->name,
				.object_id = entry->object_id,
				.commitment = commitment};
	hash_row(&row, before, hash);
	status = insert_row(db, &row, hash, err);
	if (status != CH_OK)
		return status;
	struct stmt *q = stmt_ready(db, SQL_AUDIT_DETAIL_INSERT);
	stmt_bind_int(q, "seq", *seq);
	stmt_bind_blob(q, "salt", salt, sizeof salt);
	stmt_bind_text(q, "detail", detail);
	return stmt_run(q, NULL, err);
}

/* Whether the present row fits the chain whose last hash is `before`; `before` becomes the row's. */
static bool row_fits(struct stmt *q, int64_t expected_seq, unsigned char before[HASH_SIZE])
{
	unsigned char commitment[HASH_SIZE], stored[HASH_SIZE], computed[HASH_SIZE];
	size_t salt_length;

	copy_hash(q, "detail_commitment", commitment);
	copy_hash(q, "hash", stored);
	struct audit_row row = {.seq = stmt_int(q, "seq"),
				.at = stmt_text(q, "at"),
				.actor_id = stmt_id(q, "actor_id"),
				.channel = stmt_text(q, "channel"),
				.operation = stmt_text(q, "operation"),
				.entity = stmt_text(q, "entity"),
				.object_id = stmt_int(q, "object_id"),
				.commitment = commitment};
	hash_row(&row, before, computed);
	memcpy(before, stored, HASH_SIZE);
	if (row.seq != expected_seq || memcmp(computed, stored, HASH_SIZE) != 0)
		return false;
	const unsigned char *salt = stmt_column_blob(q, "salt", &salt_length);
	if (salt == NULL)
		return true; /* an erased detail: the chain still holds */
	if (salt_length != SALT_SIZE)
		return false;
	commit_to(salt, stmt_text(q, "detail"), computed);
	return memcmp(computed, commitment, HASH_SIZE) == 0;
}

enum ch_status audit_verify(struct db *db, int64_t *rows, int64_t *broken_at, struct ch_error *err)
{
	unsigned char before[HASH_SIZE] = {0};
	struct stmt *q = stmt_ready(db, SQL_AUDIT_CHAIN);
	enum ch_status status;
	bool row = false;

	*rows = 0;
	*broken_at = 0;
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		++*rows;
		if (*broken_at == 0 && !row_fits(q, *rows, before))
			*broken_at = stmt_int(q, "seq");
	}
	return status;
}

enum ch_status change_append(struct db *db, const struct change_entry *entry, struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_CHANGE_INSERT);

	stmt_bind_int(q, "step", entry->step);
	stmt_bind_text(q, "at", entry->at);
	stmt_bind_id(q, "actor_id", entry->actor_id);
	stmt_bind_text(q, "operation", ch_operation_info(entry->operation)->code);
	stmt_bind_text(q, "entity", ch_entity_of(entry->entity)->name);
	stmt_bind_int(q, "object_id", entry->object_id);
	stmt_bind_text(q, "before", entry->before);
	stmt_bind_text(q, "after", entry->after);
	stmt_bind_id(q, "batch_id", entry->batch_id);
	return stmt_run(q, NULL, err);
}
