package net.ratonet.relay.health;

import java.time.Duration;
import net.ratonet.relay.config.Language;

/// One named cause in a verdict: how many points it cost, and why in words.
public record HealthReason(Cause cause, int points, Sentence sentence) {

    /// What can be wrong with a stream.
    public enum Cause {
        LINKS,
        BITRATE,
        RTT,
        LOSS,
        BEST_LINK,
        STALE,
        SILENT,
        NOT_STREAMING,
        AGENT_GONE
    }

    public String text(Language language) {
        return points == 0 ? sentence.in(language) : sentence.in(language) + ": −" + points;
    }

    static HealthReason noActiveLink() {
        return new HealthReason(
                Cause.LINKS, 100, new Sentence("Nenhum link ativo", "No active link"));
    }

    static HealthReason links(Links links, int points) {
        return new HealthReason(
                Cause.LINKS,
                points,
                new Sentence("%d de %d links ativos", "%d of %d links active")
                        .with(links.active(), links.total()));
    }

    static HealthReason bitrate(double kbps, int points) {
        return new HealthReason(
                Cause.BITRATE,
                points,
                new Sentence("Bitrate %.0f kbit/s", "Bitrate %.0f kbit/s").with(kbps));
    }

    static HealthReason rtt(double ms, int points) {
        return new HealthReason(
                Cause.RTT, points, new Sentence("RTT %.0f ms", "RTT %.0f ms").with(ms));
    }

    static HealthReason loss(double percent, int points) {
        return new HealthReason(
                Cause.LOSS,
                points,
                new Sentence("Perda de pacotes %.1f%%", "Packet loss %.1f%%").with(percent));
    }

    static HealthReason bestLink(int score, int points) {
        return new HealthReason(
                Cause.BEST_LINK,
                points,
                new Sentence("Melhor link com nota %d de 100", "Best link scores %d of 100")
                        .with(score));
    }

    static HealthReason stale(Duration age, int points) {
        return new HealthReason(
                Cause.STALE,
                points,
                new Sentence("Dados com %d s", "Newest data is %d s old").with(age.toSeconds()));
    }

    static HealthReason silent(Duration silence) {
        return new HealthReason(
                Cause.SILENT,
                0,
                new Sentence(
                                "Conectado, mas sem mídia há %.1f s",
                                "Connected, but no media for %.1f s")
                        .with(seconds(silence)));
    }

    static HealthReason notStreaming(Media.Absent absent) {
        var sentence =
                absent.silence()
                        .map(silence ->
                                new Sentence("Sinal perdido há %.1f s", "Signal lost %.1f s ago")
                                        .with(seconds(silence)))
                        .orElse(new Sentence("Nenhum stream em andamento", "No stream is running"));
        return new HealthReason(Cause.NOT_STREAMING, 0, sentence);
    }

    static HealthReason agentGone() {
        return new HealthReason(
                Cause.AGENT_GONE,
                0,
                new Sentence(
                        "A estação parou de enviar dados", "The station has stopped reporting"));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
