/*
 * In base 64 a key begins with the length and the name of its kind, so that what it says of itself is seen without
 * decoding it. RFC 4253, 6.6; RFC 5656, 3.1; RFC 8709.
 */
#include "cli/ssh_key.h"

#include <string.h>

enum {
	SHORTEST = 68, /* characters: an ed25519 key */
	LONGEST = 3000,
	RSA_SHORTEST = 532 /* 3072 bits */
};

static const struct {
	const char *kind, *begins;
	size_t shortest;
} kinds[] = {
	{"ssh-ed25519", "AAAAC3NzaC1lZDI1NTE5", SHORTEST},
	{"sk-ssh-ed25519@openssh.com", "AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29t", SHORTEST},
	{"ecdsa-sha2-nistp256", "AAAAE2VjZHNhLXNoYTItbmlzdHAyNTY", SHORTEST},
	{"ecdsa-sha2-nistp384", "AAAAE2VjZHNhLXNoYTItbmlzdHAzODQ", SHORTEST},
	{"ecdsa-sha2-nistp521", "AAAAE2VjZHNhLXNoYTItbmlzdHA1MjE", SHORTEST},
	{"sk-ecdsa-sha2-nistp256@openssh.com", "AAAAInNrLWVjZHNhLXNoYTItbmlzdHAyNTZAb3BlbnNzaC5jb2", SHORTEST},
	{"ssh-rsa", "AAAAB3NzaC1yc2E", RSA_SHORTEST},
};

enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

static enum ch_status refuse(struct ch_error *err, const char *what)
{
	ch_fail(err, CH_USAGE, _("--key: %s"), what);
	return ch_error_fix(err, _("Give the one line of their .pub file, as 'ssh-ed25519 AAAA...'; "
				   "`ssh-keygen -t ed25519` makes such a key"));
}

enum ch_status cli_ssh_key(const char *text, struct ch_arena *arena, const char **key, struct ch_error *err)
{
	static const char base64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	size_t kind_length = strcspn(text, " "), body_length, padding;
	const char *body = text + kind_length + (text[kind_length] == ' ');

	for (const char *c = text; *c != '\0'; c++)
		if ((unsigned char)*c < ' ' || *c == 0x7f)
			return refuse(err, _("it is more than one line, or has characters that no key has"));
	body_length = strspn(body, base64);
	padding = strspn(body + body_length, "=");
	if ((body[body_length + padding] != ' ' && body[body_length + padding] != '\0') || padding > 2 ||
	    (body_length + padding) % 4 != 0 || body_length > LONGEST)
		return refuse(err, _("it is no public key, or not the whole of it"));
	for (size_t i = 0; i < KINDS; i++) {
		if (strlen(kinds[i].kind) != kind_length || strncmp(text, kinds[i].kind, kind_length) != 0)
			continue;
		if (strncmp(body, kinds[i].begins, strlen(kinds[i].begins)) != 0 || body_length < SHORTEST)
			return refuse(err, _("it is no public key, or not the whole of it"));
		if (body_length < kinds[i].shortest)
			return refuse(err, _("a key of this kind is safe from 3072 bits on"));
		*key = ch_arena_printf(arena, "%s %.*s", kinds[i].kind, (int)(body_length + padding), body);
		return CH_OK;
	}
	return refuse(err, _("it is of no kind that is taken: ed25519, ecdsa or rsa"));
}
