package net.ratonet.relay.account;

/// The fake keeps the promises of a real store.
final class FakeAccountStoreTest extends AccountStoreContract {

    private final FakeAccountStore store = new FakeAccountStore();

    @Override
    protected AccountStore store() {
        return store;
    }
}
