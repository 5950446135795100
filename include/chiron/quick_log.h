/*
 * A session told in one line, as "okafor 45 video yesterday": what `L` asks for
 * on the screen, and what may stand behind `chiron log`.
 *
 * The name of the pair comes first: any words of the two names, or "#12", the
 * pairing's number. Behind it, in any order, a length, a date, how they met
 * ("face to face", "Teams") and "no actions". Where the pair is known already no name is needed, and words that mean
 * nothing else name another pair.
 */
#ifndef CHIRON_QUICK_LOG_H
#define CHIRON_QUICK_LOG_H

#include "chiron/context.h"
#include "chiron/buffer.h"

/* A line taken apart. Texts live in the arena it was parsed into. */
struct ch_quick_log {
	const char *who;    /* words that name the pair, parted by blanks; "": none */
	const char *length; /* as typed, "1h15"; NULL: not said */
	const char *date;   /* as typed, "2 nov"; NULL: not said */
	int minutes;	    /* 0: not said */
	int starts_at;	    /* minute of the day, from a length such as 17:30-18:45; -1: not said */
	ch_date on;	    /* CH_NO_DATE: not said */
	int medium;	    /* enum ch_medium; 0: not said */
	bool no_actions;    /* that they agreed on no action */
};

/* Takes `text` apart. CH_DATA where it says the same thing twice, or names a day to come. */
enum ch_status ch_quick_log_parse(const char *text, ch_date today, bool pair_known, struct ch_arena *arena,
				  struct ch_quick_log *line, struct ch_error *err);

/* Whether it says anything but a name. */
bool ch_quick_log_has_facts(const struct ch_quick_log *line);

/*
 * The live pairing that `who` names, and both names in *names. CH_MISSING where nothing fits, CH_DATA where several
 * do, some of them named.
 */
enum ch_status ch_quick_log_find(struct ch_context *c, const char *who, struct ch_arena *arena, int64_t *pairing_id,
				 const char **names, struct ch_error *err);

/* Appends what the facts of the line mean: "45 minutes, video, Sun 22 Nov". What is not said is said so. */
void ch_quick_log_show(const struct ch_quick_log *line, ch_date today, struct ch_buffer *out);

#endif
