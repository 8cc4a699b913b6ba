package net.ratonet.relay.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.ratonet.relay.config.Language;
import net.ratonet.relay.health.HealthJudge;
import net.ratonet.relay.health.HealthRules;
import net.ratonet.relay.health.HealthVerdict;
import net.ratonet.relay.health.Media;
import net.ratonet.relay.privacy.PrivacyRules;
import net.ratonet.relay.telemetry.LiveBoard;
import net.ratonet.relay.telemetry.SourceId;
import net.ratonet.relay.telemetry.SourceKind;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.telemetry.HealthState;
import net.ratonet.shared.telemetry.LinkClass;
import net.ratonet.shared.telemetry.LinkReading;
import net.ratonet.shared.telemetry.NetworkReading;
import net.ratonet.shared.telemetry.StreamHealth;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.testing.FakeClock;
import org.junit.jupiter.api.Test;

final class HealthDeskTest {

    private static final StreamerId ANA = new StreamerId("ana");
    private static final SourceId AGENT = new SourceId(SourceKind.AGENT, "1");

    private final FakeClock clock = new FakeClock(Instant.parse("2026-05-01T12:00:00Z"));
    private final LiveBoard board = new LiveBoard(_ -> PrivacyRules.OPEN);
    private final List<HealthVerdict> verdicts = new ArrayList<>();
    private final Set<StreamerId> watched = new HashSet<>();
    private Media media = new Media.Unseen();
    private final HealthDesk desk =
            new HealthDesk(
                    board,
                    new HealthJudge(HealthRules.DEFAULT),
                    _ -> media,
                    scenes(),
                    Language.PORTUGUESE);

    @Test
    void tellsTheBoardAndTheScenesTheSameVerdict() {
        reportLinks(true);

        beat();

        assertThat(health().state()).isEqualTo(HealthState.HEALTHY);
        assertThat(health().message()).isEqualTo("Stream estável");
        assertThat(verdicts).extracting(HealthVerdict::state).containsExactly(HealthState.HEALTHY);
    }

    /// the predecessor stayed "degraded" for ever when the field signal stopped.
    @Test
    void callsAStreamDownWhoseMediaHasStopped() {
        reportLinks(true);
        media = new Media.Connected(4_000, 50, 0, Duration.ZERO);
        beat();

        media = new Media.Connected(0, 50, 0, Duration.ofSeconds(4));
        beat();

        assertThat(health().state()).isEqualTo(HealthState.DOWN);
    }

    /// the predecessor showed everybody as healthy, always.
    @Test
    void callsAStreamerDownWhoOnlySendsAPosition() {
        var fix = new GeoFix(-23.56, -46.65, 10, 760, 90, 9, FixKind.THREE_D);
        board.report(
                ANA, new SourceId(SourceKind.PHONE, "1"), fix, clock.instant(), clock.instant());

        beat();

        assertThat(health().state()).isEqualTo(HealthState.DOWN);
    }

    @Test
    void callsAStationDownWhoseReadingsHaveStopped() {
        reportLinks(true);
        beat();

        clock.advance(Duration.ofSeconds(16));
        beat();

        assertThat(health().state()).isEqualTo(HealthState.DOWN);
    }

    @Test
    void forgetsAStreamerWhoWentOffline() {
        reportLinks(true);
        beat();
        board.disconnected(ANA, AGENT, clock.instant());
        beat();

        reportLinks(false);
        beat();

        assertThat(health().score()).isZero();
    }

    @Test
    void goesOnJudgingAStreamerWhoseViewersStillLookAtAScene() {
        reportLinks(true);
        beat();
        board.disconnected(ANA, AGENT, clock.instant());
        watched.add(ANA);

        beat();

        assertThat(verdicts).extracting(HealthVerdict::state).endsWith(HealthState.DOWN);
    }

    private Scenes scenes() {
        return new Scenes() {
            @Override
            public void judged(StreamerId id, HealthVerdict verdict) {
                verdicts.add(verdict);
            }

            @Override
            public Set<StreamerId> watched() {
                return Set.copyOf(watched);
            }
        };
    }

    private void reportLinks(boolean connected) {
        var link =
                new LinkReading(
                        "wwan0", LinkClass.MOBILE, connected, 50, 5, 0, 8, connected ? 90 : 0);
        board.report(
                ANA, AGENT, new NetworkReading(List.of(link)), clock.instant(), clock.instant());
    }

    private void beat() {
        desk.beat(clock.instant(), clock.nowNanos());
    }

    private StreamHealth health() {
        return Optional.of(ANA).flatMap(board::raw).orElseThrow().health();
    }
}
