package net.ratonet.relay.channel;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import net.ratonet.relay.config.Language;

/// What one streamer has chosen for their media; what is empty is as the operator has it. The
/// passphrase never leaves this record in text.
///
/// @param passphrase encrypts SRT
/// @param encryptedOnly whether publishers that cannot encrypt are refused, as RTMP is
/// @param latency how long SRT waits for lost packets of a single path
/// @param bondedLatency the same for a path of several links
/// @param recording whether the relay records each live
/// @param autostart whether the outputs start by themselves when a live begins
public record ChannelSettings(
        Optional<String> passphrase,
        boolean encryptedOnly,
        Optional<Duration> latency,
        Optional<Duration> bondedLatency,
        boolean recording,
        boolean autostart,
        SlateSettings slate) {

    public static final Duration SHORTEST_LATENCY = Duration.ofMillis(120);
    public static final Duration LONGEST_LATENCY = Duration.ofSeconds(8);

    /// Every encoder takes these in a URL as they are.
    private static final Pattern PASSPHRASE = Pattern.compile("[A-Za-z0-9._~-]{10,79}");

    public ChannelSettings {
        if (passphrase.filter(text -> !PASSPHRASE.matcher(text).matches()).isPresent()) {
            throw new IllegalArgumentException(
                    "passphrase must be 10 to 79 letters, digits, dots, dashes or underscores");
        }
        check("latency_ms", latency);
        check("bonded_latency_ms", bondedLatency);
    }

    public static ChannelSettings fresh(Language language) {
        return new ChannelSettings(
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                false,
                true,
                SlateSettings.standard(language));
    }

    /// What is left when the rest cannot be read.
    ///
    /// @param passphrase empty for none
    public static ChannelSettings unreadable(String passphrase) {
        return fresh(Language.ENGLISH).withPassphrase(passphrase);
    }

    /// An empty text removes it.
    ChannelSettings withPassphrase(String text) {
        return new ChannelSettings(
                Optional.of(text).filter(given -> !given.isEmpty()),
                encryptedOnly,
                latency,
                bondedLatency,
                recording,
                autostart,
                slate);
    }

    public ChannelSettings withRecording(boolean on) {
        return new ChannelSettings(
                passphrase, encryptedOnly, latency, bondedLatency, on, autostart, slate);
    }

    private static void check(String name, Optional<Duration> latency) {
        if (latency.filter(ChannelSettings::isOutOfRange).isPresent()) {
            throw new IllegalArgumentException(name + " must be between 120 and 8000");
        }
    }

    private static boolean isOutOfRange(Duration latency) {
        return latency.compareTo(SHORTEST_LATENCY) < 0 || latency.compareTo(LONGEST_LATENCY) > 0;
    }

    @Override
    public String toString() {
        return "ChannelSettings[passphrase=%s, encryptedOnly=%s, recording=%s, autostart=%s, %s]"
                .formatted(
                        passphrase.isEmpty() ? "none" : "***",
                        encryptedOnly,
                        recording,
                        autostart,
                        slate);
    }
}
