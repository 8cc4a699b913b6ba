package net.ratonet.relay.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.ratonet.relay.account.PairingCodes.Pairing;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.testing.FakeClock;
import org.junit.jupiter.api.Test;

class PairingCodesTest {

    private static final StreamerId ANA = new StreamerId("ana");
    private static final StreamerId BIA = new StreamerId("bia");

    private final FakeClock clock = new FakeClock(TestAccounts.NOW);
    private final PairingCodes codes = new PairingCodes(TestAccounts.seededKeys(), clock);

    @Test
    void worksOnce() {
        var code = codes.make(ANA, "van").code();

        assertThat(codes.redeem(code)).contains(new Pairing(ANA, "van"));
        assertThat(codes.redeem(code)).isEmpty();
    }

    @Test
    void worksForTenMinutes() {
        var inTime = codes.make(ANA, "").code();
        var late = codes.make(BIA, "").code();

        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(codes.redeem(inTime)).contains(new Pairing(ANA, ""));

        clock.advance(Duration.ofMillis(1));
        assertThat(codes.redeem(late)).isEmpty();
    }

    @Test
    void letsANewCodeReplaceTheOldOneOfTheSameStreamer() {
        var old = codes.make(ANA, "").code();
        var other = codes.make(BIA, "").code();
        var fresh = codes.make(ANA, "").code();

        assertThat(codes.redeem(old)).isEmpty();
        assertThat(codes.redeem(fresh)).contains(new Pairing(ANA, ""));
        assertThat(codes.redeem(other)).contains(new Pairing(BIA, ""));
    }

    @Test
    void forgetsTheOldestCodesWhenThereAreTooMany() {
        var first = codes.make(ANA, "").code();
        for (var index = 0; index < 10_000; index++) {
            codes.make(new StreamerId("s" + index), "");
        }

        assertThat(codes.redeem(first)).isEmpty();
    }

    @Test
    void showsNoCodeInWords() {
        var made = codes.make(ANA, "");

        assertThat(made.toString()).doesNotContain(made.code());
    }
}
