/*
 * How a field table is written. Each table's file defines RECORD as the tag of
 * its struct and lists FIELD(member, TYPE, CLASS, .label = ..., ...).
 *
 * TYPE and CLASS have no default: a row without a class does not compile
 * (R79), nor does one whose type does not fit its member.
 */
#ifndef MODEL_FIELD_TABLE_H
#define MODEL_FIELD_TABLE_H

#include "chiron/field.h"

#define MEMBER_TYPE_ID int64_t
#define MEMBER_TYPE_TEXT const char *
#define MEMBER_TYPE_LINES const char *
#define MEMBER_TYPE_LIST const char *
#define MEMBER_TYPE_EMAIL const char *
#define MEMBER_TYPE_PHONE const char *
#define MEMBER_TYPE_NUMBER int64_t
#define MEMBER_TYPE_MINUTES int64_t
#define MEMBER_TYPE_TIME int64_t
#define MEMBER_TYPE_HOURS int64_t
#define MEMBER_TYPE_DATE ch_date
#define MEMBER_TYPE_INSTANT const char *
#define MEMBER_TYPE_CHOICE int
#define MEMBER_TYPE_CHOICES int
#define MEMBER_TYPE_YES int
#define MEMBER_TYPE_INTERVAL const char *

/* Adds nothing where the member has the C type of its field type; fails to compile elsewhere. */
#define MEMBER_FITS(member, field_type)                                                                                \
	(0 * sizeof(_Generic(((struct RECORD *)NULL)->member, MEMBER_TYPE_##field_type: 1)))

#define FIELD(member, field_type, field_class, ...)                                                                    \
	{.key = #member,                                                                                               \
	 .offset = offsetof(struct RECORD, member) + MEMBER_FITS(member, field_type),                                  \
	 .type = CH_TYPE_##field_type,                                                                                 \
	 .access = CH_CLASS_##field_class,                                                                             \
	 __VA_ARGS__}

/* The id and the row version, which begin every record. */
#define RECORD_HEAD(id_member)                                                                                         \
	FIELD(id_member, ID, FACT, .label = N_("No."), .flags = CH_FIELD_KEPT, .width = 5),                            \
	FIELD(row_version, NUMBER, FACT, .label = N_("Version"), .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN)

/* The entity that a field table belongs to; `entity.c` collects them. */
#define ENTITY(upper, lower, noun_text, plural_name, label_text, table)                                                \
	const struct ch_entity entity_##lower = {.id = CH_##upper,                                                     \
						 .name = #lower,                                                       \
						 .noun = noun_text,                                                    \
						 .plural = plural_name,                                                \
						 .label = label_text,                                                  \
						 .size = sizeof(struct RECORD),                                        \
						 .fields = table,                                                      \
						 .field_count = sizeof table / sizeof table[0]}

#define X(upper, lower) extern const struct ch_entity entity_##lower;
CH_ENTITIES(X)
#undef X

/* A choice list made from the X-macro list that also makes the enum. */
#define CHOICE_ROW(name, code_text, label_text) {.code = code_text, .label = label_text},
#define CHOICES_OF(list, row) {{.code = "", .label = ""}, list(row){.code = NULL}}
#define CHOICES(list) CHOICES_OF(list, CHOICE_ROW)

#endif
