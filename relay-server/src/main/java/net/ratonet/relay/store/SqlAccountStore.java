package net.ratonet.relay.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.ratonet.relay.account.AccountStore;
import net.ratonet.relay.account.KeptAccount;
import net.ratonet.relay.account.OverlayToken;
import net.ratonet.shared.telemetry.StreamerId;
import org.jdbi.v3.core.Handle;

/// Accounts in the database, their secrets sealed.
final class SqlAccountStore implements AccountStore {

    private final Database database;
    private final SecretBox box;

    SqlAccountStore(Database database, SecretBox box) {
        this.database = database;
        this.box = box;
    }

    @Override
    public List<KeptAccount> load() throws IOException {
        var tokens = tokensByStreamer(database.read(OverlayTokenTable::all));
        var stations =
                database.read(StationKeyTable::all).stream()
                        .collect(
                                Collectors.groupingBy(
                                        StationKeyRow::streamerId,
                                        Collectors.mapping(
                                                StationKeyRow::open, Collectors.toList())));
        var accounts = new ArrayList<KeptAccount>();
        for (var row : database.read(StreamerTable::all)) {
            accounts.add(
                    row.open(box, tokens.getOrDefault(row.id(), List.of()))
                            .withStationKeys(stations.getOrDefault(row.id(), List.of())));
        }
        return accounts;
    }

    private Map<String, List<OverlayToken>> tokensByStreamer(List<OverlayTokenRow> rows)
            throws IOException {
        var tokens = new HashMap<String, List<OverlayToken>>();
        for (var row : rows) {
            tokens.computeIfAbsent(row.streamerId(), _ -> new ArrayList<>()).add(row.open(box));
        }
        return tokens;
    }

    @Override
    public boolean insert(KeptAccount account) throws IOException {
        var row = StreamerRow.seal(account, box);
        var tokens = seal(account);
        var stations = stations(account);
        return database.write(handle -> {
            var isNew = StreamerTable.insert(handle, row);
            if (isNew) {
                OverlayTokenTable.replace(handle, row.id(), tokens);
                StationKeyTable.replace(handle, row.id(), stations);
            }
            return isNew;
        });
    }

    @Override
    public void update(KeptAccount account) throws IOException {
        var row = StreamerRow.seal(account, box);
        var tokens = seal(account);
        var stations = stations(account);
        database.change(handle -> update(handle, row, tokens, stations));
    }

    private static void update(
            Handle handle,
            StreamerRow row,
            List<OverlayTokenRow> tokens,
            List<StationKeyRow> stations) {
        StreamerTable.update(handle, row);
        OverlayTokenTable.replace(handle, row.id(), tokens);
        StationKeyTable.replace(handle, row.id(), stations);
    }

    @Override
    public void delete(StreamerId id) throws IOException {
        database.change(handle -> StreamerTable.delete(handle, id.value()));
    }

    private static List<StationKeyRow> stations(KeptAccount account) {
        return account.stationKeys().stream()
                .map(key -> StationKeyRow.of(account.id().value(), key))
                .toList();
    }

    private List<OverlayTokenRow> seal(KeptAccount account) {
        return account.overlayTokens().stream()
                .map(token -> OverlayTokenRow.seal(account.id().value(), token, box))
                .toList();
    }
}
