package net.ratonet.relay.channel;

import java.util.function.Function;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.account.Accounts;
import net.ratonet.shared.telemetry.StreamerId;

/// The slate that a streamer wants, with the account's name where they have set no other. Any
/// thread may call.
public final class SlateChoice implements Function<StreamerId, SlateSettings> {

    private final ChannelBook book;
    private final Accounts accounts;

    public SlateChoice(ChannelBook book, Accounts accounts) {
        this.book = book;
        this.accounts = accounts;
    }

    @Override
    public SlateSettings apply(StreamerId id) {
        var slate = book.settings(id).slate();
        return slate.displayName().isEmpty()
                ? slate.named(accounts.byId(id).map(Account::name).map(SlateChoice::cut).orElse(""))
                : slate;
    }

    private static String cut(String name) {
        var most = Math.min(SlateSettings.LONGEST_NAME, name.codePointCount(0, name.length()));
        return name.substring(0, name.offsetByCodePoints(0, most));
    }
}
