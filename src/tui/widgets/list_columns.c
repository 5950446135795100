/*
 * Each column has a least and a wanted width. The columns that matter least
 * are dropped until the least widths fit; then, in the order of how much they
 * matter, columns grow to what they want; what is still left goes to texts.
 */
#include "tui/widgets/list_columns.h"

#include "chiron/text.h"

enum { FIRST_LEAST = 18, TEXT_LEAST = 10, TEXT_MOST = 48, COLUMN_LEAST = 4 };

bool column_is_figure(const struct ch_column *column)
{
	switch (column->type) {
	case CH_TYPE_NUMBER:
	case CH_TYPE_MINUTES:
	case CH_TYPE_HOURS:
	case CH_TYPE_TIME:
		return true;
	default:
		return false;
	}
}

static bool is_text(const struct ch_column *column)
{
	switch (column->type) {
	case CH_TYPE_TEXT:
	case CH_TYPE_LINES:
	case CH_TYPE_LIST:
	case CH_TYPE_EMAIL:
		return true;
	default:
		return false;
	}
}

static int width_by_type(enum ch_type type)
{
	switch (type) {
	case CH_TYPE_TEXT:
	case CH_TYPE_LINES:
	case CH_TYPE_LIST:
	case CH_TYPE_EMAIL:
		return 22;
	case CH_TYPE_PHONE:
		return 15;
	case CH_TYPE_CHOICE:
	case CH_TYPE_CHOICES:
	case CH_TYPE_DATE:
	case CH_TYPE_INTERVAL:
		return 11;
	case CH_TYPE_INSTANT:
		return 16;
	case CH_TYPE_ID:
	case CH_TYPE_NUMBER:
	case CH_TYPE_MINUTES:
	case CH_TYPE_TIME:
	case CH_TYPE_HOURS:
	case CH_TYPE_YES:
		return 5;
	}
	return 10;
}

/* A day of another year, "28 Nov 2025", takes a cell more than in a file, for which fields have their widths. */
static int wanted_width(const struct ch_column *column)
{
	int width = column->width > 0 ? column->width : width_by_type(column->type);
	int label = ch_text_width(_(column->label));

	if (column->type == CH_TYPE_DATE && width < width_by_type(CH_TYPE_DATE))
		width = width_by_type(CH_TYPE_DATE);
	return width > label ? width : label;
}

static int rank_of(const struct list *list, size_t column)
{
	return list->source->rank != NULL ? list->source->rank(list->data, column) : (int)column;
}

/* A text may be cut, but what names the row less than the others. */
static int least_width(const struct list *list, const struct ch_grid *grid, size_t column)
{
	int wanted = wanted_width(&grid->columns[column]);
	int least = rank_of(list, column) == 0 ? FIRST_LEAST : TEXT_LEAST;

	return is_text(&grid->columns[column]) && wanted > least ? least : wanted;
}

/* Drops the column that matters least; false where only those that never go are left. */
static bool drop_one(const struct list *list, size_t count, int widths[LIST_COLUMNS_MAX], int *left)
{
	size_t worst = count;
	int worst_rank = 0;

	for (size_t i = 0; i < count; i++)
		if (widths[i] > 0 && rank_of(list, i) > worst_rank) {
			worst = i;
			worst_rank = rank_of(list, i);
		}
	if (worst == count)
		return false;
	*left += widths[worst] + COLUMN_GAP;
	widths[worst] = 0;
	return true;
}

/* Lets every column shown grow to what it wants, those first that matter most. */
static void grow_to_wanted(const struct list *list, const struct ch_grid *grid, size_t count,
			   int widths[LIST_COLUMNS_MAX], int *left)
{
	bool grown[LIST_COLUMNS_MAX] = {false};

	for (size_t turn = 0; turn < count; turn++) {
		size_t next = count;
		int more;

		for (size_t i = 0; i < count; i++)
			if (!grown[i] && (next == count || rank_of(list, i) < rank_of(list, next)))
				next = i;
		grown[next] = true;
		if (widths[next] == 0)
			continue;
		more = wanted_width(&grid->columns[next]) - widths[next];
		more = more < *left ? more : *left;
		widths[next] += more;
		*left -= more;
	}
}

/* Gives what is left to the texts, a cell to each in turn; what they do not take to the last, where that is a text. */
static void grow_texts(const struct ch_grid *grid, size_t count, int widths[LIST_COLUMNS_MAX], int left)
{
	bool grew = true;

	while (left > 0 && grew) {
		grew = false;
		for (size_t i = 0; i < count && left > 0; i++)
			if (widths[i] > 0 && widths[i] < TEXT_MOST && is_text(&grid->columns[i])) {
				widths[i]++;
				left--;
				grew = true;
			}
	}
	for (size_t i = count; left > 0 && i-- > 0;)
		if (widths[i] > 0) {
			widths[i] += is_text(&grid->columns[i]) ? left : 0;
			return;
		}
}

/* Of those that never go the last are narrower, so that what is cut of them ends in a mark. */
static void shrink_from_last(size_t count, int widths[LIST_COLUMNS_MAX], int *left)
{
	for (size_t i = count; i-- > 0 && *left < 0;) {
		int less = widths[i] - COLUMN_LEAST < -*left ? widths[i] - COLUMN_LEAST : -*left;

		if (less <= 0)
			continue;
		widths[i] -= less;
		*left += less;
	}
	if (*left < 0)
		*left = 0; /* a window of a few cells: its edge cuts */
}

void columns_share(const struct list *list, const struct ch_grid *grid, int width, int widths[LIST_COLUMNS_MAX])
{
	size_t count = grid->column_count < LIST_COLUMNS_MAX ? grid->column_count : LIST_COLUMNS_MAX;
	int left = width + COLUMN_GAP; /* the last has no gap behind it */

	for (size_t i = 0; i < count; i++) {
		widths[i] = grid->columns[i].extra ? 0 : least_width(list, grid, i);
		left -= widths[i] > 0 ? widths[i] + COLUMN_GAP : 0;
	}
	while (left < 0 && drop_one(list, count, widths, &left))
		;
	if (left < 0)
		shrink_from_last(count, widths, &left);
	grow_to_wanted(list, grid, count, widths, &left);
	grow_texts(grid, count, widths, left);
}
