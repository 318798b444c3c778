#!/bin/sh
# Plays a script as an agent would. ScriptedDialect describes the script and the lines spoken.
#
#   agent.sh MEMORY SCRIPT ID NAME ATTEMPT [resumed]
#
# MEMORY/ID holds the number of the last line of the script that is done.

memory=$1 script=$2 id=$3 name=$4 attempt=$5 resumed=${6:-}
cents=0 tokens=0 window=0 asked=0 skip= told=

# A JSON string without its quotes; line feeds become \n.
escaped() {
  case $1 in
    *[\\\"]* | *[![:print:]]*)
      printf '%s' "$1" | LC_ALL=C tr -d '\000-\010\013-\037' | sed 's/[\\"]/\\&/g' | tr '\t' ' ' |
        awk '{ printf "%s%s", (NR > 1 ? "\\n" : ""), $0 }'
      ;;
    *) printf '%s' "$1" ;;
  esac
}
say() { printf '{"event":"text","text":"%s"}\n' "$(escaped "$1")"; }
usage() {
  printf '{"event":"usage","cents":%s,"tokens":%s,"window":%s}\n' "$cents" "$tokens" "$window"
}
turn_end() {
  usage
  printf '{"event":"turn","result":"%s","reason":"%s"}\n' "$1" "$(escaped "${2:-}")"
}
done_with() { echo "$1" >"$memory/$id.new" && mv -f "$memory/$id.new" "$memory/$id"; }
inside() {
  case /$1/ in //* | */../*) return 1 ;; *) return 0 ;; esac
}

# Reads a message into verb and words; the end of the input ends the agent.
hear() {
  IFS=' ' read -r verb words || exit 0
  words=$(printf '%b' "$words")
}
# Waits for the next turn.
next_turn() {
  while hear; do
    case $verb in
      say) told=$words && return ;;
      interrupt) turn_end interrupted ;;
    esac
  done
}
# Asks, and waits until the question is answered: sets verb and words. What is said meanwhile is
# heard. Fails if the turn was interrupted.
answer() {
  while hear; do
    case $verb in
      say) say "Heard: $words" ;;
      interrupt)
        printf '{"event":"closed","id":"%s"}\n' "$question"
        turn_end interrupted
        next_turn
        return 1
        ;;
      *) [ "${words%% *}" = "$question" ] && words=${words#"$question"} && words=${words# } && return 0 ;;
    esac
  done
}
new_question() {
  asked=$((asked + 1))
  question=q$attempt-$asked
}
ask_permission() {
  new_question
  printf '{"event":"ask","kind":"permission","id":"%s","tool":"%s","input":"%s"}\n' \
    "$question" "$(escaped "$1")" "$(escaped "$2")"
  answer || return 0
  case $verb in
    allow) say "Allowed: $1" ;;
    *) say "Denied: $words" && skip=1 ;;
  esac
}
ask_plan() {
  plan=$1
  while :; do
    new_question
    printf '{"event":"ask","kind":"plan","id":"%s","plan":"%s"}\n' "$question" "$(escaped "$plan")"
    answer || continue
    [ "$verb" = approve ] && break
    say "Revising: $words"
    plan="$plan
Revised: $words"
  done
  say "Plan approved"
}
# choose TEXT|OPTION|OPTION...
ask_choice() {
  new_question
  options='' comma='' rest=${1#*|}
  while [ -n "$rest" ]; do
    options="$options$comma\"$(escaped "${rest%%|*}")\"" comma=,
    case $rest in *'|'*) rest=${rest#*|} ;; *) rest='' ;; esac
  done
  printf '{"event":"ask","kind":"choice","id":"%s","text":"%s","options":[%s]}\n' \
    "$question" "$(escaped "${1%%|*}")" "$options"
  answer || return 0
  case $verb in
    choose) say "Chosen: $words" ;;
    *) say "Denied: $words" ;;
  esac
}
# ask_write PATH TEXT
ask_write() {
  new_question
  printf '{"event":"ask","kind":"permission","id":"%s","tool":"Write","input":"%s","path":"%s"}\n' \
    "$question" "$(escaped "{\"file_path\":\"$1\"}")" "$(escaped "$1")"
  answer || return 0
  case $verb in
    allow) write_file write "$1" "$2" ;;
    *) say "Denied: $words" ;;
  esac
}
write_file() {
  if ! inside "$2"; then
    say "Refused: $2 is outside the workspace"
    return
  fi
  case $2 in */*) mkdir -p "./${2%/*}" ;; esac
  case $1 in
    write | run) printf '%b\n' "$3" >"./$2" ;;
    append) printf '%b\n' "$3" >>"./$2" ;;
  esac
  case $1 in
    run) printf '{"event":"tool","name":"Bash","about":"%s"}\n' "$(escaped "$2")" ;;
    *)
      printf '{"event":"tool","name":"Write","about":"%s","path":"%s"}\n' \
        "$(escaped "$2")" "$(escaped "$2")"
      ;;
  esac
}
commit() {
  git add -A
  if [ -n "$(git config user.email)" ]; then
    git commit -q -m "$1"
  else
    git -c user.name='Scripted agent' -c user.email=agent@localhost commit -q -m "$1"
  fi >&2 || say "Nothing was committed"
  printf '{"event":"tool","name":"Bash","about":"git commit"}\n'
}
# review REVIEWER JSON
review() {
  commit=$(git rev-parse HEAD)
  if ! grep -qs "^Commit: $commit$" .sdd-review.md; then
    printf 'Commit: %s\n\nThe work up to here was reviewed.\n' "$commit" >.sdd-review.md
  fi
  printf '\n## %s\n\n```json\n%b\n```\n' "$1" "$2" >>.sdd-review.md
}
# The lines of both sides stay; fails if nothing is in conflict.
both_sides() {
  git diff --name-only --diff-filter=U >"$memory/$id.unmerged"
  [ -s "$memory/$id.unmerged" ] || return 1
  while IFS= read -r file; do
    sed -e '/^<<<<<<< /d' -e '/^=======$/d' -e '/^>>>>>>> /d' "$file" >"$memory/$id.both" &&
      cp "$memory/$id.both" "$file" && git add -- "$file"
  done <"$memory/$id.unmerged"
}
# Goes on with a rebase that met conflicts.
keep_both_sides() {
  while [ -d "$(git rev-parse --git-path rebase-merge)" ]; do
    both_sides || return 1
    GIT_EDITOR=: git rebase --continue >&2 || :
  done
}
# Merges the commit that it was told to merge, without committing.
merge_told() {
  commit=$(printf '%s\n' "$told" | sed -n 's/.*`git merge --no-ff \([0-9a-f]*\)`.*/\1/p' | head -n 1)
  git merge -q --no-ff --no-commit "$commit" >&2 || both_sides || say "Merge failed"
}
until_interrupted() {
  while hear; do
    [ "$verb" = interrupt ] && turn_end interrupted && next_turn && return
  done
}

perform() {
  verb=${1%% *}
  words=${1#"$verb"}
  words=${words# }
  first=${words%% *}
  rest=${words#"$first"}
  rest=${rest# }
  case $verb in
    '' | '#'*) ;;
    on-attempt) [ "$first" = "$attempt" ] && perform "$rest" "$2" ;;
    say) say "$(printf '%b' "$words")" ;;
    start) say "Session started" ;;
    estimate) say "Estimated cost: $words" ;;
    complete) say "TASK_COMPLETE" ;;
    write | append) write_file "$verb" "$first" "$rest" ;;
    ask-write) ask_write "$first" "$rest" ;;
    run-write) write_file run "$first" "$rest" ;;
    summary) write_file append .sdd-summary.md "$words" ;;
    commit) commit "$words" ;;
    subagents)
      awk -v n="$words" 'BEGIN { for (i = 1; i <= n; i++) print "{\"event\":\"subagent\"}" }'
      ;;
    review) review "$first" "$rest" ;;
    rebase) git rebase -q "$first" >&2 || keep_both_sides || say "Rebase failed" ;;
    merge) merge_told ;;
    ask-permission) ask_permission "$first" "$rest" ;;
    plan)
      if [ -f "./$words" ]; then ask_plan "$(cat "./$words")"; else ask_plan "$(printf '%b' "$words")"; fi
      ;;
    choose) ask_choice "$words" ;;
    cost) cents=$words && usage ;;
    context) tokens=$first window=$rest && usage ;;
    listen) hear && say "Heard: $words" ;;
    feedback)
      printf '%s\n' "$told" | sed -n 's/^FEEDBACK \([0-9]*\),.*/\1/p' |
        while read -r item; do say "FEEDBACK $item $words"; done
      ;;
    turn-end) turn_end completed && done_with "$2" && next_turn ;;
    turn-failed) turn_end "$first" "$rest" && done_with "$2" && next_turn ;;
    retrying)
      printf '{"event":"retry","attempt":%s,"most":10,"reason":"%s"}\n' "$first" "$(escaped "$rest")"
      ;;
    stall) done_with "$2" && until_interrupted ;;
    wait-for)
      until [ -e "$words" ]; do sleep 0.05; done
      [ -p "$words" ] && read -r gate <"$words"
      ;;
    tool) setsid sleep "$first" </dev/null >/dev/null 2>&1 & ;;
    junk) printf '%s\n' "$words" ;;
    stderr) printf '%s\n' "$words" >&2 ;;
    flood)
      awk -v n="$first" 'BEGIN { for (i = 1; i <= n; i++)
        printf "{\"event\":\"text\",\"text\":\"line %d of a flood\"}\n", i }'
      ;;
    big)
      printf '{"event":"text","text":"'
      head -c "$first" /dev/zero | tr '\000' x
      printf '"}\n'
      ;;
    exit) done_with "$2" && exit "$first" ;;
    crash) done_with "$2" && kill -KILL $$ ;;
    *) say "Unknown step: $verb" ;;
  esac
}

if [ -z "$resumed" ]; then
  if [ -e "$memory/$id" ]; then
    echo "expected a new conversation, found that $id is in use" >&2
    exit 1
  fi
  cp "$script" "$memory/$id.script" && done_with 0
elif [ ! -e "$memory/$id" ]; then
  echo "expected the conversation $id, found none" >&2
  exit 1
fi
read -r done_before <"$memory/$id"
# Steps are read on a descriptor of their own, since messages come on the standard input.
exec 3<"$memory/$id.script"
printf '{"event":"session","id":"%s","name":"%s"}\n' "$id" "$(escaped "$name")"
next_turn
# Who goes on confirms it where that is asked for; the step that did it is long done.
case $resumed$words in
  resumed*"Session started"*) say "Session started" ;;
esac
number=0
while IFS= read -r step <&3; do
  number=$((number + 1))
  [ "$number" -gt "$done_before" ] || continue
  if [ -n "$skip" ]; then
    skip=
  else
    perform "$step" "$number"
  fi
  done_with "$number"
done
turn_end completed
while :; do next_turn && say "Nothing is left to do" && turn_end completed; done
