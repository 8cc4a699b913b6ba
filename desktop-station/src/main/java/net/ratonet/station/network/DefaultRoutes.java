package net.ratonet.station.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which interfaces have a route to everywhere. Linux says so in two files; other systems are
/// believed to have one wherever there is an address.
final class DefaultRoutes {

    private static final Path IPV4 = Path.of("/proc/net/route");
    private static final Path IPV6 = Path.of("/proc/net/ipv6_route");

    private final Path ipv4;
    private final Path ipv6;

    DefaultRoutes(Path ipv4, Path ipv6) {
        this.ipv4 = ipv4;
        this.ipv6 = ipv6;
    }

    static DefaultRoutes ofThisSystem() {
        return new DefaultRoutes(IPV4, IPV6);
    }

    /// Empty when the system does not tell.
    Set<String> interfaces() throws IOException {
        var names = new HashSet<String>();
        for (var line : lines(ipv4)) {
            var words = line.strip().split("\\s+", -1);
            if (words.length > 7 && words[1].equals("00000000") && words[7].equals("00000000")) {
                names.add(words[0]);
            }
        }
        for (var line : lines(ipv6)) {
            var words = line.strip().split("\\s+", -1);
            if (words.length > 9 && words[0].equals("0".repeat(32)) && words[1].equals("00")) {
                names.add(words[9]);
            }
        }
        names.remove("lo");
        return names;
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
    }
}
