package net.ratonet.relay.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.ratonet.shared.telemetry.StreamerId;

/// All accounts in memory, found by id, key or e-mail in constant time. Any thread may read;
/// changes to one account must come one after the other.
final class AccountIndex {

    private final Map<StreamerId, KeptAccount> accounts = new ConcurrentHashMap<>();
    private final Map<KeyHash, StreamerId> apiKeys = new ConcurrentHashMap<>();
    private final Map<KeyHash, OverlayGrant> overlayKeys = new ConcurrentHashMap<>();
    private final Map<EmailKey, StreamerId> emails = new ConcurrentHashMap<>();

    Optional<KeptAccount> byId(StreamerId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    Optional<KeptAccount> byApiKey(KeyHash key) {
        return Optional.ofNullable(apiKeys.get(key)).flatMap(this::byId);
    }

    Optional<OverlayGrant> byOverlayKey(KeyHash key) {
        return Optional.ofNullable(overlayKeys.get(key));
    }

    boolean hasEmail(EmailKey email) {
        return emails.containsKey(email);
    }

    Collection<KeptAccount> all() {
        return accounts.values();
    }

    /// An e-mail that two old accounts share, written differently, stays with the first.
    void add(KeptAccount account) {
        accounts.put(account.id(), account);
        account.keys().forEach(key -> apiKeys.put(key, account.id()));
        overlayKeys.putAll(grants(account));
        emails.putIfAbsent(EmailKey.of(account.account().email()), account.id());
    }

    void replace(KeptAccount before, KeptAccount after) {
        accounts.put(after.id(), after);
        if (!after.apiKey().equals(before.apiKey())
                || !after.stationKeys().equals(before.stationKeys())) {
            replaceKeys(before.keys(), after);
        }
        if (!after.pullKey().equals(before.pullKey())
                || !after.overlayTokens().equals(before.overlayTokens())) {
            replaceGrants(grants(before), grants(after));
        }
    }

    void remove(KeptAccount account) {
        accounts.remove(account.id());
        account.keys().forEach(apiKeys::remove);
        grants(account).keySet().forEach(overlayKeys::remove);
        emails.remove(EmailKey.of(account.account().email()), account.id());
    }

    private void replaceKeys(Set<KeyHash> before, KeptAccount after) {
        var now = after.keys();
        now.forEach(key -> apiKeys.put(key, after.id()));
        before.stream().filter(key -> !now.contains(key)).forEach(apiKeys::remove);
    }

    private void replaceGrants(
            Map<KeyHash, OverlayGrant> before, Map<KeyHash, OverlayGrant> after) {
        overlayKeys.putAll(after);
        before.keySet().removeAll(after.keySet());
        before.keySet().forEach(overlayKeys::remove);
    }

    private static Map<KeyHash, OverlayGrant> grants(KeptAccount account) {
        var grants = new HashMap<KeyHash, OverlayGrant>();
        grants.put(KeyHash.of(account.pullKey()), OverlayGrant.ofPullKey(account.id()));
        for (var token : account.overlayTokens()) {
            grants.put(KeyHash.of(token.token()), OverlayGrant.of(account.id(), token));
        }
        return grants;
    }
}
