# ./feierabend test [--all] [MAVEN OPTIONS]: sourced by the launcher script, which found Java and
# set $home. Looks for what tests need, runs Maven for everything, and counts what it reported.
# shellcheck shell=sh disable=SC2154

# Each line: what Maven is told is missing | commands, one of which must be there | Debian packages
needs='browser|chromium chromium-browser google-chrome|chromium chromium-l10n
browser|chromedriver|chromium-driver
postfix|postfix|postfix
postfix|curl|curl
prosody|prosody|prosody
prosody|openssl|openssl
prosody|ip|iproute2
radicale|radicale|radicale
cyrus|/usr/lib/cyrus/bin/httpd|cyrus-imapd cyrus-caldav
cyrus|saslpasswd2|sasl2-bin libsasl2-modules-db
ldap|slapd /usr/sbin/slapd|slapd'

all=
[ "${1:-}" = --all ] && { all=-Dfeierabend.all; shift; }

missing_packages() {
  printf '%s\n' "$needs" | while IFS='|' read -r what commands packages; do
    found=no
    for one in $commands; do command -v "$one" >/dev/null 2>&1 && found=yes; done
    [ "$found" = yes ] || printf '%s|%s\n' "$what" "$packages"
  done
}

missing=$(missing_packages)
if [ -n "$missing" ]; then
  packages=$(printf '%s\n' "$missing" | cut -d'|' -f2 | tr '\n' ' ')
  if [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ] && command -v apt-get >/dev/null 2>&1; then
    say "Tests need $packages; installing." "Die Tests brauchen $packages; installiere."
    # shellcheck disable=SC2086
    { DEBIAN_FRONTEND=noninteractive apt-get -q update && DEBIAN_FRONTEND=noninteractive \
      apt-get -q -y install --no-install-recommends $packages; } >&2 || true
    missing=$(missing_packages)
  fi
fi

skip=
if [ -n "$missing" ]; then
  packages=$(printf '%s\n' "$missing" | cut -d'|' -f2 | tr '\n' ' ')
  if [ "${CI:-}" = true ]; then
    say "Missing for the tests: $packages- with CI=true that is a failure." \
      "Für die Tests fehlt: $packages- mit CI=true ist das ein Fehler."
    exit 1
  fi
  say "Missing for some tests, which are reported as skipped: $packages" \
    "Für einige Tests fehlt, sie werden als übersprungen gemeldet: $packages"
  for what in $(printf '%s\n' "$missing" | cut -d'|' -f1 | sort -u); do
    reason=$(printf '%s\n' "$missing" | sed -n "s/^$what|//p" | tr '\n' ' ' | sed 's/ $//')
    skip="$skip -Dfeierabend.skip.$what=missing-packages:$(printf '%s' "$reason" | tr ' ' ',')"
  done
fi

find_maven
rm -f "$home"/modules/*/target/surefire-reports/TEST-*.xml
# What the tests start is what Maven has just built, never a build within the build.
FEIERABEND_BUILD=no
export FEIERABEND_BUILD
status=0
# Two modules at once: much of a test's time is waiting. What failed is told whole, in the end.
# shellcheck disable=SC2086
(cd "$home" && "$mvn" -B -ntp -T 2 --fail-at-end -Dfeierabend.whole $all $skip "$@" verify) || status=$?

cd "$home"
reports=$(find modules/*/target/surefire-reports -name 'TEST-*.xml' 2>/dev/null || true)
if [ -z "$reports" ]; then
  say "No test has run." "Kein Test ist gelaufen."
  exit 1
fi
# One <testsuite …> start tag per file holds the totals; a <skipped inside a testcase its reason.
counts=$(printf '%s\n' "$reports" | while IFS= read -r report; do
  tr '\n' ' ' <"$report" | sed -n 's/.*<testsuite \([^>]*\)>.*/\1/p' | awk '{
    n = split("tests errors failures skipped", names, " ")
    for (i = 1; i <= n; i++) if (match($0, " " names[i] "=\"[0-9]+\"")) {
      text = substr($0, RSTART, RLENGTH); gsub(/[^0-9]/, "", text); value[names[i]] = text }
    print value["tests"], value["errors"] + value["failures"], value["skipped"] }'
done | awk '{ t += $1; f += $2; s += $3 } END { print t - f - s, f + 0, s + 0 }')
# shellcheck disable=SC2086
set -- $counts

excused=0
if [ -z "${FEIERABEND_REAL_MAIL:-}" ]; then
  # shellcheck disable=SC2086
  excused=$(cat $reports | grep -c '<skipped[^>]*FEIERABEND_REAL_MAIL' || true)
  [ "$excused" -gt 1 ] && excused=1
fi
if [ "${CI:-}" = true ] && [ "$3" -gt "$excused" ]; then
  say "With CI=true nothing may be skipped, but $3 were:" "Mit CI=true darf nichts übersprungen werden, es waren aber $3:"
  # shellcheck disable=SC2086
  grep -h -B 1 '<skipped' $reports | sed -n 's/.*<testcase name="\([^"]*\)" classname="\([^"]*\)".*/  \2 \1/p' >&2
  status=1
fi
[ "$2" -eq 0 ] || status=1
# What a full run measured is written down by it; whole or not at all.
if [ -n "$all" ] && [ "$status" -eq 0 ]; then
  figures=docs/privacy-figures.md
  # shellcheck disable=SC2086
  { sed '/^| [0-9]/d' "$figures" && sed -n 's/.*privacy-figure \(|.*|\).*/\1/p' $reports | sort -u -t'|' -k2,2V; } \
    >"$figures.new" && mv "$figures.new" "$figures"
fi
printf '%s passed, %s failed, %s skipped\n' "$1" "$2" "$3"
exit "$status"
