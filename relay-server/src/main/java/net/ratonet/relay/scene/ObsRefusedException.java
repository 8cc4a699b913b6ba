package net.ratonet.relay.scene;

import java.io.IOException;

/// OBS understood a request and said no; the connection is sound.
public final class ObsRefusedException extends IOException {

    private static final long serialVersionUID = 1;

    /// OBS's code for something that does not exist.
    static final int NOT_FOUND = 600;

    private final int code;

    public ObsRefusedException(int code, String comment) {
        super(comment.isEmpty() ? "OBS answered with code " + code : comment);
        this.code = code;
    }

    public int code() {
        return code;
    }
}
