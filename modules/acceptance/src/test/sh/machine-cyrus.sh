# shellcheck shell=bash disable=SC2034,SC2154
# A calendar server as Debian's Cyrus packages bring it, with one person. Sourced by follow-guide.sh.
server=cyrus
home_of_anna=http://127.0.0.1:8008/dav/calendars/user/anna/Default/

prepared() {
  untouched cyrus-common cyrus-imapd cyrus-caldav
  written /var/lib /var/spool /var/log
  sed -i '/^[[:space:]]*\(pop3\|nntp\)[[:space:]]/d' /etc/cyrus.conf # their packages are not installed
  mkdir -p /run/cyrus/proc /run/cyrus/lock /run/cyrus/socket && chown -R cyrus:mail /run/cyrus
  echo secret | saslpasswd2 -p -c anna
  systemctl restart cyrus-imapd
  curl -s -u anna:secret imap://127.0.0.1/ >/dev/null # calendars come into being with the first log-in
}

stop_cyrus-imapd() { ended "${cyrus:-}"; }
start_cyrus-imapd() {
  /usr/sbin/cyrmaster -l 32 -C /etc/imapd.conf -M /etc/cyrus.conf >>"$work/cyrus.txt" 2>&1 </dev/null &
  cyrus=$!
  answers 8008 && answers 143
}

. "$here/meeting.sh"
afterwards() { met cyrus-imapd "$home_of_anna"; }
