# shellcheck shell=bash disable=SC2034,SC2154
# A chat server for example.org as Debian's package brings it, with two people. Sourced by follow-guide.sh.
server=chat

prepared() {
  untouched prosody
  written /var/lib /var/log /usr/lib/prosody
  mkdir -p /run/prosody && chown prosody /run/prosody
  # the clients below know no TLS
  cat >/etc/prosody/conf.d/example.org.cfg.lua <<END
VirtualHost "example.org"
    c2s_require_encryption = false
    allow_unencrypted_plain_auth = true
END
  systemctl restart prosody
  for person in anna emil; do prosodyctl register "$person" example.org secret >/dev/null || return 1; done
}

stop_prosody() { ended "${prosody:-}"; }
start_prosody() {
  (cd /var/lib/prosody && exec setpriv --reuid prosody --regid prosody --init-groups /usr/bin/prosody -F) >>"$work/prosody.txt" 2>&1 </dev/null &
  prosody=$!
  answers 5222
}

# A client: logs in, says TEXT to TO where it is given one, and prints what comes within two seconds.
client() { # WHO [TO TEXT]
  local stream="<?xml version='1.0'?><stream:stream to='example.org' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>"
  exec 5<>/dev/tcp/127.0.0.1/5222
  for words in "$stream" \
    "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>$(printf '\0%s\0secret' "$1" | base64)</auth>" \
    "$stream" "<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq><presence/>"; do
    printf '%s' "$words" >&5
    sleep 0.3
  done
  [ $# -lt 3 ] || printf "<message to='%s@example.org' type='chat'><body>%s</body></message>" "$2" "$3" >&5
  timeout 2 cat <&5 | grep -o '<body>[^<]*' | sed 's/<body>//'
  exec 5>&-
}
say() { client "$1" "$2" "$3" >/dev/null; }
hear() { client "$1"; }

afterwards() {
  section 'Written to somebody who is off, and to somebody who works'
  typed 'say anna emil "Are you there?"'
  typed 'say emil anna "Good morning"'
  typed 'hear anna'
  typed 'hear emil'
  section 'Prosody stops and starts'
  typed 'systemctl stop prosody; ./feierabend doors'
  typed 'systemctl start prosody; ./feierabend doors'
  [ -n "${RESTS:-}" ] || return 0
  section "When Emil's window opens"
  typed 'until hear emil | grep .; do sleep 5; done'
}
