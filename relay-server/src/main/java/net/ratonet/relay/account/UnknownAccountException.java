package net.ratonet.relay.account;

import net.ratonet.shared.telemetry.StreamerId;

/// The account does not exist: it was removed after the caller had found it.
public final class UnknownAccountException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnknownAccountException(StreamerId id) {
        super("there is no streamer " + id);
    }
}
