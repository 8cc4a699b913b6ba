package net.ratonet.relay.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class KeyMakerTest {

    @Test
    void makesTheSameKeysFromTheSameSeed() {
        assertThat(new KeyMaker(new Random(1)).apiKey())
                .isEqualTo(new KeyMaker(new Random(1)).apiKey())
                .isNotEqualTo(new KeyMaker(new Random(2)).apiKey());
    }

    @Test
    void makesRandomUuids() {
        var keys = new KeyMaker(new Random(3));

        var ids = Stream.generate(keys::streamerId).limit(100).toList();

        assertThat(ids)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> {
                    var uuid = UUID.fromString(id.value());
                    assertThat(uuid.version()).isEqualTo(4);
                    assertThat(uuid.variant()).isEqualTo(2);
                });
    }

    @Test
    void namesTheKindOfAKeyInItsFirstLetters() {
        var keys = new KeyMaker(new Random(4));

        assertThat(keys.overlayToken()).matches("ov_[A-Za-z0-9_-]{32}");
        assertThat(keys.adminToken()).matches("ra_[A-Za-z0-9_-]{43}");
        assertThat(keys.publishKey()).matches("live_[0-9a-f]{32}");
        assertThat(keys.playToken()).matches("play_[0-9a-f]{32}");
        assertThat(keys.shortId()).matches("[0-9a-f]{16}");
    }
}
