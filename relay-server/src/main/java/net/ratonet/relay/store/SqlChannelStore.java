package net.ratonet.relay.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.ratonet.relay.channel.Channel;
import net.ratonet.relay.channel.ChannelStore;
import net.ratonet.relay.channel.PlayToken;
import net.ratonet.shared.telemetry.StreamerId;

/// Streamers' channels in the database, their keys sealed.
final class SqlChannelStore implements ChannelStore {

    private final Database database;
    private final SecretBox box;

    SqlChannelStore(Database database, SecretBox box) {
        this.database = database;
        this.box = box;
    }

    @Override
    public Map<StreamerId, Channel> load() throws IOException {
        var tokens = tokensByStreamer();
        var all = new HashMap<StreamerId, Channel>();
        for (var row : database.read(ChannelTable::all)) {
            var own = tokens.getOrDefault(row.streamerId(), List.of());
            all.put(new StreamerId(row.streamerId()), row.open(box, own));
        }
        return all;
    }

    private Map<String, List<PlayToken>> tokensByStreamer() throws IOException {
        var tokens = new HashMap<String, List<PlayToken>>();
        for (var row : database.read(PlayTokenTable::all)) {
            tokens.computeIfAbsent(row.streamerId(), _ -> new ArrayList<>()).add(row.open(box));
        }
        return tokens;
    }

    @Override
    public boolean save(StreamerId id, Channel channel) throws IOException {
        var row = ChannelRow.seal(id, channel, box);
        var tokens =
                channel.playTokens().stream()
                        .map(token -> PlayTokenRow.seal(id.value(), token, box))
                        .toList();
        return database.write(handle -> {
            var isThere = ChannelTable.upsert(handle, row);
            if (isThere) {
                PlayTokenTable.replace(handle, id.value(), tokens);
            }
            return isThere;
        });
    }
}
