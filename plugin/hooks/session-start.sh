# Claude Code begins a session: one that Signalbox started is told to say so, with its name, which
# the registry shows. Any other session hears nothing of it.
[ -n "$SIGNALBOX_TOOLS_TOKEN" ] || exit 0

# The names of conversations are a person's: only plain ones go into the text below.
name=$(tr '\n' ' ' | sed -n 's/.*"session_title" *: *"\([A-Za-z0-9 ._:#+-]\{1,200\}\)".*/\1/p')
with=""
[ -z "$name" ] || with=" with the name \\\"$name\\\""

printf '{"hookSpecificOutput": {"hookEventName": "SessionStart", "additionalContext": "%s"}}\n' \
  "Signalbox started this session. Before anything else, call the tool session_started of the server signalbox$with."
