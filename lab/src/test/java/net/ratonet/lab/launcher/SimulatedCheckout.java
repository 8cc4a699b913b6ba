package net.ratonet.lab.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A checkout that holds the real launcher, and around it a machine where Java, Maven, Node, apt
/// and the like are small scripts. Of the real machine only the plain tools are seen. Lives on the
/// test's thread.
final class SimulatedCheckout {

    static final Path REAL_ROOT = Path.of(System.getProperty("ratonet.root"));

    private static final List<String> LAUNCHER =
            List.of(
                    "ratonet",
                    "launcher/jdk.sh",
                    "launcher/build.sh",
                    "launcher/tests.sh",
                    "launcher/prerequisites.sh");

    private static final List<String> PLAIN_TOOLS =
            List.of(
                    "awk",
                    "cat",
                    "chmod",
                    "cksum",
                    "cut",
                    "date",
                    "dirname",
                    "env",
                    "find",
                    "flock",
                    "grep",
                    "ls",
                    "mkdir",
                    "mktemp",
                    "mv",
                    "paste",
                    "readlink",
                    "rm",
                    "sed",
                    "sh",
                    "sort",
                    "tail",
                    "timeout",
                    "touch",
                    "tr");

    private final Path machine;
    private final Map<String, String> environment = new HashMap<>();

    private SimulatedCheckout(Path machine) {
        this.machine = machine;
        environment.put("PATH", bin().toString());
        environment.put("HOME", machine.resolve("home").toString());
        environment.put("RATONET_JDK_DIRS", machine.resolve("jvm").toString());
    }

    /// A person's machine with a JDK 25, a Maven that builds and everything the tests need; no
    /// Node, no apt.
    static SimulatedCheckout in(Path folder) throws IOException {
        var checkout = new SimulatedCheckout(folder);
        checkout.layOut();
        return checkout;
    }

    private void layOut() throws IOException {
        for (var part : LAUNCHER) {
            write(part, Files.readString(REAL_ROOT.resolve(part)));
        }
        write("pom.xml", "<artifactId>ratonet</artifactId>\n<version>1.2.3</version>\n");
        write("shared/src/main/java/Shared.java", "class Shared {}");
        write("relay-server/src/main/java/Relay.java", "class Relay {}");
        for (var tool : PLAIN_TOOLS) {
            link("bin/" + tool, realTool(tool));
        }
        for (var program :
                List.of(
                        "chromium",
                        "gpsd",
                        "socat",
                        "dbus-daemon",
                        "obs",
                        "Xvfb",
                        "srt-live-transmit",
                        "shellcheck")) {
            program(program, "exit 9");
        }
        program("id", "echo 1000");
        libraries(
                "libasound.so.2",
                "libpulse.so.0",
                "libxcb.so.1",
                "libxcb-shm.so.0",
                "libX11-xcb.so.1");
        jdk("jdk-25", 25);
        maven("");
    }

    /// The folder has a space in its name, as a person's may.
    Path root() {
        return machine.resolve("a checkout");
    }

    Path jdks() {
        return machine.resolve("jvm");
    }

    /// A JDK whose `java` prints its folder's name and process id, then its arguments, one a line.
    Path jdk(String name, int major) throws IOException {
        var home = jdks().resolve(name);
        write(home.resolve("release"), "JAVA_VERSION=\"" + major + ".0.1\"\n");
        script(home.resolve("bin/javac"), "exit 9");
        script(home.resolve("bin/java"), "echo " + name + " $$; printf '%s\\n' \"$@\"");
        return home;
    }

    /// Like [#jdk], but it writes the cache that it is told to, with the last of its arguments.
    void jdkThatTrains() throws IOException {
        var java = jdk("jdk-25", 25).resolve("bin/java");
        var train = "for a; do case $a in -XX:AOTCacheOutput=*) out=${a#*=} ;; esac; last=$a; done";
        var write = "[ -z \"${out-}\" ] || echo \"trained by $last\" >\"$out\"";
        script(java, train + "\n" + write + "\nprintf '%s\\n' \"$@\"");
    }

    void jdkThatCannotTrain() throws IOException {
        var java = jdk("jdk-25", 25).resolve("bin/java");
        script(java, "case $* in *AOTCacheOutput*) exit 1 ;; esac\nprintf '%s\\n' \"$@\"");
    }

    /// A Maven 3.9 that notes how it was called, runs `body`, and leaves a jar of each program.
    void maven(String body) throws IOException {
        maven("3.9.9", body);
    }

    void maven(String version, String body) throws IOException {
        script(bin().resolve("mvn"), mavenScript(version, body));
    }

    void wrapper() throws IOException {
        script(root().resolve("mvnw"), mavenScript("3.9.9", "echo wrapper >>maven.calls"));
    }

    private static String mavenScript(String version, String body) {
        return """
        if [ "$1" = -v ]; then echo "Apache Maven %s (simulated)"; exit; fi
        echo "$*" >>maven.calls
        %s
        for module in relay-server desktop-station lab; do
            mkdir -p $module/target && echo jar >$module/target/$module.jar
        done
        """
                .formatted(version, body);
    }

    List<String> mavenCalls() throws IOException {
        var calls = root().resolve("maven.calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    void program(String name, String body) throws IOException {
        script(bin().resolve(name), body);
    }

    void removeProgram(String name) throws IOException {
        Files.delete(bin().resolve(name));
    }

    void libraries(String... names) throws IOException {
        program("ldconfig", "printf '  %s (libc6) => /lib\\n' " + String.join(" ", names));
    }

    void set(String variable, String value) {
        environment.put(variable, value);
    }

    void write(String file, String text) throws IOException {
        write(root().resolve(file), text);
    }

    Path link(String name, Path target) throws IOException {
        var link = machine.resolve(name);
        Files.createDirectories(link.getParent());
        return Files.createSymbolicLink(link, target);
    }

    /// A named pipe: whoever opens it waits until its other end is open too.
    Path pipe(String name) throws IOException, InterruptedException {
        var pipe = root().resolve(name);
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        return pipe;
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        return Outcome.of(start(arguments));
    }

    Outcome runFrom(Path folder, Path launcher, String... arguments)
            throws IOException, InterruptedException {
        return Outcome.of(startFrom(folder, launcher, arguments));
    }

    Process start(String... arguments) throws IOException {
        return startFrom(root(), root().resolve("ratonet"), arguments);
    }

    private Process startFrom(Path folder, Path launcher, String... arguments) throws IOException {
        var command =
                Stream.concat(Stream.of("/bin/sh", launcher.toString()), Stream.of(arguments))
                        .toList();
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Path bin() {
        return machine.resolve("bin");
    }

    private static Path realTool(String name) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("there is no " + name + " on this machine"));
    }

    private static void script(Path file, String body) throws IOException {
        write(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
