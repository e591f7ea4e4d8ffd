# shellcheck shell=bash
# What ./run asks about the screen.

# Whether these arguments open the window: no command such as `check`, and no question that is answered in the terminal.
# The program's own options all take a value.
wants_window() {
  local argument value=''
  for argument in "$@"; do
    if [[ -n $value ]]; then
      value=''
      continue
    fi
    case $argument in
      --help | -h | --version) return 1 ;;
      --*=*) ;;
      -*) value=follows ;;
      *) return 1 ;;
    esac
  done
}

# Print what windows would open on: x11, which needs more libraries, another screen, or none.
which_screen() {
  if [[ -n ${QT_QPA_PLATFORM:-} ]] || [[ $OSTYPE != linux* && $OSTYPE != *bsd* ]]; then
    echo other
  elif x11_answers; then
    echo x11
  elif wayland_answers; then
    echo other
  else
    echo none
  fi
}

# A variable may outlive the screen it names, in a terminal that was left open for instance.
x11_answers() {
  local number=${DISPLAY:-}
  number=${number##*:}
  number=${number%%.*}
  case ${DISPLAY:-} in
    '') return 1 ;;
    :* | unix:*)
      [[ -S /tmp/.X11-unix/X$number ]] || grep -qs "@/tmp/.X11-unix/X$number\$" /proc/net/unix
      ;;
    localhost:*) (exec 3<>"/dev/tcp/localhost/$((6000 + number))") 2>/dev/null ;;
  esac
}

wayland_answers() {
  case ${WAYLAND_DISPLAY:-} in
    '') return 1 ;;
    /*) [[ -S $WAYLAND_DISPLAY ]] ;;
    *) [[ -S ${XDG_RUNTIME_DIR:-}/$WAYLAND_DISPLAY ]] ;;
  esac
}

say_how_to_get_a_window() {
  say 'There is no display here, so no window can open. Every page is drawn into preview/ instead.' '' \
    'To get a window, start it' \
    '  - in a terminal on the desktop of this machine,' \
    '  - over "ssh -X" from a machine that has a desktop,' \
    '  - on a virtual screen: apt-get install xvfb, then xvfb-run ./run' \
    'On Windows use run.ps1; on macOS ./run needs nothing more.' ''
}
