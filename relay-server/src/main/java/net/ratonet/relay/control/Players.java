package net.ratonet.relay.control;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import net.ratonet.relay.channel.PlayGrant;
import net.ratonet.relay.session.ChunkSource;
import net.ratonet.shared.telemetry.StreamerId;

/// Everybody who watches over HTTP. Any thread may call.
public final class Players implements AutoCloseable {

    /// Of one streamer: an OBS or two, a phone, and those that nobody has closed.
    static final int MOST = 20;

    private final Function<StreamerId, Optional<ChunkSource>> fields;
    private final Function<StreamerId, Optional<ChunkSource>> programmes;
    private final List<Player> playing = new CopyOnWriteArrayList<>();

    /// Nobody watches yet.
    ///
    /// @param fields the stream as it comes; what players without the slate see
    /// @param programmes the stream with the slate in its gaps
    public Players(
            Function<StreamerId, Optional<ChunkSource>> fields,
            Function<StreamerId, Optional<ChunkSource>> programmes) {
        this.fields = fields;
        this.programmes = programmes;
    }

    /// Empty when too many watch this streamer already.
    public synchronized Optional<Player> open(PlayGrant grant) {
        if (watching(grant.streamer()) >= MOST) {
            return Optional.empty();
        }
        var source = grant.token().slate() ? programmes : fields;
        var holder = new Player[1];
        var player =
                new Player(
                        grant,
                        () -> source.apply(grant.streamer()),
                        () -> playing.remove(holder[0]));
        holder[0] = player;
        playing.add(player);
        return Optional.of(player);
    }

    public long watching(StreamerId id) {
        return playing.stream().filter(player -> player.grant().streamer().equals(id)).count();
    }

    /// Ends those whom the condition names.
    public void drop(Predicate<PlayGrant> which) {
        playing.stream().filter(player -> which.test(player.grant())).forEach(Player::close);
    }

    @Override
    public void close() {
        drop(_ -> true);
    }
}
