package net.ratonet.relay.telemetry;

import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.telemetry.HardwareReading;
import net.ratonet.shared.telemetry.NetworkReading;
import net.ratonet.shared.telemetry.Reading;
import net.ratonet.shared.telemetry.StarlinkReading;
import net.ratonet.shared.telemetry.StreamHealth;

/// The parts of a live streamer that change by themselves.
public enum Part {
    GPS,
    HARDWARE,
    NETWORK,
    STARLINK,
    HEALTH,
    PLACE;

    static Part of(Reading reading) {
        return switch (reading) {
            case GeoFix _ -> GPS;
            case HardwareReading _ -> HARDWARE;
            case NetworkReading _ -> NETWORK;
            case StarlinkReading _ -> STARLINK;
            case StreamHealth _ -> HEALTH;
        };
    }
}
