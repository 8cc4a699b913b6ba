package net.ratonet.relay.store;

import java.io.IOException;
import net.ratonet.relay.scene.ObsSettings;
import net.ratonet.relay.scene.OwnObs;
import net.ratonet.relay.scene.SceneRules;
import net.ratonet.relay.scene.SceneRulesCodec;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A line of `obs_settings` as it lies in the database: the password sealed, the rules as JSON.
/// Public for Jdbi, which reads and makes it by reflection.
public record ObsSettingsRow(
        String streamerId, boolean enabled, String host, int port, String password, String rules) {

    private static final Logger LOG = LoggerFactory.getLogger(ObsSettingsRow.class);

    static ObsSettingsRow seal(StreamerId id, OwnObs own, SecretBox box) {
        var settings = own.settings();
        return new ObsSettingsRow(
                id.value(),
                own.enabled(),
                settings.host(),
                settings.port(),
                box.seal(settings.password(), passwordOf(id.value())),
                Json.write(SceneRulesCodec.encode(settings.rules())));
    }

    /// Rules of another version that mean nothing here switch the OBS off, rather than the relay:
    /// wrong rules would switch scenes wrongly.
    OwnObs open(SecretBox box) throws IOException {
        var secret = box.open(password, passwordOf(streamerId));
        return switch (Json.readObject(rules).flatMap(SceneRulesCodec::decode)) {
            case Decoded.Accepted<SceneRules>(var sound) ->
                    new OwnObs(enabled, new ObsSettings(host, port, secret, sound));
            case Decoded.Refused<SceneRules> _, Decoded.Malformed<SceneRules> _ -> {
                LOG.warn("{}: the OBS settings cannot be read, so they are off", streamerId);
                yield new OwnObs(false, new ObsSettings(host, port, secret, SceneRules.DEFAULT));
            }
        };
    }

    private static String passwordOf(String id) {
        return "obs_settings.password of " + id;
    }

    @Override
    public String toString() {
        return "ObsSettingsRow[%s]".formatted(streamerId);
    }
}
