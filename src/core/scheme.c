#include "chiron/scheme.h"

#include <stdlib.h>

#include "chiron/text.h"
#include "chiron/translate.h"
#include "core/journal/change.h"
#include "core/import/lexicon.h"
#include "core/look.h"
#include "core/may.h"
#include "core/role_words.h"
#include "core/scheme_private.h"
#include "store/record.h"
#include "store/watch.h"

enum { THE_ROW = 1 };

static struct ch_scheme *wrap(struct db *db)
{
	struct ch_scheme *scheme = calloc(1, sizeof *scheme);

	if (scheme == NULL)
		ch_abort("out of memory");
	scheme->db = db;
	scheme->watch = -1;
	return scheme;
}

static enum ch_status write_settings(struct db *db, const char *name, enum ch_notes notes,
				     const struct ch_clock *clock, struct ch_error *err)
{
	struct ch_scheme_settings settings;
	struct ch_arena arena = CH_ARENA_EMPTY;
	char now[CH_INSTANT_SIZE], id[DB_ID_SIZE];
	const struct ch_entity *entity = ch_entity_of(CH_SCHEME);

	ch_record_clear(entity, &settings);
	settings.scheme_row = THE_ROW;
	settings.scheme_id = db_random_id(id);
	settings.name = ch_text_tidy(&arena, name);
	settings.notes = notes == CH_NO_NOTES ? CH_NOTES_APART : (int)notes;
	settings.created_at = ch_clock_now(clock, now);
	enum ch_status status = ch_record_validate(entity, &settings, err);
	if (status == CH_OK)
		status = record_insert(db, entity, &settings, err);
	ch_arena_release(&arena);
	return status;
}

enum ch_status ch_scheme_create(const char *path, const char *name, enum ch_notes notes, const struct ch_clock *clock,
				struct ch_error *err)
{
	struct db *db = NULL;

	TRY(db_create(path, &db, err));
	enum ch_status status = write_settings(db, name, notes, clock, err);
	db_close(db);
	if (status != CH_OK)
		db_remove_new(path);
	return status;
}

enum ch_status ch_scheme_open(const char *path, struct ch_scheme **scheme, struct ch_error *err)
{
	struct db *db = NULL;

	TRY(db_open(path, &db, err));
	*scheme = wrap(db);
	role_words_take_up(*scheme);
	return CH_OK;
}

void ch_scheme_close(struct ch_scheme *scheme)
{
	if (scheme == NULL)
		return;
	ch_translate_instead(NULL, 0);
	watch_close(scheme->watch);
	db_close(scheme->db);
	free(scheme);
}

enum ch_status ch_scheme_hold(struct ch_scheme *scheme, struct ch_error *err)
{
	TRY(db_begin(scheme->db, err));
	scheme->held++;
	return CH_OK;
}

enum ch_status ch_scheme_release(struct ch_scheme *scheme, bool keep, struct ch_error *err)
{
	scheme->held--;
	if (keep)
		return db_commit(scheme->db, err);
	db_rollback(scheme->db);
	return CH_OK;
}

const char *ch_scheme_path(const struct ch_scheme *scheme)
{
	return db_path(scheme->db);
}

enum ch_status ch_scheme_settings_get(struct ch_context *c, struct ch_arena *arena,
				      struct ch_scheme_settings *settings, struct ch_error *err)
{
	TRY(may(c, CH_OP_SCHEME_READ, CH_SCHEME, THE_ROW, err));
	return record_get(c->scheme->db, ch_entity_of(CH_SCHEME), THE_ROW, arena, settings, err);
}

enum ch_status ch_scheme_settings_set(struct ch_context *c, struct ch_scheme_settings *settings, struct ch_error *err)
{
	struct change change;

	TRY(import_lexicon_check(settings->headings, err));
	TRY(role_words_check(settings, err));
	TRY(change_begin(&change, c, CH_OP_SCHEME_SET, CH_SCHEME, THE_ROW, err));
	TRY(change_end(&change, change_update(&change, CH_SCHEME, settings, err), err));
	role_words_take_up(c->scheme);
	return CH_OK;
}

enum ch_status ch_scheme_backup(struct ch_context *c, const char *path, struct ch_error *err)
{
	struct change change;

	TRY(may(c, CH_OP_BACKUP, CH_SCHEME, THE_ROW, err));
	TRY(db_backup(c->scheme->db, path, err));
	if (db_read_only(c->scheme->db))
		return CH_OK;
	TRY(change_begin(&change, c, CH_OP_BACKUP, CH_SCHEME, THE_ROW, err));
	return change_end(&change, CH_OK, err);
}

int ch_scheme_watch(struct ch_scheme *scheme)
{
	if (scheme->watch < 0)
		scheme->watch = watch_open(db_path(scheme->db));
	return scheme->watch;
}

bool ch_scheme_changed(struct ch_scheme *scheme)
{
	if (scheme->watch >= 0)
		watch_drain(scheme->watch, db_path(scheme->db));
	if (!db_data_version_changed(scheme->db))
		return false;
	role_words_take_up(scheme);
	return true;
}

enum ch_status ch_scheme_count(struct ch_context *c, enum ch_entity_id entity, int64_t *count, struct ch_error *err)
{
	TRY(may(c, CH_OP_SCHEME_READ, CH_SCHEME, THE_ROW, err));
	enum ch_status status = look_begin(c, err);

	if (status == CH_OK)
		status = record_count(c->scheme->db, ch_entity_of(entity), count, err);
	look_end(c);
	return status;
}
