package net.ratonet.relay.control;

import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.ratonet.relay.channel.Channel;
import net.ratonet.relay.channel.ChannelBook;
import net.ratonet.relay.channel.ChannelSettings;
import net.ratonet.relay.channel.PlayGrant;
import net.ratonet.relay.channel.SlateAssets;
import net.ratonet.relay.telemetry.MediaStatistics;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one door through which people, pages and chat ask for something to be done with a stream.
/// Any thread may call.
public final class MediaControl implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MediaControl.class);
    private static final MediaAnswer NOT_LIVE = new MediaAnswer.Refused("the stream is not live");

    private final ChannelBook channels;
    private final SlateAssets assets;
    private final MediaDesks desks;
    private final Players players;
    private final Ticker ticker;

    public MediaControl(ChannelBook channels, SlateAssets assets, MediaDesks desks, Ticker ticker) {
        this.channels = channels;
        this.assets = assets;
        this.desks = desks;
        this.players =
                new Players(
                        id -> desks.feeds().find(id).map(feed -> feed), desks.programmes()::stream);
        this.ticker = ticker;
    }

    public ProgrammeDoor programmes() {
        return desks.programmes();
    }

    public OutputDoor outputs() {
        return desks.outputs();
    }

    public RecordingDoor recordings() {
        return desks.recordings();
    }

    public Players players() {
        return players;
    }

    /// What goes on with everybody's media.
    public MediaView view() {
        return new MediaView(channels, desks, players, ticker);
    }

    public MediaMetrics metrics() {
        return new MediaMetrics(desks, ticker);
    }

    /// Changes the streamer's settings, and what is on air with them.
    public Channel change(StreamerId id, UnaryOperator<ChannelSettings> change) throws IOException {
        var before = channels.settings(id);
        var after = channels.change(id, change);
        var settings = after.settings();
        if (before.recording() != settings.recording()) {
            desks.recordings().switched(id, settings.recording());
        }
        if (before.autostart() != settings.autostart()) {
            desks.outputs().destinationsChanged(id);
        }
        return after;
    }

    /// A new publish key; whoever came in with the old one is sent away.
    public Channel rotatePublishKey(StreamerId id) throws IOException {
        var channel = channels.rotatePublishKey(id);
        desks.feeds().evict(id, "its key was rotated");
        return channel;
    }

    /// False when there is no such token. Who came in with it is sent away.
    public boolean revokePlayToken(StreamerId id, String tokenId) throws IOException {
        var had = channels.revokePlayToken(id, tokenId);
        players.drop(grant -> isOf(grant, id) && grant.token().id().equals(tokenId));
        desks.srtPlayers()
                .accept(right -> right.streamer().equals(id) && right.tokenId().equals(tokenId));
        return had;
    }

    /// Sends the publisher away; it may come back.
    public MediaAnswer kick(StreamerId id) {
        return desks.feeds().evict(id, "somebody ended it") ? MediaAnswer.DONE : NOT_LIVE;
    }

    /// How the stream comes in; empty while there is none, so that others may say what they know.
    public Optional<MediaStatistics> statistics(StreamerId id) {
        var now = ticker.nowNanos();
        return desks.feeds().find(id).map(feed -> FeedStatistics.of(feed.snapshot(now)));
    }

    /// Ends and removes everything of an account that has gone.
    public void forget(StreamerId id) {
        desks.feeds().evict(id, "its account was removed");
        desks.programmes().end(id);
        desks.outputs().forget(id);
        players.drop(grant -> isOf(grant, id));
        desks.srtPlayers().accept(right -> right.streamer().equals(id));
        channels.forget(id);
        try {
            desks.recordings().forget(id);
            assets.forget(id);
        } catch (IOException failure) {
            LOG.warn("{}: its files could not be removed", id, failure);
        }
    }

    private static boolean isOf(PlayGrant grant, StreamerId id) {
        return grant.streamer().equals(id);
    }

    /// Sends away those who watch over HTTP.
    @Override
    public void close() {
        players.close();
    }
}
