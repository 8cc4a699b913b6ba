package net.ratonet.relay.output.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import net.ratonet.relay.channel.SlateSettings;
import net.ratonet.relay.config.Language;
import net.ratonet.relay.ffmpeg.FfmpegLauncher;
import net.ratonet.relay.output.slate.SlateOffer;
import net.ratonet.relay.output.slate.SlateShelf;
import net.ratonet.relay.session.ChunkQueue;
import net.ratonet.relay.session.FeedsConfig;
import net.ratonet.relay.session.LiveFeeds;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real encoder, a real feed, the real slate, in real time.
final class ProgrammeEndToEndTest {

    private static final StreamerId ANA = new StreamerId("ana");
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir private Path folder;

    private final FfmpegLauncher ffmpeg = FfmpegLauncher.bundled();
    private final LiveFeeds feeds = new LiveFeeds(FeedsConfig.DEFAULT, Ticker.system());
    private final List<ProgrammeEvent> events = new CopyOnWriteArrayList<>();
    private SlateShelf shelf;
    private ProgrammeDesk desk;

    @BeforeEach
    void starts() {
        shelf =
                new SlateShelf(
                        folder.resolve("slates"),
                        50 << 20,
                        ffmpeg,
                        _ -> SlateSettings.standard(Language.ENGLISH).named("Ana"),
                        _ -> Optional.empty(),
                        Ticker.system());
        desk =
                new ProgrammeDesk(
                        feeds,
                        shelf,
                        ProgrammeConfig.DEFAULT,
                        Ticker.system(),
                        InstantSource.system());
        feeds.start();
        shelf.start();
        desk.start();
        desk.subscribe(events::add);
    }

    @AfterEach
    void ends() {
        desk.close();
        shelf.close();
        feeds.close();
        ffmpeg.close();
    }

    @Test
    void staysOnAirWhileTheFieldIsAwayAndAcrossEncoders() throws Exception {
        var field = new FieldEncoder(ffmpeg, feeds, ANA, "-b:v 300k -bf 0");
        var programme = Await.value("on air", SOON, () -> desk.find(ANA));
        var seen = folder.resolve("seen.ts");
        var viewer = watch(programme.open("viewer", 64 << 20), seen);
        Await.until("the field is shown", SOON, () -> phase() instanceof AirPhase.Live);
        Await.until(
                "the slate is made",
                SOON,
                () -> programme.state().get().slate() instanceof SlateOffer.Ready);

        field.close();
        var lost = System.nanoTime();
        Await.until("it is covered", SOON, () -> phase() instanceof AirPhase.Covered);
        var covered = Duration.ofNanos(System.nanoTime() - lost);
        awaitGrowth(seen, 20_000);
        try (var _ = new FieldEncoder(ffmpeg, feeds, ANA, "-b:v 700k -bf 0 -profile:v main")) {
            Await.until("the field is back", SOON, () -> phase() instanceof AirPhase.Live);
            awaitGrowth(seen, 60_000);
        }
        assertThat(desk.end(ANA, "the test ends it").get(5, TimeUnit.SECONDS))
                .isEqualTo(new ProgrammeAnswer.Done());
        viewer.join();

        assertThat(covered).isLessThan(Duration.ofSeconds(2));
        assertThat(Recorded.faults(ffmpeg, seen)).isEmpty();
        assertThat(Recorded.faultsAsFlv(ffmpeg, seen)).isEmpty();
        Await.until(
                "everybody has heard",
                () -> events.contains(new ProgrammeEvent.OffAir(ANA, "the test ends it")));
        assertThat(events).hasSize(2);
        assertThat(desk.find(ANA)).isEmpty();
    }

    @Test
    void refusesWishesForWhoIsNotOnAir() throws Exception {
        assertThat(desk.brbNow(ANA).get(5, TimeUnit.SECONDS))
                .isEqualTo(new ProgrammeAnswer.Refused("the streamer is not on air"));
    }

    private AirPhase phase() {
        return desk.find(ANA).orElseThrow().state().get().phase();
    }

    private static void awaitGrowth(Path file, int bytes) throws IOException {
        var before = Files.size(file);
        Await.until("more was seen", SOON, () -> Files.size(file) > before + bytes);
    }

    private static Thread watch(ChunkQueue queue, Path file) {
        return Thread.ofPlatform()
                .name("viewer")
                .start(() -> {
                    try (var out = Files.newOutputStream(file)) {
                        while (!queue.isEnded()) {
                            var chunk = queue.take(Duration.ofMillis(100));
                            if (chunk.isPresent()) {
                                out.write(chunk.get().packets());
                            }
                        }
                    } catch (IOException trouble) {
                        throw new UncheckedIOException(trouble);
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });
    }
}
