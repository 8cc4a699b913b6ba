package net.ratonet.relay.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DestinationTest {

    @ParameterizedTest
    @CsvSource({
        "rtmp://live.twitch.tv/app/live_123_secret, rtmp://live.twitch.tv/app/live***",
        "rtmp://a.rtmp.youtube.com/live2/abcd-efgh, rtmp://a.rtmp.youtube.com/live2/abcd***",
        "rtmp://host/app/abcd, rtmp://host/app/abcd",
        "rtmp://host/app/abcde, rtmp://host/app/abcd***",
    })
    void keepsFourCharactersOfAKeyThatIsLonger(String url, String masked) {
        assertThat(maskedUrl(url)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "rtmp://host/app/secretkey/, rtmp://host/app/secr***",
        "rtmp://host/app/secretkey?auth=a/b, rtmp://host/app/secr***",
        "srt://host:9000?streamid=live/key&passphrase=p/hidden, srt://host***",
        "rtmp://user:password@host/app/secretkey, rtmp://***@host/app/secr***",
    })
    void hidesSecretsThatALooseReadingOfTheRuleWouldShow(String url, String masked) {
        assertThat(maskedUrl(url)).isEqualTo(masked);
    }

    @Test
    void survivesTextThatIsNoUrl() {
        assertThat(maskedUrl("")).isEmpty();
        assertThat(maskedUrl("/")).isEqualTo("/");
        assertThat(maskedUrl("secretkey")).isEqualTo("secr***");
    }

    @Test
    void printsNoKey() {
        var destination = new Destination("twitch", "rtmp://t/app/live_secret", true);

        assertThat(destination).hasToString("Destination[twitch, rtmp://t/app/live***, true]");
    }

    private static String maskedUrl(String url) {
        return new Destination("custom", url, true).masked().rtmpUrl();
    }
}
