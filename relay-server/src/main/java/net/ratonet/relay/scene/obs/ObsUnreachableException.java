package net.ratonet.relay.scene.obs;

import java.io.IOException;

/// There is no connection to OBS: it did not come about, or it has ended.
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
