package net.ratonet.station.uplink;

import java.time.Instant;
import java.time.InstantSource;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.FieldCodec;
import net.ratonet.shared.wire.FieldEnvelope;
import net.ratonet.shared.wire.FieldMessage;

/// Puts messages of this streamer into envelopes, and takes those for this streamer out.
record Letterhead(StreamerId streamer, InstantSource clock) {

    String write(FieldMessage message) {
        return write(message, clock.instant());
    }

    String write(FieldMessage message, Instant at) {
        return FieldCodec.encode(new FieldEnvelope(streamer, at, message));
    }

    Decoded<FieldMessage> read(String text) {
        return FieldCodec.decode(text, streamer, clock.instant()).map(FieldEnvelope::message);
    }
}
