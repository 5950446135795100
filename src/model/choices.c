#include "model/choices.h"

#include "chiron/action.h"
#include "chiron/answer.h"
#include "chiron/check.h"
#include "chiron/custom_field.h"
#include "chiron/enrolment.h"
#include "chiron/feedback.h"
#include "chiron/goal.h"
#include "chiron/introduction.h"
#include "chiron/manager_feedback.h"
#include "chiron/own_file.h"
#include "chiron/pair_rule.h"
#include "chiron/pair_text.h"
#include "chiron/pairing.h"
#include "chiron/part.h"
#include "chiron/person.h"
#include "chiron/programme.h"
#include "chiron/proposal.h"
#include "chiron/referral.h"
#include "chiron/release.h"
#include "chiron/scheme.h"
#include "chiron/session.h"
#include "chiron/setting.h"
#include "chiron/undo.h"
#include "chiron/wish.h"
#include "model/field_table.h"

const struct ch_choice choices_role[] = CHOICES(CH_ROLES);
const struct ch_choice choices_contact_preference[] = CHOICES(CH_CONTACT_PREFERENCES);
const struct ch_choice choices_kind[] = CHOICES(CH_KINDS);
const struct ch_choice choices_programme_type[] = CHOICES(CH_PROGRAMME_TYPES);
const struct ch_choice choices_programme_state[] = CHOICES(CH_PROGRAMME_STATES);
const struct ch_choice choices_enrolment_state[] = CHOICES(CH_ENROLMENT_STATES);
const struct ch_choice choices_pairing_state[] = CHOICES(CH_PAIRING_STATES);
const struct ch_choice choices_closure_kind[] = CHOICES(CH_CLOSURE_KINDS);
const struct ch_choice choices_initiator[] = CHOICES(CH_INITIATORS);
const struct ch_choice choices_closure_reason[] = CHOICES(CH_CLOSURE_REASONS);
const struct ch_choice choices_how[] = CHOICES(CH_HOWS);
const struct ch_choice choices_question[] = CHOICES(CH_QUESTIONS);
const struct ch_choice choices_subject[] = CHOICES(CH_SUBJECTS);
const struct ch_choice choices_session_state[] = CHOICES(CH_SESSION_STATES);
const struct ch_choice choices_medium[] = CHOICES(CH_MEDIA);
const struct ch_choice choices_place_mark[] = CHOICES(CH_PLACE_MARKS);
const struct ch_choice choices_experience[] = CHOICES(CH_EXPERIENCES);
const struct ch_choice choices_attendance[] = CHOICES(CH_ATTENDANCES);
const struct ch_choice choices_learning[] = CHOICES(CH_LEARNINGS);
const struct ch_choice choices_action_state[] = CHOICES(CH_ACTION_STATES);
const struct ch_choice choices_side[] = CHOICES(CH_SIDES);
const struct ch_choice choices_goal_kind[] = CHOICES(CH_GOAL_KINDS);
const struct ch_choice choices_goal_state[] = CHOICES(CH_GOAL_STATES);
const struct ch_choice choices_feedback_form[] = CHOICES(CH_FEEDBACK_FORMS);
const struct ch_choice choices_feedback_state[] = CHOICES(CH_FEEDBACK_STATES);
const struct ch_choice choices_referral_state[] = CHOICES(CH_REFERRAL_STATES);
const struct ch_choice choices_release_kind[] = CHOICES(CH_RELEASE_KINDS);
const struct ch_choice choices_release_state[] = CHOICES(CH_RELEASE_STATES);
const struct ch_choice choices_outcome[] = CHOICES(CH_OUTCOMES);
const struct ch_choice choices_stage[] = CHOICES(CH_STAGES);
const struct ch_choice choices_fit[] = CHOICES(CH_FITS);
const struct ch_choice choices_proposal_state[] = CHOICES(CH_PROPOSAL_STATES);
const struct ch_choice choices_decline_reason[] = CHOICES(CH_DECLINE_REASONS);
const struct ch_choice choices_pair_rule_kind[] = CHOICES(CH_PAIR_RULE_KINDS);
const struct ch_choice choices_wisher[] = CHOICES(CH_WISHERS);
const struct ch_choice choices_notes[] = CHOICES(CH_NOTES);
const struct ch_choice choices_text_kind[] = CHOICES(CH_TEXT_KINDS);
const struct ch_choice choices_preset[] = CHOICES(CH_PRESETS);
const struct ch_choice choices_own_kind[] = CHOICES(CH_OWN_KINDS);
const struct ch_choice choices_final[] = CHOICES(CH_FINALS);
const struct ch_choice choices_eligibility_field[] = CHOICES(CH_ELIGIBILITY_FIELDS);
const struct ch_choice choices_credential_kind[] = CHOICES(CH_CREDENTIAL_KINDS);
const struct ch_choice choices_origin[] = CHOICES(CH_ORIGINS);
const struct ch_choice choices_leaving_reason[] = CHOICES(CH_LEAVING_REASONS);
const struct ch_choice choices_availability[] = CHOICES(CH_AVAILABILITIES);
const struct ch_choice choices_purpose[] = CHOICES(CH_PURPOSES);
const struct ch_choice choices_custom_owner[] = CHOICES(CH_CUSTOM_OWNERS);
const struct ch_choice choices_custom_kind[] = CHOICES(CH_CUSTOM_KINDS);
const struct ch_choice choices_custom_readers[] = CHOICES(CH_CUSTOM_READERS);

#define REASON_ROW(name, code_text, kind, label_text) CHOICE_ROW(name, code_text, label_text)
const struct ch_choice choices_intake_reason[] = CHOICES_OF(CH_INTAKE_REASONS, REASON_ROW);
