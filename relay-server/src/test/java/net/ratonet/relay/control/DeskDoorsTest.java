package net.ratonet.relay.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.Destination;
import net.ratonet.relay.account.FakeAccountStore;
import net.ratonet.relay.account.TestAccounts;
import net.ratonet.relay.channel.ChannelBook;
import net.ratonet.relay.channel.ChannelSettings;
import net.ratonet.relay.channel.FakeChannelStore;
import net.ratonet.relay.config.GlobalTargets;
import net.ratonet.relay.config.Language;
import net.ratonet.relay.output.programme.ProgrammeConfig;
import net.ratonet.relay.output.programme.ProgrammeDesk;
import net.ratonet.relay.output.rtmp.OutputDesk;
import net.ratonet.relay.output.rtmp.OutputReach;
import net.ratonet.relay.output.slate.SlateOffer;
import net.ratonet.relay.session.Admission;
import net.ratonet.relay.session.FeedsConfig;
import net.ratonet.relay.session.IngestOrigin;
import net.ratonet.relay.session.IngestProtocol;
import net.ratonet.relay.session.LiveFeeds;
import net.ratonet.relay.session.PublishRight;
import net.ratonet.relay.session.ts.SampleStream;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DeskDoorsTest {

    private final Ticker ticker = Ticker.system();
    private final LiveFeeds feeds = new LiveFeeds(FeedsConfig.DEFAULT, ticker);
    private final ProgrammeDesk programmeDesk =
            new ProgrammeDesk(
                    feeds,
                    (_, _) -> new SlateOffer.Impossible("no FFmpeg here"),
                    ProgrammeConfig.DEFAULT,
                    ticker,
                    InstantSource.system());
    private final OutputDesk outputDesk =
            new OutputDesk(OutputReach.of(_ -> true), ticker, new Random(7));
    private Accounts accounts;
    private ChannelBook channels;
    private StreamerId ana;
    private ProgrammeDoor programmes;
    private PlatformOutputs outputs;

    @BeforeEach
    void open() throws IOException {
        feeds.start();
        programmeDesk.start();
        accounts = TestAccounts.open(new FakeAccountStore());
        channels =
                ChannelBook.open(
                        new FakeChannelStore(),
                        TestAccounts.seededKeys(),
                        InstantSource.system(),
                        Language.ENGLISH);
        ana = TestAccounts.register(accounts, "ana").account().id();
        programmes = new LiveProgrammes(programmeDesk, ticker);
        outputs =
                new PlatformOutputs(
                        outputDesk, accounts, channels, new GlobalTargets("", ""), feeds, ticker);
        programmeDesk.subscribe(outputs::happened);
    }

    @AfterEach
    void close() {
        outputDesk.close();
        programmeDesk.close();
        feeds.close();
    }

    @Test
    void refusesWishesForWhoIsNotOnAir() {
        assertThat(programmes.status(ana)).isEmpty();
        assertThat(programmes.takeBreak(ana))
                .isEqualTo(new MediaAnswer.Refused("the streamer is not on air"));
    }

    @Test
    void endsAProgrammeAndSaysWhyItHasNoSlate() {
        publish();
        Await.until("it is on air", () -> programmes.status(ana).isPresent());
        Await.until(
                "the slate's trouble is told",
                () -> programmes.status(ana).orElseThrow().problems().contains("no FFmpeg here"));

        var ended = programmes.end(ana);

        assertThat(ended).isEqualTo(MediaAnswer.DONE);
        Await.until("it is over", () -> programmes.status(ana).isEmpty());
    }

    @Test
    void numbersOutputsAsTheDestinationsStand() throws IOException {
        accounts.replaceDestinations(
                ana,
                List.of(
                        new Destination("twitch", "rtmp://127.0.0.1:1/app/live_secret", true),
                        new Destination("kick", "rtmp://127.0.0.1:1/app/sk_secret", false)));

        outputs.destinationsChanged(ana);

        awaitStates("idle", "stopped");
        var all = outputs.outputs(ana, Language.ENGLISH);
        assertThat(all).extracting(OutputStatus::number).containsExactly(1, 2);
        assertThat(all.toString()).doesNotContain("secret");
        assertThat(outputs.stop(ana, 1)).isEqualTo(MediaAnswer.DONE);
        assertThat(outputs.start(ana, 2)).isEqualTo(MediaAnswer.DONE);
        awaitStates("stopped", "idle");
        assertThat(outputs.start(ana, 3)).isInstanceOf(MediaAnswer.Unknown.class);
    }

    @Test
    void startsNothingByItselfWhereThatIsSwitchedOff() throws IOException {
        channels.change(ana, DeskDoorsTest::byHand);
        accounts.replaceDestinations(
                ana, List.of(new Destination("twitch", "rtmp://127.0.0.1:1/app/live_x", true)));
        publish();
        Await.until("it is on air", () -> programmes.status(ana).isPresent());
        Await.until("outputs know", () -> !outputs.outputs(ana, Language.ENGLISH).isEmpty());

        assertThat(outputs.outputs(ana, Language.ENGLISH).getFirst().state()).isEqualTo("stopped");
    }

    private void awaitStates(String... states) {
        Await.until(
                "outputs are " + List.of(states),
                () ->
                        outputs.outputs(ana, Language.ENGLISH).stream()
                                .map(OutputStatus::state)
                                .toList()
                                .equals(List.of(states)));
    }

    private static ChannelSettings byHand(ChannelSettings settings) {
        return new ChannelSettings(
                settings.passphrase(),
                settings.encryptedOnly(),
                settings.latency(),
                settings.bondedLatency(),
                settings.recording(),
                false,
                settings.slate());
    }

    private void publish() {
        var second = Duration.ofSeconds(1);
        var right = new PublishRight(ana, Optional.empty(), false, second, second);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 7_000);
        var origin = new IngestOrigin(IngestProtocol.SRT, address, 0);
        var intake = ((Admission.Admitted) feeds.admit(right, origin)).intake();
        var stream = SampleStream.h264();
        intake.write(stream, 0, stream.length);
    }
}
