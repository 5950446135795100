#include "chiron/checkin.h"

#include "core/pairing.h"

enum ch_status ch_checkin_add(struct ch_context *c, struct ch_checkin *checkin, struct ch_error *err)
{
	struct change change;
	struct ch_pairing pairing;

	TRY(change_begin_on(&change, c, CH_OP_CHECKIN_ADD, CH_CHECKIN, 0, CH_PAIRING, checkin->pairing_id, err));
	enum ch_status status = change_get(&change, CH_PAIRING, checkin->pairing_id, &pairing, err);
	if (status == CH_OK) {
		checkin->checkin_id = 0;
		checkin->row_version = 0;
		checkin->spell_id = pairing.spell_id;
		if (checkin->checkin_on == CH_NO_DATE)
			checkin->checkin_on = change.today;
		if (checkin->checkin_on > change.today)
			status = ch_fail_field(err, "checkin_on", _("a check-in cannot have been made in the future"));
	}
	if (status == CH_OK)
		status = change_insert(&change, CH_CHECKIN, checkin, err);
	return change_end(&change, status, err);
}
