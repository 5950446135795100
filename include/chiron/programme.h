/*
 * A programme: one mentoring or coaching effort with its own purpose, rules
 * and dates. design -> open -> running -> closing -> closed (FIELD.md). Its
 * defaults fill the agreement of each of its pairings (R28); its thresholds
 * are its settings (setting.h), which are made with it.
 */
#ifndef CHIRON_PROGRAMME_H
#define CHIRON_PROGRAMME_H

#include "chiron/context.h"

#define CH_KINDS(X)                                                                                                    \
	X(COACHING, "coaching", N_("coaching"))                                                                        \
	X(MENTORING, "mentoring", N_("mentoring"))

enum ch_kind {
	CH_NO_KIND,
#define X(name, code, label) CH_KIND_##name,
	CH_KINDS(X)
#undef X
};

#define CH_PROGRAMME_TYPES(X)                                                                                          \
	X(STANDARD, "standard", N_("standard"))                                                                        \
	X(INDUCTION, "induction", N_("induction"))                                                                     \
	X(OPEN_ENDED, "open_ended", N_("open-ended"))

enum ch_programme_type {
	CH_NO_PROGRAMME_TYPE,
#define X(name, code, label) CH_PROGRAMME_##name,
	CH_PROGRAMME_TYPES(X)
#undef X
};

#define CH_PROGRAMME_STATES(X)                                                                                         \
	X(DESIGN, "design", N_("design"))                                                                              \
	X(OPEN, "open", N_("open"))                                                                                    \
	X(RUNNING, "running", N_("running"))                                                                           \
	X(CLOSING, "closing", N_("closing"))                                                                           \
	X(CLOSED, "closed", N_("closed"))

enum ch_programme_state {
	CH_NO_PROGRAMME_STATE,
#define X(name, code, label) CH_PROGRAMME_IS_##name,
	CH_PROGRAMME_STATES(X)
#undef X
};

/* What a pairing is for (R24). */
#define CH_PURPOSES(X)                                                                                                 \
	X(NEED, "specific_need", N_("a specific need"))                                                                \
	X(EXPERTISE, "new_expertise", N_("new expertise"))                                                             \
	X(NEXT_LEVEL, "next_level", N_("moving to the next level"))

enum ch_purpose {
	CH_NO_PURPOSE,
#define X(name, code, label) CH_PURPOSE_##name,
	CH_PURPOSES(X)
#undef X
};

struct ch_programme {
	int64_t programme_id;
	int64_t row_version;
	const char *name;
	int kind; /* enum ch_kind */
	int type;
	int state;
	const char *purpose; /* the first of the five parts of the design record (R20) */
	const char *focus_areas;
	const char *mentoring_models;
	const char *components;
	const char *matching_process;
	const char *out_of_scope;
	ch_date starts_on;
	ch_date ends_on;
	const char *interval;
	int64_t usual_minutes;
	const char *usual_place;
	const char *usual_framework; /* of a session; NULL: GROW for coaching, free for mentoring (R51) */
	int64_t planned_months;
	int64_t planned_sessions;
	int usual_purpose; /* enum ch_purpose: the default of its agreements (R24) */
	const char *competency_area; /* the three that coaching a large group needs (R22) */
	const char *expertise_needed;
	const char *assessment_tools;
};

/* The role (enum ch_role) of the guide, and of the learner, in a programme of this kind. */
int ch_kind_guide_role(int kind);
int ch_kind_learner_role(int kind);

enum ch_status ch_programme_add(struct ch_context *c, struct ch_programme *programme, struct ch_error *err);
enum ch_status ch_programme_set(struct ch_context *c, struct ch_programme *programme, struct ch_error *err);
enum ch_status ch_programme_get(struct ch_context *c, int64_t programme_id, struct ch_arena *arena,
				struct ch_programme *programme, struct ch_error *err);

/*
 * design -> open. A mentoring programme is refused while a part of its design record is blank (R20); coaching needs
 * none (R21).
 */
enum ch_status ch_programme_open(struct ch_context *c, int64_t programme_id, struct ch_error *err);

/*
 * What is odd about a programme that was opened, to say once: that it requires no check of its guides (R78), which is
 * as it should be in many. `doubt` has the status CH_OK where nothing is.
 */
void ch_programme_doubt_open(struct ch_context *c, int64_t programme_id, struct ch_error *doubt);

/* -> closing while pairings are live, else -> closed. */
enum ch_status ch_programme_close(struct ch_context *c, int64_t programme_id, struct ch_error *err);

#endif
