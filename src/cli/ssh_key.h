/* A public key of ssh, as it stands in somebody's id_ed25519.pub. */
#ifndef CLI_SSH_KEY_H
#define CLI_SSH_KEY_H

#include "chiron/arena.h"
#include "chiron/status.h"

/*
 * The kind and the key of one line "ssh-ed25519 AAAA... comment", parted by a blank, in `arena`; the comment is
 * dropped. CH_USAGE where it is no single public key of a kind that is safe: a line break in it, taken into
 * authorized_keys, would be a line of its own, that is a door.
 */
enum ch_status cli_ssh_key(const char *text, struct ch_arena *arena, const char **key, struct ch_error *err);

#endif
