package net.ratonet.relay.account;

import java.time.Instant;
import java.util.List;
import net.ratonet.shared.telemetry.StreamerId;

/// A streamer's profile. The e-mail is for the owner and the admin only, so it stays out of
/// `toString`.
public record Account(
        StreamerId id,
        String name,
        String email,
        String avatarUrl,
        String color,
        boolean crown,
        boolean approved,
        List<String> socials,
        Instant createdAt) {

    public Account {
        socials = List.copyOf(socials);
    }

    Account changed(ProfileChange change) {
        return new Account(
                id,
                change.name().orElse(name),
                email,
                change.avatarUrl().orElse(avatarUrl),
                change.color().orElse(color),
                crown,
                approved,
                change.socials().orElse(socials),
                createdAt);
    }

    Account withCrown(boolean crowned) {
        return new Account(
                id, name, email, avatarUrl, color, crowned, approved, socials, createdAt);
    }

    Account withApproval() {
        return new Account(id, name, email, avatarUrl, color, crown, true, socials, createdAt);
    }

    @Override
    public String toString() {
        return "Account[%s, %s]".formatted(id, name);
    }
}
