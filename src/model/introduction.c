#include "chiron/introduction.h"

#include "model/choices.h"
#include "model/field_table.h"

#define RECORD ch_introduction

static const struct ch_field introduction_fields[] = {
	RECORD_HEAD(introduction_id),
	FIELD(pairing_id, ID, FACT, .label = N_("Pairing"), .refers_to = CH_PAIRING,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(spell_id, ID, FACT, .label = N_("Spell"), .refers_to = CH_SPELL,
	      .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
	FIELD(introduced_on, DATE, FACT, .label = N_("Introduced on"), .flags = CH_FIELD_FIXED, .width = 13,
	      .help = N_("else today"), .rules = "R53"),
	FIELD(outcome, CHOICE, FACT, .label = N_("What came of it"), .choices = choices_outcome, .width = 18,
	      .help = N_("empty: not heard yet")),
};

ENTITY(INTRODUCTION, introduction, "introduction", "introductions", N_("Introduction"), introduction_fields);
