package net.ratonet.station.uplink;

/// Why a connection ended or never came to be.
///
/// @param hopeless whether trying again soon is pointless, because a person has to do something
public record Loss(String reason, boolean hopeless) {

    private static final int KEY_REFUSED = 4_001;
    private static final int NOT_APPROVED = 4_003;
    private static final int POLICY = 1_008;
    private static final int GOING_AWAY = 1_001;
    private static final int ABNORMAL = 1_006;

    static Loss passing(String reason) {
        return new Loss(reason, false);
    }

    /// Explains a close code of the field protocol.
    static Loss ofCloseCode(int code, String said) {
        return switch (code) {
            case KEY_REFUSED ->
                    new Loss(
                            "the relay does not accept the key: check FIELD_STREAMER_ID and"
                                    + " FIELD_API_KEY",
                            true);
            case NOT_APPROVED ->
                    new Loss("this streamer is not approved yet: ask the relay's admin", true);
            case POLICY -> new Loss("the relay's admin removed this streamer" + quoted(said), true);
            case GOING_AWAY -> passing("the relay is restarting");
            case ABNORMAL -> passing("the connection broke");
            default -> passing("the relay closed the connection with " + code + quoted(said));
        };
    }

    /// Explains the HTTP answer of something that would not become a WebSocket.
    static Loss ofHttpStatus(int status) {
        return switch (status) {
            case 401, 403 -> new Loss("the relay refuses this station (HTTP " + status + ")", true);
            case 404 ->
                    new Loss(
                            "there is no relay at this address (HTTP 404): check"
                                    + " FIELD_SERVER_WS_URL",
                            true);
            default -> passing("the relay answers HTTP " + status);
        };
    }

    private static String quoted(String said) {
        return said.isBlank() ? "" : " (\"" + said + "\")";
    }
}
