package net.ratonet.relay.account;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// All accounts, oldest first, sorted again only after a change. Any thread may call.
final class AccountList {

    private static final Comparator<Account> OLDEST_FIRST =
            Comparator.comparing(Account::createdAt).thenComparing(account -> account.id().value());

    private final AccountIndex index;
    private final AtomicLong changes = new AtomicLong();
    private volatile Sorted sorted = new Sorted(-1, List.of());

    AccountList(AccountIndex index) {
        this.index = index;
    }

    /// To be called after the index has changed. The count is taken before the index is read, so a
    /// change in between is never hidden.
    void changed() {
        changes.incrementAndGet();
    }

    List<Account> get() {
        var now = changes.get();
        var known = sorted;
        if (known.change == now) {
            return known.accounts;
        }
        var fresh = new Sorted(now, sort());
        sorted = fresh;
        return fresh.accounts;
    }

    private List<Account> sort() {
        return index.all().stream().map(KeptAccount::account).sorted(OLDEST_FIRST).toList();
    }

    private record Sorted(long change, List<Account> accounts) {}
}
