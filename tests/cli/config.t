# A person's own preferences: listed, read, set; wrong lines are told and left out.
$ chiron config get mouse
auto
$ chiron --config own/config config set mouse off
mouse is off from now on, in own/config.
$ chiron --config own/config config get mouse
off
$ cat own/config
mouse = off
$ chiron --config own/config config set mouse maybe
chiron: mouse is "maybe". One of these is wanted: auto off.
[65]
$ chiron --config own/config config set mous off
chiron: there is no preference "mous". The nearest is mouse.
[65]
$ chiron --config own/config config set theme ligth
chiron: there is no theme "ligth". The nearest is light.
[65]
$ CHIRON_MOUSE=auto chiron --config own/config config set mouse off
mouse is off from now on, in own/config.
$CHIRON_MOUSE is set and still wins.
$ CHIRON_MOUSE=auto chiron --config own/config config get mouse
auto
$ echo 'teme = dark' >> own/config
$ chiron --config own/config config list 2>&1 | cut -c1-76
own/config, line 2: there is no preference "teme"; the nearest is theme
Name          Value  Allowed          Set by        What it does
color         auto   auto never                     auto: where the terminal
theme         dark   name of a theme                which colours: dark, lig
lines         auto   auto ascii                     auto: drawn where the te
mouse         off    auto off         own/config:1  auto: wheel and clicks w
escape_delay  25     1..1000                        milliseconds in which th
whole_frames  off    off on                         on: a terminal that can 
They stand in own/config, which `chiron config set` writes.
$ CHIRON_CONFIG=own/config chiron -q --format json config get mouse
{"name":"mouse","value":"off","allowed":"auto off","from":"own/config:1","what":"auto: wheel and clicks work where there is one; off: the terminal keeps it, to select and copy"}
$ chiron --config no/config config get mouse
no/config: it cannot be read: No such file or directory
auto
$ chiron config get
chiron: `chiron config get` needs NAME. As in: chiron config get theme.
[64]
$ ls
own

# A disk that takes half of the file is said to be full, and what was there stays.
$ mkdir -p full && printf '# %1500s\n' x > full/config
$ (ulimit -f 1; chiron --config full/config config set mouse off); ls full; wc -c < full/config
chiron: full/config cannot be written: No space left on device.
config
1503
