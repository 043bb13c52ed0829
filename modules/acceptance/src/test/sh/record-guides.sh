#!/bin/sh
# record-guides.sh: follows the guides of docs/guide once more and writes their recordings. As root on Debian, with Feierabend
# built and the servers' packages installed; ten minutes on a quiet machine are plenty.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$here/../../../../.." && pwd)

one() { # GUIDE MACHINE
  work=$(mktemp -d)
  shown=$(mktemp)
  script -q -e -c "bash '$here/follow-guide.sh' '$home' '$home/docs/guide/$1' machine-$2.sh '$work'" "$shown" >/dev/null || {
    cat "$shown" >&2
    exit 1
  }
  tr -d '\r' <"$shown" | grep -v '^Script \(started\|done\) '
  rm -rf "$work" "$shown"
}
version() { dpkg-query -W -f '${Version}' "$1"; }
about() { # PACKAGES
  cat <<END
Recorded with script(1) on Debian 12: $1, with the files as the packages brought them, a network of its own and a fresh
instance of one employer. The blocks of the guide are typed as they stand, by follow-guide.sh (modules/acceptance/src/test/sh), which also says
what is there beforehand. The machine has no systemd: systemctl starts what the units' ExecStart lines name.
END
}

RESTS=90
export RESTS
{
  about "Prosody $(version prosody), somebody at work and somebody whose window opens a minute and a half later"
  one prosody.md prosody
} >"$home/docs/guide/connect-prosody.recording.new"
mv "$home/docs/guide/connect-prosody.recording.new" "$home/docs/guide/connect-prosody.recording.txt"
{
  about "Cyrus $(version cyrus-imapd), then Radicale $(version radicale) on another machine"
  one caldav.md cyrus
  one caldav.md radicale
} >"$home/docs/guide/connect-caldav.recording.new"
mv "$home/docs/guide/connect-caldav.recording.new" "$home/docs/guide/connect-caldav.recording.txt"
