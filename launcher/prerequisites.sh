# shellcheck shell=sh
# What a word needs from the system: looked for, and installed where that is allowed. Read by ./ratonet.

# What the system must hold for a word. A word without what it needs stops; one with a question mark
# goes on, and says what it leaves out. A|B are names of one package on different releases of Debian.
# "build" stands for every word that has something to build.
prerequisites='
build,format,test  unpacker unzip               unzip                    unpacking Maven
test               program  chromium            chromium                 page tests
test               program  gpsd                gpsd                     tests with the real gpsd
test               program  socat               socat                    tests over serial cables
test               program  dbus-daemon         dbus-daemon|dbus         tests on a D-Bus
test               file     */dist-packages/dbusmock python3-dbusmock    tests on a D-Bus
station?,demo,test library  libasound.so.2      libasound2t64|libasound2 bundled FFmpeg
station?,demo,test library  libpulse.so.0       libpulse0                bundled FFmpeg
station?,demo,test library  libxcb.so.1         libxcb1                  bundled FFmpeg
station?,demo,test library  libxcb-shm.so.0     libxcb-shm0              bundled FFmpeg
station?,demo,test library  libX11-xcb.so.1     libx11-xcb1              bundled FFmpeg
test?              program  obs                 obs-studio               tests with the real OBS
test?              program  Xvfb                xvfb                     tests with the real OBS
test?              file     */dri/swrast_dri.so libgl1-mesa-dri          tests with the real OBS
test?              file     */modules/ngx_rtmp_module.so libnginx-mod-rtmp tests with nginx as a platform
test?              program  srt-live-transmit   srt-tools                SRT tests with a libsrt of its own
test?              program  shellcheck          shellcheck               check of the shell scripts
'

# Sees that the system holds what a word needs, and installs what is missing where it may.
provide() {
    [ -n "$(missing "$1")$(missing "$1?")" ] || return 0
    if may_install; then
        wanted=$(missing "$1"; missing "$1?")
        say "Installing with apt-get: $(describe "$wanted") …"
        # Without a network, what is only liked must not hold up a start.
        if refresh_packages || [ -n "$(missing "$1")" ]; then
            install_packages "$wanted" 2>/dev/null || install_packages "$(missing "$1")" || true
        fi
    fi
    liked=$(missing "$1?")
    needed=$(missing "$1")
    [ -z "$liked" ] || say "Not installed, so left out: $(describe "$liked").$(how_to_install "$liked")"
    [ -z "$needed" ] || give_up "Not installed, but needed: $(describe "$needed").$(how_to_install "$needed")"
}

# One line "package thing purpose" for each thing that is not there.
missing() {
    echo "$prerequisites" | while read -r for_words kind thing package purpose; do
        case ,$for_words, in
        *",$1,"*) is_there "$kind" "$thing" || echo "$package $thing $purpose" ;;
        esac
    done
}

is_there() {
    case $1 in
    program) PATH=$PATH:/usr/sbin command -v "$2" >/dev/null ;;
    unpacker) [ "$maven" = mvn ] || wrapped_maven_is_there || command -v unzip >/dev/null ;;
    library) PATH=$PATH:/usr/sbin:/sbin ldconfig -p | grep -qF "$2 " ;;
    file) find /usr/lib -maxdepth 3 -path "$2" | grep -q . ;;
    esac
}

describe() {
    echo "$1" | while read -r _ thing purpose; do echo "$thing ($purpose)"; done | paste -sd, - | sed 's/,/, /g'
}

how_to_install() {
    ! command -v apt-get >/dev/null ||
        echo " To install: $(as_root)apt-get install -y --no-install-recommends $(debian_names "$1")"
}

may_install() {
    command -v apt-get >/dev/null && { is_root || sudo -n true 2>/dev/null; }
}

refresh_packages() {
    privileged timeout 60 apt-get -qq -o Acquire::Retries=0 -o APT::Update::Error-Mode=any update >/dev/null 2>&1
}

install_packages() {
    [ -n "$1" ] || return 0
    # shellcheck disable=SC2046 # one argument per package
    quietly privileged apt-get -q -o DPkg::Lock::Timeout=120 install -y --no-install-recommends $(debian_names "$1")
}

debian_names() {
    echo "$1" | while read -r alternatives _; do
        for name in $(echo "$alternatives" | tr '|' ' '); do
            ! has_candidate "$name" || break
        done
        echo "$name"
    done | paste -sd ' ' -
}

has_candidate() {
    apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [^(]'
}

privileged() {
    if is_root; then
        DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo -n DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

as_root() { is_root || echo 'sudo '; }

is_root() { [ "$(id -u)" -eq 0 ]; }
