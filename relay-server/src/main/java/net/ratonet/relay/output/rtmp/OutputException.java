package net.ratonet.relay.output.rtmp;

import java.io.IOException;

/// Ends a connection to a platform. Becomes a state before it leaves this package.
final class OutputException extends IOException {

    private final transient OutputTrouble trouble;

    OutputException(OutputTrouble trouble) {
        super(trouble.toString());
        this.trouble = trouble;
    }

    OutputTrouble trouble() {
        return trouble;
    }
}
