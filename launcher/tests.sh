# shellcheck shell=sh
# The word "test": Maven, then the pages. Read by ./ratonet.

run_tests() {
    choose_maven
    provide test
    begin_build || give_up "$root cannot be written, and tests need to build."
    started=$(date +%s)
    for program in relay station lab; do
        fingerprint "$program" >"$notes/$program.building"
    done
    forget_builds relay station lab
    test_reports -delete
    supervise in_root "$maven" -B -T 1C verify "$@" || tests_failed $? "the Maven build"
    [ $# -gt 0 ] || {
        remember_builds relay station lab
        train_relay
    }
    check_pages
    say "PASSED: $(count_java_tests), $pages_checked, in $(($(date +%s) - started)) s."
}

tests_failed() {
    say "FAILED: $2 (exit $1), after $(($(date +%s) - started)) s."
    exit "$1"
}

count_java_tests() {
    test_reports -exec sed -n 's/.*<testsuite .* tests="\([0-9]*\)".* skipped="\([0-9]*\)".*/\1 \2/p' {} + |
        awk '{ ran += $1 - $2; skipped += $2 } END { printf "%d Java tests (%d skipped)", ran, skipped }'
}

test_reports() { find "$root" -path '*/surefire-reports/TEST-*.xml' "$@"; }

# Types and unit tests of the pages. They ship as written, so nothing else needs Node.
check_pages() {
    pages_checked='pages not checked'
    if [ -z "$(web_files '*.js')" ]; then
        say "No pages to check yet."
    elif ! node_fits; then
        say "The pages' types and unit tests are left out: they need Node 20 or newer with npm."
    else
        install_node_modules || tests_failed $? "npm ci"
        supervise in_root node node_modules/typescript/bin/tsc -p . || tests_failed $? "the pages' types (tsc)"
        # shellcheck disable=SC2046 # one argument per file; their names hold no spaces
        set -- $(web_files '*.test.js')
        [ $# -eq 0 ] || supervise in_root node --test "$@" || tests_failed $? "the pages' unit tests (node --test)"
        pages_checked="the pages' types, their tests in $# files"
    fi
}

web_files() {
    (cd "$root" && find relay-server/web overlays pwa -type f -name "$1" 2>/dev/null) || true
}

node_fits() {
    command -v node >/dev/null && command -v npm >/dev/null &&
        [ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ]
}

install_node_modules() {
    installed=$root/node_modules/.package-lock.json
    if [ ! -f "$installed" ] || [ -n "$(find "$root/package-lock.json" -newer "$installed")" ]; then
        quietly supervise in_root npm ci --prefer-offline
    fi
}
