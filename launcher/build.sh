# shellcheck shell=sh
# Building what is missing or older than its sources. Read by ./ratonet.

notes=$root/target/launcher

module_of() {
    case $1 in
    relay) echo relay-server ;;
    station) echo desktop-station ;;
    lab) echo lab ;;
    esac
}

sources_of() {
    case $1 in
    relay) echo shared relay-server overlays pwa ;;
    station) echo shared desktop-station ;;
    lab) echo shared desktop-station relay-server overlays pwa lab ;;
    esac
}

# Names, sizes and times of all the files a program is made from, as one number.
fingerprint() {
    # shellcheck disable=SC2046 # one argument per folder
    listing=$(cd "$root" && find pom.xml .mvn $(sources_of "$1") \
        \( -name target -o -path '*/src/test' -o -name '*.test.js' \) -prune -o \
        -type f -printf '%p %s %T@\n' 2>/dev/null | LC_ALL=C sort)
    echo "$listing" | cksum
}

stale_programs() {
    for program in "$@"; do
        jar=$root/$(module_of "$program")/target/$(module_of "$program").jar
        if [ ! -f "$jar" ] || [ "$(cat "$notes/$program.built" 2>/dev/null)" != "$(fingerprint "$program")" ]; then
            echo "$program"
        fi
    done
}

ensure_built() {
    find_jdk
    [ -n "$(stale_programs "$@")" ] || return 0
    if ! begin_build; then
        [ -f "$root/$(module_of "$1")/target/$(module_of "$1").jar" ] ||
            give_up "$1 must be built first, but $root cannot be written."
        say "$root cannot be written: running $* as last built, without the newest changes."
        return 0
    fi
    # Another launcher may have built them while this one waited.
    # shellcheck disable=SC2046 # one argument per program
    set -- $(stale_programs "$@")
    [ $# -eq 0 ] || build "$@"
    end_build
}

# One build at a time in one checkout. The lock goes with the process that holds it, however it ends.
begin_build() {
    mkdir -p "$notes" 2>/dev/null && [ -w "$notes" ] || return 1
    exec 9>"$notes/lock"
    command -v flock >/dev/null || return 0
    flock --nonblock 9 || {
        say "another ./ratonet is building here; waiting for it (Ctrl-C gives up)."
        flock 9
    }
}

end_build() { exec 9>&-; }

build() {
    choose_maven
    provide build
    say "Building $* …"
    modules=
    for program in "$@"; do
        modules=$modules,$(module_of "$program")
        fingerprint "$program" >"$notes/$program.building"
    done
    forget_builds "$@"
    quietly supervise in_root "$maven" -B -Dorg.slf4j.simpleLogger.defaultLogLevel=warn \
        -pl "${modules#,}" -am package -DskipTests -Dtests.uncompiled=true \
        -Dspotless.check.skip=true -Denforcer.skip=true -Djacoco.skip=true || {
        say "The build failed."
        exit 1
    }
    remember_builds "$@"
    for program in "$@"; do
        [ "$program" != relay ] || train_relay
    done
}

# A start-up cache for the JVM, made by a relay that plays itself through once: the real one then
# starts in half the time. Without it, or with one that no longer fits, the relay starts all the same.
train_relay() {
    module=$root/relay-server
    cache=$module/target/relay-server.aot
    rm -f "$cache"
    quietly supervise "$JAVA_HOME/bin/java" "@$module/jvm.options" -XX:AOTCacheOutput="$cache" \
        -jar "$module/target/relay-server.jar" --self-check || say "The relay will start without a start-up cache."
}

# The jars are removed rather than overwritten, so that a program that runs keeps its own.
forget_builds() {
    for program in "$@"; do
        target=$root/$(module_of "$program")/target
        rm -f "$notes/$program.built" "$target"/*.jar "$target"/lib/*-SNAPSHOT.jar
    done
}

# What was there when the build began: a file that changed since then makes it stale.
remember_builds() {
    for program in "$@"; do
        mv "$notes/$program.building" "$notes/$program.built"
    done
}
