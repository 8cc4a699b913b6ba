package net.ratonet.relay.health;

import net.ratonet.shared.telemetry.HealthState;

/// What each state is called in front of a person. The Portuguese texts are part of the protocol:
/// old dashboards show them as they come.
public final class HealthTexts {

    private HealthTexts() {}

    public static Sentence of(HealthState state) {
        return switch (state) {
            case HEALTHY -> new Sentence("Stream estável", "Stream stable");
            case DEGRADED ->
                    new Sentence(
                            "Qualidade degradada — monitorando", "Quality degraded — monitoring");
            case CRITICAL ->
                    new Sentence(
                            "Conexão crítica — fallback pode ser acionado",
                            "Connection critical — fallback may start");
            case DOWN -> new Sentence("Stream offline", "Stream offline");
        };
    }
}
