package net.ratonet.relay.main;

import java.util.List;
import java.util.Optional;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.config.ObsConfig;
import net.ratonet.relay.scene.ObsSettings;
import net.ratonet.relay.scene.SceneNames;
import net.ratonet.relay.scene.SceneRules;
import net.ratonet.relay.scene.SceneTiming;
import net.ratonet.shared.telemetry.StreamerId;

/// Who the one OBS of the operator's settings belongs to: the only approved streamer. Where there
/// are several, they would fight over it, so each needs an OBS of their own.
final class GlobalObs {

    private GlobalObs() {}

    static Optional<ObsSettings> of(StreamerId id, List<Account> accounts, ObsConfig config) {
        var approved = accounts.stream().filter(Account::approved).map(Account::id).toList();
        return approved.equals(List.of(id)) ? Optional.of(settings(config)) : Optional.empty();
    }

    private static ObsSettings settings(ObsConfig config) {
        var rules =
                SceneRules.of(
                        SceneNames.of(config.liveScene(), config.brbScene()),
                        SceneTiming.of(config.fallbackDelay(), config.recoveryDelay()));
        return new ObsSettings(config.host(), config.port(), config.password(), rules);
    }
}
