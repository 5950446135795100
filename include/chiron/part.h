/*
 * Parts: the small records that a programme or a person has several of, added,
 * changed and removed by themselves.
 *
 *   cohort       a group starting together in a programme (FIELD.md)
 *   objective    of the organisation, that pairings of the programme serve (R25)
 *   requirement  a check of its guides that the programme requires (R78)
 *   eligibility  who may take part in the programme (R19)
 *   credential   training, qualification or check of a person, with dates (R8, R9, R78)
 *
 * Each names what it belongs to in its third member. A part that something
 * still refers to is not removed.
 */
#ifndef CHIRON_PART_H
#define CHIRON_PART_H

#include "chiron/context.h"

struct ch_cohort {
	int64_t cohort_id;
	int64_t row_version;
	int64_t programme_id;
	const char *name;
	ch_date starts_on;
	ch_date ends_on;
};

struct ch_objective {
	int64_t objective_id;
	int64_t row_version;
	int64_t programme_id;
	const char *name;
};

struct ch_requirement {
	int64_t requirement_id;
	int64_t row_version;
	int64_t programme_id;
	const char *name;     /* met by a credential of the same name, whatever its case */
	int64_t valid_months; /* after the credential was awarded; not known: until the credential's own expiry */
};

#define CH_ELIGIBILITY_FIELDS(X)                                                                                       \
	X(DEPARTMENT, "department", N_("department"))                                                                  \
	X(ORGANISATION, "organisation", N_("organisation"))                                                            \
	X(LOCATION, "location", N_("area"))                                                                            \
	X(GRADE, "grade", N_("grade"))                                                                                 \
	X(OFFERS, "offers", N_("offers"))                                                                              \
	X(SEEKS, "seeks", N_("seeks"))                                                                                 \
	X(LANGUAGES, "languages", N_("languages"))

enum ch_eligibility_field {
	CH_NO_ELIGIBILITY_FIELD,
#define X(name, code, label) CH_ELIGIBLE_BY_##name,
	CH_ELIGIBILITY_FIELDS(X)
#undef X
};

/* What is not known of a person breaks no such rule. Where there are several rules, each must be met. */
struct ch_eligibility {
	int64_t eligibility_id;
	int64_t row_version;
	int64_t programme_id;
	int side;	     /* enum ch_side; 0: both */
	int field;	     /* enum ch_eligibility_field */
	const char *allowed; /* list: one of these; of a list of terms at least one */
};

#define CH_CREDENTIAL_KINDS(X)                                                                                         \
	X(TRAINING, "training", N_("training"))                                                                        \
	X(QUALIFICATION, "qualification", N_("qualification"))                                                         \
	X(REFERENCE, "reference", N_("reference"))                                                                     \
	X(CHECK, "check", N_("background check"))

enum ch_credential_kind {
	CH_NO_CREDENTIAL_KIND,
#define X(name, code, label) CH_CREDENTIAL_##name,
	CH_CREDENTIAL_KINDS(X)
#undef X
};

struct ch_credential {
	int64_t credential_id;
	int64_t row_version;
	int64_t person_id;
	int kind;
	const char *name;
	const char *body; /* that awarded it; ch_credential_bodies() offers some (R77) */
	const char *level;
	ch_date awarded_on;
	ch_date expires_on;
};

/* What the entity's parts belong to: CH_PROGRAMME or CH_PERSON; CH_NO_ENTITY where it is no part. */
enum ch_entity_id ch_part_owner(enum ch_entity_id entity);

/*
 * Adds one; its id is set. CH_DATA where the owner has one of that name already, dates are in the wrong order, or a
 * check or reference has no day at all (R78). Lists may hold such, and they come in: they satisfy no requirement.
 */
enum ch_status ch_part_add(struct ch_context *c, enum ch_entity_id entity, void *record, struct ch_error *err);
enum ch_status ch_part_set(struct ch_context *c, enum ch_entity_id entity, void *record, struct ch_error *err);
enum ch_status ch_part_get(struct ch_context *c, enum ch_entity_id entity, int64_t id, struct ch_arena *arena,
			   void *record, struct ch_error *err);
enum ch_status ch_part_remove(struct ch_context *c, enum ch_entity_id entity, int64_t id, struct ch_error *err);

/*
 * What is odd about a part, to say once it is kept: training or a check given on a day to come, which does not count
 * before it (R78), or longer ago than most people work. `doubt` has the status CH_OK where nothing is.
 */
void ch_part_doubt(const struct ch_context *c, enum ch_entity_id entity, const void *record, struct ch_error *doubt);

/* How it is called in a sentence; NULL where there is none or the actor may not read it. */
const char *ch_part_name(struct ch_context *c, enum ch_entity_id entity, int64_t id, struct ch_arena *arena);

/* Bodies that award coaching and mentoring qualifications, offered to choose from; ends with NULL. */
const char *const *ch_credential_bodies(void);

#endif
