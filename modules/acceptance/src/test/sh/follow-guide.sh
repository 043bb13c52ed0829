#!/bin/bash
# follow-guide.sh HOME GUIDE MACHINE WORK: follows a guide of docs/guide word by word. Its indented blocks are typed as they
# stand, on a machine of its own: namespaces with their own network, processes and host name, in which the packages' files are
# as the packages brought them and what is written is gone afterwards. GuidesTest runs it under script(1), which keeps what
# the terminal shows; one command that fails ends it.
#   HOME     of Feierabend, built
#   MACHINE  machine-….sh beside this file: what is there before the guide begins, what is looked at when it ends
#   WORK     an empty directory on a disk
set -u
[ -n "${GUIDE_MACHINE:-}" ] || GUIDE_MACHINE=made exec \
  unshare --mount --net --pid --uts --fork --kill-child --mount-proc env GUIDE_MACHINE=made bash "$0" "$@"
home=$1 guide=$2 machine=$3 work=$4
here=$(cd "$(dirname "$0")" && pwd)

# --- the machine ------------------------------------------------------------------------------------
written() { # DIRECTORY…: as it is, and what is written there is seen by nobody else and gone at the end
  for directory; do
    layer=$work/layers/${directory//\//_}
    mkdir -p "$layer/upper" "$layer/under"
    mount -t overlay overlay -o "lowerdir=$directory,upperdir=$layer/upper,workdir=$layer/under" "$directory"
  done
}
untouched() { # PACKAGE…: fails where a file is not as the package brought it
  changed=$(dpkg --verify "$@")
  [ -z "$changed" ] || { printf 'not a clean machine:\n%s\n' "$changed"; exit 1; }
}
answers() { # PORT: waits until something listens there
  for _ in $(seq 600); do (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return 0; sleep 0.2; done
  echo "nothing answers at port $1"; return 1
}
ended() { # PID of a server of ours
  [ -z "${1:-}" ] || { kill "$1"; wait "$1"; } 2>/dev/null
}

# There is no systemd here: this starts what the units' ExecStart lines name, as the users they name.
systemctl() { # start | stop | restart NAME
  case $1 in restart | stop) "stop_$2" ;; esac
  case $1 in restart | start) "start_$2" ;; esac
}
stop_feierabend() { ended "${feierabend:-}"; }
start_feierabend() {
  ./feierabend run >"$work/feierabend.txt" 2>&1 &
  feierabend=$!
  for _ in $(seq 1200); do
    curl -sf http://127.0.0.1:8470/health/ready >/dev/null && { founded; return; }
    kill -0 "$feierabend" 2>/dev/null || break
    sleep 0.2
  done
  cat "$work/feierabend.txt"; return 1
}
founded() { # the employer, once: whoever works has a shift, so that it does not matter when this is followed
  [ -e "$work/founded" ] && return 0
  at() { date -u -d "$1" +%Y-%m-%dT%H:%M:%SZ; }
  person() {
    printf '{"id":"%s","unit":"office","duties":["PUBLIC_ORDER"],"mail":["%s@example.org"],"chat":["%s@example.org"],"shifts":[{"from":"%s","to":"%s"}]}' \
      "$1" "$1" "$1" "$2" "$(at '+6 hours')"
  }
  curl -sf -o /dev/null -H "Authorization: Bearer $(cat "$FEIERABEND_VAR/secrets/operator-token")" -H 'Content-Type: application/json' \
    http://127.0.0.1:8470/api/v1/employers -d "{\"id\":\"city\",\"name\":\"City\",\"zone\":\"Europe/Berlin\",\"municipality\":\"09564000\",
      \"clock\":\"wall\",\"synthetic\":true,\"policy\":\"p0\",\"units\":[{\"id\":\"office\",\"name\":{\"de\":\"Amt\",\"en\":\"Office\"},\"parent\":null}],
      \"people\":[$(person anna "$(at '-1 hour')"),$(person emil "$(at "+${RESTS:-3600} seconds")")]}" && touch "$work/founded"
}

# --- what is typed ----------------------------------------------------------------------------------
typed() { # COMMAND: shown behind a prompt and done in this shell
  printf '%s%s\n' "root@$(hostname)# " "${1//$'\n'/$'\n> '}"
  eval "$1"
}
followed() { # COMMAND: as the guide has it; a failure ends it all
  typed "$1" || { printf 'that failed with %s\n' "$?"; exit 1; }
}
section() { printf '\n# %s\n' "$1"; }

follow() { # the blocks of the guide; of what is marked for one server, that of this machine
  local line text title='' with='' command='' here_ends='' here_document="<<'?([A-Z]+)"
  while IFS= read -r line; do
    case $line in
      '#'*) title=${line##*# } with='' ;;
      'With Cyrus'* | 'Mit Cyrus'*) with=cyrus ;;
      'With Radicale'* | 'Mit Radicale'*) with=radicale ;;
    esac
    [[ $line == '    '* || -n $command ]] || continue
    [ -z "$with" ] || [ "$with" = "$server" ] || continue
    [ -z "$title" ] || { section "$title"; title=''; }
    text=${line#    }
    command+=${command:+$'\n'}$text
    if [ -n "$here_ends" ]; then
      [ "$text" = "$here_ends" ] || continue
      here_ends=''
    elif [[ $text =~ $here_document ]]; then
      here_ends=${BASH_REMATCH[1]}
      continue
    elif [[ $text == *\\ ]]; then
      continue
    fi
    followed "$command"
    command=''
  done <"$guide"
}

chmod 755 "$work" # the database's user passes through
mkdir -p "$work/layers"
mount -t tmpfs none "$work/layers"
ip link set lo up
# shellcheck source=/dev/null
. "$here/$machine"
written /etc
hostname "$server"
printf '127.0.0.1 localhost %s\n::1 localhost\n' "$server" >/etc/hosts
chmod 644 /etc/hosts
mount -t tmpfs none /run
written "$home/config"
mkdir -p "$work/var"
export FEIERABEND_VAR=$work/var FEIERABEND_BUILD=no LC_ALL=C.UTF-8
cd "$home" || exit 1
prepared || exit 1
follow
afterwards
printf '\n# The guide was followed to its end.\n'
