package net.ratonet.relay.main;

import java.util.Set;
import net.ratonet.relay.health.HealthVerdict;
import net.ratonet.shared.telemetry.StreamerId;

/// Whoever directs scenes by the verdicts on streams.
interface Scenes {

    void judged(StreamerId id, HealthVerdict verdict);

    /// Those whose scenes must be kept right even while nothing is heard of them.
    Set<StreamerId> watched();
}
