package net.ratonet.station.bonding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LinkProofTest {

    private static final long MS = 1_000_000;
    private static final long RTT = 80 * MS;
    private static final long NOW = -5_000 * MS;

    private final LinkProof proof = new LinkProof();

    @BeforeEach
    void takeIn() {
        proof.restart(NOW);
    }

    @Test
    void trustsALinkThatWasTakenIn() {
        assertThat(proof.isTrusted()).isTrue();
        assertThat(proof.wantsToAsk(NOW)).isTrue();
    }

    @Test
    void asksEachSecondEvenIfThereIsNothingToProve() {
        proof.asked(NOW);
        proof.proven(NOW + 50 * MS);

        assertThat(proof.wantsToAsk(NOW + 990 * MS)).isFalse();
        assertThat(proof.wantsToAsk(NOW + 1_000 * MS)).isTrue();
    }

    @Test
    void asksSoonWhenSomethingIsUnproven() {
        proof.asked(NOW);
        proof.proven(NOW + 50 * MS);
        proof.sent(NOW + 60 * MS);

        assertThat(proof.wantsToAsk(NOW + 150 * MS)).isFalse();
        assertThat(proof.wantsToAsk(NOW + 160 * MS)).isTrue();
    }

    @Test
    void suspectsALinkWithoutProof() {
        proof.sent(NOW);

        proof.judge(NOW + RTT + 200 * MS, RTT);
        assertThat(proof.isSuspect()).isFalse();
        proof.judge(NOW + RTT + 211 * MS, RTT);

        assertThat(proof.isSuspect()).isTrue();
        assertThat(proof.isTrusted()).isFalse();
    }

    @Test
    void trustsAgainAtOnceAfterAShortSilence() {
        proof.sent(NOW);
        proof.judge(NOW + 400 * MS, RTT);

        proof.proven(NOW + 500 * MS);

        assertThat(proof.isTrusted()).isTrue();
    }

    @Test
    void wantsSteadyProofAfterALongSilence() {
        stall(NOW);

        proof.proven(NOW + 2_000 * MS);
        proof.judge(NOW + 3_900 * MS, RTT);
        assertThat(proof.isOnProbation()).isTrue();
        proof.judge(NOW + 4_000 * MS, RTT);

        assertThat(proof.isTrusted()).isTrue();
    }

    @Test
    void doublesTheProbationOfALinkThatRelapses() {
        stall(NOW);
        proof.proven(NOW + 2_000 * MS);
        proof.judge(NOW + 4_000 * MS, RTT);

        stall(NOW + 5_000 * MS);
        proof.proven(NOW + 7_000 * MS);
        proof.judge(NOW + 10_900 * MS, RTT);
        assertThat(proof.isOnProbation()).isTrue();
        proof.judge(NOW + 11_000 * MS, RTT);

        assertThat(proof.isOnProbation()).isFalse();
    }

    @Test
    void callsALinkSilentAfterFourSeconds() {
        proof.sent(NOW);

        assertThat(proof.isSilent(NOW + 3_999 * MS)).isFalse();
        assertThat(proof.isSilent(NOW + 4_000 * MS)).isTrue();
    }

    private void stall(long since) {
        proof.sent(since);
        proof.judge(since + 300 * MS, RTT);
        assertThat(proof.judge(since + 1_299 * MS, RTT)).isEqualTo(LinkProof.Change.NONE);
        assertThat(proof.judge(since + 1_300 * MS, RTT))
                .isEqualTo(LinkProof.Change.PUT_ON_PROBATION);
    }
}
