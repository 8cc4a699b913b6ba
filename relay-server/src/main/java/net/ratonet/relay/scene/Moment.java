package net.ratonet.relay.scene;

import java.time.Duration;
import java.time.Instant;

/// One instant on two clocks: the monotonic one decides, the wall's is shown to people.
public record Moment(long nanos, Instant at) {

    Duration since(long earlierNanos) {
        return Duration.ofNanos(nanos - earlierNanos);
    }
}
