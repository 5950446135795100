/* The choice lists of the field tables; each ends with a NULL code. */
#ifndef MODEL_CHOICES_H
#define MODEL_CHOICES_H

#include "chiron/field.h"

extern const struct ch_choice choices_role[], choices_contact_preference[], choices_leaving_reason[],
	choices_kind[], choices_programme_type[],
	choices_programme_state[], choices_enrolment_state[], choices_pairing_state[], choices_closure_kind[],
	choices_initiator[], choices_closure_reason[], choices_how[], choices_question[], choices_subject[],
	choices_session_state[], choices_medium[], choices_place_mark[], choices_experience[],
	choices_attendance[], choices_learning[], choices_action_state[],
	choices_side[], choices_goal_kind[], choices_goal_state[], choices_proposal_state[], choices_decline_reason[],
	choices_pair_rule_kind[], choices_wisher[],
	choices_notes[], choices_text_kind[], choices_preset[], choices_final[],
	choices_eligibility_field[], choices_credential_kind[], choices_origin[], choices_availability[],
	choices_intake_reason[], choices_purpose[],
	choices_own_kind[], choices_feedback_form[], choices_feedback_state[], choices_fit[],
	choices_referral_state[], choices_release_kind[], choices_release_state[], choices_outcome[], choices_stage[],
	choices_custom_owner[], choices_custom_kind[], choices_custom_readers[];

#endif
