#include "core/match.h"

#include "core/change.h"
#include "model/choices.h"
#include "store/record.h"
#include "store/stmt.h"

enum ch_status match_ground_load(struct match_ground *ground, struct db *db, int64_t programme_id, ch_date today,
				 struct ch_arena *arena, struct ch_error *err)
{
	*ground = (struct match_ground){.db = db, .arena = arena, .today = today};
	TRY(record_get(db, ch_entity_of(CH_PROGRAMME), programme_id, arena, &ground->programme, err));
	if (ground->programme.state != CH_PROGRAMME_IS_CLOSING && ground->programme.state != CH_PROGRAMME_IS_CLOSED)
		return CH_OK;
	ch_fail(err, CH_DATA, _("%s is %s: no pair is proposed in it any more"), ground->programme.name,
		_(choices_programme_state[ground->programme.state].label));
	return ch_error_fix(err, _("propose pairs in another programme"));
}

/* The number of places where nothing is taken, and how many are left, by what is known. */
static struct match_places places_of(int64_t capacity, int64_t places_here, int64_t taken, int64_t taken_here)
{
	struct match_places places = {.total = capacity, .left = capacity - taken, .known = true};

	if (capacity == CH_UNKNOWN)
		places = (struct match_places){.total = 1, .left = 1 - taken, .known = false};
	if (places_here != CH_UNKNOWN && (!places.known || places_here - taken_here < places.left))
		places = (struct match_places){
			.total = places_here, .left = places_here - taken_here, .known = true, .of_programme = true};
	return places;
}

static enum ch_status load_places(const struct match_ground *ground, int64_t capacity, int64_t places_here,
				  struct match_person *guide, struct ch_error *err)
{
	struct stmt *q = stmt_ready(ground->db, SQL_MATCH_PLACES_TAKEN);
	bool row = false;

	stmt_bind_int(q, "guide_id", guide->person_id);
	stmt_bind_int(q, "programme_id", ground->programme.programme_id);
	stmt_bind_date(q, "today", ground->today);
	stmt_bind_int(q, "drafts", ground->drafts);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row)
		guide->places = places_of(capacity, places_here, stmt_int(q, "in_all"), stmt_int(q, "here"));
	stmt_reset(q);
	return status;
}

static enum ch_status load_person(const struct match_ground *ground, int64_t person_id, int role,
				  struct match_person *person, int64_t *capacity, int64_t *places_here,
				  struct ch_error *err)
{
	struct stmt *q = stmt_ready(ground->db, SQL_MATCH_PERSON);
	bool row = false;

	*person = (struct match_person){.person_id = person_id, .line = PAIR_NOBODY};
	stmt_bind_int(q, "programme_id", ground->programme.programme_id);
	stmt_bind_text(q, "role", choices_role[role].code);
	stmt_bind_int(q, "person_id", person_id);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row) {
		person->name = stmt_copy(q, "name", ground->arena);
		person->offers = pair_terms_of(ground->arena, stmt_text(q, "offers"));
		person->seeks = pair_terms_of(ground->arena, stmt_text(q, "seeks"));
		person->languages = pair_terms_of(ground->arena, stmt_text(q, "languages"));
		*capacity = stmt_int(q, "capacity");
		*places_here = stmt_int(q, "places_here");
	}
	stmt_reset(q);
	if (status != CH_OK || row)
		return status;
	return ch_fail(err, CH_MISSING, _("there is no person with the number %lld"), (long long)person_id);
}

enum ch_status match_guide_load(const struct match_ground *ground, int64_t person_id, struct match_person *guide,
				struct ch_error *err)
{
	int64_t capacity, places_here;
	int role = ch_kind_guide_role(ground->programme.kind);

	TRY(load_person(ground, person_id, role, guide, &capacity, &places_here, err));
	return load_places(ground, capacity, places_here, guide, err);
}

enum ch_status match_learner_load(const struct match_ground *ground, int64_t person_id, struct match_person *learner,
				  struct ch_error *err)
{
	int64_t ignored, ignored_too;
	int role = ch_kind_learner_role(ground->programme.kind);

	return load_person(ground, person_id, role, learner, &ignored, &ignored_too, err);
}

size_t match_line_number(const struct match_line *line, int64_t person_id)
{
	size_t low = 0, high = line->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (line->ids[middle] < person_id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < line->count && line->ids[low] == person_id ? low : PAIR_NOBODY;
}

enum ch_status match_line_load(const struct match_ground *ground, struct match_line *line, struct ch_error *err)
{
	struct stmt *q = stmt_ready(ground->db, SQL_MATCH_MANAGERS);
	enum ch_status status;
	int64_t count, *manager_ids;
	bool row = false;

	TRY(record_count(ground->db, ch_entity_of(CH_PERSON), &count, err));
	*line = (struct match_line){.ids = ch_arena_array(ground->arena, (size_t)count, sizeof *line->ids),
				    .managers = ch_arena_array(ground->arena, (size_t)count, sizeof *line->managers)};
	manager_ids = ch_arena_array(ground->arena, (size_t)count, sizeof *manager_ids);
	/* A dry run opens no transaction: another program may add people meanwhile. Those are in no pair yet. */
	while ((status = stmt_step(q, &row, err)) == CH_OK && row && line->count < (size_t)count) {
		line->ids[line->count] = stmt_id(q, "person_id");
		manager_ids[line->count++] = stmt_id(q, "manager_id");
	}
	stmt_reset(q);
	for (size_t i = 0; i < line->count; i++)
		line->managers[i] = match_line_number(line, manager_ids[i]);
	return status;
}

bool match_share_language(const struct match_person *guide, const struct match_person *learner)
{
	return guide->languages.count == 0 || learner->languages.count == 0 ||
	       pair_terms_shared(&guide->languages, &learner->languages) > 0;
}
