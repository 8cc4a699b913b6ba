package net.ratonet.relay.account;

import java.io.IOException;

/// Nothing was written because there is no room; it works again once there is.
public final class StorageFullException extends IOException {

    private static final long serialVersionUID = 1;

    public StorageFullException(String message, Throwable cause) {
        super(message, cause);
    }
}
