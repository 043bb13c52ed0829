# shellcheck shell=bash disable=SC2034,SC2154
# A calendar server as Debian's Radicale package brings it, with a file of passwords and one person. Sourced by
# follow-guide.sh.
server=radicale
home_of_anna=http://127.0.0.1:5232/anna/calendar/

prepared() {
  untouched radicale
  written /var/lib /var/log
  install -d -o radicale -g radicale /run/radicale /var/lib/radicale/collections
  sed -i 's/^type = remote_user/type = htpasswd\nhtpasswd_filename = \/etc\/radicale\/users\nhtpasswd_encryption = md5/' /etc/radicale/config
  printf 'anna:%s\n' "$(openssl passwd -apr1 secret)" >/etc/radicale/users
  systemctl restart radicale
  curl -sf -u anna:secret -X MKCALENDAR "$home_of_anna"
}

stop_radicale() { ended "${radicale:-}"; }
start_radicale() {
  setpriv --reuid radicale --regid radicale --init-groups /usr/bin/radicale >>"$work/radicale.txt" 2>&1 </dev/null &
  radicale=$!
  answers 5232
}

. "$here/meeting.sh"
afterwards() { met radicale "$home_of_anna"; }
