# shellcheck shell=sh
# Which JDK and which Maven. Read by ./ratonet.

minimum_jdk=25
jdk_dirs=${RATONET_JDK_DIRS-/usr/lib/jvm:/opt:${HOME-}/.sdkman/candidates/java:${HOME-}/.jdks}

find_jdk() {
    [ "$(jdk_major "${JAVA_HOME-}")" -lt "$minimum_jdk" ] || return 0
    JAVA_HOME=$(jdk_on_path)
    [ "$(jdk_major "$JAVA_HOME")" -ge "$minimum_jdk" ] || JAVA_HOME=$(oldest_fitting_jdk)
    export JAVA_HOME
    [ -z "$JAVA_HOME" ] || return 0
    say "RatoNet needs a JDK $minimum_jdk or newer, and there is none in JAVA_HOME, on the PATH or in $jdk_dirs."
    for package in "temurin-$minimum_jdk-jdk" "openjdk-$minimum_jdk-jdk"; do
        ! has_candidate "$package" || give_up "Get one with: $(as_root)apt-get install -y $package"
    done
    say "Get Temurin $minimum_jdk from https://adoptium.net/temurin/releases/?version=$minimum_jdk and set JAVA_HOME to its folder,"
    give_up "or add Adoptium's package source (https://adoptium.net/installation/linux/) and install temurin-$minimum_jdk-jdk."
}

jdk_on_path() {
    java=$(command -v java) || return 0
    dirname -- "$(dirname -- "$(readlink -f -- "$java")")"
}

# The lowest of the versions that do: the build's tools may not know a newer one yet.
oldest_fitting_jdk() {
    echo "$jdk_dirs" | tr : '\n' | while read -r parent; do
        for jdk in "$parent"/*; do
            major=$(jdk_major "$jdk")
            [ "$major" -lt "$minimum_jdk" ] || echo "$major $jdk"
        done
    done | sort -n | sed -n '1s/^[0-9]* //p'
}

# The major version of the JDK in a folder; 0 when there is none, or only a JRE.
jdk_major() {
    major=
    if [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ]; then
        major=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9][0-9]*\).*/\1/p' "$1/release" 2>/dev/null) || true
        [ -n "$major" ] || major=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9][0-9]*\).*/\1/p')
    fi
    echo "${major:-0}"
}

# The machine's Maven when the build is known to work with it, else the wrapper, which fetches one.
choose_maven() {
    find_jdk
    maven=mvn
    maven_fits || maven=$root/mvnw
}

maven_fits() {
    command -v mvn >/dev/null || return 1
    (in_root mvn -v 2>/dev/null) |
        awk '/Apache Maven/ { split($3, v, "."); fits = v[1] == 3 && v[2] * 1000 + v[3] >= 8007 } END { exit !fits }'
}

wrapped_maven_is_there() {
    ls "${MAVEN_USER_HOME:-${HOME-}/.m2}"/wrapper/dists/apache-maven-* >/dev/null 2>&1
}
