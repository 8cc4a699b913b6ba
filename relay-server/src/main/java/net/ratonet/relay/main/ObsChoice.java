package net.ratonet.relay.main;

import java.util.Optional;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.config.ObsConfig;
import net.ratonet.relay.scene.OwnObs;
import net.ratonet.relay.scene.obs.ObsTarget;
import net.ratonet.relay.scene.settings.ObsBook;
import net.ratonet.shared.telemetry.StreamerId;

/// Which OBS an approved streamer's scenes are in: the one they have set, else the operator's. One
/// that is switched off is not replaced by the other. Any thread may ask.
final class ObsChoice {

    private final Accounts accounts;
    private final ObsBook book;
    private final ObsConfig config;

    ObsChoice(Accounts accounts, ObsBook book, ObsConfig config) {
        this.accounts = accounts;
        this.book = book;
        this.config = config;
    }

    Optional<ObsTarget> of(StreamerId id) {
        return accounts.byId(id).filter(Account::approved).flatMap(account -> target(account.id()));
    }

    private Optional<ObsTarget> target(StreamerId id) {
        var own = book.find(id);
        return own.isPresent()
                ? own.filter(OwnObs::enabled)
                        .map(set -> ObsTarget.ofStreamer(set.settings(), config.privateHosts()))
                : GlobalObs.of(id, accounts.all(), config).map(ObsTarget::ofOperator);
    }
}
