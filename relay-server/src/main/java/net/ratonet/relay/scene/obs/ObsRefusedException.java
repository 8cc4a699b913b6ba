package net.ratonet.relay.scene.obs;

import java.io.IOException;
import net.ratonet.relay.health.Sentence;

/// OBS understood a request and said no; the connection is sound.
public final class ObsRefusedException extends IOException {

    private static final long serialVersionUID = 1;

    private final int code;
    private final String comment;

    public ObsRefusedException(int code, String comment) {
        super(comment);
        this.code = code;
        this.comment = comment;
    }

    Sentence sentence() {
        return new Sentence("O OBS recusou (%d): %s", "OBS refused (%d): %s").with(code, comment);
    }
}
