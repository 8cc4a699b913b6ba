package net.ratonet.relay.account;

import java.util.List;
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
        List<OverlayToken> overlayTokens) {

    public KeptAccount {
        destinations = List.copyOf(destinations);
        overlayTokens = List.copyOf(overlayTokens);
    }

    /// An account that has nothing yet but its keys.
    public static KeptAccount fresh(Account account, KeyHash apiKey, String pullKey) {
        return new KeptAccount(
                account, apiKey, pullKey, List.of(), "", PrivacyRules.OPEN, List.of());
    }

    public StreamerId id() {
        return account.id();
    }

    KeptAccount with(Account changed) {
        return new KeptAccount(
                changed, apiKey, pullKey, destinations, livepixToken, privacy, overlayTokens);
    }

    KeptAccount withApiKey(KeyHash key) {
        return new KeptAccount(
                account, key, pullKey, destinations, livepixToken, privacy, overlayTokens);
    }

    KeptAccount withPullKey(String key) {
        return new KeptAccount(
                account, apiKey, key, destinations, livepixToken, privacy, overlayTokens);
    }

    public KeptAccount withDestinations(List<Destination> replaced) {
        return new KeptAccount(
                account, apiKey, pullKey, replaced, livepixToken, privacy, overlayTokens);
    }

    public KeptAccount withLivepixToken(String token) {
        return new KeptAccount(
                account, apiKey, pullKey, destinations, token, privacy, overlayTokens);
    }

    public KeptAccount withPrivacy(PrivacyRules rules) {
        return new KeptAccount(
                account, apiKey, pullKey, destinations, livepixToken, rules, overlayTokens);
    }

    public KeptAccount withOverlayTokens(List<OverlayToken> tokens) {
        return new KeptAccount(
                account, apiKey, pullKey, destinations, livepixToken, privacy, tokens);
    }

    KeptAccount withOverlayToken(OverlayToken added) {
        return withOverlayTokens(Stream.concat(overlayTokens.stream(), Stream.of(added)).toList());
    }

    KeptAccount withoutOverlayToken(String tokenId) {
        return withOverlayTokens(
                overlayTokens.stream().filter(token -> !token.id().equals(tokenId)).toList());
    }

    @Override
    public String toString() {
        return "KeptAccount[%s]".formatted(account);
    }
}
