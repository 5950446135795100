#include "tui/screens/import_facts.h"

#include <inttypes.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/widgets/refusal.h"

enum {
	SHOWN = 4, /* groups of issues of one cause */
	REPLACED_SHOWN = 8
};

static int64_t mark_of(enum import_about what, size_t index)
{
	return (int64_t)index * (ABOUT_MEMORY + 1) + what;
}

void import_facts_about(struct fact_list *facts, enum import_about what, size_t index)
{
	fact_list_mark(facts, mark_of(what, index));
}

void import_facts_go_to(struct fact_list *facts, enum import_about what, size_t index)
{
	fact_list_go_to(facts, mark_of(what, index));
}

enum import_about import_facts_focus(struct fact_list *facts, size_t *index)
{
	int64_t mark = fact_list_focus(facts);

	*index = (size_t)(mark / (ABOUT_MEMORY + 1));
	return (enum import_about)(mark % (ABOUT_MEMORY + 1));
}

const char *import_kind_words(enum ch_import_kind kind)
{
	return _(ch_import_kinds[kind + 1].label);
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

/* ---- The file ---- */

static const char *delimiter_words(const char *delimiter)
{
	static const struct {
		const char *name, *words;
	} words[] = {
		{"comma", N_("commas")},
		{"semicolon", N_("semicolons")},
		{"tab", N_("tabs")},
		{"bar", N_("bars")},
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i].name, delimiter) == 0)
			return _(words[i].words);
	return _("another sign between the cells");
}

static const char *order_words(const char *order)
{
	if (strcmp(order, "mdy") == 0)
		return _("dates month first");
	return strcmp(order, "ymd") == 0 ? _("dates year first") : _("dates day first");
}

static void add_file(struct fact_list *facts, const struct import_plan *plan, const struct ch_import_result *result)
{
	struct ch_buffer how = CH_BUFFER_EMPTY;

	import_facts_about(facts, ABOUT_FILE, 0);
	fact_list_printf(facts, ' ', _("File"), _("%s: %s"), base_name(plan->options.path),
			 import_kind_words(plan->options.kind));
	if (result->sheet != NULL)
		ch_buffer_printf(&how, _("sheet %s, "), result->sheet);
	if (result->encoding != NULL)
		ch_buffer_printf(&how, "%s, ", result->encoding);
	if (result->delimiter != NULL)
		ch_buffer_printf(&how, "%s, ", delimiter_words(result->delimiter));
	if (result->header_row > 0)
		ch_buffer_printf(&how, _("headings in row %" PRId64 ", "), result->header_row);
	if (result->date_order != NULL)
		ch_buffer_printf(&how, "%s, ", order_words(result->date_order));
	if (how.length > 2)
		fact_list_printf(facts, ' ', _("Read as"), "%.*s", (int)how.length - 2, how.text);
	ch_buffer_release(&how);
	if (result->remembered != 0) {
		import_facts_about(facts, ABOUT_MEMORY, 0);
		fact_list_printf(facts, '+', _("Remembered"), "%s",
				 _("Such headings came before: columns mean what you said then. " KEY_(DELETE) " "
				   "forgets it."));
	}
	import_facts_about(facts, ABOUT_NOTHING, 0);
}

/* ---- Counts ---- */

/* Adds up to the rows read; of nothing nothing is said. */
static void add_rows_read(struct fact_list *facts, const struct ch_import_result *result)
{
	const struct {
		int64_t count;
		const char *words;
	} parts[] = {
		{result->created, N_("new")},	   {result->changed, N_("changed")}, {result->same, N_("the same")},
		{result->rejected, N_("to mend")}, {result->skipped, N_("skipped")},
	};
	struct ch_buffer sum = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (parts[i].count > 0)
			ch_buffer_printf(&sum, "%s%" PRId64 " %s", sum.length > 0 ? " + " : " = ", parts[i].count,
					 _(parts[i].words));
	fact_list_printf(facts, result->created + result->changed > 0 ? '+' : ' ', _("Rows"), "%" PRId64 "%s",
			 result->read, sum.text);
	ch_buffer_release(&sum);
}

/* With the keys of the commands that it names; of reports it says where they are. */
static void add_notice(struct fact_list *facts, const char *label, const char *notice)
{
	const char *report = strstr(notice, " (`chiron report ");
	struct ch_buffer text = CH_BUFFER_EMPTY;

	if (report != NULL)
		ch_buffer_printf(&text, _("%.*s: see 6 Reports"), (int)(report - notice), notice);
	else
		refusal_add_fix(&text, notice, NULL);
	fact_list_add(facts, ' ', label, text.text);
	ch_buffer_release(&text);
}

static void add_notices(struct fact_list *facts, const struct ch_import_result *result, const char *topic,
			const char *label)
{
	for (size_t i = 0; i < result->notice_count; i++)
		if (strcmp(result->topics[i], topic) == 0) {
			add_notice(facts, label, result->key_notices[i]);
			label = "";
		}
}

/* What those who are here already would have, or now have, instead of what. */
static void add_replaced(struct fact_list *facts, const struct ch_import_result *result)
{
	const char *label = _("Changed");
	struct ch_buffer text = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < result->replaced.row_count && i < REPLACED_SHOWN; i++) {
		ch_buffer_clear(&text);
		ch_import_replaced_sentence(&text, &result->replaced.rows[i]);
		fact_list_add(facts, '~', label, text.text);
		label = "";
	}
	if (result->replaced.row_count > REPLACED_SHOWN)
		fact_list_add(facts, ' ', "", _("... and more. Once they are in, " KEY_(HISTORY) " (history) has all "
						"of it."));
	ch_buffer_release(&text);
}

static void add_counts(struct fact_list *facts, const struct ch_import_result *result)
{
	add_rows_read(facts, result);
	add_notices(facts, result, "rows", "");
	import_facts_about(facts, ABOUT_MENDS, 0);
	add_notices(facts, result, "mended", "");
	import_facts_about(facts, ABOUT_MENDED_BEFORE, 0);
	add_notices(facts, result, "mended_before", "");
	import_facts_about(facts, ABOUT_NOTHING, 0);
}

static void add_state(struct fact_list *facts, const struct ch_import_result *result)
{
	import_facts_about(facts, ABOUT_STATE, 0);
	if (result->batch != 0 && result->created + result->changed + result->enrolled == 0)
		fact_list_add(facts, '+', _("Done"), _("No row changed anything, so there is nothing to take back."));
	else if (result->batch != 0)
		fact_list_printf(facts, '+', _("Done"), _("This is import %" PRId64 "; " KEY_(UNDO) " here takes it "
					       "back."),
				 result->batch);
	else if (result->created + result->changed + result->enrolled > 0)
		fact_list_add(facts, '~', _("Not yet"), _("Nothing is written so far: " KEY_(IMPORT) " brings them "
					    "in."));
	else if (result->read > 0 && result->same == result->read)
		fact_list_add(facts, ' ', _("Nothing to do"), _("All of it is here already."));
	else
		fact_list_add(facts, '~', _("Not yet"), _("No row can come in as it is: see below."));
	import_facts_about(facts, ABOUT_NOTHING, 0);
}

/* ---- Issues ---- */

/* A sentence after what is there already: with a capital letter, and a full stop where it does not ask. */
static void add_sentence(struct ch_buffer *out, const char *sentence)
{
	if (*sentence == '\0')
		return;
	ch_buffer_add_char(out, ' ');
	size_t start = out->length;

	ch_buffer_printf(out, "%s%s", sentence, sentence[strlen(sentence) - 1] == '?' ? "" : ".");
	if (out->text[start] >= 'a' && out->text[start] <= 'z')
		out->text[start] = (char)(out->text[start] - 'a' + 'A');
}

static void add_why(struct fact_list *facts, const char *message, const char *fix)
{
	struct ch_buffer text = CH_BUFFER_EMPTY;

	ch_buffer_printf(&text, "%s.", message);
	add_sentence(&text, fix);
	fact_list_add(facts, '!', _("Refused"), text.text);
	ch_buffer_release(&text);
}

/* The headings, the one or the other of which tells what the list is; of a list without any its first row. */
static void add_some_headings(struct ch_buffer *out, const struct ch_import_result *result)
{
	enum { HEADINGS = 4 };
	size_t named = 0;

	for (size_t i = 0; i < result->first_row_count && named == 0; i++) {
		const struct ch_import_first_row *row = &result->first_rows[i];

		if (result->header_row > 0 && row->row != result->header_row)
			continue;
		for (size_t c = 0; c < row->count && named < HEADINGS; c++)
			if (*row->cells[c] != '\0')
				ch_buffer_printf(out, "%s%s", named++ > 0 ? ", " : "", row->cells[c]);
	}
}

/* A list that was begun as another one: what it looks like, and the key that takes it for that. */
static void add_likely(struct fact_list *facts, const struct ch_import_result *result)
{
	struct ch_buffer headings = CH_BUFFER_EMPTY;

	add_some_headings(&headings, result);
	import_facts_about(facts, ABOUT_KIND, 0);
	fact_list_printf(facts, '!', _("Another list"), _("This looks like a list of %s (%s): " KEY_(OPEN) " reads it "
				       "as that."),
			 import_kind_words(result->likely), headings.text);
	import_facts_about(facts, ABOUT_NOTHING, 0);
	ch_buffer_release(&headings);
}

/* What the first columns of such a list may be called. */
static const char *headings_of(enum ch_import_kind kind)
{
	bool of_two = kind == CH_IMPORT_PAIRINGS || kind == CH_IMPORT_SESSIONS || kind == CH_IMPORT_ACTIONS;

	return of_two ? _("Mentor, Mentee, Date") : _("Name, E-mail, Role");
}

static void add_refused(struct fact_list *facts, const struct import_plan *plan, const struct import_found *found)
{
	const struct ch_import_result *result = found->result;

	if (result->likely != plan->options.kind)
		add_likely(facts, result);
	if (result->unnamed && result->header_row > 0)
		fact_list_printf(facts, '!', _("Refused"),
				 _("No column is known to say who the %s are. " KEY_(OPEN) " on one below says what it "
				   "is."),
				 import_kind_words(plan->options.kind));
	else if (result->unnamed)
		fact_list_printf(facts, '!', _("Refused"),
				 _("No row is known as the headings of %s. " KEY_(OPEN) " on the row below that holds "
				   "them; "
				   "where there is none, add one in your spreadsheet program: %s."),
				 import_kind_words(plan->options.kind), headings_of(plan->options.kind));
	else
		add_why(facts, found->err->message, found->err->key_fix);
}

static bool is_same(const char *a, const char *b)
{
	return strcmp(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

static void add_message(struct ch_buffer *out, const char *message)
{
	size_t length = strlen(message);

	ch_buffer_add(out, message);
	if (length > 0 && message[length - 1] != '?')
		ch_buffer_add_char(out, '.');
}

/* What is wrong and what to do, but for what the group above it (NULL: none of this cause) has said. */
static void add_saying(struct ch_buffer *text, const struct ch_import_issue *issue, const struct ch_import_issue *above,
		       bool one)
{
	bool same = above != NULL && is_same(above->message, issue->message) && is_same(above->column, issue->column);

	if (issue->column != NULL && !same)
		ch_buffer_printf(text, "%s: ", issue->column);
	if (issue->value != NULL)
		ch_buffer_printf(text, "\"%s\" ", issue->value);
	if (issue->who != NULL && one)
		ch_buffer_printf(text, "(%s) ", issue->who);
	if (same && issue->value != NULL)
		ch_buffer_add(text, _("likewise."));
	else
		add_message(text, issue->message);
	if (issue->person_id != 0) {
		if (above == NULL)
			add_sentence(text, _("they are two people unless you say otherwise: " KEY_(OPEN)));
		return;
	}
	if (issue->key_fix == NULL || *issue->key_fix == '\0' ||
	    (above != NULL && is_same(above->key_fix, issue->key_fix)))
		return;
	struct ch_buffer fix = CH_BUFFER_EMPTY;

	refusal_add_fix(&fix, issue->key_fix, NULL);
	add_sentence(text, fix.text);
	ch_buffer_release(&fix);
}

static void add_group(struct fact_list *facts, const struct ch_import_group *group, const struct ch_import_group *above,
		      size_t index)
{
	const struct ch_import_issue *issue = group->first;
	struct ch_buffer text = CH_BUFFER_EMPTY, label = CH_BUFFER_EMPTY;

	if (group->count > 1)
		ch_buffer_printf(&label, _("  %zu rows"), group->count);
	else if (issue->row != 0)
		ch_buffer_printf(&label, _("  row %" PRId64), issue->row);
	else
		ch_buffer_add(&label, " ");
	add_saying(&text, issue, above != NULL ? above->first : NULL, group->count == 1);
	if (group->count > 1) {
		ch_buffer_add(&text, _(" Rows "));
		ch_import_group_rows(&text, group);
		ch_buffer_add(&text, ".");
	}
	import_facts_about(facts, ABOUT_GROUP, index);
	fact_list_add(facts, ' ', label.text, text.text);
	ch_buffer_release(&text);
	ch_buffer_release(&label);
}

/* The groups of one cause, from the first; returns how many they are. */
static size_t add_cause(struct fact_list *facts, const struct import_found *found, size_t first)
{
	const struct ch_import_issue *cause = found->groups[first].cause;
	bool unfolded = found->unfolded != NULL && strcmp(found->unfolded, cause->reason) == 0;
	size_t alike = 0, more = 0;

	for (; first + alike < found->group_count && found->groups[first + alike].cause == cause; alike++) {
		if (alike < SHOWN || unfolded)
			add_group(facts, &found->groups[first + alike],
				  alike > 0 ? &found->groups[first + alike - 1] : NULL, first + alike);
		else
			more += found->groups[first + alike].count;
	}
	if (more > 0) {
		import_facts_about(facts, ABOUT_CAUSE, first);
		fact_list_printf(facts, ' ', "  ...", _("and %zu more rows like these: " KEY_(OPEN) " shows "
							"them"), more);
	}
	return alike;
}

/* What becomes of the rows that an issue is of. */
enum outcome { STAYS_OUT, HELD_BACK, COMES_IN };

static enum outcome outcome_of(const struct ch_import_group *group)
{
	return group->first->rejected ? STAYS_OUT : group->first->held_back ? HELD_BACK : COMES_IN;
}

/* Groups of rejected rows are the first, then those held back. */
bool import_facts_any_out(const struct ch_import_result *result, const struct ch_import_group *groups)
{
	if (result->batch != 0 || result->refused)
		return false;
	return result->rejected > 0 || (result->issue_count > 0 && outcome_of(&groups[0]) == HELD_BACK);
}

static int64_t rows_of(const struct import_found *found, enum outcome outcome)
{
	int64_t rows = 0;

	for (size_t i = 0; i < found->group_count; i++)
		if (outcome_of(&found->groups[i]) == outcome)
			rows += (int64_t)found->groups[i].count;
	return rows;
}

static void add_rejected_head(struct fact_list *facts, const struct import_found *found)
{
	const struct ch_import_result *result = found->result;

	if (result->corrections != NULL)
		fact_list_printf(facts, '!', _("To mend"),
				 _("%" PRId64 " of %" PRId64
				   " rows stayed out: they are in %s. Mend that file, save it, and import it."),
				 result->rejected, result->read, base_name(result->corrections));
	else if (result->batch != 0 || *found->corrections == '\0')
		fact_list_printf(facts, '!', _("To mend"), _("%" PRId64 " of %" PRId64 " rows stay out:"),
				 result->rejected, result->read);
	else
		fact_list_printf(
			facts, '!', _("To mend"),
			_("%" PRId64 " of %" PRId64 " rows stay out. " KEY_(OPEN) " on one mends it here; else they go "
			  "to %s."),
			result->rejected, result->read, base_name(found->corrections));
}

static void add_held_back_head(struct fact_list *facts, const struct import_found *found, int64_t rows)
{
	const char *corrections = found->result->corrections;

	if (corrections != NULL)
		fact_list_printf(facts, '~', _("Skipped"),
				 _n("%" PRId64 " row stayed out and is in %s: an earlier one says otherwise.",
				    "%" PRId64 " rows stayed out and are in %s: earlier ones say otherwise.",
				    rows),
				 rows, base_name(corrections));
	else if (found->result->batch != 0 || *found->corrections == '\0')
		fact_list_printf(facts, '~', _("Skipped"),
				 _n("%" PRId64 " row stays out, since an earlier one says otherwise:",
				    "%" PRId64 " rows stay out, since earlier ones say otherwise:", rows),
				 rows);
	else
		fact_list_printf(facts, '~', _("Skipped"),
				 _n("%" PRId64 " row stays out and goes to %s: an earlier one says otherwise.",
				    "%" PRId64 " rows stay out and go to %s: earlier ones say otherwise.", rows),
				 rows, base_name(found->corrections));
}

static void add_issues(struct fact_list *facts, const struct import_found *found, enum outcome outcome)
{
	int64_t rows = rows_of(found, outcome);

	if (rows == 0)
		return;
	if (outcome == STAYS_OUT)
		add_rejected_head(facts, found);
	else if (outcome == HELD_BACK)
		add_held_back_head(facts, found, rows);
	else
		fact_list_printf(facts, '~', _("To look at"),
				 _n("%" PRId64 " question; the row comes in:",
				    "%" PRId64 " questions; the rows come in:", rows),
				 rows);
	for (size_t i = 0; i < found->group_count;)
		i += outcome_of(&found->groups[i]) == outcome ? add_cause(facts, found, i) : 1;
	import_facts_about(facts, ABOUT_NOTHING, 0);
}

static void add_first_rows(struct fact_list *facts, const struct ch_import_result *result)
{
	if (result->first_row_count > 0)
		fact_list_add(facts, ' ', _("First rows"), _(KEY_(OPEN) " on the one with the headings:"));
	for (size_t i = 0; i < result->first_row_count; i++) {
		const struct ch_import_first_row *row = &result->first_rows[i];
		struct ch_buffer text = CH_BUFFER_EMPTY, label = CH_BUFFER_EMPTY;

		size_t cells = row->count;

		while (cells > 0 && *row->cells[cells - 1] == '\0')
			cells--;
		for (size_t c = 0; c < cells; c++)
			ch_buffer_printf(&text, "%s%s", c > 0 ? " | " : "", row->cells[c]);
		ch_buffer_printf(&label, _("  row %" PRId64), row->row);
		import_facts_about(facts, ABOUT_FIRST_ROW, i);
		fact_list_add(facts, row->row == result->header_row ? '+' : ' ', label.text, text.text);
		ch_buffer_release(&text);
		ch_buffer_release(&label);
	}
	import_facts_about(facts, ABOUT_NOTHING, 0);
}

/* ---- What was decided ---- */

/* Whether the form that asks for the file can say otherwise. */
static bool is_of_file(const char *topic)
{
	return strcmp(topic, "encoding") == 0 || strcmp(topic, "delimiter") == 0 || strcmp(topic, "sheet") == 0 ||
	       strcmp(topic, "heading_row") == 0 || strcmp(topic, "date_order") == 0;
}

/* What columns are stands with them; what rows did, with the counts. */
static void add_decisions(struct fact_list *facts, const struct ch_import_result *result)
{
	bool first = true;

	for (size_t i = 0; i < result->notice_count; i++) {
		const char *topic = result->topics[i];

		if (strcmp(topic, "rows") == 0 || strncmp(topic, "mended", strlen("mended")) == 0 ||
		    strcmp(topic, "mapping") == 0 || strcmp(topic, "ignored") == 0)
			continue;
		import_facts_about(facts, is_of_file(topic) ? ABOUT_FILE : ABOUT_NOTHING, 0);
		add_notice(facts, first ? _("Decided") : "", result->key_notices[i]);
		first = false;
	}
	import_facts_about(facts, ABOUT_NOTHING, 0);
}

void import_facts_show(struct fact_list *facts, const struct import_plan *plan, const struct import_found *found)
{
	const struct ch_import_result *result = found->result;

	fact_list_clear(facts);
	add_file(facts, plan, result);
	if (result->refused) {
		add_refused(facts, plan, found);
		if (result->mapping_count > 0)
			import_facts_columns(facts, plan->options.kind, result);
		if (result->unnamed)
			add_first_rows(facts, result);
	} else {
		add_state(facts, result);
		add_counts(facts, result);
	}
	add_issues(facts, found, STAYS_OUT);
	add_issues(facts, found, HELD_BACK);
	add_issues(facts, found, COMES_IN);
	add_replaced(facts, result);
	if (!result->refused)
		import_facts_columns(facts, plan->options.kind, result);
	add_decisions(facts, result);
}
