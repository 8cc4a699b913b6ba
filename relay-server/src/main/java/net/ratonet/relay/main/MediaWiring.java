package net.ratonet.relay.main;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.address.AddressKind;
import net.ratonet.relay.channel.ChannelBook;
import net.ratonet.relay.channel.ChannelKeys;
import net.ratonet.relay.channel.IngestPorts;
import net.ratonet.relay.channel.SlateAssets;
import net.ratonet.relay.channel.SlateChoice;
import net.ratonet.relay.config.MediaConfig;
import net.ratonet.relay.control.LiveProgrammes;
import net.ratonet.relay.control.MediaControl;
import net.ratonet.relay.control.MediaDesks;
import net.ratonet.relay.control.PlatformOutputs;
import net.ratonet.relay.control.StreamRecorder;
import net.ratonet.relay.ffmpeg.Ffmpeg;
import net.ratonet.relay.ffmpeg.FfmpegLauncher;
import net.ratonet.relay.ingest.rtmp.RtmpConfig;
import net.ratonet.relay.ingest.rtmp.RtmpServer;
import net.ratonet.relay.ingest.srt.SrtBackend;
import net.ratonet.relay.ingest.srt.SrtGateway;
import net.ratonet.relay.ingest.srt.SrtPorts;
import net.ratonet.relay.ingest.srtla.SrtlaLimits;
import net.ratonet.relay.ingest.srtla.SrtlaServer;
import net.ratonet.relay.output.programme.ProgrammeConfig;
import net.ratonet.relay.output.programme.ProgrammeDesk;
import net.ratonet.relay.output.recording.RecordingConfig;
import net.ratonet.relay.output.recording.RecordingDesk;
import net.ratonet.relay.output.rtmp.OutputDesk;
import net.ratonet.relay.output.rtmp.OutputReach;
import net.ratonet.relay.output.slate.SlateShelf;
import net.ratonet.relay.session.ChunkSource;
import net.ratonet.relay.session.FeedsConfig;
import net.ratonet.relay.session.LiveFeeds;
import net.ratonet.relay.session.PlayRight;
import net.ratonet.shared.flow.Ticker;

/// Builds the media side in the order in which media flows backwards, so that whoever receives is
/// there before whoever sends, and closes it the other way round.
final class MediaWiring implements AutoCloseable {

    /// Slates that were made, for all streamers; what does not fit is made again.
    private static final long SLATE_SHELF_BYTES = 1L << 30;

    private final MediaConfig config;
    private final Accounts accounts;
    private final ChannelBook channels;
    private final SlateAssets assets;
    private final RelaySwitches switches;
    private final InstantSource clock;
    private final Ticker ticker;
    private final SecureRandom random;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    MediaWiring(
            MediaConfig config,
            Accounts accounts,
            ChannelBook channels,
            SlateAssets assets,
            RelaySwitches switches,
            InstantSource clock,
            SecureRandom random) {
        this.config = config;
        this.accounts = accounts;
        this.channels = channels;
        this.assets = assets;
        this.switches = switches;
        this.clock = clock;
        this.ticker = Ticker.system();
        this.random = random;
    }

    /// The media side that runs.
    record Started(MediaControl control, LiveFeeds feeds, ChannelKeys keys, IngestPorts ports) {}

    Started start() throws IOException {
        var ffmpeg = keep(ffmpeg());
        var feeds = keep(new LiveFeeds(feedsConfig(), ticker).start());
        var recordings = recordings(feeds);
        var programmes = programmes(feeds, ffmpeg);
        recordings.follow(programmes);
        var outputs = outputs(feeds, programmes);
        var keys = new ChannelKeys(channels, accounts, config.srt());
        var srt = keep(srt(keys, feeds, programmes, ffmpeg));
        var ports = switches.doors() ? doors(keys, feeds, srt) : new IngestPorts(0, 0, 0);
        var desks =
                new MediaDesks(
                        feeds,
                        new LiveProgrammes(programmes, ticker),
                        outputs,
                        recordings,
                        srt::dropPlayers,
                        ffmpeg::children);
        var control = keep(new MediaControl(channels, assets, desks, ticker));
        return new Started(control, feeds, keys, ports);
    }

    @Override
    public void close() {
        Closing.all(parts);
    }

    private Ffmpeg ffmpeg() {
        return config.ffmpeg().isEmpty()
                ? FfmpegLauncher.bundled()
                : FfmpegLauncher.at(Path.of(config.ffmpeg()));
    }

    private FeedsConfig feedsConfig() {
        var usual = FeedsConfig.DEFAULT;
        return new FeedsConfig(
                config.mostStreams(),
                usual.silentAfter(),
                usual.firstBytes(),
                usual.probation(),
                usual.keptAfterLast(),
                usual.groupBytes());
    }

    private StreamRecorder recordings(LiveFeeds feeds) {
        var room = config.recording();
        var desk =
                keep(
                        new RecordingDesk(
                                        new RecordingConfig(
                                                config.folder().resolve("recordings"),
                                                room.mostBytesPerFile(),
                                                room.longestFile(),
                                                room.bytesPerStreamer(),
                                                room.bytesOfAll()),
                                        clock,
                                        ticker)
                                .start());
        return keep(new StreamRecorder(desk, feeds, channels));
    }

    private ProgrammeDesk programmes(LiveFeeds feeds, Ffmpeg ffmpeg) {
        var shelf =
                keep(
                        new SlateShelf(
                                config.folder().resolve("shelf"),
                                SLATE_SHELF_BYTES,
                                ffmpeg,
                                new SlateChoice(channels, accounts),
                                assets::file,
                                ticker));
        shelf.start();
        var desk =
                keep(
                        new ProgrammeDesk(
                                feeds,
                                shelf,
                                new ProgrammeConfig(
                                        config.slate().after(),
                                        config.slate().longest(),
                                        ProgrammeConfig.DEFAULT.groupBytes()),
                                ticker,
                                clock));
        desk.start();
        return desk;
    }

    private PlatformOutputs outputs(LiveFeeds feeds, ProgrammeDesk programmes) {
        var privateToo = config.privateOutputs();
        var reach =
                OutputReach.of(address -> AddressKind.seenFromHere(address).isOpenTo(privateToo));
        var desk = keep(new OutputDesk(reach, ticker, random).start());
        var outputs =
                new PlatformOutputs(desk, accounts, channels, config.targets(), feeds, ticker);
        if (switches.outputs()) {
            programmes.subscribe(outputs::happened);
        }
        return outputs;
    }

    private SrtGateway srt(
            ChannelKeys keys, LiveFeeds feeds, ProgrammeDesk programmes, Ffmpeg ffmpeg)
            throws IOException {
        var ports = config.srt();
        return new SrtGateway(
                new SrtPorts(
                        ports.basePort(),
                        ports.basePort() == 0 ? 1 : ports.portCount(),
                        ports.maxLinks()),
                new SrtBackend(
                        keys.withIds(), feeds, right -> shown(right, feeds, programmes), ffmpeg),
                ticker,
                random);
    }

    private static Optional<ChunkSource> shown(
            PlayRight right, LiveFeeds feeds, ProgrammeDesk programmes) {
        return right.slate()
                ? programmes.find(right.streamer()).map(programme -> programme)
                : feeds.find(right.streamer()).map(feed -> feed);
    }

    private IngestPorts doors(ChannelKeys keys, LiveFeeds feeds, SrtGateway srt)
            throws IOException {
        srt.start();
        var srtla = keep(srtla(config.srtla().port(), srt));
        srtla.start();
        if (config.srtla().oldPort() != config.srtla().port()) {
            keep(srtla(config.srtla().oldPort(), srt)).start();
        }
        var rtmp = keep(new RtmpServer(new RtmpConfig(config.rtmpPort()), keys, feeds, ticker));
        rtmp.start();
        return new IngestPorts(srt.port(), srtla.port(), rtmp.port());
    }

    private SrtlaServer srtla(int port, SrtGateway srt) throws IOException {
        return new SrtlaServer(port, SrtlaLimits.USUAL, srt.door(), ticker, random);
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }
}
