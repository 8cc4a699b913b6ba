package net.ratonet.station.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.control.preflight.CheckReport;
import net.ratonet.station.control.preflight.Finding;
import net.ratonet.station.source.EncoderLauncher;
import net.ratonet.station.source.FakeEncoder;
import net.ratonet.station.source.SourceState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LiveGateTest {

    private static final StreamTarget FILE =
            StreamTarget.parse(Path.of("/tmp/never.ts").toUri().toString()).orElseThrow();

    @TempDir private Path folder;

    private final StationControl control = IdleControl.create();

    @Test
    void goesLiveWithWarningsAndRemembersThem() {
        var gate = gate(new PromptEncoder());

        assertThat(gate.goLive(FILE)).isInstanceOf(ControlAnswer.Done.class);

        assertThat(gate.last().get().map(CheckReport::findings).orElseThrow())
                .extracting(Finding::code)
                .containsExactly("relay_silent");
    }

    @Test
    void saysEveryBlockerAtOnce() {
        var gate = gate(new PromptEncoder(SourceState.LOST, "Device or resource busy"));

        assertThat(gate.goLive())
                .isInstanceOfSatisfying(
                        ControlAnswer.Unready.class,
                        unready ->
                                assertThat(unready.report().blockers())
                                        .extracting(Finding::code)
                                        .containsExactly("no_target", "no_picture"));
        assertThat(gate.goLiveAnyway(Optional.of(FILE))).isInstanceOf(ControlAnswer.Done.class);
    }

    @Test
    void missesAFileWithoutStartingAnEncoder() throws Exception {
        var encoder = new PromptEncoder();
        control.selectSource("file:" + folder.resolve("none.mp4"));

        var report = gate(encoder).check();

        assertThat(report.refusal()).contains("none.mp4", "there is no such file or device");
        assertThat(encoder.launches()).isZero();
    }

    @Test
    void triesAnEncoderOnceAndEndsIt() throws Exception {
        var encoder = new PromptEncoder();
        var gate = gate(encoder);

        gate.check();
        gate.check();
        control.selectSource("screen");
        gate.check();

        assertThat(encoder.launches()).isEqualTo(2);
        assertThat(encoder.kills()).isEqualTo(2);
    }

    @Test
    void saysWhyAnEncoderDoesNotStart() throws Exception {
        var broken = new FakeEncoder();
        broken.vanish();

        assertThat(gate(broken).check().refusal()).contains("no such program");
    }

    @Test
    void endsInTimeWhateverHangs() throws Exception {
        var begin = System.nanoTime();

        var report = gate(new FakeEncoder()).check();

        assertThat(report.warnings()).extracting(Finding::code).contains("untried");
        assertThat((System.nanoTime() - begin) / 1e9).isLessThan(10);
    }

    @Test
    void isStoppedWhileItLooks() throws Exception {
        var looking = new CountDownLatch(1);
        var on = new CountDownLatch(1);
        var prompt = new PromptEncoder();
        var gate =
                gate((job, events) -> {
                    looking.countDown();
                    await(on);
                    return prompt.launch(job, events);
                });
        var answer = new FutureTask<>(() -> gate.goLive(FILE));
        Thread.ofVirtual().name("caller").start(answer);
        looking.await();

        assertThat(gate.goLive(FILE))
                .isInstanceOfSatisfying(
                        ControlAnswer.Refused.class,
                        refused -> assertThat(refused.why()).contains("under way already"));
        gate.stop();
        on.countDown();

        assertThat(answer.get()).isEqualTo(new ControlAnswer.Refused("stopped before it began"));
        assertThat(gate.wasStopped()).isTrue();
    }

    private LiveGate gate(EncoderLauncher encoder) {
        return new LiveGate(control, ReadySurvey.of(encoder));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
