package net.ratonet.relay.store;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import net.ratonet.relay.scene.OwnObs;
import net.ratonet.relay.scene.settings.ObsSettingsStore;
import net.ratonet.shared.telemetry.StreamerId;

/// Streamers' own OBS settings in the database, their passwords sealed.
final class SqlObsSettingsStore implements ObsSettingsStore {

    private final Database database;
    private final SecretBox box;

    SqlObsSettingsStore(Database database, SecretBox box) {
        this.database = database;
        this.box = box;
    }

    @Override
    public Map<StreamerId, OwnObs> load() throws IOException {
        var all = new HashMap<StreamerId, OwnObs>();
        for (var row : database.read(ObsSettingsTable::all)) {
            all.put(new StreamerId(row.streamerId()), row.open(box));
        }
        return all;
    }

    @Override
    public boolean save(StreamerId id, OwnObs own) throws IOException {
        var row = ObsSettingsRow.seal(id, own, box);
        return database.write(handle -> ObsSettingsTable.upsert(handle, row));
    }

    @Override
    public void delete(StreamerId id) throws IOException {
        database.change(handle -> ObsSettingsTable.delete(handle, id.value()));
    }
}
