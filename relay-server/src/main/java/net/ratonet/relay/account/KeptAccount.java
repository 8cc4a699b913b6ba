package net.ratonet.relay.account;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ratonet.relay.privacy.PrivacyRules;
import net.ratonet.shared.telemetry.StreamerId;

/// Everything the relay keeps about one streamer, secrets included; it never leaves the relay.
public record KeptAccount(
        Account account,
        KeyHash apiKey,
        String pullKey,
        List<Destination> destinations,
        String livepixToken,
        PrivacyRules privacy,
        List<OverlayToken> overlayTokens,
        List<StationKey> stationKeys) {

    public KeptAccount {
        destinations = List.copyOf(destinations);
        overlayTokens = List.copyOf(overlayTokens);
        stationKeys = List.copyOf(stationKeys);
    }

    /// An account that has nothing yet but its keys.
    public static KeptAccount fresh(Account account, KeyHash apiKey, String pullKey) {
        return new KeptAccount(
                account, apiKey, pullKey, List.of(), "", PrivacyRules.OPEN, List.of(), List.of());
    }

    public StreamerId id() {
        return account.id();
    }

    KeptAccount with(Account changed) {
        return new KeptAccount(
                changed,
                apiKey,
                pullKey,
                destinations,
                livepixToken,
                privacy,
                overlayTokens,
                stationKeys);
    }

    KeptAccount withApiKey(KeyHash key) {
        return new KeptAccount(
                account,
                key,
                pullKey,
                destinations,
                livepixToken,
                privacy,
                overlayTokens,
                stationKeys);
    }

    KeptAccount withPullKey(String key) {
        return new KeptAccount(
                account,
                apiKey,
                key,
                destinations,
                livepixToken,
                privacy,
                overlayTokens,
                stationKeys);
    }

    public KeptAccount withDestinations(List<Destination> replaced) {
        return new KeptAccount(
                account,
                apiKey,
                pullKey,
                replaced,
                livepixToken,
                privacy,
                overlayTokens,
                stationKeys);
    }

    public KeptAccount withLivepixToken(String token) {
        return new KeptAccount(
                account, apiKey, pullKey, destinations, token, privacy, overlayTokens, stationKeys);
    }

    public KeptAccount withPrivacy(PrivacyRules rules) {
        return new KeptAccount(
                account,
                apiKey,
                pullKey,
                destinations,
                livepixToken,
                rules,
                overlayTokens,
                stationKeys);
    }

    public KeptAccount withOverlayTokens(List<OverlayToken> tokens) {
        return new KeptAccount(
                account, apiKey, pullKey, destinations, livepixToken, privacy, tokens, stationKeys);
    }

    KeptAccount withOverlayToken(OverlayToken added) {
        return withOverlayTokens(Stream.concat(overlayTokens.stream(), Stream.of(added)).toList());
    }

    KeptAccount withoutOverlayToken(String tokenId) {
        return withOverlayTokens(
                overlayTokens.stream().filter(token -> !token.id().equals(tokenId)).toList());
    }

    public KeptAccount withStationKeys(List<StationKey> keys) {
        return new KeptAccount(
                account, apiKey, pullKey, destinations, livepixToken, privacy, overlayTokens, keys);
    }

    /// Every key under which the account is found.
    Set<KeyHash> keys() {
        return Stream.concat(Stream.of(apiKey), stationKeys.stream().map(StationKey::key))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return "KeptAccount[%s]".formatted(account);
    }
}
