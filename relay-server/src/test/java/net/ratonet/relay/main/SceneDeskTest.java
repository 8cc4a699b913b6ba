package net.ratonet.relay.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.ratonet.relay.health.HealthInputs;
import net.ratonet.relay.health.HealthVerdict;
import net.ratonet.relay.health.Links;
import net.ratonet.relay.health.Media;
import net.ratonet.relay.health.Sentence;
import net.ratonet.relay.scene.ObsSettings;
import net.ratonet.relay.scene.SceneRules;
import net.ratonet.relay.scene.obs.ObsClosure;
import net.ratonet.relay.scene.obs.ObsTarget;
import net.ratonet.relay.scene.obs.ObsUnreachableException;
import net.ratonet.relay.scene.obs.SceneLoop;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.HealthState;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SceneDeskTest {

    private static final StreamerId ANA = new StreamerId("ana");

    private final Map<StreamerId, ObsTarget> targets = new HashMap<>();
    private final List<String> started = new ArrayList<>();
    private final SceneDesk desk =
            new SceneDesk(id -> Optional.ofNullable(targets.get(id)), this::start);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void startsOneLoopForEachObs() {
        targets.put(ANA, target("home"));

        desk.judged(ANA, down());
        var first = desk.remote(ANA);
        desk.judged(ANA, down());
        var second = desk.remote(ANA);

        assertThat(started).containsExactly("home:4455");
        assertThat(second).isPresent().isEqualTo(first);
        assertThat(first.orElseThrow().verdict()).contains(down());
        assertThat(desk.watched()).containsExactly(ANA);
    }

    @Test
    void startsAnotherWhenTheSettingsHaveChanged() {
        targets.put(ANA, target("home"));
        desk.judged(ANA, down());

        targets.put(ANA, target("studio"));
        desk.judged(ANA, down());

        assertThat(started).containsExactly("home:4455", "studio:4455");
    }

    @Test
    void watchesNobodyWhoseObsIsGone() {
        targets.put(ANA, target("home"));
        desk.judged(ANA, down());

        targets.clear();
        desk.judged(ANA, down());

        assertThat(desk.remote(ANA)).isEmpty();
        assertThat(desk.watched()).isEmpty();
    }

    @Test
    void endsTheLoopOfAnAccountThatIsRemoved() {
        targets.put(ANA, target("home"));
        desk.judged(ANA, down());
        var remote = desk.remote(ANA).orElseThrow();

        desk.remove(ANA);
        var answer = remote.hold();

        assertThat(desk.watched()).isEmpty();
        assertThat(answer).isCompleted();
    }

    private SceneLoop start(StreamerId id, ObsTarget target) {
        started.add(target.settings().address());
        return new SceneLoop(
                        id,
                        target.settings().rules(),
                        _ -> {
                            throw new ObsUnreachableException(
                                    new ObsClosure.Lost(new Sentence("ninguém", "nobody")));
                        },
                        Ticker.system(),
                        InstantSource.system(),
                        new Random(1))
                .start();
    }

    private static ObsTarget target(String host) {
        return ObsTarget.ofOperator(new ObsSettings(host, 4455, "", SceneRules.DEFAULT));
    }

    private static HealthVerdict down() {
        return new HealthVerdict(
                0,
                HealthState.DOWN,
                List.of(),
                Duration.ZERO,
                new HealthInputs(Links.UNREPORTED, new Media.Unseen(), Optional.empty()));
    }
}
