package net.ratonet.relay.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Decoded.Accepted;
import net.ratonet.shared.wire.Decoded.Refused;
import net.ratonet.shared.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DestinationCodecTest {

    @Test
    void readsWhatItWrites() {
        var destinations =
                List.of(
                        new Destination("twitch", "rtmp://live.twitch.tv/app/live_1_{k|y}", true),
                        new Destination("custom", "srt://host:9000?streamid=publish:x", false));

        var decoded = DestinationCodec.decode(DestinationCodec.encode(destinations));

        assertThat(decoded).isEqualTo(new Accepted<>(destinations));
    }

    @Test
    void takesADestinationForEnabledUnlessToldOtherwise() {
        assertThat(decode("kick", "rtmps://k.example:443/app/sk_us"))
                .isEqualTo(
                        new Accepted<>(
                                List.of(
                                        new Destination(
                                                "kick", "rtmps://k.example:443/app/sk_us", true))));
    }

    @ParameterizedTest
    @CsvSource({
        "twitch, http://host/app/key",
        "twitch, srt://host:9000",
        "custom, file:///etc/passwd",
        "custom, 'rtmp://host/app/key -f tee'",
        "custom, rtmp:///app",
        "custom, ''",
        "youtube, rtmp://host/live2/abcd***",
    })
    void refusesAUrlThatCannotBeAPlatform(String platform, String url) {
        assertThat(decode(platform, url))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.field()).isEqualTo("destinations[0].rtmp_url"));
    }

    @Test
    void refusesAnUnknownPlatform() {
        assertThat(decode("myspace", "rtmp://host/app/key"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo("must be one of twitch, youtube, kick, custom"));
    }

    @Test
    void refusesWhatIsNoList() {
        assertThat(DestinationCodec.decode(Json.object())).isInstanceOf(Refused.class);
        assertThat(DestinationCodec.decode(Json.array().add("x"))).isInstanceOf(Refused.class);
    }

    private static Decoded<List<Destination>> decode(String platform, String url) {
        return DestinationCodec.decode(
                Json.array().add(Json.object().put("platform", platform).put("rtmp_url", url)));
    }
}
