/* What the forms ask, said once; and the field table of their answers. */
#include "chiron/feedback.h"

#include "chiron/action.h"
#include "model/choices.h"
#include "model/field_table.h"

#define RECORD ch_feedback
#define ANSWER(member, field_type, label_text, ...)                                                                    \
	FIELD(member, field_type, OWN_SIDE, .label = label_text, .flags = CH_FIELD_FIXED, __VA_ARGS__)
#define SCALE(member, label_text, most, help_text, rules_text)                                                         \
	ANSWER(member, NUMBER, label_text, .min = 1, .max = most, .width = 4, .help = help_text, .rules = rules_text)
#define WORDS(member, label_text)                                                                                      \
	ANSWER(member, LINES, label_text, .max = 4000, .width = 24, .help = N_("in their own words"), .rules = "R66")

static const struct ch_field feedback_fields[] = {
	RECORD_HEAD(feedback_id),
	FIELD(pairing_id, ID, FACT, .label = N_("Pairing"), .refers_to = CH_PAIRING,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(spell_id, ID, FACT, .label = N_("Spell"), .refers_to = CH_SPELL,
	      .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
	FIELD(side, CHOICE, FACT, .label = N_("Of"), .choices = choices_side, .width = 8,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED,
	      .help = N_("whose feedback it is: guide (mentor or coach) or learner (mentee or coachee)")),
	FIELD(person_id, ID, FACT, .label = N_("Whose"), .refers_to = CH_PERSON, .flags = CH_FIELD_KEPT),
	FIELD(programme_id, ID, FACT, .label = N_("Counts in programme"), .refers_to = CH_PROGRAMME,
	      .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
	FIELD(cohort_id, ID, FACT, .label = N_("Counts in cohort"), .refers_to = CH_COHORT,
	      .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
	FIELD(form, CHOICE, FACT, .label = N_("Form"), .choices = choices_feedback_form, .width = 13,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED,
	      .help = N_("start, comfort, pulse, mid, end, follow_up or session"),
	      .rules = "R36, R48, R65, R71, R74, R75"),
	FIELD(state, CHOICE, FACT, .label = N_("State"), .choices = choices_feedback_state, .initial = "due",
	      .flags = CH_FIELD_KEPT, .width = 12),
	FIELD(due_on, DATE, FACT, .label = N_("Due on"), .flags = CH_FIELD_KEPT, .width = 10),
	FIELD(settled_on, DATE, FACT, .label = N_("Settled on"), .flags = CH_FIELD_KEPT, .width = 10),
	FIELD(waived_because, TEXT, COORDINATOR, .label = N_("Waived because"), .max = 1000,
	      .flags = CH_FIELD_KEPT, .help = N_("the reason, kept with it"), .rules = "R65"),
	FIELD(counted_as, NUMBER, FACT, .label = N_("Counts as"), .max = INT64_MAX,
	      .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
	FIELD(recorded_number, NUMBER, FACT, .label = N_("Order"), .max = INT64_MAX,
	      .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
	FIELD(answered_on, DATE, FACT, .label = N_("Answered on"), .flags = CH_FIELD_FIXED, .width = 10,
	      .help = N_("the day they answered, or the day of the session; else today")),
	FIELD(how, CHOICE, FACT, .label = N_("How"), .choices = choices_how, .flags = CH_FIELD_FIXED,
	      .initial = "form", .help = N_("how they answered")),
	FIELD(recorded_by, ID, FACT, .label = N_("Recorded by"), .refers_to = CH_PERSON, .flags = CH_FIELD_KEPT),
	ANSWER(fit, CHOICE, N_("Comfortable"), .choices = choices_fit, .width = 14,
	       .help = N_("comfortable, or not a good fit: then a new match is found, and it is nobody's fault"),
	       .rules = "R36"),
	SCALE(quality, N_("Relationship"), 5, N_("1 poor to 5 very good"), "R74"),
	SCALE(helpful, N_("Was helpful"), 5,
	      N_("1 not at all to 5 very; asked of the mentee or coachee alone"), "R66, R67"),
	WORDS(helpful_words, N_("How helpful")),
	SCALE(aided_learning, N_("Aided learning"), 5, N_("1 to 5: did it aid learning?"), "R66"),
	WORDS(aided_learning_words, N_("How it aided")),
	SCALE(gained_hopes, N_("Gained what hoped"), 5, N_("1 to 5: did they gain what they hoped?"), "R66"),
	WORDS(gained_hopes_words, N_("What was gained")),
	SCALE(fed_back, N_("Fed back into work"), 5,
	      N_("1 to 5: has it fed back into the organisation and affected work?"), "R66"),
	WORDS(fed_back_words, N_("How it fed back")),
	SCALE(similar_alone, N_("Can do it alone"), 5,
	      N_("1 to 5: I can get similar results without my coach or mentor"), "R70"),
	SCALE(enjoyment, N_("Enjoyed it"), 5, N_("1 not at all to 5 very, of one session"), "R48"),
	SCALE(confidence, N_("Confidence"), 10, N_("1 to 10, of oneself"), "R71"),
	SCALE(competence, N_("Competence"), 10, N_("1 to 10, of oneself"), "R71"),
	SCALE(independence, N_("Independence"), 10, N_("1 to 10, of oneself"), "R71"),
	FIELD(attainment, NUMBER, PAIR, .label = N_("Goals attained"), .min = -100000, .max = 100000, .width = 6,
	      .flags = CH_FIELD_KEPT, .help = N_("T-score of the goals that the two rated, in hundredths")),
	ANSWER(remarks, LINES, N_("Anything else"), .max = 4000, .width = 24,
	       .help = N_("read by the coordinator, never by the other side"), .rules = "R79"),
};

ENTITY(FEEDBACK, feedback, "feedback", "feedback", N_("Feedback"), feedback_fields);

/* Whether the guide was helpful is the learner's to say: it is what is told of a guide at a proposal (R67). */
#define OF_THE_GUIDE "helpful", "helpful_words"
#define OF_THE_TIME                                                                                                    \
	"aided_learning", "aided_learning_words", "gained_hopes", "gained_hopes_words", "fed_back", "fed_back_words"
#define OF_ONESELF "similar_alone", "confidence", "competence", "independence"

const char *const *ch_feedback_questions(enum ch_feedback_form form, int side)
{
	static const char *const of_learner[CH_FEEDBACK_FORM_COUNT][16] = {
		[CH_FEEDBACK_START] = {OF_ONESELF, "remarks"},
		[CH_FEEDBACK_COMFORT] = {"fit", "remarks"},
		[CH_FEEDBACK_PULSE] = {"quality", "remarks"},
		[CH_FEEDBACK_MID] = {"quality", OF_ONESELF, "remarks"},
		[CH_FEEDBACK_END] = {OF_THE_GUIDE, OF_THE_TIME, OF_ONESELF, "remarks"},
		[CH_FEEDBACK_FOLLOW_UP] = {OF_THE_GUIDE, OF_THE_TIME, OF_ONESELF, "remarks"},
		[CH_FEEDBACK_SESSION] = {"enjoyment"},
	};
	static const char *const of_guide[CH_FEEDBACK_FORM_COUNT][16] = {
		[CH_FEEDBACK_START] = {"remarks"},
		[CH_FEEDBACK_COMFORT] = {"fit", "remarks"},
		[CH_FEEDBACK_PULSE] = {"quality", "remarks"},
		[CH_FEEDBACK_MID] = {"quality", "remarks"},
		[CH_FEEDBACK_END] = {OF_THE_TIME, "remarks"},
		[CH_FEEDBACK_FOLLOW_UP] = {OF_THE_TIME, "remarks"},
		[CH_FEEDBACK_SESSION] = {"enjoyment"},
	};

	return side == CH_SIDE_GUIDE ? of_guide[form] : of_learner[form];
}
