#include "tui/widgets/file_write.h"

#include "chiron/file_out.h"
#include "tui/desk.h"
#include "tui/tui.h"
#include "tui/widgets/question.h"

static void write_and_say(struct app *app, struct file_write *writing)
{
	struct ch_error err = CH_NO_ERROR;
	struct ch_file_out out;

	if (ch_file_begin(&out, writing->path.text, &err) == CH_OK) {
		writing->write(app, writing->data, writing->path.text, out.file, &err);
		ch_file_end(&out, &err);
	}
	if (err.status != CH_OK)
		desk_say_error(app, &err);
	else if (writing->then != NULL)
		app_say(app, _("Written: %s. %s"), writing->path.text, _(writing->then));
	else
		app_say(app, _("Written: %s"), writing->path.text);
}

static void replace_answered(struct app *app, void *data, char letter)
{
	if (letter == 'y')
		write_and_say(app, data);
}

static enum ch_status path_done(struct app *app, void *data, const char *text, struct ch_error *err)
{
	struct file_write *writing = data;

	if (*text == '\0')
		return ch_fail(err, CH_DATA, _("no name is given; Esc leaves it"));
	if (writing->allow != NULL && writing->allow(writing->data, text, err) != CH_OK)
		return err->status;
	ch_buffer_clear(&writing->path);
	ch_buffer_add(&writing->path, text);
	if (ch_file_is_there(text))
		question_confirm(app, "yes", replace_answered, writing, _("%s is there already. Replace it?"),
				 text);
	else
		write_and_say(app, writing);
	return CH_OK;
}

void file_write_ask(struct app *app, struct file_write *writing, const char *suggested)
{
	struct ch_error err = CH_NO_ERROR;

	if (desk_of(app)->options->remote_person_id != 0) {
		ch_fail(&err, CH_NOT_ALLOWED, _("a file would come to be on the scheme's computer, not on yours"));
		ch_error_fix(&err, _("on yours, `ssh ... export mine > mine.txt` writes all that is your own"));
		app_say_error(app, &err);
		return;
	}
	writing->prompt = (struct prompt_spec){
		.label = writing->label != NULL ? writing->label : N_("Write to: "),
		.hint = writing->hint,
		.done = path_done,
	};
	prompt_suggest(app, &writing->prompt, writing, suggested);
}

void file_write_release(struct file_write *writing)
{
	ch_buffer_release(&writing->path);
}
