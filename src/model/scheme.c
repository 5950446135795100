#include "chiron/scheme.h"

#include "model/choices.h"
#include "model/field_table.h"

#define RECORD ch_scheme_settings

#define SHOWN(member, label_text, help_text)                                                                           \
	FIELD(member, TEXT, FACT, .label = label_text, .flags = CH_FIELD_MORE, .max = 30, .help = help_text,       \
	      .rules = "R27")

static const struct ch_field scheme_fields[] = {
	RECORD_HEAD(scheme_row),
	FIELD(scheme_id, TEXT, FACT, .label = N_("Scheme id"), .flags = CH_FIELD_KEPT,
	      .help = N_("random, made with the file; exports carry it")),
	FIELD(name, TEXT, FACT, .label = N_("Name"), .flags = CH_FIELD_REQUIRED, .max = 100,
	      .help = N_("of the scheme, as it stands at the top of every screen")),
	FIELD(notes, CHOICE, FACT, .label = N_("Wording of the pairs"), .flags = CH_FIELD_REQUIRED,
	      .choices = choices_notes, .initial = "apart",
	      .help = N_("not stored: of sessions and goals only the facts; kept apart: the two read it, you do not")),
	FIELD(today, DATE, FACT, .label = N_("Today"), .flags = CH_FIELD_MORE,
	      .help = N_("what \"today\" means in this file; only a demonstration has one")),
	FIELD(headings, LINES, FACT, .label = N_("Headings"), .flags = CH_FIELD_MORE, .max = 20000,
	      .help = N_("what your lists call their columns, one a line: heading name: Wer bist du")),
	FIELD(backup_place, TEXT, COORDINATOR, .label = N_("Copies are kept"), .max = 300,
	      .help = N_("the memory stick in the safe: for the next coordinator, in the report hand-over"),
	      .rules = "R82"),
	FIELD(keep_months, NUMBER, FACT, .label = N_("Keep people, months"), .min = 1, .max = 600, .width = 6,
	      .help = N_("after they left, or their last pairing ended, you are reminded to erase them; blank: never")),
	SHOWN(shown_mentor, N_("\"mentor\" is shown as"),
	      N_("as befriender: on screens and in texts; commands and files go on saying \"mentor\"")),
	SHOWN(shown_mentors, N_("\"mentors\" are shown as"), N_("as befrienders")),
	SHOWN(shown_mentee, N_("\"mentee\" is shown as"), N_("as friend")),
	SHOWN(shown_mentees, N_("\"mentees\" are shown as"), N_("as friends")),
	SHOWN(shown_coach, N_("\"coach\" is shown as"), N_("as adviser")),
	SHOWN(shown_coaches, N_("\"coaches\" are shown as"), N_("as advisers")),
	SHOWN(shown_coachee, N_("\"coachee\" is shown as"), N_("as client")),
	SHOWN(shown_coachees, N_("\"coachees\" are shown as"), N_("as clients")),
	FIELD(created_at, INSTANT, FACT, .label = N_("Made"), .flags = CH_FIELD_KEPT),
};

ENTITY(SCHEME, scheme, "scheme", "schemes", N_("Scheme"), scheme_fields);
