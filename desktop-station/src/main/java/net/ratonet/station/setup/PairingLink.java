package net.ratonet.station.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Optional;

/// What the relay's panel hands to a station: where the relay is, and a code for a key.
record PairingLink(ServerAddress server, String code) {

    static final String PREFIX = "ratonet://";

    static Optional<PairingLink> parse(String text) {
        try {
            var url = URI.create(text.strip());
            if (!"ratonet".equals(url.getScheme())
                    || !"pair".equals(url.getAuthority())
                    || url.getRawQuery() == null) {
                return Optional.empty();
            }
            var values = new HashMap<String, String>();
            for (var part : url.getRawQuery().split("&", -1)) {
                var pair = part.split("=", 2);
                values.put(pair[0], pair.length > 1 ? URLDecoder.decode(pair[1], UTF_8) : "");
            }
            var code = values.getOrDefault("code", "");
            return code.isEmpty()
                    ? Optional.empty()
                    : ServerAddress.candidates(values.getOrDefault("server", "")).stream()
                            .findFirst()
                            .map(server -> new PairingLink(server, code));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "PairingLink[" + server.origin() + "]";
    }
}
