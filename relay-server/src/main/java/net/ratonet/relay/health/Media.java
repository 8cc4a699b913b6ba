package net.ratonet.relay.health;

import java.time.Duration;
import java.util.Optional;

/// What the relay knows of a stream's media.
public sealed interface Media {

    /// A session is connected to the relay's ingest; the silence is the age of its last media byte.
    record Connected(double bitrateKbps, double rttMs, double lossPct, Duration silence)
            implements Media {
        public Connected {
            checkMeasured("bitrate", bitrateKbps);
            checkMeasured("RTT", rttMs);
            checkMeasured("loss", lossPct);
        }

        private static void checkMeasured(String name, double value) {
            if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        name + " must not be negative or endless, not " + value);
            }
        }
    }

    /// Nobody is connected; the silence is the age of the last media byte, if there ever was one.
    record Absent(Optional<Duration> silence) implements Media {
        public static final Absent NEVER_SEEN = new Absent(Optional.empty());
    }

    /// The media goes past this relay, so only the station can tell.
    record Unseen() implements Media {}
}
