package net.ratonet.relay.health;

import static org.assertj.core.api.Assertions.assertThat;

import net.ratonet.relay.config.Language;
import net.ratonet.shared.telemetry.HealthState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HealthTextsTest {

    @ParameterizedTest
    @CsvSource({
        "HEALTHY, Stream estável, Stream stable",
        "DEGRADED, Qualidade degradada — monitorando, Quality degraded — monitoring",
        "CRITICAL, Conexão crítica — fallback pode ser acionado,"
                + " Connection critical — fallback may start",
        "DOWN, Stream offline, Stream offline",
    })
    void saysEachStateInBothLanguages(HealthState state, String portuguese, String english) {
        assertThat(HealthTexts.of(state).in(Language.PORTUGUESE)).isEqualTo(portuguese);
        assertThat(HealthTexts.of(state).in(Language.ENGLISH)).isEqualTo(english);
    }
}
