package net.ratonet.relay.channel;

import java.time.Duration;
import java.util.Optional;
import net.ratonet.relay.config.Language;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import tools.jackson.databind.node.ObjectNode;

/// A streamer's media settings to JSON and back. The passphrase goes in and never out: an answer
/// says only whether there is one.
public final class ChannelSettingsCodec {

    private static final int LONGEST_PASSPHRASE = 79;

    private ChannelSettingsCodec() {}

    /// A latency of 0 is the operator's.
    public static ObjectNode encode(ChannelSettings settings) {
        return Json.object()
                .put("passphrase_set", settings.passphrase().isPresent())
                .put("encrypted_only", settings.encryptedOnly())
                .put("latency_ms", milliseconds(settings.latency()))
                .put("bonded_latency_ms", milliseconds(settings.bondedLatency()))
                .put("recording", settings.recording())
                .put("autostart", settings.autostart())
                .set("slate", SlateSettingsCodec.encode(settings.slate()));
    }

    /// Reads a change: what the body leaves out stays as it is; an empty passphrase removes it.
    public static Decoded<ChannelSettings> decode(ObjectNode body, ChannelSettings before) {
        var in = new JsonFields(body);
        return in.finish(() ->
                new ChannelSettings(
                        in.optionalText("passphrase", LONGEST_PASSPHRASE)
                                .or(before::passphrase)
                                .filter(text -> !text.isEmpty()),
                        in.flag("encrypted_only", before.encryptedOnly()),
                        latency(in, "latency_ms", before.latency()),
                        latency(in, "bonded_latency_ms", before.bondedLatency()),
                        in.flag("recording", before.recording()),
                        in.flag("autostart", before.autostart()),
                        in.nested("slate", slate -> SlateSettingsCodec.read(slate, before.slate()))
                                .orElse(before.slate())));
    }

    /// Reads what was kept, where the passphrase lies apart.
    ///
    /// @param passphrase empty for none
    public static Decoded<ChannelSettings> decodeKept(ObjectNode kept, String passphrase) {
        return decode(kept, ChannelSettings.fresh(Language.ENGLISH))
                .map(settings -> settings.withPassphrase(passphrase));
    }

    private static Optional<Duration> latency(
            JsonFields in, String name, Optional<Duration> before) {
        var fallback = (int) milliseconds(before);
        var longest = (int) ChannelSettings.LONGEST_LATENCY.toMillis();
        return Optional.of(in.integer(name, 0, longest, fallback))
                .filter(milliseconds -> milliseconds != 0)
                .map(Duration::ofMillis);
    }

    private static long milliseconds(Optional<Duration> latency) {
        return latency.map(Duration::toMillis).orElse(0L);
    }
}
