package net.ratonet.relay.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.ratonet.shared.wire.Decoded.Accepted;
import net.ratonet.shared.wire.Decoded.Refused;
import net.ratonet.shared.wire.Json;
import org.junit.jupiter.api.Test;

final class ProfileChangeCodecTest {

    @Test
    void leavesOutWhatWasNotSent() {
        var decoded = ProfileChangeCodec.decode(Json.object().put("color", "#00FF00"));

        assertThat(decoded)
                .isEqualTo(
                        new Accepted<>(
                                new ProfileChange(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("#00ff00"),
                                        Optional.empty())));
        assertThat(decoded.map(ProfileChange::fields)).isEqualTo(new Accepted<>(List.of("color")));
    }

    @Test
    void readsAnEmptyListAsARequestToClearIt() {
        var body = Json.object().put("avatar_url", "");
        body.set("socials", Json.array());

        var decoded = ProfileChangeCodec.decode(body);

        assertThat(decoded.map(ProfileChange::fields))
                .isEqualTo(new Accepted<>(List.of("avatar_url", "socials")));
    }

    @Test
    void findsNothingToChangeInAForeignObject() {
        var decoded = ProfileChangeCodec.decode(Json.object().put("is_crown", true));

        assertThat(decoded.map(ProfileChange::fields)).isEqualTo(new Accepted<>(List.of()));
    }

    @Test
    void checksLikeARegistration() {
        var decoded = ProfileChangeCodec.decode(Json.object().put("avatar_url", "javascript:1"));

        assertThat(decoded).isInstanceOf(Refused.class);
    }
}
