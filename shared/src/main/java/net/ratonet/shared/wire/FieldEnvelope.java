package net.ratonet.shared.wire;

import java.time.Instant;
import net.ratonet.shared.telemetry.StreamerId;

/// One message of the field protocol, in either direction.
///
/// @param timestamp when the content was true, which may be long before it is delivered
public record FieldEnvelope(StreamerId streamerId, Instant timestamp, FieldMessage message) {}
