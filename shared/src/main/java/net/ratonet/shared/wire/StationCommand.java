package net.ratonet.shared.wire;

import net.ratonet.shared.telemetry.Bitrate;

/// What a person or the relay may ask of a station.
public sealed interface StationCommand {

    record GoLive() implements StationCommand {}

    record StopLive() implements StationCommand {}

    record SetBitrate(Bitrate bitrate) implements StationCommand {}

    /// Let the bitrate follow the links again, after it was set by hand.
    record FreeBitrate() implements StationCommand {}

    /// Lift whatever the bitrate controller holds on to, once.
    record Kick() implements StationCommand {}

    record SwitchLink(String interfaceName, boolean on) implements StationCommand {
        public SwitchLink {
            requireText("link", interfaceName);
        }
    }

    record PrioritiseLink(String interfaceName, LinkPriority priority) implements StationCommand {
        public PrioritiseLink {
            requireText("link", interfaceName);
        }
    }

    record SelectSource(String source) implements StationCommand {
        public SelectSource {
            requireText("source", source);
        }
    }

    record Mute(boolean on) implements StationCommand {}

    record ShowSlate(boolean on) implements StationCommand {}

    record RecordLocally(boolean on) implements StationCommand {}

    record RestartEncoder() implements StationCommand {}

    record Ping() implements StationCommand {}

    private static void requireText(String name, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
    }
}
