/*
 * A person: one human, once, whatever their roles (FIELD.md).
 *
 * The e-mail, where there is one, is unique when folded: it is what an import
 * recognises a person by. `offers` is what a guide brings, `seeks` what a
 * learner wants; an enrolment may narrow both. `manager_email` keeps what a
 * roster said of a line manager who is not (yet) a person here; `manager_id`
 * is the resolved one. Managers form a tree: a loop is refused.
 */
#ifndef CHIRON_PERSON_H
#define CHIRON_PERSON_H

#include "chiron/context.h"

#define CH_ROLES(X)                                                                                                    \
	X(COACH, "coach", N_("coach"))                                                                                 \
	X(COACHEE, "coachee", N_("coachee"))                                                                           \
	X(MENTOR, "mentor", N_("mentor"))                                                                              \
	X(MENTEE, "mentee", N_("mentee"))

enum ch_role {
	CH_NO_ROLE,
#define X(name, code, label) CH_ROLE_##name,
	CH_ROLES(X)
#undef X
};

#define CH_CONTACT_PREFERENCES(X)                                                                                      \
	X(EMAIL, "email", N_("e-mail"))                                                                                \
	X(PHONE, "phone", N_("phone"))                                                                                 \
	X(TEXT_MESSAGE, "text", N_("text message"))                                                                    \
	X(POST, "post", N_("post"))

enum ch_contact_preference {
	CH_NO_CONTACT_PREFERENCE,
#define X(name, code, label) CH_CONTACT_##name,
	CH_CONTACT_PREFERENCES(X)
#undef X
};

/* Where a coach comes from (R8). */
#define CH_ORIGINS(X)                                                                                                  \
	X(INTERNAL, "internal", N_("of this organisation"))                                                            \
	X(EXTERNAL, "external", N_("external"))

enum ch_origin {
	CH_NO_ORIGIN,
#define X(name, code, label) CH_ORIGIN_##name,
	CH_ORIGINS(X)
#undef X
};

#define CH_AVAILABILITIES(X)                                                                                           \
	X(AVAILABLE, "available", N_("available"))                                                                     \
	X(NOT_NOW, "not_now", N_("not now"))                                                                           \
	X(AWAY, "away", N_("away: ill or on leave"))

enum ch_availability {
	CH_NO_AVAILABILITY,
#define X(name, code, label) CH_AVAILABILITY_##name,
	CH_AVAILABILITIES(X)
#undef X
};

/* Why somebody left. Of who has died or cannot be reached nothing more is asked. */
#define CH_LEAVING_REASONS(X)                                                                                          \
	X(MOVED, "moved", N_("moved away"))                                                                            \
	X(NO_TIME, "no_time", N_("no longer has the time"))                                                            \
	X(NEW_POST, "new_post", N_("new work or studies"))                                                             \
	X(HEALTH, "health", N_("health"))                                                                              \
	X(DONE, "done", N_("has had what they came for"))                                                              \
	X(NOT_FOR_THEM, "not_for_them", N_("it was not for them"))                                                     \
	X(OUT_OF_REACH, "out_of_reach", N_("cannot be reached"))                                                       \
	X(DIED, "died", N_("has died"))                                                                                \
	X(OTHER, "other", N_("another reason"))

enum ch_leaving_reason {
	CH_NO_LEAVING_REASON,
#define X(name, code, label) CH_LEFT_##name,
	CH_LEAVING_REASONS(X)
#undef X
};

struct ch_person {
	int64_t person_id;
	int64_t row_version;
	const char *name; /* as screens show it; never NULL */
	const char *first_name;
	const char *last_name;
	const char *pronouns;
	const char *email;
	const char *phone;
	int contact_preference;
	int roles; /* set: 1 << enum ch_role */
	const char *organisation;
	const char *department;
	const char *job_title;
	const char *field_of_work; /* R6 */
	ch_date appointed_on;	   /* to their present post (R12) */
	int64_t grade; /* R5: a higher number is a higher grade */
	int64_t manager_id;
	const char *manager_email;
	const char *offers;
	const char *seeks;
	const char *languages;
	const char *meeting_times; /* when they can meet */
	const char *location;
	int availability; /* R13 */
	ch_date back_on; /* of who is away: CH_NO_DATE: nobody knows */
	ch_date confirmed_on; /* when availability and places were last asked about */
	int64_t capacity; /* pairings at once as a guide, over all programmes (R13) */
	int64_t hours_per_month;
	ch_date start_date; /* available from */
	int origin; /* R8 */
	const char *source; /* R18: how they were recruited */
	const char *notes;  /* the coordinator's */
	ch_date left_on;
	int left_because; /* enum ch_leaving_reason */
	ch_date erased_on; /* erasure.h: then there is nothing but the number and the days */
	const char *custom_values; /* custom_field.h */
	int64_t batch_id;      /* the import that brought the person in */
	const char *email_key; /* folded e-mail */
	const char *sort_name; /* folded, family name first: what lists are ordered by */
	const char *search_key; /* folded, without diacritics: what searching compares */
	const char *import_key; /* remembered row of a person without e-mail */
};

/* Who was here before the person and is called the same, the first of them; *other 0: nobody is. */
enum ch_status ch_person_namesake(struct ch_context *c, int64_t person_id, int64_t *other, struct ch_error *err);

/* Adds the person; person_id is set. Refused: an e-mail that another person has, a manager loop. */
enum ch_status ch_person_add(struct ch_context *c, struct ch_person *person, struct ch_error *err);

/* Saves an edited person. CH_BUSY where somebody saved it since it was read. */
enum ch_status ch_person_set(struct ch_context *c, struct ch_person *person, struct ch_error *err);

/* Reads one person into `arena`. CH_MISSING where there is none. */
enum ch_status ch_person_get(struct ch_context *c, int64_t person_id, struct ch_arena *arena, struct ch_person *person,
			     struct ch_error *err);

/*
 * This person acts as themselves from here on, once, right after opening (by --as: coordinator.h): only what concerns
 * them can then be read and done. Their name lies in `arena`, which lives as long as the context. CH_MISSING where
 * there is none.
 */
enum ch_status ch_person_act(struct ch_context *c, int64_t person_id, struct ch_arena *arena, struct ch_error *err);

/* Whether somebody else has the same name: then it says not who is meant. False where they are not known here. */
bool ch_person_has_namesake(struct ch_context *c, int64_t person_id);

/* Whether they have left by that day. */
bool ch_person_has_left(const struct ch_person *person, ch_date today);

/* Whether nobody asks anything of them any more: they have left by that day, and have died or cannot be reached. */
bool ch_person_is_out_of_reach(const struct ch_person *person, ch_date today);

/* The roles of a set as a list in words: "mentor and mentee". */
const char *ch_roles_show(int roles, struct ch_arena *arena);

#endif
