package net.ratonet.relay.account;

import java.util.List;
import java.util.stream.Stream;
import net.ratonet.shared.telemetry.StreamerId;

/// Everything the relay keeps about one streamer, secrets included; it never leaves the relay.
public record KeptAccount(
        Account account,
        KeyHash apiKey,
        String pullKey,
        List<Destination> destinations,
        String livepixToken,
        List<OverlayToken> overlayTokens) {

    public KeptAccount {
        destinations = List.copyOf(destinations);
        overlayTokens = List.copyOf(overlayTokens);
    }

    static KeptAccount fresh(Account account, String apiKey, String pullKey) {
        return new KeptAccount(account, KeyHash.of(apiKey), pullKey, List.of(), "", List.of());
    }

    public StreamerId id() {
        return account.id();
    }

    KeptAccount with(Account changed) {
        return new KeptAccount(changed, apiKey, pullKey, destinations, livepixToken, overlayTokens);
    }

    KeptAccount withApiKey(String key) {
        return new KeptAccount(
                account, KeyHash.of(key), pullKey, destinations, livepixToken, overlayTokens);
    }

    KeptAccount withPullKey(String key) {
        return new KeptAccount(account, apiKey, key, destinations, livepixToken, overlayTokens);
    }

    KeptAccount withDestinations(List<Destination> replaced) {
        return new KeptAccount(account, apiKey, pullKey, replaced, livepixToken, overlayTokens);
    }

    KeptAccount withLivepixToken(String token) {
        return new KeptAccount(account, apiKey, pullKey, destinations, token, overlayTokens);
    }

    KeptAccount withOverlayToken(OverlayToken added) {
        return withOverlayTokens(Stream.concat(overlayTokens.stream(), Stream.of(added)).toList());
    }

    KeptAccount withoutOverlayToken(String tokenId) {
        return withOverlayTokens(
                overlayTokens.stream().filter(token -> !token.id().equals(tokenId)).toList());
    }

    private KeptAccount withOverlayTokens(List<OverlayToken> tokens) {
        return new KeptAccount(account, apiKey, pullKey, destinations, livepixToken, tokens);
    }

    @Override
    public String toString() {
        return "KeptAccount[%s]".formatted(account);
    }
}
