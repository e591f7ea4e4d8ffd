# shellcheck shell=bash
# What ./test needs besides setup.sh, which is sourced before it: Chromium, for the page that phones are shown.

# Install it on Debian and Ubuntu as root; otherwise say that its tests will fail, and go on with the others.
prepare_browser() {
  local name
  if [[ -n ${CHROME_BIN:-} || $OSTYPE != linux* ]]; then return; fi
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null; then return; fi
  done
  if command -v apt-get >/dev/null && may_install; then
    apt-get update -qq || true
    install_or_tell chromium
  else
    say 'No Chromium was found: the tests of the phone page will fail. Install it (sudo apt-get install chromium), or' \
      'name a browser of its kind in CHROME_BIN.' ''
  fi
}
