/*
 * The lists of what was done with the scheme: imports, the audit log, the steps that undo takes back, and findings that
 * were put off or given to somebody.
 */
#include "store/list_table.h"

static const char *const the_pair[] = {"guide", "learner", NULL};

static const struct list_table import_tables[] = {
	{.alias = "import_batch", .table = "import_batch"},
	{PROGRAMME_TABLE("import_batch"), .optional = true},
	{PERSON_TABLE("importer", "import_batch.imported_by", NULL), .optional = true},
	{.alias = "coordinator", .table = "coordinator",
	 .on = "coordinator.coordinator_id = import_batch.coordinator_id", .optional = true},
};
static const char *const import_texts[] = {"import_batch.file_name", NULL};
static const struct list_column import_columns[] = {
	{ID(IMPORT_BATCH, import_batch)},
	{FIELD(IMPORT_BATCH, import_batch, imported_at), .aliases = "date on at"},
	{FIELD(IMPORT_BATCH, import_batch, file_name), .aliases = "file"},
	{FIELD(IMPORT_BATCH, import_batch, kind), .extra = true},
	{PROGRAMME, .extra = true},
	{NAME("imported_by", IMPORT_BATCH, "imported_by", "ifnull(importer.name, coordinator.name)", 20),
	 .aliases = "by", .extra = true},
	{FIELD(IMPORT_BATCH, import_batch, rows_read), .aliases = "read"},
	{FIELD(IMPORT_BATCH, import_batch, rows_new), .aliases = "new"},
	{FIELD(IMPORT_BATCH, import_batch, rows_changed), .aliases = "changed"},
	{FIELD(IMPORT_BATCH, import_batch, rows_same), .aliases = "same", .extra = true},
	{FIELD(IMPORT_BATCH, import_batch, rows_rejected), .aliases = "rejected"},
	{FIELD(IMPORT_BATCH, import_batch, rows_skipped), .aliases = "skipped", .extra = true},
	{FIELD(IMPORT_BATCH, import_batch, undone_at), .aliases = "undone"},
	{FIELD(IMPORT_BATCH, import_batch, file_hash), .aliases = "hash", .extra = true},
	{FIELD(IMPORT_BATCH, import_batch, decisions), .extra = true},
};

static const struct list_table audit_tables[] = {
	{.alias = "audit", .table = "audit"},
	{PERSON_TABLE("actor", "audit.actor_id", NULL), .optional = true},
	{COORDINATOR_TABLE("audit"), .optional = true},
	{.alias = "detail", .table = "audit_detail", .on = "detail.seq = audit.seq", .optional = true},
};
/* Who opened another's desk is known by their login where they are no coordinator by name. */
#define AUDIT_WHO                                                                                                      \
	"ifnull(actor.name, iif(audit.operation = 'desk.open' AND audit.actor_id IS NULL,"                             \
	" json_extract(detail.detail, '$.login'), coordinator.name))"
static const char *const audit_texts[] = {AUDIT_WHO, "audit.operation", NULL};
static const struct list_column audit_columns[] = {
	{OWN("seq", ID, FACT, N_("No."), 7), .aliases = "id no", .select = "audit.seq",
	 .sort = "audit.seq", .numeric = true},
	{OWN("at", INSTANT, FACT, N_("When"), 20), .aliases = "date on",
	 .select = "audit.at"},
	{OWN("actor", TEXT, FACT, N_("Who"), 20), .aliases = "who by",
	 .select = AUDIT_WHO},
	{OWN("channel", TEXT, FACT, N_("Through"), 7), .select = "audit.channel"},
	{OWN("operation", TEXT, FACT, N_("What"), 18), .aliases = "what",
	 .select = "audit.operation"},
	{OWN("entity", TEXT, FACT, N_("Of"), 12), .aliases = "kind",
	 .select = "audit.entity"},
	{OWN("object_id", NUMBER, FACT, N_("Record"), 7), .aliases = "object",
	 .select = "audit.object_id"},
};

static const struct list_table step_tables[] = {
	{.alias = "step", .table = "step"},
	{PERSON_TABLE("actor", "step.actor_id", NULL), .optional = true},
	{COORDINATOR_TABLE("step"), .optional = true},
};
static const char *const step_texts[] = {"step.who", "step.operation", "ifnull(actor.name, coordinator.name)", NULL};
static const struct list_column step_columns[] = {
	{ID(STEP, step)},
	{FIELD(STEP, step, at), .aliases = "date on when"},
	{NAME("actor", STEP, "actor_id", "ifnull(actor.name, coordinator.name)", 20), .aliases = "by"},
	{FIELD(STEP, step, operation), .aliases = "what"},
	{FIELD(STEP, step, entity), .aliases = "of", .extra = true},
	{FIELD(STEP, step, object_id), .aliases = "object", .extra = true},
	{FIELD(STEP, step, who), .aliases = "about"},
	{FIELD(STEP, step, about_on), .aliases = "day"},
	{FIELD(STEP, step, records), .aliases = "count", .extra = true},
	{OWN("state", TEXT, FACT, N_("State"), 7),
	 .select = "iif(step.undone_by IS NULL, iif(step.final IS NULL, 'standing', 'stays'), 'undone')"},
	{FIELD(STEP, step, final), .aliases = "why", .extra = true},
	{FIELD(STEP, step, undone_at), .aliases = "undone", .extra = true},
};

/*
 * What one of the two said of how it goes stands with no pairing, so that the desks of the two have nothing of it
 * (data/checks/re-match-wanted.sql): which one it is of is told here, to whoever put it off.
 */
#define HANDLED_PAIRING                                                                                                \
	"ifnull(handling.pairing_id, (SELECT f.pairing_id FROM feedback AS f"                                          \
	" WHERE handling.check_name = 're-match-wanted' AND f.feedback_id = handling.subject_id))"

static const struct list_table handling_tables[] = {
	{.alias = "handling", .table = "handling"},
	{.alias = "pairing", .table = "pairing", .on = "pairing.pairing_id = " HANDLED_PAIRING, .optional = true},
	{GUIDE_TABLE("pairing"), .optional = true},
	{LEARNER_TABLE("pairing"), .optional = true},
	{.alias = "programme", .table = "programme", .on = "programme.programme_id = handling.programme_id",
	 .optional = true},
	{PERSON_TABLE("assigned", "handling.assigned_to", NULL), .optional = true},
	{.alias = "coordinator", .table = "coordinator",
	 .on = "coordinator.coordinator_id = handling.assigned_coordinator_id", .optional = true},
};
#define ASSIGNED "coalesce(coordinator.name, assigned.name)"
static const char *const handling_texts[] = {"handling.check_name", "handling.reason", ASSIGNED, NULL};
static const struct list_column handling_columns[] = {
	{ID(HANDLING, handling), .extra = true},
	{FIELD(HANDLING, handling, check_name), .aliases = "check"},
	{FIELD(HANDLING, handling, subject_id), .aliases = "of"},
	{GUIDE},
	{LEARNER},
	{PROGRAMME, .extra = true},
	{FIELD(HANDLING, handling, snoozed_until), .aliases = "snoozed", .ahead = true},
	{NAME("assigned_to", HANDLING, "assigned_to", ASSIGNED, 18), .aliases = "assigned"},
	{FIELD(HANDLING, handling, acknowledged_until), .aliases = "acknowledged", .ahead = true},
	{FIELD(HANDLING, handling, reason), .aliases = "why"},
	{FIELD(HANDLING, handling, made_on), .aliases = "date on", .sort = "handling.made_on", .extra = true},
	{FIELD(HANDLING, handling, pairing_id), .aliases = "pairing", .extra = true},
};

static const struct list_info lists[CH_LIST_COUNT] = {
	[CH_LIST_IMPORTS] = {
		LIST("imports", N_("Imports"), IMPORT, import),
		.entity = CH_IMPORT_BATCH, .id = "import_batch.import_batch_id", .order = "-import_batch_id",
		.texts = import_texts,
		.of_programme = "(+import_batch.programme_id) = :programme_id",
	},
	[CH_LIST_AUDIT] = {
		LIST("audit entries", N_("Audit log"), AUDIT, audit),
		.id = "audit.seq", .order = "-seq", .texts = audit_texts,
		.of_person = "(+audit.actor_id) = @",
		.of_me = "((+audit.actor_id) = @ OR (audit.operation = 'desk.open' AND audit.object_id = @))",
	},
	[CH_LIST_HANDLINGS] = {
		LIST("handled findings", N_("Snoozed and assigned"), FINDING, handling),
		.entity = CH_HANDLING, .id = "handling.handling_id", .order = "-made_on", .people = the_pair,
		.texts = handling_texts,
		.of_pairing = "handling.pairing_id = :pairing_id",
		.of_programme = "(+handling.programme_id) = :programme_id",
	},
	[CH_LIST_STEPS] = {
		LIST("changes", N_("History"), STEP, step),
		.entity = CH_STEP, .id = "step.step_id", .order = "-step_id", .texts = step_texts,
		.of_person = "step.actor_id = @",
	},
};

const struct list_info *list_history_info(enum ch_list_id list)
{
	return list > 0 && list < CH_LIST_COUNT && lists[list].name != NULL ? &lists[list] : NULL;
}
