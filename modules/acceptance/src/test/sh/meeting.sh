# shellcheck shell=bash disable=SC2154
# A meeting that began ten minutes ago, told to the door. Sourced by the machines with calendars.
met() { # UNIT CALENDAR
  local start=$(($(date +%s) - 600))
  printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//guide//EN BEGIN:VEVENT UID:one DTSTAMP:20260101T000000Z \
    "DTSTART:$(date -u -d "@$start" +%Y%m%dT%H%M%SZ)" "DTEND:$(date -u -d "@$((start + 3600))" +%Y%m%dT%H%M%SZ)" \
    'SUMMARY:Nobody else reads this' END:VEVENT END:VCALENDAR >/run/meeting.ics
  section 'A meeting that has begun'
  typed "curl -sf -o /dev/null -u anna:secret -H 'Content-Type: text/calendar' -T /run/meeting.ics $2; echo status \$?"
  typed "until ./feierabend doors | grep 'last event'; do sleep 5; done"
  section 'The calendar server stops and starts'
  typed "systemctl stop $1; ./feierabend doors"
  typed "systemctl start $1; ./feierabend doors"
}
