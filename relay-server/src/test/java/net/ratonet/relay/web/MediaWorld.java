package net.ratonet.relay.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.KeyMaker;
import net.ratonet.relay.account.TestAccounts;
import net.ratonet.relay.channel.AssetId;
import net.ratonet.relay.channel.ChannelBook;
import net.ratonet.relay.channel.ChannelKeys;
import net.ratonet.relay.channel.FakeChannelStore;
import net.ratonet.relay.channel.IngestPorts;
import net.ratonet.relay.channel.SlateAssets;
import net.ratonet.relay.config.Language;
import net.ratonet.relay.config.SrtConfig;
import net.ratonet.relay.control.MediaControl;
import net.ratonet.relay.control.MediaDesks;
import net.ratonet.relay.ffmpeg.FfmpegChild;
import net.ratonet.relay.session.FeedsConfig;
import net.ratonet.relay.session.LiveFeeds;
import net.ratonet.relay.session.PlayRight;
import net.ratonet.shared.flow.Ticker;

/// A relay's media side for the web door: real feeds, keys and files, outputs that only write down
/// what they are asked.
final class MediaWorld implements AutoCloseable {

    static final int QUOTA = 20_000_000;

    final FakeChannelStore store = new FakeChannelStore();
    final FakeMediaDoors doors = new FakeMediaDoors();
    final List<Predicate<PlayRight>> droppedPlayers = new ArrayList<>();
    final List<FfmpegChild> children = new ArrayList<>();
    final LiveFeeds feeds = new LiveFeeds(FeedsConfig.DEFAULT, Ticker.system());
    final Path folder;
    final ChannelBook channels;
    final ChannelKeys keys;
    final MediaControl control;
    private final SlateAssets assets;

    MediaWorld(Accounts accounts) throws IOException {
        var made = TestAccounts.seededKeys();
        folder = Files.createTempDirectory("ratonet-media");
        channels = ChannelBook.open(store, made, InstantSource.system(), Language.ENGLISH);
        keys =
                new ChannelKeys(
                        channels,
                        accounts,
                        new SrtConfig(9000, 100, 4, Duration.ofMillis(500), "operators-secret"));
        assets = new SlateAssets(folder, QUOTA, () -> id(made));
        control =
                new MediaControl(
                        channels,
                        assets,
                        new MediaDesks(
                                feeds, doors, doors, doors, droppedPlayers::add, () -> children),
                        Ticker.system());
        feeds.start();
        accounts.onRemoved(control::forget);
    }

    MediaParts parts() {
        return new MediaParts(control, channels, keys, assets, new IngestPorts(9000, 5001, 1935));
    }

    private static AssetId id(KeyMaker keys) {
        return new AssetId(keys.shortId());
    }

    @Override
    public void close() {
        control.close();
        feeds.close();
        try (var files = Files.walk(folder)) {
            files.sorted((one, other) -> other.compareTo(one))
                    .forEach(file -> file.toFile().delete());
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }
}
