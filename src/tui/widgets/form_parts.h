/* What the files of the form share. */
#ifndef TUI_FORM_PARTS_H
#define TUI_FORM_PARTS_H

#include "tui/widgets/form.h"

static inline struct form_entry *form_focused(struct form *form)
{
	return &form->entries[form->focus];
}

/* ---- From field to field: form_move.c ---- */

/* Leaves the focused field for another (or for itself: what was typed is settled and kept). */
void form_focus_on(struct form *form, size_t entry);

/* To the first field with a message; false where there is none. */
bool form_focus_first_error(struct form *form);

/* For the commands that move; `next` behind the last field saves, where Enter was pressed. */
void form_run_next(struct app *app, struct screen *screen);
void form_run_previous(struct app *app, struct screen *screen);

/* To the last or first field in sight, from there about as far as the screen goes. */
void form_run_down(struct app *app, struct screen *screen);
void form_run_up(struct app *app, struct screen *screen);

/* ---- The form: form.c ---- */

void form_run_save(struct app *app, struct screen *screen);

/* The form in the line mode: form_line.c. */
void form_line(struct screen *screen, struct line *line);

/* The text of an entry was changed. */
void form_edited(struct form *form);

/* ---- What is typed and not saved: form_typed.c ---- */

/* Keeps a draft where there is a keeper. */
void form_keep(struct form *form);

/* Whether it holds another text than at first. */
bool form_entry_is_typed(const struct form_entry *entry);

/* After each event: keeps a draft where much, or long, was typed since the last. */
void form_keep_in_time(struct form *form, int64_t now);

/* Keeps one where nobody types for a moment, which it waits for; whether it did. */
bool form_keep_at_rest(struct form *form, const struct app_outside *outside);

/* For COMMAND_AFRESH: sets what was typed aside, or brings back what was set aside. */
void form_run_afresh(struct app *app, struct screen *screen);
bool form_can_start_afresh(const struct app *app, const struct screen *screen);

void form_aside_free(struct form_aside *aside); /* NULL is allowed */

/* ---- Choices: form_choice.c ---- */

/* The choices of a field that is one of choices, several, or yes/no; NULL for others. */
const struct ch_choice *choice_list(const struct form_field *field);

/* Whether the choice at `index` is chosen. */
bool choice_chosen(const struct form_entry *entry, size_t index);

/* Space, Left, Right, letters, Backspace; whether the key was used up. Letters that lead astray choose nothing else. */
bool choice_key(struct form *form, uint32_t key);

/* That no choice begins with the letters typed. */
void choice_tell_none(const struct form *form, struct app *app);

/* Rows that the choices take at this width. */
int choice_rows(const struct form_entry *entry, int width);

void choice_draw(const struct form_entry *entry, struct canvas *canvas, struct rect area, bool focused);

/* ---- The list of candidates: form_popup.c ---- */

/* Whether the focused field could be completed. */
bool popup_possible(const struct form *form);

/* Whether there is anything to choose from, so that the key is worth naming. Asked once for a field. */
bool popup_offers(const struct form *form);

/* Asks for candidates and shows them where there are any. */
void popup_update(struct form *form);
void popup_close(struct form *form);

/* Whether several fit what was typed, and none of them was gone to: then leaving the field would choose by chance. */
bool popup_undecided(const struct form *form);

/* Up, Down, Enter, Tab, Esc while it is open; whether the key was used up. */
bool popup_key(struct form *form, uint32_t key);

/* Draws it under the field that `field` is the area of, or above where there is no room. */
void popup_draw(struct form *form, struct canvas *canvas, struct rect body, struct rect field);

/* ---- Drawing: form_draw.c ---- */

/* Appends what the text of an entry means; begins with "?" where it is not understood. */
void form_meaning(const struct form *form, size_t index, struct ch_buffer *out);

void form_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body);

#endif
