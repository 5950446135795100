#include "core/check/check_mender.h"

#include <stdio.h>
#include <string.h>

#include "model/permission.h"

/* Commands that are not called as the operation that they perform. */
static const struct {
	const char *words;
	enum ch_operation operation;
} others[] = {
	{"credential add", CH_OP_CREDENTIAL_SET}, {"enrolment ready", CH_OP_ENROLMENT_SET},
	{"match", CH_OP_PROPOSAL_MAKE},		  {"programme setting", CH_OP_SETTING_SET},
	{"log", CH_OP_SESSION_LOG},		  {"pairing three-way", CH_OP_PAIRING_THREE_WAY},
	{"manager add", CH_OP_MANAGER_FEEDBACK_ADD},	  {"action review", CH_OP_ACTION_SET},
};

static bool begins_with(const char *text, const char *words)
{
	size_t length = strlen(words);

	return strncmp(text, words, length) == 0 && (text[length] == ' ' || text[length] == '\0');
}

enum ch_operation check_mender_operation(const char *command)
{
	static const char program[] = "chiron ";
	char noun[32], verb[32], code[sizeof(noun) + sizeof(verb)];

	if (strncmp(command, program, sizeof(program) - 1) != 0)
		return CH_NO_OPERATION;
	command += sizeof(program) - 1;
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (begins_with(command, others[i].words))
			return others[i].operation;
	if (sscanf(command, "%31s %31s", noun, verb) != 2)
		return CH_NO_OPERATION;
	snprintf(code, sizeof(code), "%s.%s", noun, verb);
	return ch_operation_named(code);
}

bool check_mender_may(enum ch_operation operation, bool guide)
{
	return operation == CH_NO_OPERATION ||
	       permission_allows(operation, guide ? CH_ACTOR_GUIDE : CH_ACTOR_LEARNER, true);
}
