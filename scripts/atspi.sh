# shellcheck shell=bash
# What ./test needs besides setup.sh, which is sourced before it: the accessibility tree of the desktop, a screen for it
# and a keyboard. Qt's part that opens windows there has its own libraries.

atspi_packages='xvfb xdotool dbus-daemon at-spi2-core python3-gi gir1.2-atspi-2.0'
atspi_libraries='libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0'

# Install them on Debian and Ubuntu as root; otherwise say that the tests which read the tree are skipped, and go on.
prepare_atspi() {
  if [[ $OSTYPE != linux* ]] || atspi_is_there; then return; fi
  if command -v apt-get >/dev/null && may_install; then
    apt-get update -qq || true
    install_or_tell "$atspi_packages $atspi_libraries"
  else
    say 'The tests that read the accessibility tree of the desktop are skipped. They need' \
      "    sudo apt-get install -y $atspi_packages $atspi_libraries" ''
  fi
}

atspi_is_there() {
  local name
  for name in Xvfb xdotool dbus-run-session; do
    command -v "$name" >/dev/null || return 1
  done
  "${ATSPI_PYTHON:-/usr/bin/python3}" -c 'import gi; gi.require_version("Atspi", "2.0"); from gi.repository import Atspi' 2>/dev/null
}
