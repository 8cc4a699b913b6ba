package net.ratonet.relay.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.account.KeptAccount;
import net.ratonet.relay.account.KeyHash;
import net.ratonet.relay.account.KeyMaker;
import net.ratonet.relay.account.Registration;
import net.ratonet.relay.account.SocialsCodec;
import net.ratonet.shared.telemetry.StreamerId;
import org.jspecify.annotations.Nullable;

/// A streamer as the old database has them, where nearly every column may be missing or hold
/// nothing. What makes no sense becomes the default, so that everybody gets in.
record OldStreamer(Map<String, @Nullable Object> columns) {

    /// Empty for an id that could not stand in a URL, which the old program never made.
    Optional<KeptAccount> toKept(KeyMaker keys, Instant now) {
        if (!StreamerId.isValid(text("id"))) {
            return Optional.empty();
        }
        var kept =
                KeptAccount.fresh(
                        account(now),
                        KeyHash.of(or("api_key", keys.apiKey())),
                        or("pull_key", keys.pullKey()));
        return Optional.of(StreamerConfig.read(or("config", "{}")).applyTo(kept));
    }

    private Account account(Instant now) {
        return new Account(
                new StreamerId(text("id")),
                text("name"),
                text("email").strip(),
                avatarUrl(),
                color(),
                flag("is_crown"),
                flag("approved"),
                SocialsCodec.read(or("socials", "[]")),
                createdAt().orElse(now));
    }

    private String avatarUrl() {
        var url = text("avatar_url");
        return url.startsWith("https://") || url.startsWith("http://") ? url : "";
    }

    private String color() {
        var color = text("color");
        return color.matches("#[0-9a-fA-F]{6}") ? color : Registration.DEFAULT_COLOR;
    }

    /// Python wrote ISO times, with or without an offset; SQLite itself puts a space in the middle.
    private Optional<Instant> createdAt() {
        try {
            var parsed =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(
                            text("created_at").strip().replace(' ', 'T'),
                            OffsetDateTime::from,
                            LocalDateTime::from);
            return Optional.of(
                    parsed instanceof OffsetDateTime time
                            ? time.toInstant()
                            : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private boolean flag(String column) {
        return columns.get(column) instanceof Number number && number.intValue() != 0;
    }

    private String or(String column, String fallback) {
        var text = text(column);
        return text.isBlank() ? fallback : text;
    }

    private String text(String column) {
        var value = columns.get(column);
        return value == null ? "" : value.toString();
    }

    @Override
    public String toString() {
        return "OldStreamer[%s]".formatted(text("id"));
    }
}
