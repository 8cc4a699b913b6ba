package net.ratonet.relay.web.http;

import net.ratonet.relay.account.Account;

/// Who stands behind a call, once the door has looked.
public sealed interface Caller {

    record Anybody() implements Caller {}

    /// A streamer, by key or by session.
    ///
    /// @param apiKey the key that the call carried; empty when a session vouched instead
    record Streamer(Account account, String apiKey) implements Caller {
        @Override
        public String toString() {
            return "Streamer[" + account.id() + "]";
        }
    }

    record Operator() implements Caller {}
}
