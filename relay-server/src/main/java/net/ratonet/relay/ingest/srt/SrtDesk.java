package net.ratonet.relay.ingest.srt;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import net.ratonet.relay.ingest.loop.PacketLoop;
import net.ratonet.relay.ingest.srt.wire.Handshake;
import net.ratonet.relay.ingest.srt.wire.Rejection;
import net.ratonet.relay.ingest.srt.wire.SynCookies;
import net.ratonet.relay.session.Admission;
import net.ratonet.relay.session.IngestOrigin;
import net.ratonet.relay.session.IngestProtocol;
import net.ratonet.relay.session.PlayRight;
import net.ratonet.relay.session.PublishRight;
import net.ratonet.shared.flow.Ticker;

/// Lets callers in or sends them away, for the SRT ports and for bonds alike. Any thread may call.
final class SrtDesk implements SrtDoor, AutoCloseable {

    private static final int MOST_CALLS = 512;

    private final SrtBackend backend;
    private final CallJudge judge;
    private final RefusalLog refusals;
    private final RandomGenerator random;
    private final Listeners listeners;
    private final Set<SpliceChild> open = ConcurrentHashMap.newKeySet();

    SrtDesk(SrtBackend backend, Ticker ticker, RandomGenerator random) {
        this.backend = backend;
        this.judge = new CallJudge(backend.keys());
        this.refusals = new RefusalLog(ticker);
        this.random = random;
        this.listeners = new Listeners(backend.ffmpeg());
    }

    /// From now on the next publisher need not wait for an FFmpeg to start.
    void start() {
        listeners.prepare();
    }

    @Override
    public void close() {
        listeners.close();
    }

    @Override
    public SrtSession open(SrtPeer peer, PacketLoop loop) {
        return open(peer, loop, new SynCookies(random));
    }

    PeerSession open(SrtPeer peer, PacketLoop loop, SynCookies cookies) {
        return new PeerSession(peer, loop, cookies, this);
    }

    /// A call, or the reason why there is none.
    Answer answer(Handshake conclusion, SrtPeer peer) {
        var answer =
                open.size() < MOST_CALLS
                        ? granted(conclusion, peer)
                        : refused(Rejection.OVERLOAD, "comes when the relay has no room left");
        if (answer instanceof Answer.No(_, var why)) {
            refusals.refused(peer.address().getAddress(), why);
        }
        return answer;
    }

    SpliceChild childFor(CallMedia media) {
        var child = new SpliceChild(media, listeners, open::remove);
        open.add(child);
        return child;
    }

    void dropPlayers(Predicate<PlayRight> which) {
        for (var child : open) {
            if (child.media() instanceof PlayMedia player && which.test(player.right())) {
                player.withdraw();
            }
        }
    }

    private Answer granted(Handshake conclusion, SrtPeer peer) {
        return switch (judge.judge(conclusion)) {
            case CallVerdict.Publishes(var right, var security) ->
                    publisher(conclusion, peer, right, security);
            case CallVerdict.Plays(var right, var security) -> player(conclusion, right, security);
            case CallVerdict.Refused(var code, var why) -> refused(code, why);
        };
    }

    private Answer publisher(
            Handshake conclusion, SrtPeer peer, PublishRight right, CallSecurity security) {
        endTailsOf(right);
        var origin = new IngestOrigin(peer.protocol(), peer.address(), peer.slot());
        return switch (backend.feeds().admit(right, origin)) {
            case Admission.Admitted(var intake) -> {
                var latency =
                        peer.protocol() == IngestProtocol.SRTLA
                                ? right.bondedLatency()
                                : right.latency();
                yield accepted(
                        conclusion, new PublishMedia(right.streamer(), latency, intake), security);
            }
            case Admission.Busy(var other) ->
                    refused(
                            Rejection.CONFLICT,
                            "publishes for %s while %s does"
                                    .formatted(right.streamer(), other.address()));
            case Admission.Full() ->
                    refused(Rejection.OVERLOAD, "comes when the relay has no room left");
        };
    }

    /// An encoder that comes back at once must not find its own last words in its way.
    private void endTailsOf(PublishRight right) {
        for (var child : open) {
            if (child.isDraining() && child.media().streamer().equals(right.streamer())) {
                child.close();
            }
        }
    }

    private Answer player(Handshake conclusion, PlayRight right, CallSecurity security) {
        Optional<CallMedia> media =
                backend.programmes().apply(right).map(programme -> new PlayMedia(right, programme));
        return media.map(player -> accepted(conclusion, player, security))
                .orElseGet(() ->
                        refused(
                                Rejection.NOT_FOUND,
                                "wants to play %s, of which there is nothing to play"
                                        .formatted(right.streamer())));
    }

    private static Answer accepted(Handshake conclusion, CallMedia media, CallSecurity security) {
        return new Answer.Yes(new SrtCall.Opening(conclusion, media, security));
    }

    private static Answer refused(Rejection code, String why) {
        return new Answer.No(code, why);
    }

    /// What a caller is told.
    sealed interface Answer {

        record Yes(SrtCall.Opening opening) implements Answer {}

        record No(Rejection code, String why) implements Answer {}
    }
}
