package net.ratonet.relay.scene;

import java.io.IOException;

/// A connection to OBS did not come about.
public final class ObsUnreachableException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient ObsClosure closure;

    public ObsUnreachableException(ObsClosure closure) {
        super(closure.sentence().english());
        this.closure = closure;
    }

    public ObsClosure closure() {
        return closure;
    }
}
