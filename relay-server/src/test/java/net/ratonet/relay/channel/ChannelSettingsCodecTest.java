package net.ratonet.relay.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.config.Language;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChannelSettingsCodecTest {

    private static final AssetId CLIP = new AssetId("00112233aabbccdd");

    private static final ChannelSettings BUSY =
            new ChannelSettings(
                    Optional.of("correct-horse"),
                    true,
                    Optional.of(Duration.ofMillis(300)),
                    Optional.of(Duration.ofSeconds(3)),
                    true,
                    false,
                    new SlateSettings(
                            Language.ENGLISH, "Ana", new SlatePicture.Clips(List.of(CLIP)), true));

    @Test
    void keepsWhatABodyLeavesOut() {
        assertThat(decode("{}", BUSY)).isEqualTo(new Decoded.Accepted<>(BUSY));
    }

    @Test
    void takesBackWhatItWrites() {
        var fresh = ChannelSettings.fresh(Language.PORTUGUESE).withPassphrase("correct-horse");

        var decoded = ChannelSettingsCodec.decode(ChannelSettingsCodec.encode(BUSY), fresh);

        assertThat(decoded).isEqualTo(new Decoded.Accepted<>(BUSY));
    }

    @Test
    void neverWritesThePassphrase() {
        assertThat(Json.write(ChannelSettingsCodec.encode(BUSY)))
                .contains("\"passphrase_set\":true")
                .doesNotContain("correct-horse");
    }

    @Test
    void goesBackToWhatTheOperatorHas() {
        var decoded =
                decode("{\"passphrase\":\"\",\"latency_ms\":0,\"bonded_latency_ms\":0}", BUSY);

        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Decoded.Accepted.class,
                        accepted -> {
                            var settings = (ChannelSettings) accepted.value();
                            assertThat(settings.passphrase()).isEmpty();
                            assertThat(settings.latency()).isEmpty();
                            assertThat(settings.bondedLatency()).isEmpty();
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"latency_ms\":119} | latency_ms",
                "{\"bonded_latency_ms\":8001} | bonded_latency_ms",
                "{\"latency_ms\":300.5} | latency_ms",
                "{\"passphrase\":\"tooshort\"} | passphrase",
                "{\"passphrase\":\"with&mode=listener\"} | passphrase",
                "{\"encrypted_only\":1} | encrypted_only",
                "{\"recording\":\"yes\"} | recording",
                "{\"slate\":{\"language\":\"fr\"}} | slate.language",
                "{\"slate\":{\"picture\":\"image\"}} | slate.assets",
                "{\"slate\":{\"picture\":\"clips\",\"assets\":[]}} | slate.assets",
                "{\"slate\":{\"picture\":\"image\",\"assets\":[\"../../etc/passwd\"]}} |"
                        + " slate.assets",
                "{\"slate\":{\"display_name\":\"a\\nb\"}} | slate.display_name"
            })
    void namesTheFieldThatIsWrong(String body, String field) {
        assertThat(decode(body, BUSY))
                .isInstanceOfSatisfying(
                        Decoded.Refused.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private static Decoded<ChannelSettings> decode(String body, ChannelSettings before) {
        return Json.readObject(body).flatMap(json -> ChannelSettingsCodec.decode(json, before));
    }
}
