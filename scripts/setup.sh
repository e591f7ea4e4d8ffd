# shellcheck shell=bash disable=SC2154
# What ./run, ./test, ./bench and .ci/run share: a complete .venv and the libraries Qt needs. They source this file with
# `root` set and call `prepare run` or `prepare dev`. It keeps to what the bash 3.2 of macOS knows.
#
# A finished installation leaves a stamp: the folder and the lock it was made from. A start compares it with shell
# built-ins, so a second start costs a few milliseconds.

venv=$root/.venv
python=$venv/bin/python
unfinished=$venv/unfinished
suits='import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))'

# Qt's libraries of the system, and their Debian packages; "|" parts the name since the 64-bit time change from the old.
libraries_always='
libEGL.so.1 libegl1
libGL.so.1 libgl1
libxkbcommon.so.0 libxkbcommon0
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libgssapi_krb5.so.2 libgssapi-krb5-2
libglib-2.0.so.0 libglib2.0-0t64|libglib2.0-0'
libraries_x11='
libxcb-cursor.so.0 libxcb-cursor0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-shape.so.0 libxcb-shape0'

say() { printf '%s\n' "$@" >&2; }

# Install what `run` or `dev` needs, unless that is done. With `x11` also what windows on such a screen need.
prepare() {
  local missing
  screen=${2:-}
  missing=$(missing_libraries)
  if installed "$1" && [[ -z $missing ]]; then return; fi
  if ! installed "$1"; then
    find_python
    if [[ -z $base || -n $without_venv ]]; then get_python "$missing"; fi
    install_packages "$1"
  elif qt_loads 2>/dev/null; then
    return # the libraries are somewhere that ldconfig does not know
  fi
  qt_loads 2>/dev/null || get_libraries
}

# --- Python -----------------------------------------------------------------------------------------------------------

# Set `base` to a Python that suits, `without_venv` to its version if it cannot make environments (as on plain Debian).
find_python() {
  local name path
  base='' without_venv=''
  for name in ${R2P_PYTHON:-python3.13 python3.12 python3.11 python3.14 python3 python}; do
    path=$(command -v "$name") || continue
    # Apple's stand-in opens a dialogue instead of running.
    if [[ $OSTYPE == darwin* && $path == /usr/bin/python3 ]]; then continue; fi
    "$path" -c "$suits" >/dev/null 2>&1 || continue
    if "$path" -c 'import ensurepip, venv' >/dev/null 2>&1; then
      base=$path without_venv=''
      return
    fi
    if [[ -z $base ]]; then
      base=$path
      without_venv=$("$path" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    fi
  done
}

# Install a Python that can make environments, or say how. The libraries go into the same command.
get_python() {
  local packages
  if ! command -v apt-get >/dev/null; then
    say 'This program needs Python 3.11 or newer. Install it from https://www.python.org/downloads/ (on macOS also:' \
      'brew install python@3.12), then start again.'
    exit 1
  fi
  if may_install; then apt-get update -qq || true; fi
  packages=$(python_packages)
  install_or_tell "$packages $(packages_of "$1")"
  find_python
  if [[ -n $base && -z $without_venv ]]; then return; fi
  say "No Python 3.11 or newer was found after installing $packages. Install one, name it, and start again:" '' \
    "    R2P_PYTHON=/path/to/python3.12 $0"
  exit 1
}

python_packages() {
  local version=${without_venv:-3.11}
  if known_package "python$version-venv"; then
    printf 'python%s python%s-venv' "$version" "$version"
  else
    printf 'python3 python3-venv'
  fi
}

# --- libraries of the system ------------------------------------------------------------------------------------------

needed_libraries() {
  printf '%s\n' "$libraries_always"
  if [[ $screen == x11 ]]; then printf '%s\n' "$libraries_x11"; fi
}

# The lines of needed_libraries that the loader does not know. Only Linux leaves them to the system.
missing_libraries() {
  local known soname package
  if [[ $OSTYPE != linux* ]]; then return; fi
  known=$(PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2>/dev/null) || return 0
  needed_libraries | while read -r soname package; do
    if [[ -n $soname && $known != *"$soname "* ]]; then printf '%s %s\n' "$soname" "$package"; fi
  done
}

# Whether Qt can be loaded here, and the part of it that opens X11 windows if one is wanted. Says what is missing.
qt_loads() {
  "$python" - "$screen" <<'END'
import ctypes, pathlib, sys
from PySide6 import QtGui, QtNetwork, QtPrintSupport, QtSvg, QtWidgets
if sys.argv[1] == "x11":
    ctypes.CDLL(str(pathlib.Path(QtGui.__file__).parent / "Qt/plugins/platforms/libqxcb.so"))
END
}

get_libraries() {
  local missing
  missing=$(missing_libraries)
  if [[ -n $missing ]] && command -v apt-get >/dev/null; then
    if may_install; then apt-get update -qq || true; fi
    install_or_tell "$(packages_of "$missing")"
  fi
  if qt_loads; then return; fi
  say '' 'Qt cannot be loaded: a library of the system is missing. Install the package that has it, then start again.'
  if [[ -n $missing ]]; then say 'Not found:' "$missing"; fi
  exit 1
}

# "libEGL.so.1 libegl1" lines to package names.
packages_of() {
  local soname package
  while read -r soname package; do
    if [[ $package == *'|'* ]]; then
      if known_package "${package%|*}"; then package=${package%|*}; else package=${package#*|}; fi
    fi
    if [[ -n $soname ]]; then printf '%s ' "$package"; fi
  done <<<"$1"
}

known_package() { apt-cache show "$1" >/dev/null 2>&1; }

may_install() { [[ $(id -u) == 0 ]]; }

install_or_tell() {
  local packages
  read -r -a packages <<<"$1"
  if may_install; then
    say "Installing packages of the system: ${packages[*]}"
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" </dev/null >/dev/null
    return
  fi
  say 'Some packages of the system are missing. Type this, then start again:' '' \
    "    sudo apt-get install -y ${packages[*]}" ''
  exit 1
}

# --- the environment --------------------------------------------------------------------------------------------------

stamp_of() { printf '%s\n%s' "$root" "$(<"$root/requirements/$1.txt")"; }

installed() {
  [[ -x $python && -f $venv/stamp-$1 && ! -e $unfinished && $(<"$venv/stamp-$1") == "$(stamp_of "$1")" ]]
}

# Has a Python that suits and pip, and no installation in it was interrupted.
usable() {
  [[ -x $python && ! -e $unfinished ]] && "$python" -c "$suits" 2>/dev/null &&
    { "$python" -m pip --version || "$python" -m ensurepip; } >/dev/null 2>&1
}

install_packages() {
  say 'Setting up .venv. This is done once and takes a few minutes on a slow line.'
  if ! usable; then
    rm -rf "$venv"
    mkdir "$venv"
    : >"$unfinished"
    "$base" -m venv "$venv"
  fi
  : >"$unfinished"
  # The lock is complete; left to resolve, older releases of pip ask for a newer version where a package has extras.
  pip_install --no-deps --require-hashes --only-binary :all: --requirement "$root/requirements/$1.txt"
  stamp_of run >"$venv/stamp-run"
  if [[ $1 == dev ]]; then
    pip_install --no-deps --no-build-isolation --editable "$root"
    stamp_of dev >"$venv/stamp-dev"
  fi
  rm "$unfinished"
}

pip_install() {
  "$python" -m pip --disable-pip-version-check --no-input install "$@" </dev/null >&2
}
