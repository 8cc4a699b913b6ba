package net.ratonet.relay.output.rtmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.net.ssl.SSLContext;
import net.ratonet.relay.config.Language;
import net.ratonet.relay.ffmpeg.FfmpegLauncher;
import net.ratonet.relay.output.rtmp.TestPlatform.Manner;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EncryptedOutputTest {

    private static final StreamerId ANA = new StreamerId("ana");

    private final FfmpegLauncher ffmpeg = FfmpegLauncher.bundled();

    @TempDir private Path folder;
    private TestPlatform platform;
    private TlsFront front;

    @BeforeEach
    void opens() throws Exception {
        platform = new TestPlatform(Manner.KIND);
        front = TlsFront.start(folder, platform.port());
    }

    @AfterEach
    void closes() throws Exception {
        front.close();
        platform.close();
        ffmpeg.close();
    }

    @Test
    void sendsEncryptedToTheNamedHost() throws Exception {
        try (var desk = desk(front.trusting());
                var programme = TestProgramme.of(ffmpeg, 1, TestClips.SMALL).start(1)) {
            goLive(desk, "live.example", programme);

            Await.until("it is live", () -> desk.count(OutputPhase.LIVE) == 1);
            var visit = platform.visits().getFirst();
            Await.until("media come", () -> visit.media.size() > 50);

            assertThat(front.names()).singleElement().asString().contains("live.example");
        }
    }

    @Test
    void refusesACertificateOfAnotherHost() throws Exception {
        assertThat(troubleWith("other.example", front.trusting()))
                .contains("The secure connection to other.example failed");
    }

    @Test
    void refusesACertificateThatNobodyVouchesFor() throws Exception {
        assertThat(troubleWith("live.example", SSLContext.getDefault()))
                .contains("The secure connection to live.example failed");
    }

    private String troubleWith(String host, SSLContext tls) throws Exception {
        try (var desk = desk(tls);
                var programme = TestProgramme.of(ffmpeg, 1, TestClips.SMALL).start(1)) {
            goLive(desk, host, programme);

            Await.until("it waits", () -> desk.count(OutputPhase.WAITING) == 1);
            assertThat(platform.visits()).allMatch(visit -> visit.commands.isEmpty());
            return english(desk);
        }
    }

    private void goLive(OutputDesk desk, String host, TestProgramme programme) {
        var url = "rtmps://%s:%d/app/KEY".formatted(host, front.port());
        desk.targets(ANA, List.of(new OutputTarget("custom", url, true)));
        desk.onAir(ANA, programme);
    }

    private static String english(OutputDesk desk) {
        return desk.status(ANA).getFirst().reason().in(Language.ENGLISH);
    }

    private static OutputDesk desk(SSLContext tls) {
        var loopback = InetAddress.getLoopbackAddress();
        var reach = new OutputReach(_ -> true, _ -> new InetAddress[] {loopback}, tls);
        return new OutputDesk(reach, Ticker.system(), new Random(1)).start();
    }
}
