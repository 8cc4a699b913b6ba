package net.ratonet.station.setup;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.network.LinkConnection;
import net.ratonet.station.network.LocalLink;
import tools.jackson.databind.node.ObjectNode;

/// Tries one link for real: connects to the relay over it again and again, then sends it bytes to
/// throw away. Blocks for some seconds; for one thread.
final class LinkTester {

    private static final int CONNECTS = 10;

    /// The system repeats a lost SYN after one second, so what takes longer was lost on the way.
    private static final Duration LOST_AFTER = Duration.ofMillis(900);

    /// A link on which nothing at all comes back needs no ten tries.
    private static final int HOPELESS_AFTER = 3;

    private static final int FIRST_BYTES = 128 * 1024;
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int MOST_POSTS = 4;

    /// Long enough for TCP to find the rate of a slow link, short enough to wait for.
    private static final double ENOUGH_SECONDS = 1.5;

    private static final double BITS = 8;
    private static final double MILLIS = 1e3;
    private static final double NANOS_PER_MILLI = 1e6;

    private final ServerAddress server;
    private final List<InetAddress> addresses;
    private final String key;
    private final Ticker ticker;

    /// Tests against one relay.
    ///
    /// @param addresses of the server
    LinkTester(ServerAddress server, List<InetAddress> addresses, String key, Ticker ticker) {
        this.server = server;
        this.addresses = List.copyOf(addresses);
        this.key = key;
        this.ticker = ticker;
    }

    LinkTrial test(LocalLink link) {
        return new Run(link).trial();
    }

    /// One test of one link.
    private final class Run {

        private final LocalLink link;
        private final List<Double> rttMs = new ArrayList<>();
        private int tries;
        private OptionalLong bitsPerSecond = OptionalLong.empty();
        private Optional<Trouble> trouble = Optional.empty();
        private String detail = "";
        private Optional<String> unbound = Optional.empty();

        Run(LocalLink link) {
            this.link = link;
        }

        LinkTrial trial() {
            while (tries < CONNECTS && !isHopeless()) {
                connect();
            }
            if (!rttMs.isEmpty()) {
                measureRate();
            }
            return new LinkTrial(
                    link.name(), tries, rttMs, bitsPerSecond, trouble, detail, unbound);
        }

        private boolean isHopeless() {
            return rttMs.isEmpty() && tries >= HOPELESS_AFTER;
        }

        private void connect() {
            tries++;
            var start = ticker.nowNanos();
            try (var connection = LinkConnection.open(link, addresses, server.port(), LOST_AFTER)) {
                rttMs.add((ticker.nowNanos() - start) / NANOS_PER_MILLI);
                unbound = connection.complaint();
            } catch (IOException failure) {
                note(failure);
            }
        }

        /// Sends more each time until it takes long enough to say something.
        private void measureRate() {
            var bytes = FIRST_BYTES;
            for (var post = 0; post < MOST_POSTS; post++) {
                var took = post(bytes);
                if (took.isEmpty()) {
                    return;
                }
                var seconds = took.getAsLong() / MILLIS;
                bitsPerSecond = OptionalLong.of(Math.round(bytes * BITS / seconds));
                if (seconds >= ENOUGH_SECONDS || bytes == MOST_BYTES) {
                    return;
                }
                var wanted = bytes / seconds * 2 * ENOUGH_SECONDS;
                bytes = (int) Math.clamp(wanted, bytes + 1, MOST_BYTES);
            }
        }

        /// How many milliseconds the relay says that the bytes took to come in.
        private OptionalLong post(int bytes) {
            try (var connection = LinkConnection.open(link, addresses, server.port(), LOST_AFTER)) {
                var reply = new RawPost(server, key).send(connection.socket(), bytes);
                if (reply instanceof RelayReply.Given(ObjectNode json)) {
                    return OptionalLong.of(Math.max(1, json.path("milliseconds").asLong(1)));
                }
                trouble = Optional.of(Trouble.OTHER);
                detail = words(reply);
            } catch (IOException failure) {
                note(failure);
            }
            return OptionalLong.empty();
        }

        private void note(IOException failure) {
            trouble = Optional.of(Trouble.of(failure));
            detail = failure.getMessage() == null ? "" : failure.getMessage();
        }
    }

    private static String words(RelayReply reply) {
        return switch (reply) {
            case RelayReply.Refused(var status, var said) ->
                    said.isEmpty() ? "HTTP " + status : said;
            case RelayReply.Strange(var status) -> "HTTP " + status;
            case RelayReply.Unreachable(var _, var said) -> said;
            case RelayReply.Given _ -> "";
        };
    }
}
