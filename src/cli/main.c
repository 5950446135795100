/* The program's entry: the one place that knows both faces. */
#include <signal.h>

#include "cli/cli.h"
#include "tui/tui.h"

static enum ch_status open_terminal(const struct cli_front *front, struct ch_error *err)
{
	const struct tui_options options = {
		.path = front->path,
		.config = front->config,
		.clock = {.fixed_today = front->today},
		.supposed = front->supposed,
		.as = front->as,
		.recorded = front->recorded,
		.remote_person_id = front->remote_person_id,
		.plain = front->plain,
		.record = front->record,
		.make_demo = cli_demo_make,
	};

	return tui_main(&options, err);
}

int main(int argc, char **argv)
{
	/* A file that may not grow is an error to report and no death. */
	signal(SIGXFSZ, SIG_IGN);
	/* A pager that was left must not end a command between two of its changes. */
	signal(SIGPIPE, SIG_IGN);
	return cli_main(argc > 0 ? (size_t)argc - 1 : 0, argv + 1, open_terminal);
}
