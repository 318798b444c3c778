#!/bin/sh
# Keeps one agent process. It needs no Signalbox to go on, and no terminal.
#
#   shim.sh [--screen] FOLDER PROGRAM [ARGUMENT...]
#
# --screen keeps the agent's own screen in a person's terminal: nothing is fed to it, and what it
# prints is the person's alone. Of the files below there are then shim, pid and exit.
#
# FOLDER, with an absolute path, is the attempt's folder:
#   shim    this process: pid, boot id, start time; made once, so it is also the lock of the start
#   pid     the agent, in the same form
#   in/N.K  messages, published by rename: N counts up in digits of equal length, K says what it is;
#           in/N.end ends the input
#   fed     the number of the last message that was fed whole
#   bell    a FIFO: a line in it says that there is a new message
#   out err what the agent prints
#   exit    the agent's exit code, made by rename after everything that it printed
# All of them are for their owner only; the agent itself starts with the caller's own umask.

# Prints what tells a process from a later one with the same pid.
identity() {
  boot='' rest=''
  { read -r boot </proc/sys/kernel/random/boot_id && read -r rest <"/proc/$1/stat"; } 2>/dev/null
  if [ -n "$rest" ]; then
    set -f
    # The second field is the program's name and may hold anything; the start is field 22.
    set -- "$1" ${rest##*) }
    set +f
    printf '%s %s %s\n' "$1" "$boot" "${21}"
  else
    printf '%s - %s\n' "$1" "$(LC_ALL=C ps -o lstart= -p "$1" | tr -s ' ' '_')"
  fi
}

# In its second role this script becomes the agent, whose pid is known before it starts. A line on
# descriptor 8 says so.
if [ "$1" = --become ]; then
  folder=$2 own=$3
  shift 3
  identity $$ >"$folder/pid.new" && mv -f "$folder/pid.new" "$folder/pid" || exit 125
  # Nobody may be waiting any more.
  trap : PIPE
  echo ready 2>/dev/null >&8
  exec 8>&-
  umask "$own"
  exec "$@"
fi

# Feeds the messages in order, each whole and once, until the end of the input.
feed() {
  # These would close the agent's input. A message that the agent never reads ends with the agent.
  trap '' HUP INT
  fed=-1
  while :; do
    for file in "$folder"/in/*; do
      name=${file##*/}
      number=${name%%.*}
      case $number in '' | *[!0-9]*) continue ;; esac
      [ "$number" -gt "$fed" ] || continue
      [ "$name" = "$number.end" ] || cat "$file" >&4 || return
      fed=$number
      echo "$fed" >"$folder/fed.new" && mv -f "$folder/fed.new" "$folder/fed"
      [ "$name" != "$number.end" ] || return
    done
    read -r ring <&6
  done
}

# A full disk must not lose the exit code.
ended() {
  until echo "$code" >"$folder/exit.new" && mv -f "$folder/exit.new" "$folder/exit"; do
    [ -d "$folder" ] || exit 0
    sleep 1
  done
}

screen=
if [ "$1" = --screen ]; then
  screen=yes
  shift
fi
folder=$1
shift
own=$(umask)
umask 077
# Caught and not ignored: the agent must not inherit a deaf ear. PIPE: Signalbox may be gone.
trap : HUP INT TERM PIPE

identity $$ >"$folder/shim.$$" || exit 125
if ! ln "$folder/shim.$$" "$folder/shim" 2>/dev/null; then
  rm -f "$folder/shim.$$"
  exit 0
fi
rm -f "$folder/shim.$$"

if [ -n "$screen" ]; then
  # What the person types to interrupt the screen must not end its keeper.
  trap : QUIT
  (exec /bin/sh "$0" --become "$folder" "$own" "$@" 8>/dev/null)
  code=$?
  ended
  exit "$code"
fi

# 3 keeps the opening of 4 and 5 from waiting. Only the feeder holds the writing side, 4: when it
# returns, the agent's input ends.
mkfifo "$folder/bell" "$folder/stdin" || exit 125
exec 3<>"$folder/stdin" 4>"$folder/stdin" 5<"$folder/stdin" 6<>"$folder/bell"
exec 3>&- 8>&1 >/dev/null
rm -f "$folder/stdin"
feed 5<&- 8>&- </dev/null &
exec 4>&-

# In the foreground: a shell makes what runs in the background deaf to SIGINT, for good.
(
  exec <&5 5<&- 6>&- >>"$folder/out" 2>>"$folder/err"
  exec /bin/sh "$0" --become "$folder" "$own" "$@"
)
code=$?

# What is left in this process group: the feeder, and tools that the agent forgot.
trap '' TERM
kill -TERM 0
ended
