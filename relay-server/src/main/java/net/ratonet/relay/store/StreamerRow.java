package net.ratonet.relay.store;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.account.KeptAccount;
import net.ratonet.relay.account.KeyHash;
import net.ratonet.relay.account.OverlayToken;
import net.ratonet.relay.account.SocialsCodec;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.wire.Json;

/// A line of `streamers` as it lies in the database: secrets sealed, lists as JSON. Public for
/// Jdbi, which reads and makes it by reflection.
public record StreamerRow(
        String id,
        String name,
        String email,
        String apiKeyHash,
        String pullKey,
        String avatarUrl,
        String color,
        boolean isCrown,
        String socials,
        String config,
        boolean approved,
        String createdAt) {

    static StreamerRow seal(KeptAccount kept, SecretBox box) {
        var account = kept.account();
        var id = account.id().value();
        return new StreamerRow(
                id,
                account.name(),
                account.email(),
                kept.apiKey().hex(),
                box.seal(kept.pullKey(), pullKeyOf(id)),
                account.avatarUrl(),
                account.color(),
                account.crown(),
                Json.write(SocialsCodec.encode(account.socials())),
                box.seal(StreamerConfig.of(kept).write(), configOf(id)),
                account.approved(),
                account.createdAt().toString());
    }

    KeptAccount open(SecretBox box, List<OverlayToken> tokens) throws IOException {
        var config = StreamerConfig.read(box.open(config(), configOf(id)));
        var fresh =
                KeptAccount.fresh(
                        account(), new KeyHash(apiKeyHash), box.open(pullKey, pullKeyOf(id)));
        return config.applyTo(fresh).withOverlayTokens(tokens);
    }

    private Account account() {
        return new Account(
                new StreamerId(id),
                name,
                email,
                avatarUrl,
                color,
                isCrown,
                approved,
                SocialsCodec.read(socials),
                Instant.parse(createdAt));
    }

    private static String pullKeyOf(String id) {
        return "streamers.pull_key of " + id;
    }

    private static String configOf(String id) {
        return "streamers.config of " + id;
    }

    @Override
    public String toString() {
        return "StreamerRow[%s]".formatted(id);
    }
}
