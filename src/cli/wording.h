/*
 * The pair's wording at the command line: read from a person or a pipe, never
 * from an option; shown only to the two of the pair.
 *
 * What a session brought is asked by the form of the other face where a person
 * answers; else it comes from standard input in one form: what was learned, up to an empty line, or
 * where there is none up to the first line with "@ DATE" at its end; from there
 * on an action a line, as "OWNER: WORDING @ DATE". Owner and date may be left
 * out; the word "none" instead of the first says that no action was agreed. A
 * line "# Goal", where the session's framework has such a heading, begins what
 * stands under it, up to an empty line or the next "# "; the rest is as before.
 */
#ifndef CLI_WORDING_H
#define CLI_WORDING_H

#include "cli/ask.h"

enum { CLI_MOST_ACTIONS = 100 }; /* of one session */

/* The newest text of that kind; NULL where there is none that the actor may read. */
enum ch_status cli_wording_of(struct cli *cli, enum ch_text_kind kind, int64_t object_id,
			      const char **text, struct ch_error *err);

/* "Learned", translated. */
const char *cli_wording_label(enum ch_text_kind kind);

/* The sentence that stands where a coordinator would look for wording. */
const char *cli_wording_withheld(struct cli *cli);

/* Who can read what is about to be typed, for a question: "only you and Ann Lee can read it". */
const char *cli_wording_readers(struct cli *cli, const struct ch_pairing *pairing);

/* Whether the scheme stores wording at all. */
bool cli_keeps_wording(const struct cli *cli);

/* Asks for wording about a pairing, or reads it from standard input; NULL where none was given or none is kept. */
enum ch_status cli_ask_about(struct cli *cli, int64_t pairing_id, const char *question, const char **text,
			     struct ch_error *err);

/* Shows a record with the texts of these kinds about it, or the sentence in their place; ends with CH_NO_TEXT_KIND. */
enum ch_status cli_show_with_wording(struct cli *cli, enum ch_entity_id entity, const void *record, int64_t pairing_id,
				     const enum ch_text_kind *kinds, struct ch_error *err);

struct cli_record_wanted {
	bool learning, actions;		      /* what is still to be read */
	const struct ch_framework *framework; /* whose headings a text may stand under; NULL: none */
};

/* What was read: the record, and whether no actions were agreed. */
struct cli_record {
	struct ch_session_record record;
	bool no_actions;
};

/* What the session followed, else the usual one of its pairing; a title in session->framework becomes the name. */
enum ch_status cli_framework(struct cli *cli, struct ch_session *session, struct ch_framework *framework,
			     struct ch_error *err);

/* Reads what a session brought from standard input. An action line that is not understood is refused. */
enum ch_status cli_read_record(struct cli *cli, const struct ch_pairing *pairing, struct cli_record_wanted wanted,
			       struct cli_record *record, struct ch_error *err);

/* Whether a person is here to answer, and there is a form to ask with. */
static inline bool cli_can_ask(const struct cli *cli)
{
	return cli->asks && cli->front != NULL;
}

/* Asks it. CH_DATA where it was left: what was answered is kept as the form's draft. */
enum ch_status cli_ask_record(struct cli *cli, const struct cli_args *args, struct ch_session_asked *asked,
			      struct ch_error *err);

#endif
