package net.ratonet.relay.ingest.srt.wire;

/// Why a caller is refused, in the codes that encoders and players know.
public enum Rejection {
    SYSTEM(1),
    VERSION(8),
    BAD_SECRET(10),
    UNSECURE(11),
    CRYPTO(17),
    BAD_REQUEST(1_400),
    UNAUTHORIZED(1_401),
    OVERLOAD(1_402),
    FORBIDDEN(1_403),
    NOT_FOUND(1_404),
    CONFLICT(1_409);

    private static final int FIRST_ON_THE_WIRE = 1_000;

    private final int code;

    Rejection(int code) {
        this.code = code;
    }

    /// What stands in the handshake's type.
    public int onTheWire() {
        return FIRST_ON_THE_WIRE + code;
    }
}
