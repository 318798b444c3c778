# Claude Code ends a turn: a session that Signalbox started, and that says it is done, is asked once
# for what its exit still lacks. Whether it is there is for Signalbox to say; this saves a round.
[ -n "$SIGNALBOX_TOOLS_TOKEN" ] || exit 0

input=$(cat)
case $input in *'"stop_hook_active":true'* | *'"stop_hook_active": true'*) exit 0 ;; esac
case $input in *TASK_COMPLETE*) ;; *) exit 0 ;; esac

lacks=""
if [ -n "$(git status --porcelain 2>/dev/null | grep -v '^?? \.sdd-')" ]; then
  lacks="commit what is changed"
fi
transcript=$(printf '%s' "$input" | tr '\n' ' ' | sed -n 's/.*"transcript_path" *: *"\([^"\\]*\)".*/\1/p')
if [ ! -s .sdd-summary.md ] && ! grep -q '__hand_in_summary"' "$transcript" 2>/dev/null; then
  lacks="${lacks:+$lacks, }hand the summary in with the tool hand_in_summary"
fi
[ -n "$lacks" ] || exit 0

printf '{"decision": "block", "reason": "%s"}\n' \
  "The exit protocol of this session lacks something: $lacks. Then reply with TASK_COMPLETE alone on a line."
