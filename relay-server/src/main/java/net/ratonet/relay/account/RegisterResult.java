package net.ratonet.relay.account;

/// What became of a registration.
public sealed interface RegisterResult {

    /// The only moment at which the API key is readable.
    record Registered(Account account, String apiKey, String pullKey) implements RegisterResult {
        @Override
        public String toString() {
            return "Registered[%s]".formatted(account);
        }
    }

    record EmailTaken() implements RegisterResult {}
}
