package net.ratonet.station.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LossTest {

    @Test
    void explainsTheCloseCodesOfTheProtocol() {
        assertThat(Loss.ofCloseCode(4_001, "").reason()).contains("FIELD_API_KEY");
        assertThat(Loss.ofCloseCode(4_003, "").reason()).contains("not approved");
        assertThat(Loss.ofCloseCode(1_008, "Removido pelo admin").reason())
                .contains("removed", "Removido pelo admin");
        assertThat(Loss.ofCloseCode(1_001, "").reason()).contains("restarting");
        assertThat(Loss.ofCloseCode(1_006, "").reason()).contains("broke");
        assertThat(Loss.ofCloseCode(1_011, "oops").reason()).contains("1011", "oops");
    }

    @Test
    void knowsWhatOnlyAPersonCanMend() {
        assertThat(Loss.ofCloseCode(4_001, "").hopeless()).isTrue();
        assertThat(Loss.ofCloseCode(4_003, "").hopeless()).isTrue();
        assertThat(Loss.ofCloseCode(1_008, "").hopeless()).isTrue();
        assertThat(Loss.ofCloseCode(1_006, "").hopeless()).isFalse();
        assertThat(Loss.ofHttpStatus(401).hopeless()).isTrue();
        assertThat(Loss.ofHttpStatus(502).hopeless()).isFalse();
    }

    @Test
    void explainsWhatIsNoRelayAtAll() {
        assertThat(Loss.ofHttpStatus(404).reason()).contains("FIELD_SERVER_WS_URL");
    }
}
