package net.ratonet.relay.account;

import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import net.ratonet.relay.privacy.PrivacyRules;
import net.ratonet.shared.flow.Latest.Subscription;
import net.ratonet.shared.telemetry.StreamerId;

/// The streamers of this relay. Any thread may call: reading is from memory and never waits; a
/// change is durable when its method returns, and has not happened when it throws.
public final class Accounts {

    public static final int MOST_OVERLAY_TOKENS = 50;

    private final AccountStore store;
    private final KeyMaker keys;
    private final InstantSource clock;
    private final boolean autoApprove;
    private final AccountIndex index = new AccountIndex();
    private final AccountList list = new AccountList(index);
    private final StationKeys stations;
    private final Turns turns = new Turns();
    private final List<Consumer<StreamerId>> removalListeners = new CopyOnWriteArrayList<>();

    private Accounts(AccountStore store, KeyMaker keys, InstantSource clock, boolean autoApprove) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.autoApprove = autoApprove;
        this.stations = new StationKeys(this, keys, clock);
    }

    /// Reads all accounts into memory.
    ///
    /// @param autoApprove whether a new streamer may connect before an admin has looked
    public static Accounts open(
            AccountStore store, KeyMaker keys, InstantSource clock, boolean autoApprove)
            throws IOException {
        var accounts = new Accounts(store, keys, clock, autoApprove);
        store.load().forEach(accounts.index::add);
        accounts.list.changed();
        return accounts;
    }

    public RegisterResult register(Registration registration) throws IOException {
        var email = EmailKey.of(registration.email());
        var turn = turns.of(email);
        turn.lock();
        try {
            return index.hasEmail(email) ? new RegisterResult.EmailTaken() : insert(registration);
        } finally {
            turn.unlock();
        }
    }

    private RegisterResult insert(Registration registration) throws IOException {
        var apiKey = keys.apiKey();
        var kept = KeptAccount.fresh(newAccount(registration), KeyHash.of(apiKey), keys.pullKey());
        if (!store.insert(kept)) {
            return new RegisterResult.EmailTaken();
        }
        index.add(kept);
        list.changed();
        return new RegisterResult.Registered(kept.account(), apiKey, kept.pullKey());
    }

    private Account newAccount(Registration registration) {
        return new Account(
                keys.streamerId(),
                registration.name(),
                registration.email(),
                registration.avatarUrl(),
                registration.color(),
                false,
                autoApprove,
                registration.socials(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /// By the account's own key or that of one of its stations.
    public Optional<Account> byApiKey(String apiKey) {
        return keptByApiKey(KeyHash.of(apiKey)).map(KeptAccount::account);
    }

    /// By the account's own key only.
    public Optional<Account> byOwnKey(String apiKey) {
        var hash = KeyHash.of(apiKey);
        return keptByApiKey(hash)
                .filter(kept -> kept.apiKey().equals(hash))
                .map(KeptAccount::account);
    }

    /// The keys of stations.
    public StationKeys stations() {
        return stations;
    }

    Optional<KeptAccount> keptByApiKey(KeyHash key) {
        return index.byApiKey(key);
    }

    Optional<KeptAccount> kept(StreamerId id) {
        return index.byId(id);
    }

    public Optional<Account> byId(StreamerId id) {
        return index.byId(id).map(KeptAccount::account);
    }

    /// All accounts, approved or not, oldest first.
    public List<Account> all() {
        return list.get();
    }

    /// What the holder of an overlay token or of the old pull key may see.
    public Optional<OverlayGrant> overlayGrant(String tokenOrPullKey) {
        return index.byOverlayKey(KeyHash.of(tokenOrPullKey));
    }

    /// Changes the given fields and answers their wire names.
    public List<String> changeProfile(StreamerId id, ProfileChange change) throws IOException {
        update(id, kept -> kept.with(kept.account().changed(change)));
        return change.fields();
    }

    public String pullKey(StreamerId id) {
        return require(id).pullKey();
    }

    /// Answers the new key, for the only time; the old one has stopped working.
    public String rotateApiKey(StreamerId id) throws IOException {
        var key = keys.apiKey();
        update(id, kept -> kept.withApiKey(KeyHash.of(key)));
        return key;
    }

    public String rotatePullKey(StreamerId id) throws IOException {
        var key = keys.pullKey();
        update(id, kept -> kept.withPullKey(key));
        return key;
    }

    public List<Destination> destinations(StreamerId id) {
        return require(id).destinations();
    }

    public void replaceDestinations(StreamerId id, List<Destination> destinations)
            throws IOException {
        update(id, kept -> kept.withDestinations(destinations));
    }

    public String livepixToken(StreamerId id) {
        return require(id).livepixToken();
    }

    public void setLivepixToken(StreamerId id, String token) throws IOException {
        update(id, kept -> kept.withLivepixToken(token));
    }

    public PrivacyRules privacy(StreamerId id) {
        return require(id).privacy();
    }

    public void setPrivacy(StreamerId id, PrivacyRules rules) throws IOException {
        update(id, kept -> kept.withPrivacy(rules));
    }

    /// False when the account was approved before.
    public boolean approve(StreamerId id) throws IOException {
        var before = update(id, kept -> kept.with(kept.account().withApproval()));
        return !before.account().approved();
    }

    /// Answers whether the streamer has the crown now.
    public boolean toggleCrown(StreamerId id) throws IOException {
        var before =
                update(id, kept -> kept.with(kept.account().withCrown(!kept.account().crown())));
        return !before.account().crown();
    }

    /// Empty when the streamer has [#MOST_OVERLAY_TOKENS] already.
    public Optional<OverlayToken> createOverlayToken(
            StreamerId id, String label, Set<OverlayScope> scopes) throws IOException {
        var token =
                new OverlayToken(
                        keys.shortId(),
                        label,
                        scopes,
                        keys.overlayToken(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var before =
                update(id, kept -> hasRoomForToken(kept) ? kept.withOverlayToken(token) : kept);
        return hasRoomForToken(before) ? Optional.of(token) : Optional.empty();
    }

    private static boolean hasRoomForToken(KeptAccount kept) {
        return kept.overlayTokens().size() < MOST_OVERLAY_TOKENS;
    }

    public List<OverlayToken> overlayTokens(StreamerId id) {
        return require(id).overlayTokens();
    }

    /// False when the streamer has no such token.
    public boolean revokeOverlayToken(StreamerId id, String tokenId) throws IOException {
        var before = update(id, kept -> kept.withoutOverlayToken(tokenId));
        return before.overlayTokens().stream().anyMatch(token -> token.id().equals(tokenId));
    }

    /// False when there is no such account. Listeners hear of it before this returns.
    public boolean remove(StreamerId id) throws IOException {
        if (!delete(id)) {
            return false;
        }
        removalListeners.forEach(listener -> listener.accept(id));
        return true;
    }

    /// Calls the listener on the removing thread, after the account is gone.
    public Subscription onRemoved(Consumer<StreamerId> listener) {
        removalListeners.add(listener);
        return () -> removalListeners.remove(listener);
    }

    private boolean delete(StreamerId id) throws IOException {
        var turn = turns.of(id);
        turn.lock();
        try {
            var kept = index.byId(id);
            if (kept.isEmpty()) {
                return false;
            }
            store.delete(id);
            index.remove(kept.get());
            list.changed();
            return true;
        } finally {
            turn.unlock();
        }
    }

    /// Answers the account as it was before the change.
    KeptAccount update(StreamerId id, UnaryOperator<KeptAccount> change) throws IOException {
        var turn = turns.of(id);
        turn.lock();
        try {
            var before = require(id);
            var after = change.apply(before);
            if (!after.equals(before)) {
                store.update(after);
                index.replace(before, after);
                list.changed();
            }
            return before;
        } finally {
            turn.unlock();
        }
    }

    private KeptAccount require(StreamerId id) {
        return index.byId(id).orElseThrow(() -> new UnknownAccountException(id));
    }
}
