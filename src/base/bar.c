#include "chiron/bar.h"

enum { EIGHTHS = 8 };

static const char *const lying[EIGHTHS] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
static const char *const standing[EIGHTHS + 1] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
static const char *const standing_ascii[EIGHTHS + 1] = {" ", ".", ":", "-", "=", "+", "*", "%", "#"};

/* `value` as steps of `most`, 0 to `steps`; at least 1 where there is anything. */
static int steps_of(double value, double most, int steps)
{
	if (!(value > 0) || !(most > 0))
		return 0;
	int count = value < most ? (int)(value / most * steps + 0.5) : steps;

	return count < 1 ? 1 : count;
}

void ch_bar_add(struct ch_buffer *out, double value, double most, int cells, bool ascii)
{
	int count = steps_of(value, most, ascii ? cells : cells * EIGHTHS);
	int whole = ascii ? count : count / EIGHTHS;

	for (int i = 0; i < whole; i++)
		ch_buffer_add(out, ascii ? "#" : "█");
	if (!ascii)
		ch_buffer_add(out, lying[count % EIGHTHS]);
}

void ch_sparkline_add(struct ch_buffer *out, const double *values, size_t count, bool ascii)
{
	double most = 0;

	for (size_t i = 0; i < count; i++)
		most = values[i] > most ? values[i] : most;
	for (size_t i = 0; i < count; i++)
		ch_buffer_add(out, (ascii ? standing_ascii : standing)[steps_of(values[i], most, EIGHTHS)]);
}
