package net.ratonet.relay.output.rtmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.ratonet.relay.config.Language;
import net.ratonet.relay.ffmpeg.FfmpegLauncher;
import net.ratonet.relay.output.rtmp.TestPlatform.Manner;
import net.ratonet.relay.output.rtmp.TestPlatform.Visit;
import net.ratonet.relay.rtmp.FlvBody;
import net.ratonet.relay.rtmp.FlvVideo;
import net.ratonet.relay.rtmp.RtmpMessage;
import net.ratonet.relay.session.ts.Codec;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.testing.Await;
import net.ratonet.shared.testing.FakeTicker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Outputs against platforms that do right and wrong.
final class OutputDeskTest {

    private static final StreamerId ANA = new StreamerId("ana");
    private static final FfmpegLauncher FFMPEG = FfmpegLauncher.bundled();
    private static TestProgramme programme;

    private OutputDesk desk = desk(Ticker.system());

    @BeforeAll
    static void begins() throws IOException {
        programme = TestProgramme.of(FFMPEG, 2, TestClips.SMALL, TestClips.LARGE).start(2);
    }

    @AfterAll
    static void ends() {
        programme.close();
        FFMPEG.close();
    }

    @AfterEach
    void closes() {
        desk.close();
    }

    @Test
    void sendsAStreamThatBeginsAtAKeyFrameAndNeverGoesBack() throws Exception {
        try (var platform = new TestPlatform(Manner.KIND)) {
            goLive(target(platform.url("KEY?a=b")));

            var visit = Await.value("it comes", () -> platform.visits().stream().findFirst());
            Await.until("media come", () -> visit.media.size() > 300);
            desk.offAir(ANA);
            Await.until("it goes", () -> visit.over);

            assertThat(visit.commandNames())
                    .containsExactly(
                            "connect",
                            "releaseStream",
                            "FCPublish",
                            "createStream",
                            "publish",
                            "FCUnpublish",
                            "deleteStream");
            assertThat(visit.commands.get(4).text(1)).contains("KEY?a=b");
            assertThat(visit.media).extracting(RtmpMessage::stream).containsOnly(3);
            assertThat(visit.media.get(0).type()).isEqualTo(RtmpMessage.METADATA);
            assertThat(visit.media.get(0).timestamp()).isZero();
            assertThat(times(visit, RtmpMessage.VIDEO)).isSorted().doesNotHaveDuplicates();
            assertThat(times(visit, RtmpMessage.AUDIO)).isSorted().doesNotHaveDuplicates();
            assertThat(configs(visit)).as("clips seen").isGreaterThan(1);
            assertThat(videoBodies(visit).get(0)).isInstanceOf(FlvBody.Config.class);
            assertThat(videoBodies(visit).get(1))
                    .isInstanceOfSatisfying(
                            FlvBody.Frame.class, frame -> assertThat(frame.keyFrame()).isTrue());
            awaitPhase(0, OutputPhase.IDLE);
        }
    }

    @Test
    void saysThatAKeyIsRefusedButNotWhichKey() throws Exception {
        try (var platform = new TestPlatform(Manner.REFUSES_KEYS)) {
            goLive(target(platform.url("SECRET")));

            var status = awaitPhase(0, OutputPhase.WAITING);

            assertThat(english(status))
                    .contains("refused the key: “No stream *** !”")
                    .doesNotContain("SECRET");
            assertThat(status.reason().in(Language.PORTUGUESE)).contains("recusou a chave");
            assertThat(status.untilRetry()).isGreaterThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void saysWhatThePlatformSays() throws Exception {
        try (var platform = new TestPlatform(Manner.REFUSES_EVERYBODY)) {
            goLive(target(platform.url("KEY")));

            assertThat(english(awaitPhase(0, OutputPhase.WAITING)))
                    .isEqualTo("The platform refused the connection: “No more streams”");
        }
    }

    @Test
    void suspectsTheKeyWhenThePlatformHangsUpOnIt() throws Exception {
        try (var platform = new TestPlatform(Manner.HANGS_UP_ON_KEYS)) {
            goLive(target(platform.url("KEY")));

            assertThat(english(awaitPhase(0, OutputPhase.WAITING)))
                    .contains("hung up when it read the key");
        }
    }

    @Test
    void tellsOtherTroublesApart() throws Exception {
        try (var web = new TestPlatform(Manner.SPEAKS_HTTP)) {
            goLive(
                    target(web.url("KEY")),
                    target("rtmp://127.0.0.1:%d/app/KEY".formatted(closedPort())),
                    target("rtmp://nowhere.invalid/app/KEY"),
                    target("rtmp://127.0.0.2:1935/app/KEY"),
                    target("srt://127.0.0.1:9000?streamid=KEY"),
                    target("rtmp://127.0.0.1/app"));

            assertThat(english(awaitPhase(0, OutputPhase.WAITING))).contains("answer in RTMP");
            assertThat(english(awaitPhase(1, OutputPhase.WAITING))).contains("refuses the");
            assertThat(english(awaitPhase(2, OutputPhase.WAITING))).contains("There is no host");
            assertThat(english(awaitPhase(3, OutputPhase.WAITING))).contains("inside a network");
            assertThat(english(awaitPhase(4, OutputPhase.STOPPED))).contains("srt:// addresses");
            assertThat(english(awaitPhase(5, OutputPhase.STOPPED))).contains("server, app and key");
            assertThat(desk.status(ANA).toString()).doesNotContain("KEY");
        }
    }

    @Test
    void comesBackWhenTheConnectionBreaks() throws Exception {
        try (var platform = new TestPlatform(Manner.KIND)) {
            goLive(target(platform.url("KEY")));
            var first = Await.value("it comes", () -> platform.visits().stream().findFirst());
            Await.until("media come", () -> first.media.size() > 20);

            first.hangUp();

            Await.until("it comes again", () -> platform.visits().size() == 2);
            var second = platform.visits().get(1);
            Await.until("media come again", () -> second.media.size() > 20);
            assertThat(second.media.get(0).timestamp()).isZero();
            assertThat(desk.counts().failures()).isEqualTo(1);
            assertThat(desk.counts().connections()).isEqualTo(2);
        }
    }

    @Test
    void oneThatStopsReadingLosesItsOwnPicturesOnly() throws Exception {
        var ticker = new FakeTicker();
        try (var deaf = new TestPlatform(Manner.STOPS_READING);
                var kind = new TestPlatform(Manner.KIND);
                var fast = TestProgramme.of(FFMPEG, 2, TestClips.LARGE).start(40)) {
            use(desk(ticker));
            desk.targets(ANA, List.of(target(deaf.url("KEY")), target(kind.url("KEY"))));
            desk.onAir(ANA, fast);

            var status =
                    Await.value(
                            "something is dropped",
                            Duration.ofSeconds(40),
                            () ->
                                    desk.status(ANA).stream()
                                            .filter(each -> each.droppedBytes() > 0)
                                            .findFirst()
                                            .or(() -> queueLost(fast)));
            assertThat(status).isNotNull();
            assertThat(awaitPhase(1, OutputPhase.LIVE).droppedBytes()).isZero();
            ticker.advance(Duration.ofSeconds(11));

            assertThat(english(awaitPhase(0, OutputPhase.WAITING))).contains("stopped receiving");
            awaitPhase(1, OutputPhase.LIVE);
            var visit = kind.visits().getFirst();
            var before = visit.media.size();
            Await.until("the other goes on", () -> visit.media.size() > before + 100);
        }
    }

    @Test
    void changesTheListWithoutTouchingWhatStays() throws Exception {
        try (var one = new TestPlatform(Manner.KIND);
                var two = new TestPlatform(Manner.KIND);
                var three = new TestPlatform(Manner.KIND)) {
            var first = target(one.url("KEY"));
            var second = target(two.url("KEY"));
            goLive(first, second);
            awaitPhase(0, OutputPhase.LIVE);
            awaitPhase(1, OutputPhase.LIVE);

            desk.targets(ANA, List.of(second, target(three.url("KEY")), first));
            awaitPhase(1, OutputPhase.LIVE);
            desk.targets(ANA, List.of(second));
            Await.until("the removed one is left", () -> one.visits().get(0).over);

            assertThat(two.visits()).hasSize(1);
            assertThat(one.visits()).hasSize(1);
            assertThat(two.visits().get(0).over).isFalse();
            assertThat(desk.status(ANA)).hasSize(1);
        }
    }

    @Test
    void startsAndStopsOneByOne() throws Exception {
        try (var platform = new TestPlatform(Manner.KIND)) {
            var off = new OutputTarget("custom", platform.url("KEY"), false);
            goLive(off);
            assertThat(desk.status(ANA).getFirst().phase()).isEqualTo(OutputPhase.STOPPED);

            assertThat(desk.start(ANA, off.id())).isTrue();
            awaitPhase(0, OutputPhase.LIVE);
            assertThat(desk.count(OutputPhase.LIVE)).isEqualTo(1);
            assertThat(desk.stop(ANA, off.id())).isTrue();

            awaitPhase(0, OutputPhase.STOPPED);
            Await.until("it is left", () -> platform.visits().getFirst().over);
            assertThat(desk.start(ANA, "unknown")).isFalse();
        }
    }

    @Test
    void stopsAtOnceWhileItConnects() throws Exception {
        try (var platform = new TestPlatform(Manner.SAYS_NOTHING)) {
            var target = target(platform.url("KEY"));
            goLive(target);
            Await.until("it has come", () -> platform.visits().size() == 1);

            desk.stop(ANA, target.id());

            awaitPhase(0, OutputPhase.STOPPED);
        }
    }

    @Test
    void refusesCodecsThatThePlatformDoesNotTake() throws Exception {
        try (var platform = new TestPlatform(Manner.KIND);
                var hevc = TestProgramme.of(FFMPEG, 1, TestClips.HEVC).start(1)) {
            desk.targets(
                    ANA,
                    List.of(
                            new OutputTarget("twitch", platform.url("A"), true),
                            new OutputTarget("custom", platform.url("B"), true)));
            desk.onAir(ANA, hevc);

            assertThat(english(awaitPhase(0, OutputPhase.WAITING))).contains("does not take HEVC");
            awaitPhase(1, OutputPhase.LIVE);
            var visit = platform.visits().getFirst();
            assertThat(visit.commands.get(0).argument(0).orElseThrow().get("fourCcList"))
                    .isPresent();
            Await.until("media come", () -> visit.media.size() > 10);
            assertThat(videoBodies(visit).get(0)).isInstanceOf(FlvBody.Config.class);
        }
    }

    @Test
    void beginsAnewWhenTheEncoderChangesItsCodec() throws Exception {
        try (var platform = new TestPlatform(Manner.KIND);
                var changing =
                        TestProgramme.of(FFMPEG, 2, TestClips.SMALL, TestClips.HEVC).start(1)) {
            desk.targets(ANA, List.of(target(platform.url("KEY"))));
            desk.onAir(ANA, changing);

            var why = awaitPhase(0, OutputPhase.WAITING);
            Await.until("it comes again", () -> platform.visits().size() == 2);
            var first = platform.visits().get(0);
            var second = platform.visits().get(1);
            Await.until("media come again", () -> second.media.size() > 20);

            assertThat(english(why)).contains("changed from ").contains("called again");
            assertThat(first.commandNames()).endsWith("FCUnpublish", "deleteStream");
            assertThat(configs(first)).isEqualTo(1);
            assertThat(codec(first)).isNotEqualTo(codec(second));
        }
    }

    @Test
    void beginsAnewWhenTheEncoderChangesItsSound() throws Exception {
        try (var platform = new TestPlatform(Manner.KIND);
                var changing =
                        TestProgramme.of(FFMPEG, 2, TestClips.SMALL, TestClips.SMALL_MONO)
                                .start(1)) {
            desk.targets(ANA, List.of(target(platform.url("KEY"))));
            desk.onAir(ANA, changing);

            assertThat(english(awaitPhase(0, OutputPhase.WAITING)))
                    .contains("AAC 48000 Hz 2ch")
                    .contains("AAC 44100 Hz 1ch");
            Await.until("it comes again", () -> platform.visits().size() == 2);
        }
    }

    private static Codec codec(Visit visit) {
        return videoBodies(visit).stream()
                .filter(FlvBody.Config.class::isInstance)
                .map(body -> ((FlvBody.Config) body).codec())
                .findFirst()
                .orElseThrow();
    }

    private static Optional<OutputStatus> queueLost(TestProgramme source) {
        return source.fan().readers().stream().anyMatch(queue -> queue.lostBytes() > 1_000_000)
                ? Optional.of(OutputReport.unusable(target("rtmp://x")))
                : Optional.empty();
    }

    private void use(OutputDesk other) {
        desk.close();
        desk = other;
    }

    private void goLive(OutputTarget... targets) {
        desk.targets(ANA, List.of(targets));
        desk.onAir(ANA, programme);
    }

    private OutputStatus awaitPhase(int index, OutputPhase phase) {
        return Await.value(
                "output %d is %s".formatted(index, phase),
                () ->
                        desk.status(ANA).stream()
                                .skip(index)
                                .findFirst()
                                .filter(status -> status.phase() == phase));
    }

    private static OutputDesk desk(Ticker ticker) {
        var loopback = InetAddress.getLoopbackAddress();
        return new OutputDesk(OutputReach.of(loopback::equals), ticker, new Random(1)).start();
    }

    private static OutputTarget target(String url) {
        return new OutputTarget("custom", url, true);
    }

    private static String english(OutputStatus status) {
        return status.reason().in(Language.ENGLISH);
    }

    /// Of frames; what says how to decode them comes at the same time as the first of them.
    private static List<Long> times(Visit visit, int type) {
        return visit.media.stream()
                .filter(message -> message.type() == type && message.payload()[1] == 1)
                .map(RtmpMessage::timestamp)
                .toList();
    }

    private static List<FlvBody> videoBodies(Visit visit) {
        return visit.media.stream()
                .filter(message -> message.type() == RtmpMessage.VIDEO)
                .map(message -> FlvVideo.parse(message.payload()))
                .toList();
    }

    private static long configs(Visit visit) {
        return videoBodies(visit).stream().filter(FlvBody.Config.class::isInstance).count();
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
