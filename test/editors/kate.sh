# Kate by its names on D-Bus, and by keys where it has none: the problem is awaited, *Quick Fix* is chosen in the list of all commands,
# and the article is saved. `asked` and `answers` in the home folder are what Kate and the server say to each other.
export PATH="$HOME/bin:$PATH" XDG_RUNTIME_DIR="$HOME"

until_true() {
  tries=0
  until "$@"; do
    tries=$((tries + 1))
    if [ "$tries" -gt 100 ]; then
      echo "Kate: waited too long for: $*" >>"$SAID"
      exit 1
    fi
    sleep 0.2
  done
}
is_in() { grep -qF "$1" "$HOME/$2"; }
is_saved() { ! cmp -s "$ARTICLE" "$HOME/before"; }
act() {
  gdbus call --session --timeout 2 --dest "org.kde.kate-$kate" --object-path /kate/MainWindow_1 \
    --method org.kde.KMainWindow.activateAction "$1"
}

cp "$ARTICLE" "$HOME/before"
touch "$HOME/asked" "$HOME/answers"
kate --block --new --line 1 --column 190 "$ARTICLE" &
kate=$!
trap 'kill "$kate"' EXIT
until_true is_in '"misspelled-marker"' answers
xdotool search --sync --onlyvisible --name "$(basename "$ARTICLE")" windowfocus
act open_kcommand_bar & # It answers when the list is closed.
sleep 2                 # Nothing says when the list takes keys.
xdotool type --delay 60 'Quick Fix'
sleep 1
xdotool key Return
until_true is_in 'textDocument/didChange' asked
act file_save_all
until_true is_saved
