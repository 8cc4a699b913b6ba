package net.ratonet.relay.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.ratonet.relay.account.TestAccounts;
import net.ratonet.relay.channel.AssetId;
import net.ratonet.relay.channel.ChannelBook;
import net.ratonet.relay.channel.FakeChannelStore;
import net.ratonet.relay.channel.SlateAssets;
import net.ratonet.relay.config.Language;
import net.ratonet.relay.output.programme.ProgrammeConfig;
import net.ratonet.relay.output.programme.ProgrammeDesk;
import net.ratonet.relay.output.recording.RecordingConfig;
import net.ratonet.relay.output.recording.RecordingDesk;
import net.ratonet.relay.output.slate.SlateOffer;
import net.ratonet.relay.session.Admission;
import net.ratonet.relay.session.FeedsConfig;
import net.ratonet.relay.session.IngestOrigin;
import net.ratonet.relay.session.IngestProtocol;
import net.ratonet.relay.session.Intake;
import net.ratonet.relay.session.LiveFeeds;
import net.ratonet.relay.session.PublishRight;
import net.ratonet.relay.session.ts.SampleStream;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MediaControlTest {

    private static final StreamerId ANA = new StreamerId("ana");

    @TempDir private Path folder;
    private final LiveFeeds feeds = new LiveFeeds(FeedsConfig.DEFAULT, Ticker.system());
    private RecordingDesk desk;
    private StreamRecorder recorder;
    private MediaControl control;

    @BeforeEach
    void open() throws IOException {
        feeds.start();
        var channels =
                ChannelBook.open(
                        new FakeChannelStore(),
                        TestAccounts.seededKeys(),
                        InstantSource.system(),
                        Language.ENGLISH);
        desk =
                new RecordingDesk(
                                new RecordingConfig(
                                        folder.resolve("recordings"),
                                        50_000_000,
                                        Duration.ofHours(1),
                                        100_000_000,
                                        200_000_000),
                                InstantSource.system(),
                                Ticker.system())
                        .start();
        recorder = new StreamRecorder(desk, feeds, channels);
        var closed = new ClosedDoors();
        var assets =
                new SlateAssets(
                        folder.resolve("slates"), 1_000, () -> new AssetId("0000000000000001"));
        control =
                new MediaControl(
                        channels,
                        assets,
                        new MediaDesks(feeds, closed, closed, recorder, _ -> {}, List::of),
                        Ticker.system());
    }

    @AfterEach
    void close() {
        control.close();
        recorder.close();
        desk.close();
        feeds.close();
    }

    @Test
    void tellsOfAStreamWhatIsInIt() {
        assertThat(control.statistics(ANA)).isEmpty();

        publish();

        var media = control.view().of(ANA, Language.ENGLISH);
        assertThat(media.at("/feed/video/codec").asString()).isEqualTo("h264");
        assertThat(media.at("/feed/source/protocol").asString()).isEqualTo("srt");
        assertThat(control.statistics(ANA)).isPresent();
        assertThat(control.metrics().page()).contains("ratonet_media_bytes{streamer=\"ana\"}");
    }

    @Test
    void sendsThePublisherAwayWhenItsKeyIsRotated() throws IOException {
        var intake = publish();

        control.rotatePublishKey(ANA);

        Await.until("the publisher is sent away", () -> !intake.isOpen());
        assertThat(control.kick(ANA)).isInstanceOf(MediaAnswer.Refused.class);
    }

    @Test
    void recordsWhatBeginsAfterRecordingWasSwitchedOn() throws IOException {
        control.change(ANA, settings -> settings.withRecording(true));

        publish();

        Await.until("it is being recorded", () -> recorder.recording(ANA).bytes() > 0);
        var growing =
                recorder.list(ANA).stream()
                        .filter(RecordingFile::running)
                        .findFirst()
                        .orElseThrow();
        assertThat(recorder.delete(ANA, growing.name())).isInstanceOf(MediaAnswer.Refused.class);

        control.change(ANA, settings -> settings.withRecording(false));

        assertThat(recorder.recording(ANA).running()).isFalse();
        assertThat(recorder.delete(ANA, growing.name())).isEqualTo(MediaAnswer.DONE);
        assertThat(recorder.list(ANA))
                .extracting(RecordingFile::name)
                .doesNotContain(growing.name());
    }

    @Test
    void leavesNothingOfAnAccountThatIsGone() throws IOException {
        control.change(ANA, settings -> settings.withRecording(true));
        var intake = publish();
        Await.until("it is being recorded", () -> recorder.recording(ANA).bytes() > 0);

        control.forget(ANA);

        assertThat(feeds.find(ANA)).isEmpty();
        assertThat(recorder.list(ANA)).isEmpty();
        Await.until("the publisher is sent away", () -> !intake.isOpen());
    }

    @Test
    void endsARecordingWithItsProgrammeAndBeginsAnotherWithTheNext() throws Exception {
        control.change(ANA, settings -> settings.withRecording(true));
        try (var programmes =
                new ProgrammeDesk(
                        feeds,
                        (_, _) -> new SlateOffer.Preparing(),
                        ProgrammeConfig.DEFAULT,
                        Ticker.system(),
                        InstantSource.system())) {
            recorder.follow(programmes);
            programmes.start();
            var first = publish();
            Await.until("it is being recorded", () -> recorder.recording(ANA).bytes() > 0);
            Await.until("it is on air", () -> programmes.find(ANA).isPresent());

            programmes.end(ANA, "the test ends it").get(5, TimeUnit.SECONDS);

            Await.until("it is closed", () -> !recorder.recording(ANA).running());
            assertThat(first.isOpen()).isTrue();
            assertThat(recorder.list(ANA)).noneMatch(RecordingFile::running).hasSize(1);

            first.close();
            publish();

            Await.until("it is recorded again", () -> recorder.recording(ANA).bytes() > 0);
        }
    }

    private Intake publish() {
        var second = Duration.ofSeconds(1);
        var right = new PublishRight(ANA, Optional.empty(), false, second, second);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 7_000);
        var origin = new IngestOrigin(IngestProtocol.SRT, address, 0);
        var intake = ((Admission.Admitted) feeds.admit(right, origin)).intake();
        var stream = SampleStream.h264();
        intake.write(stream, 0, stream.length);
        return intake;
    }
}
