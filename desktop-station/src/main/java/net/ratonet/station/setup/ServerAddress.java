package net.ratonet.station.setup;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where a relay's web door is.
///
/// @param host a name or an address, IPv6 in brackets
/// @param folder under which a proxy serves the relay; empty, or like `/ratonet`
public record ServerAddress(boolean encrypted, String host, int port, String folder) {

    private static final String FIELD = "/ws/field";
    private static final Set<String> ENCRYPTED = Set.of("https", "wss");
    private static final int TLS_PORT = 443;
    private static final int PLAIN_PORT = 80;

    /// Where the relay listens unless told otherwise.
    private static final int RELAY_PORT = 8_000;

    private static final Pattern SCHEME = Pattern.compile("(?i)(https?|wss?)://(.+)");
    private static final Pattern TAIL =
            Pattern.compile("/(ws/field|ws|api|panel|admin|docs)(/.*)?");
    private static final Pattern NEARBY =
            Pattern.compile(
                    "localhost|127\\.[0-9.]+|10\\.[0-9.]+|192\\.168\\.[0-9.]+"
                            + "|172\\.(1[6-9]|2[0-9]|3[01])\\.[0-9.]+|\\[(::1|f[cde].*)]|.*\\.local"
                            + "|[^.:]+");

    /// What a person may mean, the likeliest first: without `ws://` and the like, encryption is
    /// tried both ways. Empty when it cannot be an address.
    static List<ServerAddress> candidates(String text) {
        var typed = text.strip();
        var match = SCHEME.matcher(typed);
        if (match.matches()) {
            var scheme = match.group(1).toLowerCase(Locale.ROOT);
            return parse(ENCRYPTED.contains(scheme), match.group(2)).stream().toList();
        }
        if (typed.isEmpty() || typed.contains("://")) {
            return List.of();
        }
        var encrypted = parse(true, typed);
        var plain = parse(false, typed).map(ServerAddress::withRelayPort);
        return encrypted.filter(ServerAddress::isNearby).isPresent()
                ? Stream.of(plain, encrypted).flatMap(Optional::stream).toList()
                : Stream.of(encrypted, plain).flatMap(Optional::stream).toList();
    }

    private static Optional<ServerAddress> parse(boolean encrypted, String rest) {
        try {
            var url = URI.create("http://" + rest);
            if (url.getHost() == null || url.getRawUserInfo() != null) {
                return Optional.empty();
            }
            var usual = encrypted ? TLS_PORT : PLAIN_PORT;
            return Optional.of(
                    new ServerAddress(
                            encrypted,
                            url.getHost().toLowerCase(Locale.ROOT),
                            url.getPort() < 0 ? usual : url.getPort(),
                            folder(url.getRawPath())));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String folder(String path) {
        var known = TAIL.matcher(path);
        var folder = known.find() ? path.substring(0, known.start()) : path;
        return folder.replaceFirst("/+$", "");
    }

    private ServerAddress withRelayPort() {
        return port == PLAIN_PORT ? new ServerAddress(false, host, RELAY_PORT, folder) : this;
    }

    /// The same relay behind the same name, encrypted.
    ServerAddress secured() {
        return new ServerAddress(true, host, TLS_PORT, folder);
    }

    /// Whether it is on this machine or in this house, where plain text is no great matter.
    boolean isNearby() {
        return NEARBY.matcher(host).matches();
    }

    /// What goes into FIELD_SERVER_WS_URL.
    String socketUrl() {
        return "%s://%s%s".formatted(encrypted ? "wss" : "ws", origin(), folder + FIELD);
    }

    URI http(String path) {
        return URI.create(
                "%s://%s%s".formatted(encrypted ? "https" : "http", origin(), folder + path));
    }

    /// As it stands in a `Host` header.
    String origin() {
        return port == (encrypted ? TLS_PORT : PLAIN_PORT) ? host : host + ":" + port;
    }

    /// As a name resolver takes it.
    String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
